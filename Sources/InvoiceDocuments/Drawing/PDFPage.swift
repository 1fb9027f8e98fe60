import CCairo

/// The pages of a PDF, one after the other, drawn with cairo and kept in memory.
///
/// All that is unsafe about cairo stays in here.
/// Lengths are points (1/72 inch), the origin is the page's upper left corner. The same calls give the same bytes:
/// the date in the file is the one that is given, and nothing is asked of the machine.
final class PDFPage {
    /// What a viewer shows of a file beside its pages.
    struct Description {
        var title: String
        var author: String
        /// A moment as PDF wants it in ISO 8601, `2026-11-22T00:00:00Z`.
        var created: String
    }

    private let sink = ByteSink()
    private let surface: OpaquePointer
    private let context: OpaquePointer

    init(width: Double, height: Double, description: Description) throws(DocumentError) {
        guard
            let surface = cairo_pdf_surface_create_for_stream(
                ByteSink.write, Unmanaged.passUnretained(sink).toOpaque(), width, height),
            let context = cairo_create(surface)
        else { throw .outOfMemory }
        self.surface = surface
        self.context = context
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
        for (field, text) in [
            (CAIRO_PDF_METADATA_TITLE, description.title), (CAIRO_PDF_METADATA_AUTHOR, description.author),
            (CAIRO_PDF_METADATA_CREATOR, "Endeks"), (CAIRO_PDF_METADATA_CREATE_DATE, description.created),
            (CAIRO_PDF_METADATA_MOD_DATE, description.created),
        ] {
            cairo_pdf_surface_set_metadata(surface, field, text)
        }
        _ = DocumentFont.withOptions { options in cairo_set_font_options(context, options) }
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Sets one line of text on a baseline, its left end at `x`.
    func text(_ text: String, x: Double, baseline: Double, font: DocumentFont, size: Double, gray: Double) {
        guard !text.isEmpty else { return }
        cairo_set_font_face(context, font.face)
        cairo_set_font_size(context, size)
        cairo_set_source_rgb(context, gray, gray, gray)
        cairo_move_to(context, x, baseline)
        cairo_show_text(context, text)
        cairo_new_path(context)
    }

    /// A straight line of a width and a gray (0 black, 1 white).
    func line(from: (x: Double, y: Double), to: (x: Double, y: Double), width: Double, gray: Double = 0) {
        cairo_set_source_rgb(context, gray, gray, gray)
        cairo_set_line_width(context, width)
        cairo_move_to(context, from.x, from.y)
        cairo_line_to(context, to.x, to.y)
        cairo_stroke(context)
    }

    /// Draws a JPEG in a rectangle; its bytes go into the file as they are.
    func image(_ jpeg: JPEGImage, x: Double, y: Double, width: Double, height: Double) throws(DocumentError) {
        // The surface says how large the picture is; its pixels are never looked at, since PDF takes JPEG as it is.
        guard let picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(jpeg.width), Int32(jpeg.height)) else {
            throw .outOfMemory
        }
        defer { cairo_surface_destroy(picture) }
        // cairo takes the bytes until it lets go of the picture, which may be when the page ends: it gets its own.
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: jpeg.bytes.count)
        bytes.initialize(from: jpeg.bytes, count: jpeg.bytes.count)
        let status = cairo_surface_set_mime_data(
            picture, CAIRO_MIME_TYPE_JPEG, bytes, UInt(jpeg.bytes.count),
            { pointer in pointer?.deallocate() }, bytes)
        guard status == CAIRO_STATUS_SUCCESS else {
            bytes.deallocate()
            throw .outOfMemory
        }
        cairo_save(context)
        cairo_translate(context, x, y)
        cairo_scale(context, width / Double(jpeg.width), height / Double(jpeg.height))
        cairo_set_source_surface(context, picture, 0, 0)
        cairo_paint(context)
        cairo_restore(context)
    }

    /// Ends the page and begins the next one.
    func next() { cairo_show_page(context) }

    /// Ends the page, which takes no more drawing, and returns the file.
    func finish() throws(DocumentError) -> [UInt8] {
        cairo_show_page(context)
        let drawn = cairo_status(context)
        cairo_surface_finish(surface)
        for status in [drawn, cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .drawing(cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown error")
        }
        return sink.bytes
    }
}

/// Where cairo writes the file to.
private final class ByteSink {
    private(set) var bytes: [UInt8] = []

    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}
