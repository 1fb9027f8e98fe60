/// What something that was known of the meter changed in its reading.
///
/// A hint chooses between what the reader saw, or lowers how far that is believed; it never adds a digit.
public enum HintUse: Hashable, Sendable {
    /// The number of black wheels chose the line; by itself the photo would have been read as this one.
    case wheelCountChoseLine(instead: String)
    /// The number of red wheels chose where the decimals begin or end; by itself the photo would have been read so.
    case decimalsChoseSplit(instead: String)
    /// The window clearly shows so many black wheels, and the meter has others.
    case wheelCountLoweredConfidence(shown: Int)
    /// A wheel stood between two digits, and only this reading is not below the last index.
    case lastIndexSettledHalfRolled(instead: String)
    /// A wheel stood between two digits, and only this reading lies where it was expected.
    case intervalSettledHalfRolled(instead: String)
    /// The reading is below the last index.
    case lastIndexLoweredConfidence(last: Int)
    /// The reading is far from where it was expected.
    case intervalLoweredConfidence(from: Int, through: Int)
    /// A number on the plate is the registered serial.
    case serialMatchedRegistered
    /// The plate shows another serial than the registered one.
    case serialDiffered(shown: String)

    /// A stable name; its words stand in `Wording`.
    public var code: String {
        switch self {
        case .wheelCountChoseLine: "wheel-count-chose-line"
        case .decimalsChoseSplit: "decimals-chose-split"
        case .wheelCountLoweredConfidence: "wheel-count-lowered-confidence"
        case .lastIndexSettledHalfRolled: "last-index-settled-half-rolled"
        case .intervalSettledHalfRolled: "interval-settled-half-rolled"
        case .lastIndexLoweredConfidence: "last-index-lowered-confidence"
        case .intervalLoweredConfidence: "interval-lowered-confidence"
        case .serialMatchedRegistered: "serial-matched-registered"
        case .serialDiffered: "serial-differed"
        }
    }

    /// The values that belong to it, by the names that its words have places for.
    public var values: [String: String] {
        switch self {
        case .wheelCountChoseLine(let instead), .decimalsChoseSplit(let instead),
            .lastIndexSettledHalfRolled(let instead), .intervalSettledHalfRolled(let instead):
            ["instead": instead]
        case .wheelCountLoweredConfidence(let shown): ["shown": String(shown)]
        case .lastIndexLoweredConfidence(let last): ["last": String(last)]
        case .intervalLoweredConfidence(let from, let through): ["from": String(from), "through": String(through)]
        case .serialMatchedRegistered: [:]
        case .serialDiffered(let shown): ["shown": shown]
        }
    }

    /// One of each, for whoever must know them all.
    package static let examples: [HintUse] = [
        .wheelCountChoseLine(instead: "0123,4"), .decimalsChoseSplit(instead: "01234,5"),
        .wheelCountLoweredConfidence(shown: 6), .lastIndexSettledHalfRolled(instead: "01233"),
        .intervalSettledHalfRolled(instead: "01233"), .lastIndexLoweredConfidence(last: 1234),
        .intervalLoweredConfidence(from: 1200, through: 1300), .serialMatchedRegistered,
        .serialDiffered(shown: "57111487"),
    ]
}
