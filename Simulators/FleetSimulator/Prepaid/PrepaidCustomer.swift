import MeterCore

/// What the customer of a prepaid meter decides: when to buy, and how much to ask for.
///
/// A pure function of the plan, the meter's number, how many purchases came before, the use of a fortnight and the credit:
/// so what the card last carried decides the next wish, whether a billing or ``PrepaidCourse`` filled it. Volumes are
/// whole millilitres of the meter. The figures are the plan's ``PrepaidBuying``, which are assumptions.
public struct PrepaidCustomer: Hashable, Sendable {
    private let meter: Int
    private let seed: UInt64
    private let buying: PrepaidBuying
    private let hours: Range<FleetHour>

    /// The customer of a meter.
    public init(of meter: Int, in plan: FleetPlan) {
        self.meter = meter
        seed = plan.seed
        buying = plan.prepaid
        hours = plan.hours
    }

    /// The hour of the day at which customers go to the desk and come back with the card.
    public static let visitingHour = 18

    /// What the customer uses a day, by the fortnight before an hour: in a plan's first fortnight, by that fortnight.
    ///
    /// Who has just moved into the plan knows the use of the season from before it.
    ///
    /// - Parameters:
    ///   - hour: when.
    ///   - curve: what the appliances use.
    /// - Returns: millilitres a day, at least 100 litres, so that an empty flat buys now and then.
    public func dailyUse(before hour: FleetHour, of curve: some VolumeCurve) -> Int64 {
        let start = max(hours.lowerBound, hour.advanced(byHours: -336))
        let end = min(hours.upperBound, start.advanced(byHours: 336))
        let days = max(Int64(start.hours(until: end)) / 24, 1)
        return max((curve.millilitres(at: end) - curve.millilitres(at: start)) / days, 100_000)
    }

    /// The credit at which the customer comes again after so many purchases.
    ///
    /// - Parameters:
    ///   - purchases: how many there were; none asks for nothing before the first visit.
    ///   - daily: ``dailyUse(before:of:)`` at the last of them.
    /// - Returns: millilitres.
    public func reserve(after purchases: Int, daily: Int64) -> Int64 { draw(buying.reserve, purchases, 2) * daily }

    /// How much the customer asks for: some days of the present use, but no more than the meter may hold.
    ///
    /// - Parameters:
    ///   - purchases: how many there were before.
    ///   - daily: ``dailyUse(before:of:)`` now.
    ///   - credit: what is left, in millilitres; below zero where emergency credit was used.
    ///   - maximum: what the meter may hold, in millilitres.
    /// - Returns: whole litres in millilitres; 0 where the meter is full.
    public func wish(after purchases: Int, daily: Int64, credit: Int64, maximum: Int64) -> Int64 {
        let wanted = draw(buying.days, purchases, 1) * daily
        return max(min(wanted, maximum - max(credit, 0)), 0) / 1_000 * 1_000
    }

    private func draw(_ range: ClosedRange<Int>, _ purchases: Int, _ purpose: UInt64) -> Int64 {
        // 0x425559 spells "BUY".
        let bits = MeterRandom.bits(
            seed: seed, meter: UInt64(meter), time: UInt64(purchases), purpose: 0x4255_5900 + purpose)
        return Int64(FaultDraw.even(bits, range))
    }
}
