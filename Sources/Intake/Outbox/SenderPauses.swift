internal import Storage
internal import Synchronization

/// Customers to whom the channel takes nothing for a while, because too much went to them [131056].
///
/// They are kept in memory: after a start the channel says so again.
final class SenderPauses: Sendable {
    private let pauses = Mutex<[Int64: (until: Moment, times: Int)]>([:])

    /// Until when nothing may go to them; nil where it may.
    func pause(of sender: Int64, at now: Moment) -> Moment? {
        pauses.withLock { pauses in
            guard let until = pauses[sender]?.until else { return nil }
            // A clock that was put back must not hold them longer than the longest pause.
            return until > now && until.since(now) <= Self.longest ? until : nil
        }
    }

    /// Waits 4, 16, 64 … seconds for this customer alone.
    func extend(_ sender: Int64, at now: Moment) -> Moment {
        pauses.withLock { pauses in
            let times = min((pauses[sender]?.times ?? 0) + 1, 6)
            let until = now + min(.seconds(1 << (2 * times)), Self.longest)
            pauses[sender] = (until, times)
            return until
        }
    }

    /// Something went through.
    func clear(_ sender: Int64) { pauses.withLock { _ = $0.removeValue(forKey: sender) } }

    private static let longest = Duration.seconds(3600)
}
