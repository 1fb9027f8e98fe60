import CCairo
import Foundation

/// A font file that drawings use, and where to get it.
package struct FontFile: Hashable, Sendable {
    package let path: String
    package let package: String
}

/// A font that could not be used.
package enum FontError: Error, Hashable, CustomStringConvertible {
    /// Font files are missing; the Debian packages that bring them.
    case missing(packages: [String])
    /// FreeType refuses the file.
    case unreadable(path: String)

    package var description: String {
        switch self {
        case .missing(let packages):
            "Fonts of the renderer are missing. Install them: apt-get install \(packages.joined(separator: " "))"
        case .unreadable(let path): "\(path): FreeType cannot read this font."
        }
    }
}

/// One face, ready to draw with.
final class FontFace {
    let cairo: OpaquePointer
    /// Height of a capital letter for a font size of 1.
    let capitalHeight: Double

    fileprivate init(_ face: FT_Face) {
        cairo = cairo_ft_font_face_create_for_ft_face(face, Int32(FT_LOAD_NO_HINTING))
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 4, 4)
        let context = cairo_create(surface)
        cairo_set_font_face(context, cairo)
        cairo_set_font_size(context, 100)
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, "0", &extents)
        capitalHeight = extents.height > 10 ? extents.height / 100 : 0.7
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    deinit { cairo_font_face_destroy(cairo) }
}

/// The fonts of one thread: FreeType's faces must not be shared between threads.
///
/// FreeType's objects are left to the end of the process: cairo's cache of scaled fonts may hold them for longer than
/// the faces here live.
final class FontLibrary {
    private var library: FT_Library?
    private var faces: [FT_Face] = []
    /// Faces for wheels and for plates, in the order of the font list.
    private(set) var all: [FontFace] = []

    init(files: [FontFile] = FontList.all) throws(FontError) {
        let missing = files.filter { !FileManager.default.fileExists(atPath: $0.path) }
        guard missing.isEmpty else { throw .missing(packages: Set(missing.map(\.package)).sorted()) }
        guard FT_Init_FreeType(&library) == 0 else { throw .unreadable(path: "FreeType") }
        for file in files {
            var face: FT_Face?
            guard FT_New_Face(library, file.path, 0, &face) == 0, let face else { throw .unreadable(path: file.path) }
            faces.append(face)
            all.append(FontFace(face))
        }
    }
}
