public import Quantities

/// What all customers of a class used in a month, before K.
public struct ClassMonth: Hashable, Sendable {
    /// The month.
    public let month: CivilMonth
    /// The use of all of them, in litres.
    public let litres: Int64
    /// The days of all of them: a customer of thirty days is thirty.
    public let days: Int64

    /// A month's sums.
    public init(month: CivilMonth, litres: Int64, days: Int64) {
        self.month = month
        self.litres = litres
        self.days = days
    }
}

/// When the sums of a class say what its members use (R4).
public struct ClassUsePolicy: Hashable, Sendable {
    /// The edition.
    public let version: String
    /// The customers' days that a month needs to be a mean (ours: a hundred customers for a month).
    public let fewestDays: Int64
    /// How many months old a month is when it begins to count (ours): late invoices are in it then, and no reading of a
    /// round is held against sums that the round itself moves.
    public let settledAfterMonths: Int

    /// A policy of those values.
    public init(version: String, fewestDays: Int64, settledAfterMonths: Int = 3) {
        self.version = version
        self.fewestDays = fewestDays
        self.settledAfterMonths = settledAfterMonths
    }

    /// The policy that ships.
    public static let shipped = ClassUsePolicy(version: "class-use-2026.1", fewestDays: 3_000)

    /// The mean use a day by month, as it stands on `day`: of each month of the calendar the newest settled year that has
    /// days enough; `nil` where a month has none.
    public func classUse(of months: [ClassMonth], on day: CivilDate) -> ClassUse? {
        let newestSettled = day.year * 12 + day.month - settledAfterMonths
        var newest: [ClassMonth?] = Array(repeating: nil, count: 12)
        for month in months where month.days >= max(fewestDays, 1) && month.litres >= 0 {
            guard month.month.year * 12 + month.month.month <= newestSettled else { continue }
            let place = month.month.month - 1
            if let known = newest[place], known.month > month.month { continue }
            newest[place] = month
        }
        var means: [Int64] = []
        for month in newest {
            guard let month else { return nil }
            means.append(month.litres / month.days)
        }
        return ClassUse(litresADay: means)
    }
}
