/// What the severity of a fault counts.
///
/// A severity is a whole number in the unit's finest part; 0 is always "no effect".
public enum SeverityUnit: Hashable, Sendable {
    /// 1: it is so.
    case event
    /// Millionths of a volume, of hours or of readings, whichever the fault takes away.
    case share
    /// Millilitres an hour.
    case flow
    /// Millionths a year.
    case sharePerYear
    /// Seconds a day.
    case secondsPerDay
    /// Thousandths of what is allowed.
    case times

    /// How many finest parts make 1 of what scenario files write: 0.3 of a share is 300,000.
    public var scale: Int {
        switch self {
        case .event, .secondsPerDay: 1
        case .share, .sharePerYear: 1_000_000
        case .flow, .times: 1_000
        }
    }

    /// What a scenario file writes, in words that follow "in".
    public var words: String {
        switch self {
        case .event: "events"
        case .share: "shares of 1"
        case .flow: "litres an hour"
        case .sharePerYear: "shares of 1 a year"
        case .secondsPerDay: "seconds a day"
        case .times: "times of what is allowed"
        }
    }
}
