/// A meter's wheels and pulses under its faults, at any hour: a pure function over the volume that passes.
///
/// For mechanical meters, and for the meter in front of a corrector. A fault outside its time changes no difference of
/// two readings.
public struct FaultyMeter<Curve: VolumeCurve>: Sendable {
    /// What the wheels show.
    public struct Index: Hashable, Sendable {
        /// In millilitres, from 0 to below the wheels' range.
        public let millilitres: Int64
        /// How often the meter has been exchanged: tells which serial number is on the wall.
        public let generation: Int

        /// The whole m³ of the black wheels: what a reader writes.
        public var cubicMetres: Int { Int(millilitres / 1_000_000) }
    }

    /// A stretch of time with one meter on the wall.
    private struct Stretch: Sendable {
        let start: FleetHour
        let offset: Int64
    }

    private let passed: PassedVolume<Curve>
    private let faults: [Fault]
    private let range: Int64
    private let stretches: [Stretch]

    /// A meter at the beginning of a plan.
    ///
    /// - Parameters:
    ///   - curve: what it would count without a fault.
    ///   - faults: its faults; those of severity 0 are passed over.
    ///   - blackWheels: wheels of whole m³, 4 to 9.
    ///   - startIndex: what they show at the epoch, in millilitres.
    ///   - epoch: the plan's first hour.
    public init(_ curve: Curve, faults: [Fault], blackWheels: Int, startIndex: Int64, epoch: FleetHour) {
        precondition((4...9).contains(blackWheels), "a meter has 4 to 9 black wheels")
        let faults = faults.filter { $0.severity > 0 }
        let passed = PassedVolume(curve, from: epoch, faults: faults)
        let range = (0..<blackWheels).reduce(1_000_000) { range, _ in range * 10 } as Int64
        self.passed = passed
        self.faults = faults
        self.range = range
        let exchanges = faults.filter { $0.kind == .meterIdentity && $0.variant == .exchange }
            .sorted { $0.start < $1.start }
        let rollovers = faults.filter { $0.kind == .rollover }.sorted { $0.start < $1.start }
        var stretches: [Stretch] = []
        for place in -1..<exchanges.count {
            let start = place < 0 ? epoch : max(epoch, exchanges[place].start)
            let end = place + 1 < exchanges.count ? exchanges[place + 1].start : FleetHour(number: Int32.max)
            var offset = place < 0 ? startIndex : -FaultyMeter.counted(passed, faults, at: start)
            if let rollover = rollovers.first(where: { start <= $0.start && $0.start < end }) {
                // The meter was built so that its wheels turn over at that hour.
                offset = -FaultyMeter.counted(passed, faults, at: rollover.start)
            }
            stretches.append(Stretch(start: start, offset: offset))
        }
        self.stretches = stretches
    }

    /// What the wheels show at an hour, the epoch or later.
    public func index(at hour: FleetHour) -> Index {
        var generation = stretches.count - 1
        while generation > 0, stretches[generation].start > hour { generation -= 1 }
        let shown = (stretches[generation].offset + counted(at: hour)) % range
        return Index(millilitres: shown < 0 ? shown + range : shown, generation: generation)
    }

    /// What the wheels counted since the epoch, with their faults but without wrapping or exchange; may fall below zero.
    public func counted(at hour: FleetHour) -> Int64 { FaultyMeter.counted(passed, faults, at: hour) }

    /// How many pulses the reed gave since the epoch.
    ///
    /// - Parameters:
    ///   - hour: the epoch or later.
    ///   - pulseVolume: millilitres of a pulse.
    /// - Returns: whole pulses.
    public func pulses(at hour: FleetHour, pulseVolume: Int64) -> Int64 {
        pulsed(at: hour) / pulseVolume
    }

    /// The volume that the pulses stand for since the epoch, in millilitres, before it is cut to pulses.
    public func pulsed(at hour: FleetHour) -> Int64 {
        let error = CountError(passed: passed)
        return faults.reduce(passed(hour)) { $0 + error.pulses($1, until: hour) }
    }

    /// The gas that really passed since the epoch, in millilitres.
    public func passed(at hour: FleetHour) -> Int64 { passed(hour) }

    /// What somebody who stands before the meter sees besides the digits.
    public func sight(at hour: FleetHour) -> ReaderNote {
        let error = CountError(passed: passed)
        for fault in faults where fault.isOn(hour) {
            switch (fault.kind, fault.variant) {
            case (.sealBroken, _): return .sealBroken
            case (.meterIdentity, .unreadableDigits): return .unreadable
            case (.meterIdentity, .exchange): return .exchanged
            case (.slippingWheel, _): if error.isHalfway(fault, at: hour) { return .digitBetween }
            default: break
            }
        }
        return .none
    }

    /// What each fault did to wheels, pulses and use until an hour, in the order of the faults.
    public func truths(until hour: FleetHour) -> [FaultTruth] {
        let error = CountError(passed: passed)
        return faults.map { fault in
            var truth = FaultTruth(fault)
            truth.registered = error.wheels(fault, until: hour)
            truth.pulsed = error.pulses(fault, until: hour)
            if fault.kind == .creep { truth.use = passed.leaked(fault, until: hour) }
            return truth
        }
    }

    private static func counted(_ passed: PassedVolume<Curve>, _ faults: [Fault], at hour: FleetHour) -> Int64 {
        let error = CountError(passed: passed)
        return faults.reduce(passed(hour)) { $0 + error.wheels($1, until: hour) }
    }
}
