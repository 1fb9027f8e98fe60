/// A meter's wheels and pulses under its faults, at any hour: a pure function over the volume that passes.
///
/// For mechanical meters, and for the meter in front of a corrector. A fault outside its time changes no difference of
/// two readings. Whoever knows already what has passed at an hour saves looking it up: see ``index(at:passed:)``.
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

    private let volume: PassedVolume<Curve>
    private let faults: [FaultCount]
    private let range: Int64
    private let stretches: [Stretch]

    /// A meter of a plan.
    ///
    /// - Parameters:
    ///   - curve: what it would count without a fault.
    ///   - faults: its faults; those of severity 0 are passed over.
    ///   - blackWheels: wheels of whole m³, 4 to 9.
    ///   - startIndex: what they show at the plan's first hour, in millilitres.
    ///   - hours: the plan's time; the meter is read from its first hour to the end, that included.
    public init(_ curve: Curve, faults: [Fault], blackWheels: Int, startIndex: Int64, hours: Range<FleetHour>) {
        precondition((4...9).contains(blackWheels), "a meter has 4 to 9 black wheels")
        let felt = faults.filter { $0.severity > 0 && $0.start < hours.upperBound }
        let volume = PassedVolume(curve, from: hours.lowerBound, faults: felt)
        let counts = felt.map { FaultCount($0, passed: volume, until: hours.upperBound) }
        self.volume = volume
        self.faults = counts
        range = (0..<blackWheels).reduce(1_000_000) { range, _ in range * 10 }
        func counted(_ hour: FleetHour) -> Int64 {
            let passed = volume(hour)
            return counts.reduce(passed) { $0 + $1.wheels(hour, passed) }
        }
        let exchanges = felt.filter { $0.isExchange }.sorted { $0.start < $1.start }
        let rollovers = felt.filter { $0.kind == .rollover }.sorted { $0.start < $1.start }
        var stretches: [Stretch] = []
        for place in -1..<exchanges.count {
            let start = place < 0 ? hours.lowerBound : max(hours.lowerBound, exchanges[place].start)
            let end = place + 1 < exchanges.count ? exchanges[place + 1].start : FleetHour(number: Int32.max)
            var offset = place < 0 ? startIndex : -counted(start)
            if let rollover = rollovers.first(where: { start <= $0.start && $0.start < end }) {
                // The meter was built so that its wheels turn over at that hour.
                offset = -counted(rollover.start)
            }
            stretches.append(Stretch(start: start, offset: offset))
        }
        self.stretches = stretches
    }

    /// What the wheels show at an hour of the plan.
    public func index(at hour: FleetHour) -> Index { index(at: hour, passed: volume(hour)) }

    /// The same where it is known what ``passed(at:)`` is at that hour: no look into the curve.
    public func index(at hour: FleetHour, passed: Int64) -> Index {
        var generation = stretches.count - 1
        while generation > 0, stretches[generation].start > hour { generation -= 1 }
        let shown = (stretches[generation].offset + counted(hour, passed)) % range
        return Index(millilitres: shown < 0 ? shown + range : shown, generation: generation)
    }

    /// What the meter showed that was taken away at an hour, in millilitres: all that passed until then is on its wheels.
    ///
    /// At the plan's first hour nothing has passed, and it is what the wheels show then.
    public func removedIndex(at hour: FleetHour) -> Int64 {
        guard let stretch = stretches.last(where: { $0.start < hour }) else { return index(at: hour).millilitres }
        let shown = (stretch.offset + counted(at: hour)) % range
        return shown < 0 ? shown + range : shown
    }

    /// What the wheels counted since the plan began, with their faults but without wrapping or exchange; may fall below
    /// zero.
    public func counted(at hour: FleetHour) -> Int64 { counted(hour, volume(hour)) }

    /// How many pulses the reed gave since the plan began.
    ///
    /// - Parameters:
    ///   - hour: of the plan.
    ///   - pulseVolume: millilitres of a pulse.
    /// - Returns: whole pulses.
    public func pulses(at hour: FleetHour, pulseVolume: Int64) -> Int64 { pulsed(at: hour) / pulseVolume }

    /// The volume that the pulses stand for since the plan began, in millilitres, before it is cut to pulses.
    public func pulsed(at hour: FleetHour) -> Int64 {
        let passed = volume(hour)
        return faults.reduce(passed) { $0 + $1.pulses(hour, passed) }
    }

    /// What passed and what the pulses stand for, in millilitres, for little more than the price of one.
    func passedAndPulsed(at hour: FleetHour) -> (passed: Int64, pulsed: Int64) {
        let passed = volume(hour)
        return (passed, faults.reduce(passed) { $0 + $1.pulses(hour, passed) })
    }

    /// The gas that passed since the plan began, in millilitres: what is used, and what leaks.
    public func passed(at hour: FleetHour) -> Int64 { volume(hour) }

    /// What leaked of it, in millilitres; 0 for most meters.
    public func leaked(until hour: FleetHour) -> Int64 {
        volume.leaks.reduce(0) { $0 + volume.leaked($1, until: hour) }
    }

    /// What somebody who stands before the meter sees besides the digits.
    public func sight(at hour: FleetHour) -> ReaderNote {
        for count in faults where count.fault.isOn(hour) {
            switch (count.fault.kind, count.fault.variant) {
            case (.sealBroken, _): return .sealBroken
            case (.meterIdentity, .unreadableDigits): return .unreadable
            case (.meterIdentity, .exchange): return .exchanged
            case (.slippingWheel, _): if count.isHalfway(hour, volume(hour)) { return .digitBetween }
            default: break
            }
        }
        return .none
    }

    /// What each fault did to wheels, pulses and use until an hour, in the order of the faults.
    public func truths(until hour: FleetHour) -> [FaultTruth] {
        let passed = volume(hour)
        return faults.map { count in
            var truth = FaultTruth(count.fault)
            truth.registered = count.wheels(hour, passed)
            truth.pulsed = count.pulses(hour, passed)
            if count.fault.kind == .creep { truth.use = volume.leaked(count.fault, until: hour) }
            return truth
        }
    }

    private func counted(_ hour: FleetHour, _ passed: Int64) -> Int64 {
        faults.reduce(passed) { $0 + $1.wheels(hour, passed) }
    }
}
