/// What was read of the print on a plate without a gap.
package struct PlateWord: Hashable, Sendable {
    /// Its characters.
    package var text: String
    /// How sure it is that it says so, 0 to 100.
    package var confidence: Double
    /// Whether a new line begins with it.
    package var beginsLine: Bool
    /// Whether it touches the edge of what was seen, so that a part of it may be missing.
    package var isCut: Bool

    /// A word.
    package init(text: String, confidence: Double, beginsLine: Bool, isCut: Bool) {
        (self.text, self.confidence) = (text, confidence)
        (self.beginsLine, self.isCut) = (beginsLine, isCut)
    }
}
