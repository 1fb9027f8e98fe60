public import Quantities

/// Why a meter refused a card, as it writes it onto the card.
public enum CardRefusal: String, Hashable, Sendable, CaseIterable {
    /// The card: damaged, of another meter or unit, loaded before, or with a wrong amount.
    case card
    /// The case was opened.
    case caseOpened = "case-opened"
    /// The battery is dead.
    case batteryDead = "battery-dead"
    /// With it the meter would hold more than it may.
    case overMaximum = "over-maximum"
}

/// What a card brings back to the desk from its meter.
public struct CardReport: Hashable, Sendable {
    /// The day at the desk.
    public let day: CivilDate
    /// The meter's register.
    public let register: MeterVolume
    /// Its credit; below zero where gas was used on tick.
    public let credit: MeterVolume
    /// The number of the last load that it took.
    public let taken: Int64
    /// What it reports.
    public let status: MeterStatus
    /// Why it refused the last card; `nil` where it took it.
    public let refusal: CardRefusal?
    /// What its clock shows, and when that was.
    public let clock: ClockReading

    /// A report of those particulars.
    public init(
        day: CivilDate, register: MeterVolume, credit: MeterVolume, taken: Int64, status: MeterStatus,
        refusal: CardRefusal?, clock: ClockReading
    ) {
        self.day = day
        self.register = register
        self.credit = credit
        self.taken = taken
        self.status = status
        self.refusal = refusal
        self.clock = clock
    }
}

/// How far the credit of a prepaid meter may go.
public struct CreditLimits: Hashable, Sendable {
    /// The emergency credit, above zero: so far below zero a customer may go.
    public let emergency: MeterVolume
    /// What the meter may hold; `nil` without a limit.
    public let cap: MeterVolume?

    /// Limits.
    public init(emergency: MeterVolume, cap: MeterVolume?) {
        self.emergency = emergency
        self.cap = cap
    }
}
