internal import Storage
internal import Synchronization

/// Failed media requests of the last hour: after more than five the channel blocks every one for an hour, so we stop at four.
///
/// A request that is on its way may fail too, so it counts as one until it has not.
final class MediaBudget: Sendable {
    static let most = 4
    /// After so many failures a photo that failed before is not asked for again.
    static let mostForAgain = 2

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

/// How far ahead a failure may lie and still count: what lies further ahead shows that the clock was put back.
///
/// Requests run side by side, each with the time that it read before it came to the database; a failure that another wrote
/// meanwhile is a little younger than that.
private let besideUs = Duration.seconds(60)

extension Statements {
    /// How many media requests failed in the hour before `now`, and when the oldest of them leaves the hour.
    func mediaFailures(at now: Moment) throws(StoreError) -> (count: Int, until: Moment) {
        let hour = Duration.seconds(3600)
        let row = try row(
            "SELECT count(*) AS number, min(at) AS oldest FROM media_failure WHERE at > ? AND at <= ?", now - hour,
            now + besideUs)
        return (Int(try row?.integer("number") ?? 0), (try row?.optionalMoment("oldest") ?? now) + hour)
    }

    /// Whether failures stand in the table that lie ahead: the clock was put back.
    func hasMediaFailuresAhead(of now: Moment) throws(StoreError) -> Bool {
        try row("SELECT 1 FROM media_failure WHERE at > ? LIMIT 1", now + besideUs) != nil
    }
}

extension Transaction {
    func countMediaFailure(at now: Moment) throws(StoreError) {
        try run("DELETE FROM media_failure WHERE at <= ?", now - .seconds(3600))
        try forgetMediaFailures(after: now)
        try run("INSERT INTO media_failure (at) VALUES (?)", now)
    }

    /// Those that lie ahead would count once their time comes, an hour that nobody knows of.
    func forgetMediaFailures(after now: Moment) throws(StoreError) {
        try run("DELETE FROM media_failure WHERE at > ?", now + besideUs)
    }
}
