/// Reads the serial on the plate around a counter window: by its codes, else printed.
package final class PlateReader {
    /// The plate may take so long; a picture's size bounds each step, and this only ends what that does not explain.
    private static let most: UInt64 = 1500
    /// Rows of digits that are read of a strip; a plate has a handful.
    private static let mostRows = 6
    /// Rows of these that are weighed against the list, and digits that such a row shows at least.
    private static let (mostNumbers, leastDigits) = (3, 5)

    private let list: SerialList?
    private let plate, print: NetRunner?

    /// A reader that looks serials up in that list, with the nets that find and read rows of print, where the model has them.
    package init(list: SerialList?, plate: NetRunner?, print: NetRunner?) {
        (self.list, self.plate, self.print) = (list, plate, print)
    }

    /// What was read of the print on a plate.
    private struct Print {
        var runs: [SerialChoice.Run] = []
        var matches: [SerialMatch] = []
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
        let print = try print(around: window, in: photo, registered: registered, within: limit)
        let repeated = SerialChoice.repeated(of: codes)
        let printed = SerialChoice.choose(
            print.runs.filter { !repeated.contains($0.text) },
            matches: print.matches.filter { match in
                !repeated.contains { SerialChoice.plain($0) == SerialChoice.plain(match.serial) }
            }, registered: registered, hasList: list != nil)
        if isSettled(printed) { return printed }
        return SerialChoice.choose(codes, printed: print.runs, registered: registered, list: list) ?? printed
    }

    /// Whether nothing that is still to be read could say better.
    private func isSettled(_ result: PlateResult) -> Bool {
        guard case .read(let finding) = result else { return false }
        return finding.listing != .unlisted
    }

    /// What is printed round the window, strip by strip until it is enough.
    private func print(around window: Quad, in photo: CleanPhoto, registered: String?, within limit: ComputingLimit)
        throws(ReaderModelError) -> Print
    {
        var found = Print()
        for region in PlateStrip.regions(around: window) {
            guard let strip = PlateStrip(of: region, in: photo) else { continue }
            try read(strip, of: photo, into: &found, within: limit)
            if limit.isOver { break }
            let result = SerialChoice.choose(
                found.runs, matches: found.matches, registered: registered, hasList: list != nil)
            if case .read(let finding) = result, registered != nil || finding.listing != .unlisted { break }
        }
        return found
    }

    /// Reads the rows of a strip; those with enough digits are looked at again and again where there is a list to weigh.
    private func read(_ strip: PlateStrip, of photo: CleanPhoto, into found: inout Print, within limit: ComputingLimit)
        throws(ReaderModelError)
    {
        guard let plate, let print else { return }
        var numbers: [(row: DigitRow, columns: PrintColumns)] = []
        for row in try DigitRows.rows(in: strip.evened, with: plate).prefix(Self.mostRows) {
            if limit.isOver { return }
            guard let look = try PrintReader.look(at: row, on: strip, in: photo, with: print) else { continue }
            found.runs += SerialChoice.runs(in: PrintReader.words(in: look.columns))
            if look.columns.characters.count(where: \.isDigit) >= Self.leastDigits {
                numbers.append((row, look.columns))
            }
        }
        guard let list else { return }
        var weighed = 0
        for (row, columns) in numbers where RowEvidence([columns]).mayMatch(in: list) {
            weighed += 1
            if weighed > Self.mostNumbers { return }
            var looks = [columns]
            var match: SerialMatch?
            for (number, framing) in PrintFraming.others.enumerated() {
                if limit.isOver { return }
                let look = try PrintReader.look(at: row, on: strip, in: photo, framed: framing, with: print)
                if let look { looks.append(look.columns) }
                // What is clear from three looks needs no more of them, nor does what none of them can see.
                guard number == 1 || number == PrintFraming.others.count - 1 else { continue }
                match = RowEvidence(looks).match(in: list)
                if match?.isClear ?? true { break }
            }
            if let match, match.isCertain { found.matches.append(match) }
        }
    }
}
