/// Chance that can be repeated: SplitMix64 from a seed that a failing test prints.
///
/// It remembers what was drawn, and can draw a remembered list again, so that a failing case can be made smaller.
package struct SeededGenerator: RandomNumberGenerator {
    /// The choice past the end of a replayed list: the first of whatever is drawn, and never one that `random(in:)` refuses.
    package static let simplest: UInt64 = 1

    private var state: UInt64
    private var replayed: [UInt64]?
    private let takesNotes: Bool
    /// What was drawn so far.
    package private(set) var drawn: [UInt64] = []
    /// What the case told about itself.
    package private(set) var notes: [String] = []

    package init(seed: UInt64) {
        state = seed
        takesNotes = false
    }

    package init(replaying choices: [UInt64], takesNotes: Bool = false) {
        state = 0
        replayed = choices
        self.takesNotes = takesNotes
    }

    package mutating func next() -> UInt64 {
        let choice = replayedChoice() ?? mixed()
        drawn.append(choice)
        return choice
    }

    private func replayedChoice() -> UInt64? {
        guard let replayed else { return nil }
        if drawn.count < replayed.count { return replayed[drawn.count] }
        // A loop that draws until it likes what it has must come to its end.
        return drawn.count < replayed.count + 10_000 ? Self.simplest : nil
    }

    private mutating func mixed() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Remembers a figure of the case for the one who reads of its failure.
    package mutating func note(_ name: String, _ value: @autoclosure () -> Any) {
        if takesNotes { notes.append("\(name) \(value())") }
    }

    /// A whole number of the range; the shrunk one is its first.
    package mutating func integer(in range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &self) }

    /// A count of the range; the shrunk one is its first.
    package mutating func count(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True one time in so many; the shrunk one is false.
    package mutating func oneIn(_ chances: Int) -> Bool { count(in: 1...chances) == chances }

    /// One of the elements, of which there must be some; the shrunk one is the first.
    package mutating func element<Element>(of elements: [Element]) -> Element {
        elements[count(in: 0...(elements.count - 1))]
    }

    /// Any magnitude alike, the ends of the range now and then.
    package mutating func extremeInt64() -> Int64 {
        switch count(in: 0...19) {
        case 0: 0
        case 1: .min
        case 2: .max
        default: Int64(truncatingIfNeeded: next()) >> integer(in: 0...62)
        }
    }
}
