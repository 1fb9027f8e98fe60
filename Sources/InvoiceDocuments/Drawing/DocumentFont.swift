import CCairo

/// The typefaces that an invoice is set in, loaded from the font files themselves, so that no font
/// configuration of a machine changes a document.
package struct DocumentFonts: Sendable {
    package let regular: DocumentFont
    package let bold: DocumentFont

    /// Where Debian's package `fonts-dejavu-core` puts its fonts.
    package static let debianFolder = "/usr/share/fonts/truetype/dejavu"

    /// - Throws: `DocumentError.fontMissing` when a font file of `folder` cannot be loaded.
    package init(folder: String = DocumentFonts.debianFolder) throws(DocumentError) {
        regular = try DocumentFont(file: folder + "/DejaVuSans.ttf")
        bold = try DocumentFont(file: folder + "/DejaVuSans-Bold.ttf")
    }
}

/// One typeface of a font file, as cairo draws it.
///
/// Unchecked, because it holds constant references to a cairo font face and a scaled font, which nobody changes after
/// the initialiser: cairo counts their references atomically and locks them, and the FreeType face, while it uses them.
package final class DocumentFont: @unchecked Sendable {
    let face: OpaquePointer
    /// The face at a size of `measure` points, without hinting: its widths grow evenly with the size.
    private let scaled: OpaquePointer
    private static let measure = 1000.0

    /// Loads the first typeface of `file`.
    ///
    /// - Throws: `DocumentError.fontMissing` when there is no such file, or it is no font.
    init(file: String) throws(DocumentError) {
        // A FreeType library for each face: the face and the library then end together, when cairo, which keeps
        // scaled fonts for a while, lets go of the face.
        var library: FT_Library?
        guard FT_Init_FreeType(&library) == 0, let library else { throw .outOfMemory }
        var loaded: FT_Face?
        guard FT_New_Face(library, file, 0, &loaded) == 0, let loaded else {
            FT_Done_FreeType(library)
            throw .fontMissing(file: file)
        }
        guard let face = cairo_ft_font_face_create_for_ft_face(loaded, 0) else {
            FT_Done_FreeType(library)
            throw .outOfMemory
        }
        // FT_Done_FreeType ends the faces of its library too.
        let kept = cairo_font_face_set_user_data(
            face, DocumentFont.libraryKey.address, UnsafeMutableRawPointer(library),
            { pointer in
                if let pointer { FT_Done_FreeType(OpaquePointer(pointer)) }
            })
        guard kept == CAIRO_STATUS_SUCCESS else {
            cairo_font_face_destroy(face)
            FT_Done_FreeType(library)
            throw .outOfMemory
        }
        guard let scaled = DocumentFont.scaled(face) else {
            cairo_font_face_destroy(face)
            throw .outOfMemory
        }
        self.face = face
        self.scaled = scaled
    }

    deinit {
        cairo_scaled_font_destroy(scaled)
        cairo_font_face_destroy(face)
    }

    /// How wide `text` is when it is set at `size`.
    func width(of text: String, size: Double) -> Double {
        var extents = cairo_text_extents_t()
        cairo_scaled_font_text_extents(scaled, text, &extents)
        return extents.x_advance * size / DocumentFont.measure
    }

    /// The first character that the font has no shape for; nil when it can set the whole text.
    func firstMissing(in text: String) -> Character? {
        guard let font = cairo_ft_scaled_font_lock_face(scaled) else { return nil }
        defer { cairo_ft_scaled_font_unlock_face(scaled) }
        return text.first { character in
            character.unicodeScalars.contains { FT_Get_Char_Index(font, FT_ULong($0.value)) == 0 }
        }
    }

    /// How text is drawn and measured alike: advance widths as designed, not rounded to a screen's pixels.
    static func withOptions<Result>(_ body: (OpaquePointer) -> Result) -> Result? {
        guard let options = cairo_font_options_create() else { return nil }
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        return body(options)
    }

    private static func scaled(_ face: OpaquePointer) -> OpaquePointer? {
        var size = cairo_matrix_t()
        cairo_matrix_init_scale(&size, measure, measure)
        var page = cairo_matrix_t()
        cairo_matrix_init_identity(&page)
        let scaled = withOptions { options in cairo_scaled_font_create(face, &size, &page, options) } ?? nil
        guard let scaled, cairo_scaled_font_status(scaled) == CAIRO_STATUS_SUCCESS else { return nil }
        return scaled
    }

    private static let libraryKey = UserDataKey()
}

/// An address that is ours alone, by which cairo finds what was kept with a font face.
///
/// Unchecked, because nothing ever reads or writes what stands at the address.
private final class UserDataKey: @unchecked Sendable {
    let address: UnsafeMutablePointer<cairo_user_data_key_t>

    init() {
        address = .allocate(capacity: 1)
        address.initialize(to: cairo_user_data_key_t())
    }
}
