public import MeterCore

/// A corrector stepped hour by hour under its faults, beside two that have none, which tell what each fault did.
///
/// 208 bytes of state and the table of C; the curve is the volume at measuring conditions that passes the meter before it.
public struct CorrectorRun<Curve: VolumeCurve, Gas: GasConditions>: Sendable {
    /// The corrector that billing reads.
    public private(set) var meter: CorrectorMeter
    /// Until when it has been stepped.
    public private(set) var hour: FleetHour
    /// What each fault did until then.
    public private(set) var truths: [FaultTruth]

    private let wheels: FaultyMeter<Curve>
    private let gas: Gas
    private let clock: MeterClock
    private let settings: CorrectorSettings
    private let pulseVolume: Int64
    private let tables: [[UInt32]]
    /// Counts every pulse that should have come, and converts it rightly.
    private var healthy: CorrectorMeter
    /// Counts what the corrector counts, and converts it rightly.
    private var counting: CorrectorMeter
    /// Pulses that came, and that should have come, until now.
    private var counted: (pulses: Int64, due: Int64)

    /// A corrector put in service at the epoch.
    ///
    /// - Parameters:
    ///   - wheels: the meter before it, with the same faults.
    ///   - gas: pressure and temperature.
    ///   - faults: its faults; those of severity 0 are passed over.
    ///   - settings: grid and substitute values.
    ///   - factors: the table of C, in ten-millionths.
    ///   - pulseVolume: millilitres of a pulse of the meter before it.
    ///   - epoch: the plan's first hour.
    public init(
        wheels: FaultyMeter<Curve>, gas: Gas, faults: [Fault], settings: CorrectorSettings, factors: [UInt32],
        pulseVolume: Int64, epoch: FleetHour
    ) {
        self.wheels = wheels
        self.gas = gas
        self.settings = settings
        self.pulseVolume = pulseVolume
        let faults = faults.filter { $0.severity > 0 }
        clock = MeterClock(faults: faults)
        truths = faults.map { FaultTruth($0) }
        // The right table first, then one for each fault that bends it.
        tables = [factors] + faults.map { CorrectorRun.bent(factors, by: $0) }
        meter = CorrectorMeter(settings: settings, factors: factors.span)
        (healthy, counting, hour) = (meter, meter, epoch)
        let (passed, pulsed) = wheels.passedAndPulsed(at: epoch)
        counted = (pulsed / pulseVolume, passed / pulseVolume)
    }

    /// What the corrector's clock shows.
    public var time: MeterClock.Time { clock.time(at: hour) }

    /// Steps to an hour; an earlier one changes nothing.
    public mutating func advance(to end: FleetHour) {
        while hour < end { step() }
    }

    /// Whoever reads it takes its latched status down, as a readout does.
    public mutating func acknowledge() { meter.acknowledge() }

    private mutating func step() {
        let next = hour.advanced(byHours: 1)
        // Volumes of whole pulses, each counted from the epoch: nothing is cut twice.
        let (passed, pulsed) = wheels.passedAndPulsed(at: next)
        let came = volume(pulsed / pulseVolume - counted.pulses)
        let due = volume(passed / pulseVolume - counted.due)
        counted = (pulsed / pulseVolume, passed / pulseVolume)
        let (p, t) = (gas.pascals(at: hour), gas.millikelvins(at: hour))
        // Most have no fault at all: the two beside it would be the same.
        if truths.isEmpty {
            let right = tables[0]
            meter.measure(pressure: p, temperature: t, settings: settings, factors: right.span)
            meter.convert(millilitres: UInt64(came))
            hour = next
            return
        }
        warn()
        let failed = (isOn(.pressureSensor), isOn(.temperatureSensor))
        let bent = truths.firstIndex { CorrectorRun.bends($0.fault) && $0.fault.isOn(hour) }
        let (right, used) = (tables[0], tables[bent.map { $0 + 1 } ?? 0])
        meter.measure(
            pressure: failed.0 ? nil : p, temperature: failed.1 ? nil : t, settings: settings, factors: used.span)
        counting.measure(pressure: p, temperature: t, settings: settings, factors: right.span)
        healthy.measure(pressure: p, temperature: t, settings: settings, factors: right.span)
        let before = (
            meter.totalVolume, meter.totalBaseVolume, counting.totalBaseVolume, healthy.totalVolume,
            healthy.totalBaseVolume
        )
        meter.convert(millilitres: UInt64(came))
        counting.convert(millilitres: meter.status.contains(.batteryDead) ? 0 : UInt64(came))
        healthy.convert(millilitres: UInt64(due))
        let wrong =
            CorrectorRun.difference(meter.totalVolume, before.0)
            - CorrectorRun.difference(healthy.totalVolume, before.3)
        let rightly = CorrectorRun.difference(counting.totalBaseVolume, before.2)
        let lost = rightly - CorrectorRun.difference(healthy.totalBaseVolume, before.4)
        let bentBy = CorrectorRun.difference(meter.totalBaseVolume, before.1) - rightly
        attribute(counted: wrong, lost: lost, bentBy: bentBy)
        hour = next
    }

