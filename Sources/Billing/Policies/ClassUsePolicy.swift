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

    /// A policy of those values.
    public init(version: String, fewestDays: Int64) {
        self.version = version
        self.fewestDays = fewestDays
    }

    /// The policy that ships.
    public static let shipped = ClassUsePolicy(version: "class-use-2026.1", fewestDays: 3_000)

    /// The mean use a day by month: of each month of the calendar the newest year that has days enough; `nil` where a month
    /// has none.
    public func classUse(of months: [ClassMonth]) -> ClassUse? {
        var newest: [ClassMonth?] = Array(repeating: nil, count: 12)
        for month in months where month.days >= max(fewestDays, 1) && month.litres >= 0 {
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
