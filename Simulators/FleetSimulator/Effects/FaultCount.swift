/// What one fault makes a meter's wheels and pulses count wrongly, from the volume that has passed and the hour alone.
///
/// All is cumulative: 0 until the fault begins, constant once it has ended, and no count falls but by a missed carry or a
/// flow that runs backwards. Whole millilitres: shares are cut, so what is lost is never more than its share. What it
/// needs of other hours is looked up once.
struct FaultCount: Sendable {
    let fault: Fault
    /// What had passed when it began and when it ended.
    private let atStart: Int64
    private let atEnd: Int64
    /// Sums of what had passed at each month of 730 hours since it began: none, the first, the first two, and so on.
    private let months: [Int64]

    /// A fault of a meter that is asked about no later than at `last`.
    init(_ fault: Fault, passed: PassedVolume<some VolumeCurve>, until last: FleetHour) {
        self.fault = fault
        let end = min(fault.end, last)
        atStart = passed(min(fault.start, last))
        atEnd = passed(end)
        var months: [Int64] = [0]
        if fault.kind == .underRegistration || fault.kind == .overRegistration {
            var month = fault.start.advanced(byHours: 730)
            while month < end {
                months.append(months[months.count - 1] + passed(month))
                month = month.advanced(byHours: 730)
            }
        }
        self.months = months
    }

    /// What the wheels count too much, or below zero too little, until an hour at which `passed` has passed.
    func wheels(_ hour: FleetHour, _ passed: Int64) -> Int64 {
        guard hour > fault.start else { return 0 }
        switch fault.kind {
        case .stuckIndex: return -during(hour, passed)
        case .slippingWheel:
            let wheel = SlippingWheel(fault)
            return -wheel.missed(during(hour, passed)) * wheel.step
        case .reverseFlow: return -2 * fault.share.part(of: during(hour, passed))
        case .underRegistration: return -drifted(hour, passed)
        case .overRegistration: return drifted(hour, passed)
        default: return 0
        }
    }

    /// What the pulses stand for too much, or below zero too little, until an hour at which `passed` has passed.
    ///
    /// The reed sits before the wheels that slip and cannot tell the direction; it stands still with a stuck index.
    func pulses(_ hour: FleetHour, _ passed: Int64) -> Int64 {
        guard hour > fault.start else { return 0 }
        switch fault.kind {
        case .stuckIndex, .underRegistration, .overRegistration: return wheels(hour, passed)
        case .magneticTamper: return -fault.share.part(of: during(hour, passed))
        case .pulseError:
            let part = fault.share.part(of: during(hour, passed))
            return fault.variant == .pulseBounce ? part : -part
        default: return 0
        }
    }

    /// Whether the digit of a slipping wheel stands half-way.
    func isHalfway(_ hour: FleetHour, _ passed: Int64) -> Bool {
        guard fault.kind == .slippingWheel, fault.isOn(hour) else { return false }
        return SlippingWheel(fault).isHalfway(during(hour, passed))
    }

    /// The gas that passed while the fault was on.
    private func during(_ hour: FleetHour, _ passed: Int64) -> Int64 {
        (hour < fault.end ? passed : atEnd) - atStart
    }

    /// A share of the gas that grows by a step each month of 730 hours: the sum over months of what passed since each.
    private func drifted(_ hour: FleetHour, _ passed: Int64) -> Int64 {
        let hours = fault.start.hours(until: min(hour, fault.end))
        let begun = min((hours - 1) / 730, months.count - 1)
        let sum = Int64(begun) * (hour < fault.end ? passed : atEnd) - months[begun]
        // Wide, as a large meter's sum over years times its rate may leave 64 bits.
        let (high, low) = sum.multipliedFullWidth(by: Int64(fault.severity))
        return (12_000_000 as Int64).dividingFullWidth((high, low)).quotient
    }
}

/// A number wheel that misses a share of its carries: each time it loses one of its digits.
struct SlippingWheel {
    /// What one digit of the wheel is worth, in millilitres: 1 or 10 m³.
    let step: Int64
    private let share: Share

    init(_ fault: Fault) {
        step = fault.key & 1 == 0 ? 1_000_000 : 10_000_000
        share = fault.share
    }

    /// How many carries it missed while a volume passed.
    func missed(_ volume: Int64) -> Int64 { share.part(of: volume / step) }

    /// Whether the last carry was missed and the wheel still hangs: for the first three tenths of the next.
    func isHalfway(_ volume: Int64) -> Bool {
        let carries = volume / step
        guard carries > 0, share.part(of: carries) > share.part(of: carries - 1) else { return false }
        return volume % step < step / 10 * 3
    }
}
