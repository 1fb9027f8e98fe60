/// What was read of the print on a plate without a gap.
package struct PlateWord: Hashable, Sendable {
    /// Its characters.
    package var text: String
    /// How sure it is that it says so, 0 to 100.
    package var confidence: Double
    /// For each character how much of each digit was seen there, 0 to 1; empty where nobody measured that.
    package var digits: [[Double]]
    /// Whether a new line begins with it.
    package var beginsLine: Bool
    /// Whether it touches the edge of what was seen, so that a part of it may be missing.
    package var isCut: Bool

    /// A word.
    package init(text: String, confidence: Double, digits: [[Double]] = [], beginsLine: Bool, isCut: Bool) {
        (self.text, self.confidence, self.digits) = (text, confidence, digits)
        (self.beginsLine, self.isCut) = (beginsLine, isCut)
    }
}
