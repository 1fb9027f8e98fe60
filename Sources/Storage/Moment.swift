/// A point in time, in milliseconds since 1970 (UTC).
///
/// Rooms take it as an argument; only the command reads a clock.
package struct Moment: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init(secondsSince1970 seconds: Int64) { milliseconds = seconds * 1000 }

    package static func < (earlier: Moment, later: Moment) -> Bool { earlier.milliseconds < later.milliseconds }

    package static func + (moment: Moment, duration: Duration) -> Moment {
        Moment(milliseconds: moment.milliseconds + duration.wholeMilliseconds)
    }

    package static func - (moment: Moment, duration: Duration) -> Moment {
        Moment(milliseconds: moment.milliseconds - duration.wholeMilliseconds)
    }

    /// The time from `earlier` to this moment; negative where it lies before.
    package func since(_ earlier: Moment) -> Duration { .milliseconds(milliseconds - earlier.milliseconds) }

    package var description: String { "\(milliseconds)" }
}

/// Tells the time; given to whoever needs it by the command that wires the rooms.
package typealias TimeSource = @Sendable () -> Moment

extension Duration {
    /// The duration in whole milliseconds, cut off.
    package var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
