internal import PhotoSimulator

/// Which statuses a message gets, in which order and when.
package enum StatusCourse: String, Sendable, CaseIterable {
    /// None at all.
    case none
    /// sent, delivered, read.
    case ordered
    /// In a quarter of the messages `delivered` comes before `sent`, as it does on the real channel.
    case mixed

    struct Step: Hashable {
        let status: String
        let after: Duration
    }

    func steps(random: inout SeededRandom) -> [Step] {
        let usual = [
            Step(status: "sent", after: .milliseconds(20)), Step(status: "delivered", after: .milliseconds(120)),
            Step(status: "read", after: .milliseconds(400)),
        ]
        switch self {
        case .none: return []
        case .ordered: return usual
        case .mixed:
            guard random.chance(0.25) else { return usual }
            return [
                Step(status: "delivered", after: .milliseconds(20)), Step(status: "sent", after: .milliseconds(120)),
                usual[2],
            ]
        }
    }
}
