import CTesseract
import Glibc

/// The seam to Tesseract: one engine, made when first needed and kept, for scattered plain print.
final class TesseractEngine {
    /// A word with how sure Tesseract is of it, 0 to 100, and whether a new line begins with it.
    struct Word: Hashable, Sendable {
        var text: String
        var confidence: Double
        var beginsLine: Bool
        /// Whether it touches the left or right edge of the picture, so that a part of it may be missing.
        var isCut: Bool
    }

    private let handle: OpaquePointer

    /// An engine for English print; nil when Tesseract's data is not installed.
    init?() {
        guard let handle = TessBaseAPICreate() else { return nil }
        // Without data Tesseract complains on standard error by itself; what to do stands in the README.
        // Leptonica tells of every empty box it meets; nobody can do anything about that.
        setMsgSeverity(Int32(L_SEVERITY_NONE))
        guard Self.start(handle) else {
            TessBaseAPIDelete(handle)
            return nil
        }
        self.handle = handle
        TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
        // Every line that it is not sure of would be read once more as light print on dark; plates have dark print.
        TessBaseAPISetVariable(handle, "tessedit_do_invert", "0")
        TessBaseAPISetPageSegMode(handle, PSM_SPARSE_TEXT)
    }

    /// Starts it without its dictionaries: a serial is no word, and they take time.
    private static func start(_ handle: OpaquePointer) -> Bool {
        let settings = ["load_system_dawg": "0", "load_freq_dawg": "0", "load_punc_dawg": "0", "load_number_dawg": "0"]
        var names = settings.keys.sorted().map { strdup($0) }
        var values = settings.keys.sorted().map { strdup(settings[$0] ?? "") }
        defer { for text in names + values { free(text) } }
        return TessBaseAPIInit4(
            handle, nil, "eng", OEM_LSTM_ONLY, nil, 0, &names, &values, settings.count, 0) == 0
    }

    deinit {
        TessBaseAPIEnd(handle)
        TessBaseAPIDelete(handle)
    }

    /// The words in a grey picture of that width; none if it has no sane size.
    ///
    /// The picture's size bounds the time; the limit only ends what that does not explain.
    func words(in grey: [UInt8], width: Int, within limit: ComputingLimit) -> [Word] {
        guard width >= 16, width <= 2000, grey.count % width == 0, (16...1000).contains(grey.count / width) else {
            return []
        }
        guard let monitor = TessMonitorCreate() else { return [] }
        defer {
            TessMonitorDelete(monitor)
            TessBaseAPIClear(handle)
        }
        TessMonitorSetCancelFunc(monitor) { limit, _ in
            limit?.assumingMemoryBound(to: ComputingLimit.self).pointee.isOver ?? false
        }
        // Tesseract copies the pixels, so they need not outlive the call.
        grey.withUnsafeBufferPointer { pixels in
            TessBaseAPISetImage(
                handle, pixels.baseAddress, Int32(width), Int32(grey.count / width), 1, Int32(width))
        }
        TessBaseAPISetSourceResolution(handle, 150)
        let isRead = withUnsafePointer(to: limit) { limit in
            TessMonitorSetCancelThis(monitor, UnsafeMutableRawPointer(mutating: limit))
            return TessBaseAPIRecognize(handle, monitor) == 0
        }
        guard isRead, let results = TessBaseAPIGetIterator(handle) else {
            return []
        }
        defer { TessResultIteratorDelete(results) }
        var words: [Word] = []
        repeat {
            guard let text = TessResultIteratorGetUTF8Text(results, RIL_WORD) else { continue }
            defer { TessDeleteText(text) }
            let place = TessResultIteratorGetPageIterator(results)
            let beginsLine = TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE)
            var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            let hasBox = TessPageIteratorBoundingBox(place, RIL_WORD, &left, &top, &right, &bottom) != 0
            words.append(
                Word(
                    text: String(cString: text), confidence: Double(TessResultIteratorConfidence(results, RIL_WORD)),
                    beginsLine: beginsLine != 0, isCut: !hasBox || left < 6 || right > Int32(width) - 6))
        } while TessResultIteratorNext(results, RIL_WORD) != 0 && words.count < 400
        return words
    }
}
