/// Reads the serial on the plate around a counter window, with Tesseract.
///
/// Set `OMP_THREAD_LIMIT=1` in the environment before the process starts: Tesseract's OpenMP otherwise spins, and takes
/// five times the time.
final class PlateReader {
    private var engine: TesseractEngine?
    private var hasTried = false

    /// The serial on the plate around a window; not read when Tesseract's data is not installed.
    func serial(around window: Quad, in photo: CleanPhoto, registered: String?) -> PlateResult {
        if !hasTried {
            hasTried = true
            engine = TesseractEngine()
        }
        guard let engine else { return .notRead }
        var runs: [SerialChoice.Run] = []
        for strip in PlateStrip.greys(around: window, in: photo) {
            runs += SerialChoice.runs(in: engine.words(in: strip.grey, width: strip.width))
            let result = SerialChoice.choose(runs, registered: registered)
            if case .read = result { return result }
        }
        return SerialChoice.choose(runs, registered: registered)
    }
}
