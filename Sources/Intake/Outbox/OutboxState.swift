/// Where a message stands, and what a status makes of it.
package enum OutboxState: String, Hashable, Sendable {
    case queued, sending, accepted, sent, delivered, read, failed, dead

    /// Whether our side still has something to do.
    package var isOpen: Bool { self == .queued || self == .sending }

    /// The state after the channel told `status`.
    ///
    /// Statuses come late, twice and in any order: the ladder only goes up. `failed` ends it for good, but not below what
    /// arrived; what the channel says after that stays in `message_status` as a fact.
    package func after(_ status: String) -> OutboxState {
        switch self {
        case .failed: return self
        case .delivered where status == "failed", .read where status == "failed": return self
        default: break
        }
        guard let told = Self.told[status] else { return self }
        return told.rank > rank ? told : self
    }

    private static let told: [String: OutboxState] = [
        "accepted": .accepted, "sent": .sent, "delivered": .delivered, "read": .read, "played": .read,
        "failed": .failed,
    ]

    private var rank: Int {
        switch self {
        case .dead: -1
        case .queued: 0
        case .sending: 1
        case .accepted: 2
        case .sent: 3
        case .delivered: 4
        case .read: 5
        case .failed: 6
        }
    }
}
