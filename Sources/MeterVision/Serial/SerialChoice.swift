/// Tells the serial number among the words of a plate.
package enum SerialChoice {
    /// A run of digits on the plate, without dots and spaces, and how sure it is, 0 to 100.
    package struct Run: Hashable, Sendable {
        /// The digits as printed.
        package var digits: String
        /// The least sure word's confidence.
        package var confidence: Double

        /// A run.
        package init(digits: String, confidence: Double) {
            (self.digits, self.confidence) = (digits, confidence)
        }
    }

    /// Serials have 6 to 10 digits; years have fewer, delivery points more.
    private static let lengths = 6...10
    /// An unknown serial is told from here on.
    private static let sure = 88.0

    /// The runs of digits in the words, split where letters or the line's end stand between.
    static func runs(in words: [TesseractEngine.Word]) -> [Run] {
        var runs: [Run] = []
        var run = Run(digits: "", confidence: 100)
        func close() {
            if lengths.contains(run.digits.utf8.count) { runs.append(run) }
            run = Run(digits: "", confidence: 100)
        }
        for word in words {
            // Numbers are printed in groups (62 117 580), but a whole one is not the beginning of another.
            if word.beginsLine || run.digits.utf8.count >= lengths.lowerBound { close() }
            for character in word.text {
                if ("0"..."9").contains(character) {
                    run.digits.append(character)
                    run.confidence = min(run.confidence, word.isCut ? 0 : word.confidence)
                } else if character != "." {
                    close()
                }
            }
        }
        close()
        return runs
    }

    /// What these runs say; with a registered serial only whether it is that one or another.
    package static func choose(_ runs: [Run], registered: String?) -> PlateResult {
        let best = runs.max { $0.confidence < $1.confidence }
        guard let registered = registered.map(plain), !registered.isEmpty else {
            guard let best, best.confidence >= sure, (7...9).contains(best.digits.utf8.count) else { return .notRead }
            return .read(best.digits)
        }
        // Eight digits in their order are no accident: the registered number need not be read with confidence.
        if let same = runs.first(where: { plain($0.digits) == registered }) { return .read(same.digits) }
        if let best, best.confidence >= sure, differs(plain(best.digits), registered) { return .other(best.digits) }
        return .notRead
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
}
