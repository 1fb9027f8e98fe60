internal import Storage
internal import Synchronization

/// Failed media requests of the last hour: after more than five the channel blocks every one for an hour, so we stop at four.
///
/// A request that is on its way may fail too, so it counts as one until it has not.
final class MediaBudget: Sendable {
    static let most = 4

    private let underWay = Mutex(0)

    /// Takes a place for a request, before the failures are counted; how many are under way with it.
    func begin() -> Int {
        underWay.withLock { count in
            count += 1
            return count
        }
    }

    /// Gives it back, after a failure was written down.
    func end() { underWay.withLock { $0 -= 1 } }
}

extension Statements {
    /// How many media requests failed in the hour before `now`, and when the oldest of them leaves the hour.
    func mediaFailures(at now: Moment) throws(StoreError) -> (count: Int, until: Moment) {
        let hour = Duration.seconds(3600)
        let row = try row(
            "SELECT count(*) AS number, min(at) AS oldest FROM media_failure WHERE at > ?", now - hour)
        let oldest = try row?.optionalMoment("oldest") ?? now
        return (Int(try row?.integer("number") ?? 0), min(oldest, now) + hour)
    }
}

extension Transaction {
    func countMediaFailure(at now: Moment) throws(StoreError) {
        try run("DELETE FROM media_failure WHERE at <= ?", now - .seconds(3600))
        try run("INSERT INTO media_failure (at) VALUES (?)", now)
    }
}
