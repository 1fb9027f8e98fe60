/// The days and instalments of the reading periods, by edition.
public struct PeriodRules: Hashable, Sendable {
    /// The edition, stored with what it decided.
    public let version: String
    /// The days of a monthly period.
    public let monthlyDays: Int
    /// The days of a half-monthly period.
    public let halfMonthlyDays: Int
    /// The most days that a reading may be off without a consequence, either way.
    public let largestDeviation: Int
    /// The fewest days between the delivery of the invoice and its due date.
    public let notice: Int
    /// The same after a shortened period.
    public let shortPeriodNotice: Int
    /// In how many interest-free instalments, at least, a customer may pay after a period that the company lengthened.
    public let longPeriod: InstalmentPolicy

    /// Rules of that edition.
    public init(
        version: String, monthlyDays: Int = 30, halfMonthlyDays: Int = 15, largestDeviation: Int, notice: Int,
        shortPeriodNotice: Int, longPeriod: InstalmentPolicy = .longPeriodInFour
    ) {
        self.version = version
        self.monthlyDays = monthlyDays
        self.halfMonthlyDays = halfMonthlyDays
        self.largestDeviation = largestDeviation
        self.notice = notice
        self.shortPeriodNotice = shortPeriodNotice
        self.longPeriod = longPeriod
    }

    /// The rules of 2026.
    ///
    /// Deviation: regulation m.48 as selcukgaz.com.tr quotes it. Notice by SMS 10 days before the due date, 25 days after a
    /// shortened period, 4 instalments after one that the company lengthened: RG 21/2/2026-33175, as the press reported it.
    /// That the five days start the last two is our reading.
    public static let regulation2026 = PeriodRules(
        version: "periods-2026.1", largestDeviation: 5, notice: 10, shortPeriodNotice: 25,
        longPeriod: .longPeriodInFour)

    /// The days that a period of the cycle has.
    public func nominalDays(of cycle: BillingCycle) -> Int {
        switch cycle {
        case .monthly: monthlyDays
        case .halfMonthly: halfMonthlyDays
        }
    }
}
