/// Tells the serial number among the words of a plate.
package enum SerialChoice {
    /// A run of digits on the plate, without dots and spaces, and how sure it is, 0 to 100.
    package struct Run: Hashable, Sendable {
        /// The digits as printed.
        package var text: String
        /// The least sure word's confidence.
        package var confidence: Double

        /// A run.
        package init(text: String, confidence: Double) { (self.text, self.confidence) = (text, confidence) }

        /// Whether nothing but digits was read, and every one for certain.
        var isSure: Bool { confidence >= SerialChoice.sure && text.allSatisfy(\.isDecimalDigit) }
    }

    /// Serials have 6 to 10 digits; years have fewer, delivery points more.
    static let lengths = 6...10
    /// An unknown serial is told from here on.
    private static let sure = 88.0

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
            runs.append(Run(text: groups.map(\.text).joined(), confidence: least))
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
    static func isYear(_ text: String) -> Bool {
        text.utf8.count == 4 && (1950...2049).contains(Int(text) ?? 0)
    }

    /// What these runs say; with a registered serial only whether it is that one or another.
    ///
    /// Without one, the serial of the list that the print speaks for is told, if all its rows speak for the same; a run where
    /// there is none, if the plate shows no other number that may be a serial.
    package static func choose(
        _ runs: [Run], matches: [SerialMatch] = [], registered: String?, hasList: Bool = false
    ) -> PlateResult {
        let first = matches.first
        // The same number stands on a plate more than once: where one of them is surely another one, the other was misread.
        let isContradicted = runs.contains { run in
            run.isSure && matches.contains { isNeighbour(plain(run.text), plain($0.serial)) }
        }
        let match = !isContradicted && matches.allSatisfy { $0.serial == first?.serial } ? first : nil
        func finding(_ run: Run) -> SerialFinding {
            var finding = SerialFinding(serial: run.text, way: .print, text: run.text)
            if hasList { finding.listing = .unlisted }
            if let match, plain(match.serial) == plain(run.text) { finding.listing = match.listing }
            return finding
        }
        guard let registered = registered.map(plain), !registered.isEmpty else {
            guard matches.isEmpty else {
                return match.map { match in
                    let run = runs.first { plain($0.text) == plain(match.serial) }
                    let text = run?.text ?? match.serial.filter(\.isDecimalDigit)
                    return .read(SerialFinding(serial: text, way: .print, text: text, listing: match.listing))
                } ?? .notRead
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

    /// What only repeats, under a code, what it says of more than the serial.
    static func repeated(of codes: [PlateCode]) -> [String] {
        codes.compactMap { code in
            let found = CodeSerial.candidates(in: code.text, of: code.symbology)
            return found.count > 1 ? found.first : nil
        }
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

    /// Whether the digits are the same but for one.
    private static func isNeighbour(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).count { $0 != $1 } == 1
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
                    listing: list.map { $0.serial(serial).map { .listed(serial: $0.serial, distance: 0) } ?? .unlisted }
                        ?? .noList)
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

extension Character {
    /// Whether it is one of 0 to 9.
    var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}
