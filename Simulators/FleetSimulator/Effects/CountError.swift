/// What each fault makes a meter's wheels and pulses count wrongly, as a function of the gas that passed.
///
/// All are cumulative, 0 until the fault begins and constant once it has ended, and no count ever falls but for a flow
/// that runs backwards. Whole millilitres: shares are cut, so what is lost is never more than its share.
struct CountError<Curve: VolumeCurve>: Sendable {
    let passed: PassedVolume<Curve>

    /// What the wheels count too much, or below zero too little, until an hour.
    func wheels(_ fault: Fault, until hour: FleetHour) -> Int64 {
        guard fault.severity > 0, hour > fault.start else { return 0 }
        switch fault.kind {
        case .stuckIndex: return -during(fault, until: hour)
        case .slippingWheel:
            let wheel = SlippingWheel(fault)
            return -wheel.missed(during(fault, until: hour)) * wheel.step
        case .reverseFlow: return -2 * fault.share.part(of: during(fault, until: hour))
        case .underRegistration: return -drifted(fault, until: hour)
        case .overRegistration: return drifted(fault, until: hour)
        default: return 0
        }
    }

    /// What the pulses stand for too much, or below zero too little, until an hour.
    ///
    /// The reed sits before the wheels that slip and cannot tell the direction; it stands still with a stuck index.
    func pulses(_ fault: Fault, until hour: FleetHour) -> Int64 {
        guard fault.severity > 0, hour > fault.start else { return 0 }
        switch fault.kind {
        case .stuckIndex, .underRegistration, .overRegistration: return wheels(fault, until: hour)
        case .magneticTamper: return -fault.share.part(of: during(fault, until: hour))
        case .pulseError:
            let part = fault.share.part(of: during(fault, until: hour))
            return fault.variant == .pulseBounce ? part : -part
        default: return 0
        }
    }

    /// Whether the digit of a slipping wheel stands half-way.
    func isHalfway(_ fault: Fault, at hour: FleetHour) -> Bool {
        guard fault.kind == .slippingWheel, fault.isOn(hour) else { return false }
        return SlippingWheel(fault).isHalfway(during(fault, until: hour))
    }

    /// The gas that passed while the fault was on.
    private func during(_ fault: Fault, until hour: FleetHour) -> Int64 {
        passed(fault.clamped(hour)) - passed(fault.start)
    }

    /// A share of the gas that grows by a step each month of 730 hours: the sum over months of what passed since each.
    private func drifted(_ fault: Fault, until hour: FleetHour) -> Int64 {
        let until = fault.clamped(hour)
        let reached = passed(until)
        var sum: Int64 = 0
        var month = fault.start.advanced(byHours: 730)
        while month < until {
            sum += reached - passed(month)
            month = month.advanced(byHours: 730)
        }
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
