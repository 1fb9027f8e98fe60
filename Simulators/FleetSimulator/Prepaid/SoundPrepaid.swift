import MeterCore

/// A prepaid meter without faults, stepped from event to event: its state does not depend on how a volume is split.
struct SoundPrepaid: Sendable {
    let curve: IndicatedVolume
    private(set) var meter: PrepaidMeter
    private(set) var terms: PrepaidTerms
    private(set) var hour: FleetHour
    private(set) var passed: Int64 = 0
    private(set) var demanded: Int64 = 0
    let start: Int64

    init(_ curve: IndicatedVolume, _ terms: PrepaidTerms, startLitres: UInt32, epoch: FleetHour) {
        self.curve = curve
        self.terms = terms
        meter = PrepaidMeter(litres: startLitres)
        start = Int64(startLitres) * 1_000
        hour = epoch
    }

    /// Steps to an hour; an earlier one changes nothing.
    mutating func advance(to end: FleetHour) {
        guard end > hour else { return }
        // The curve is 0 at the epoch.
        let reached = curve.millilitres(at: end)
        var volume = reached - demanded
        demanded = reached
        while volume > 0 {
            let part = min(volume, 1_000_000_000)
            passed += Int64(meter.pass(millilitres: UInt64(part), under: terms).passed)
            volume -= part
        }
        hour = end
    }

    /// Puts the office's card in.
    mutating func insert(_ card: PrepaidCard) -> CardOutcome {
        var outcome = CardOutcome()
        var inserted = card
        outcome.answers = [meter.insert(&inserted, under: &terms, at: UInt32(clamping: Int(hour.number) * 3_600))]
        outcome.card = inserted
        return outcome
    }
}
