/// Settles which digit of a turning wheel holds, from the right: a wheel moves on only while its right neighbour goes
/// from 9 to 0, and until the neighbour is through, the lower digit holds.
package enum CarryRule {
    /// What a wheel shows by its position and that of its right neighbour.
    package struct Settled: Hashable, Sendable {
        /// The digit that holds.
        package var value: Int
        /// How far the wheel stands from where its neighbour puts it, 0 to 5 (a tenth of a turn is 1).
        package var slack: Double
    }

    /// The digits of wheels at these positions, from the left; the last wheel rolls on without steps.
    package static func settle(_ positions: [Double]) -> [Settled] {
        var settled: [Settled] = []
        var neighbour: Double?
        for position in positions.reversed() {
            if let right = neighbour {
                let carried = max(0, right - 9)
                // Where it would stand had the neighbour not begun to take it along; there it must show a whole digit.
                let resting = position - carried
                let whole = resting.rounded()
                settled.append(
                    Settled(value: Int((whole + 20).truncatingRemainder(dividingBy: 10)), slack: abs(resting - whole)))
                // What the wheel to the left sees is the settled position, so that slack does not add up.
                neighbour = (whole + carried + 20).truncatingRemainder(dividingBy: 10)
            } else {
                // A hair before the next digit counts as there, for its neighbours too: the net's own error is a tenth.
                let there = position + 0.1
                let isThere = there.rounded(.down) > position.rounded(.down)
                settled.append(Settled(value: Int(there.truncatingRemainder(dividingBy: 10)), slack: 0))
                neighbour = isThere ? there.rounded(.down).truncatingRemainder(dividingBy: 10) : position
            }
        }
        return settled.reversed()
    }
}