    /// Gives what went wrong in an hour to the fault of that register, of which there is at most one.
    ///
    /// What whole pulses carry over a fault's end belongs to the last of its register.
    private mutating func attribute(counted: Int64, lost: Int64, bentBy: Int64) {
        if counted != 0 || lost != 0, let place = last(.volume) {
            truths[place].registered += counted
            truths[place].pulsed += counted
            truths[place].base += lost
        }
        if bentBy != 0, let place = last(.conversion) { truths[place].base += bentBy }
    }

    /// The latest fault of a family that has begun.
    private func last(_ family: FaultKind.Family) -> Int? {
        truths.indices.filter { truths[$0].fault.kind.family == family && truths[$0].fault.start <= hour }
            .max { truths[$0].fault.start < truths[$1].fault.start }
    }

    /// Puts the warnings on and off that hold in this hour.
    private mutating func warn() {
        set(.caseOpened, isOn(.sealBroken))
        set(.pulsesDiffer, isOn(.pulseError))
        let battery = truths.first { $0.fault.kind == .batteryLow && $0.fault.isOn(hour) }?.fault
        set(.batteryLow, battery != nil)
        set(.batteryDead, battery.map { $0.batteryDies <= hour } ?? false)
        let back = truths.contains { truth in
            truth.fault.variant == .clockReset && truth.fault.isOn(hour)
        }
        set(.clockSetBack, back)
    }

    private mutating func set(_ status: CorrectorStatus, _ isOn: Bool) {
        if isOn { meter.warn(status) } else { meter.clear(status) }
    }

    private func isOn(_ kind: FaultKind) -> Bool { truths.contains { $0.fault.kind == kind && $0.fault.isOn(hour) } }

    private func volume(_ pulses: Int64) -> Int64 { pulses * pulseVolume }

    private static func bends(_ fault: Fault) -> Bool {
        fault.kind == .conversionDivergence || fault.kind == .gasQualityStale
    }

    /// The table of C times 1 + or − the severity, cut.
    private static func bent(_ factors: [UInt32], by fault: Fault) -> [UInt32] {
        guard bends(fault) else { return [] }
        let share = UInt64(fault.share.millionths)
        return factors.map { factor in
            let part = UInt64(factor) * share / 1_000_000
            return UInt32(clamping: fault.variant == .factorLow ? UInt64(factor) - part : UInt64(factor) + part)
        }
    }

    /// How far a counter went, over its wrap.
    private static func difference(_ now: UInt64, _ before: UInt64) -> Int64 {
        Int64(now >= before ? now - before : now + CorrectorMeter.rollover - before)
    }
}

extension Fault {
    /// When the battery that only warned is dead: so that it is dead for the severity's share of the fault's time.
    public var batteryDies: FleetHour {
        end.advanced(byHours: -Int(share.part(of: Int64(start.hours(until: end)))))
    }
}
