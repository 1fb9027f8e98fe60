import CCairo

/// A character's outline, in units of the height of the digit zero; the baseline is at 0, y goes down.
struct Glyph {
    enum Step {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case close
    }

    let steps: [Step]
    let advance: Double
    /// Left and right edge of the ink.
    let ink: ClosedRange<Double>
}

/// One face, ready to draw with: its outlines are taken from FreeType once.
final class FontFace {
    private let cairo: OpaquePointer
    private let face: FT_Face
    /// Height of the digit zero for a font size of 1.
    private let height: Double
    /// Of ASCII's characters, by their numbers; and of others.
    private var plain = [Glyph?](repeating: nil, count: 128)
    private var others: [Unicode.Scalar: Glyph] = [:]
    private static let size = 200.0

    init(_ face: FT_Face) {
        self.face = face
        cairo = cairo_ft_font_face_create_for_ft_face(face, Int32(FT_LOAD_NO_HINTING))
        height = FontFace.scratch(cairo) { context in
            var extents = cairo_text_extents_t()
            cairo_text_extents(context, "0", &extents)
            return extents.height > 10 ? extents.height / FontFace.size : 0.7
        }
    }

    deinit { cairo_font_face_destroy(cairo) }

    func glyph(_ character: Unicode.Scalar) -> Glyph {
        if character.isASCII {
            if let known = plain[Int(character.value)] { return known }
            let glyph = outlined(character)
            plain[Int(character.value)] = glyph
            return glyph
        }
        if let known = others[character] { return known }
        let glyph = outlined(character)
        others[character] = glyph
        return glyph
    }

    /// A digit from 0 to 9.
    func glyph(ofDigit digit: Int) -> Glyph { glyph(Unicode.Scalar(UInt8(48 + digit))) }

    private func outlined(_ character: Unicode.Scalar) -> Glyph {
        // Nothing is better than the box that stands for a letter the font lacks.
        guard has(character) else { return Glyph(steps: [], advance: 0.4, ink: 0...0) }
        let unit = FontFace.size * height
        return FontFace.scratch(cairo) { context in
            let text = String(character)
            var extents = cairo_text_extents_t()
            cairo_text_extents(context, text, &extents)
            cairo_move_to(context, 0, 0)
            cairo_text_path(context, text)
            let left = extents.x_bearing / unit
            return Glyph(
                steps: FontFace.steps(of: context, unit), advance: extents.x_advance / unit,
                ink: left...(left + max(0, extents.width) / unit))
        }
    }

    /// Whether the font has a character.
    func has(_ character: Unicode.Scalar) -> Bool {
        character == " " || FT_Get_Char_Index(face, FT_ULong(character.value)) != 0
    }

    private static func steps(of context: OpaquePointer, _ unit: Double) -> [Glyph.Step] {
        guard let path = cairo_copy_path(context) else { return [] }
        defer { cairo_path_destroy(path) }
        var steps: [Glyph.Step] = []
        var at = 0
        let count = Int(path.pointee.num_data)
        guard let data = path.pointee.data else { return [] }
        func point(_ offset: Int) -> Point { Point(data[at + offset].point.x / unit, data[at + offset].point.y / unit) }
        while at < count {
            let header = data[at].header
            switch header.type {
            case CAIRO_PATH_MOVE_TO: steps.append(.move(point(1)))
            case CAIRO_PATH_LINE_TO: steps.append(.line(point(1)))
            case CAIRO_PATH_CURVE_TO: steps.append(.curve(point(1), point(2), point(3)))
            default: steps.append(.close)
            }
            at += Int(header.length)
        }
        return steps
    }

    private static func scratch<T>(_ face: OpaquePointer, _ body: (OpaquePointer) -> T) -> T {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 4, 4)
        // cairo never returns null: an object in an error state measures and draws nothing.
        guard let context = cairo_create(surface) else { preconditionFailure("cairo_create returns an object") }
        cairo_set_font_face(context, face)
        cairo_set_font_size(context, size)
        defer {
            cairo_destroy(context)
            cairo_surface_destroy(surface)
        }
        return body(context)
    }
}
