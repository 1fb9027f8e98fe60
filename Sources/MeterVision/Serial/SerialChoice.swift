/// Tells the serial number among the words of a plate.
package enum SerialChoice {
    /// A run of digits on the plate, without dots and spaces, and how sure it is, 0 to 100.
    package struct Run: Hashable, Sendable {
        /// The digits as printed.
        package var text: String
        /// The least sure word's confidence.
        package var confidence: Double
        /// For each of them how much of each digit was seen there, 0 to 1; empty where nobody measured that.
        package var digits: [[Double]]

        /// A run.
        package init(text: String, confidence: Double, digits: [[Double]] = []) {
            (self.text, self.confidence, self.digits) = (text, confidence, digits)
        }

        /// Whether nothing but digits was read, and every one for certain.
        var isSure: Bool { confidence >= SerialChoice.sure && text.allSatisfy(\.isDecimalDigit) }
    }

    /// Serials have 6 to 10 digits; years have fewer, delivery points more.
    private static let lengths = 6...10
    /// An unknown serial is told from here on.
    private static let sure = 88.0
    /// From here on what was seen of each digit may settle which of two registered neighbours it is.
    private static let nearlySure = 75.0
    /// What is less sure is not looked for in a list either.
    private static let guess = 20.0

    /// A group of so many digits is a whole number, not the beginning of another.
    private static let whole = 6

    /// The runs of digits in the words: what stands together, and groups of few digits side by side (62 117 580).
    ///
    /// A year behind or before such groups is none of them, as far as enough is left.
    package static func runs(in words: [PlateWord]) -> [Run] {
        var runs: [Run] = []
        var groups: [PlateWord] = []
        func close() {
            defer { groups = [] }
            func digits(_ groups: [PlateWord]) -> Int { groups.reduce(0) { $0 + $1.text.utf8.count } }
            if let last = groups.last, isYear(last.text), digits(groups) - 4 >= whole { groups.removeLast() }
            if let first = groups.first, isYear(first.text), digits(groups) - 4 >= whole { groups.removeFirst() }
            guard lengths.contains(digits(groups)) else { return }
            let least = groups.map { $0.isCut ? 0 : $0.confidence }.min() ?? 0
            runs.append(Run(text: groups.map(\.text).joined(), confidence: least, digits: groups.flatMap(\.digits)))
        }
        for word in words {
            if word.beginsLine { close() }
            if word.text.utf8.count >= whole {
                close()
                groups = [word]
                close()
            } else {
                groups.append(word)
            }
        }
        close()
        return runs
    }

    /// Whether it may be the year in which a meter was made.
    private static func isYear(_ text: String) -> Bool {
        text.utf8.count == 4 && (1950...2049).contains(Int(text) ?? 0)
    }

    /// What these runs say; with a registered serial only whether it is that one or another.
    ///
    /// Without one, a run that the list has is told, if no other run says another of the list; a run that it has not, or
    /// where there is no list, if the plate shows no other number that may be a serial.
    package static func choose(_ runs: [Run], registered: String?, list: SerialList? = nil) -> PlateResult {
        func finding(_ run: Run) -> SerialFinding {
            let listing = list.map {
                // Nets may be sure of a wrong digit: beside a registered neighbour the whole must be nearly sure too.
                let digits = run.confidence >= nearlySure ? run.digits : []
                return run.confidence < guess
                    ? .unlisted
                    : SerialMatch.listing(of: run.text, isSure: run.isSure, seen: digits, mayBePart: true, in: $0)
            }
            return SerialFinding(serial: run.text, way: .print, text: run.text, listing: listing ?? .noList)
        }
        guard let registered = registered.map(plain), !registered.isEmpty else {
            let listed = runs.map(finding).filter { $0.listed != nil }
            if let first = listed.first {
                guard listed.allSatisfy({ $0.listed == first.listed }) else { return .notRead }
                return .read(first)
            }
            let likely = runs.filter { $0.isSure && (7...9).contains($0.text.utf8.count) }
            guard let first = likely.first, likely.allSatisfy({ $0.text == first.text }) else { return .notRead }
            return .read(finding(first))
        }
        // Eight digits in their order are no accident: the registered number need not be read with confidence.
        if let same = runs.first(where: { isSame($0, registered) }) { return .read(finding(same)) }
        let best = runs.filter(\.isSure).max { $0.confidence < $1.confidence }
        if let best, differs(plain(best.text), registered) { return .other(finding(best)) }
        return .notRead
    }

    /// The runs without those that only repeat, under a code, what it says of more than the serial.
    static func runs(_ runs: [Run], withoutTextOf codes: [PlateCode]) -> [Run] {
        let repeated = codes.compactMap { code in
            let found = CodeSerial.candidates(in: code.text, of: code.symbology)
            return found.count > 1 ? found.first : nil
        }
        return runs.filter { !repeated.contains($0.text) }
    }

    private static func isSame(_ run: Run, _ registered: String) -> Bool {
        run.text.allSatisfy(\.isDecimalDigit) && plain(run.text) == registered
    }

    /// The digits that count: leading zeros, dots and spaces do not make another serial.
    package static func plain(_ serial: String) -> String {
        String(serial.filter { ("0"..."9").contains($0) }.drop { $0 == "0" })
    }

    /// Whether it is another serial as far as one can tell.
    ///
    /// Neighbouring meters often have numbers one apart, so a single digit counts, and a person looks. A number of another
    /// length is something else that is printed on the plate.
    private static func differs(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && one != other
    }

    /// What codes say for certain; nil where only the print can tell, or nothing can.
    ///
    /// A code that may mean several serials is settled by the registered one, by the list, or by a run that was printed.
    package static func choose(
        _ codes: [PlateCode], printed runs: [Run] = [], registered: String?, list: SerialList? = nil
    ) -> PlateResult? {
        var (unlisted, another): (SerialFinding?, SerialFinding?)
        let registered = registered.map(plain).flatMap { $0.isEmpty ? nil : $0 }
        for code in codes {
            let found = CodeSerial.candidates(in: code.text, of: code.symbology).map { serial in
                SerialFinding(
                    serial: serial, way: .code(code.symbology), text: code.text,
                    listing: list.map { SerialMatch.listing(of: serial, isSure: true, in: $0) } ?? .noList)
            }
            if let registered {
                if let same = found.first(where: { plain($0.serial) == registered }) { return .read(same) }
                another = another ?? found.first { differs(plain($0.serial), registered) }
                continue
            }
            let listed = found.filter { $0.listed != nil }
            if listed.count == 1 { return .read(listed[0]) }
            guard listed.isEmpty else { continue }
            // The longest is printed under the code itself: only the part by itself says what it is.
            let printed = found.dropFirst().filter { finding in runs.contains { isSame($0, plain(finding.serial)) } }
            unlisted = unlisted ?? (found.count == 1 ? found[0] : printed.first)
        }
        return another.map { .other($0) } ?? unlisted.map { .read($0) }
    }
}
