/// Whether it stands open if the black wheels have just turned on: then a reading may be one off, or ten, or a hundred.
///
/// While the red wheels go from nines to zeros, the black ones next to them stand between two digits, and slack hides on
/// which side. Nobody can tell such a counter from one photo; a person asks for another one, or bills the lower index.
package enum OpenCarry {
    /// A wheel this near to its next digit may as well have arrived.
    private static let nearlyThere = 0.75

    /// Whether the carry stands open.
    ///
    /// With red wheels their first two tell: nines and zeros only.
    /// Without any, the last black wheel does, which then turns without steps.
    package static func isOpen(decimals: String, lastPosition: Double?) -> Bool {
        guard decimals.isEmpty else { return decimals.prefix(2).allSatisfy { $0 == "9" || $0 == "0" } }
        guard let lastPosition else { return false }
        return lastPosition - lastPosition.rounded(.down) > nearlyThere
    }
}
