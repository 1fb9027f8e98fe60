public import MeterCore

/// How the customers of prepaid meters buy, and what their meters may hold.
///
/// The defaults are assumptions, but for the rule that a meter may hold two months' mean use (RG 2013-02-13).
public struct PrepaidBuying: Hashable, Sendable {
    /// Whether cards carry gas or money.
    public var unit: CreditUnit
    /// Days of use that a customer buys at a time, drawn evenly.
    public var days: ClosedRange<Int>
    /// Days of use left when a customer buys, drawn evenly.
    public var reserve: ClosedRange<Int>
    /// How far credit may fall below zero, in m³.
    public var emergencyCubicMetres: Int
    /// Months of mean use that a meter may hold.
    public var mostMonths: Int

    /// Customers who buy a month's gas unless told otherwise.
    public init(
        unit: CreditUnit = .volume, days: ClosedRange<Int> = 20...40, reserve: ClosedRange<Int> = 2...7,
        emergencyCubicMetres: Int = 5, mostMonths: Int = 2
    ) {
        self.unit = unit
        self.days = days
        self.reserve = reserve
        self.emergencyCubicMetres = emergencyCubicMetres
        self.mostMonths = mostMonths
    }
}
