/// Reads the serial on the plate around a counter window: by its codes, else printed, with Tesseract.
///
/// Set `OMP_THREAD_LIMIT=1` in the environment before the process starts: Tesseract's OpenMP otherwise spins, and takes
/// five times the time.
package final class PlateReader {
    /// The plate may take so long; a picture's size bounds each step, and this only ends what that does not explain.
    private static let most: UInt64 = 1500

    private let list: SerialList?
    private var engine: TesseractEngine?
    private var hasTried = false

    /// A reader that looks serials up in that list.
    package init(list: SerialList?) { self.list = list }

    /// The serial on the plate around a window; of print nothing is read when Tesseract's data is not installed.
    package func serial(around window: Quad, in photo: CleanPhoto, registered: String?) -> PlateResult {
        let limit = ComputingLimit(milliseconds: Self.most)
        let codes = PlateCodes.codes(around: window, in: photo, within: limit)
        let said = SerialChoice.choose(codes, registered: registered, list: list)
        if let said, isSettled(said) { return said }
        // A code may be another thing's than the meter's, and what it says more than the serial: the print tells.
        let runs = runs(around: window, in: photo, within: limit) { runs in
            if case .read(let finding) = SerialChoice.choose(runs, registered: registered, list: list) {
                registered != nil || list == nil || finding.listed != nil
            } else {
                false
            }
        }
        let printed = SerialChoice.choose(
            SerialChoice.runs(runs, withoutTextOf: codes), registered: registered, list: list)
        if isSettled(printed) { return printed }
        return SerialChoice.choose(codes, printed: runs, registered: registered, list: list) ?? printed
    }

    /// Whether nothing that is still to be read could say better.
    private func isSettled(_ result: PlateResult) -> Bool {
        guard case .read(let finding) = result else { return false }
        return finding.listing != .unlisted
    }

    /// The runs of digits printed round the window, strip by strip until they are enough.
    private func runs(
        around window: Quad, in photo: CleanPhoto, within limit: ComputingLimit,
        enough: ([SerialChoice.Run]) -> Bool
    ) -> [SerialChoice.Run] {
        if !hasTried {
            hasTried = true
            engine = TesseractEngine()
        }
        guard let engine else { return [] }
        var runs: [SerialChoice.Run] = []
        for strip in PlateStrip.greys(around: window, in: photo) {
            if limit.isOver { break }
            runs += SerialChoice.runs(in: engine.words(in: strip.grey, width: strip.width, within: limit))
            if enough(runs) { break }
        }
        return runs
    }
}
