/// Reads the serial on the plate around a counter window: by its codes, else printed.
package final class PlateReader {
    /// The plate may take so long; a picture's size bounds each step, and this only ends what that does not explain.
    private static let most: UInt64 = 1500
    /// Rows of digits that are read of a strip; a plate has a handful.
    private static let mostRows = 6

    private let list: SerialList?
    private let plate, print: NetRunner?

    /// A reader that looks serials up in that list, with the nets that find and read rows of print, where the model has them.
    package init(list: SerialList?, plate: NetRunner?, print: NetRunner?) {
        (self.list, self.plate, self.print) = (list, plate, print)
    }

    /// The serial on the plate around a window.
    package func serial(around window: Quad, in photo: CleanPhoto, registered: String?) throws(ReaderModelError)
        -> PlateResult
    {
        let limit = ComputingLimit(milliseconds: Self.most)
        let codes = PlateCodes.codes(around: window, in: photo, within: limit)
        let said = SerialChoice.choose(codes, registered: registered, list: list)
        if let said, isSettled(said) { return said }
        // A code may be another thing's than the meter's, and what it says more than the serial: the print tells.
        let runs = try runs(around: window, in: photo, within: limit) { runs in
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
    ) throws(ReaderModelError) -> [SerialChoice.Run] {
        guard let plate, let print else { return [] }
        var runs: [SerialChoice.Run] = []
        for region in PlateStrip.regions(around: window) {
            guard let strip = PlateStrip(of: region, in: photo) else { continue }
            for row in try DigitRows.rows(in: strip.evened, with: plate).prefix(Self.mostRows) {
                if limit.isOver { return runs }
                guard let look = try PrintReader.look(at: row, on: strip, in: photo, with: print) else { continue }
                runs += SerialChoice.runs(in: PrintReader.words(in: look.columns))
            }
            if enough(runs) { break }
        }
        return runs
    }
}
