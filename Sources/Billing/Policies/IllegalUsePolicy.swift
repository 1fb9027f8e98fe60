public import Quantities

/// What illegal use [kaçak] and irregular use [usulsüz] cost.
public struct IllegalUsePolicy: Hashable, Sendable {
    /// The edition, stored with what it computed.
    public let version: String
    /// The share of the gas's value that is charged, the gas itself included.
    public let share: Rate
    /// By what the charge is multiplied for a repetition.
    public let repeatFactor: Int
    /// The years within which a second finding is a repetition.
    public let repeatYears: Int
    /// How many open-close fees [açma-kapama bedeli] irregular use costs.
    public let irregularFeeMultiple: Int

    /// A policy of those values; `nil` where one of them is negative, or the years are more than a
    /// hundred.
    public init?(version: String, share: Rate, repeatFactor: Int, repeatYears: Int, irregularFeeMultiple: Int) {
        guard share >= .zero, repeatFactor >= 0, (0...100).contains(repeatYears), irregularFeeMultiple >= 0 else {
            return nil
        }
        self.init(checked: version, share, repeatFactor, repeatYears, irregularFeeMultiple)
    }

    private init(
        checked version: String, _ share: Rate, _ repeatFactor: Int, _ repeatYears: Int, _ irregularFeeMultiple: Int
    ) {
        self.version = version
        self.share = share
        self.repeatFactor = repeatFactor
        self.repeatYears = repeatYears
        self.irregularFeeMultiple = irregularFeeMultiple
    }

    /// 200 %, doubled within two years; three fees.
    ///
    /// İGDAŞ's page on illegal use; regulation, articles 52 and 53; "Kaçak veya Usulsüz … Usul ve Esaslar", article 4: up to
    /// 200 %. Whether the gas itself is in the 200 % is not said anywhere; here it is.
    public static let shipped = IllegalUsePolicy(
        checked: "illegal-use-2026.1", Rate(partsPerMillion: 2_000_000), 2, 2, 3)

    /// Whether a finding on `day` repeats one of the `earlier` ones: not more than `repeatYears` after it, by date.
    public func isRepetition(on day: CivilDate, earlier: [CivilDate]) -> Bool {
        earlier.contains { previous in
            guard previous <= day else { return false }
            // Past the year 2999 nothing has expired.
            guard let end = try? previous.advanced(byMonths: repeatYears * 12) else { return true }
            return day <= end
        }
    }
}
