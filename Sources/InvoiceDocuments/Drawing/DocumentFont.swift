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
/// Unchecked, because its one stored property is a constant reference to a cairo font face, which nobody changes
/// after this initialiser: cairo counts its references atomically and locks the FreeType face itself while it uses it.
package final class DocumentFont: @unchecked Sendable {
    let face: OpaquePointer

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
        self.face = face
    }

    deinit { cairo_font_face_destroy(face) }

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
