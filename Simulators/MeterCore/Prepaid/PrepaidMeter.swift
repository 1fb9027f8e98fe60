/// A prepaid gas meter (ön ödemeli sayaç): register, credit, valve and warnings in 16 bytes.
///
/// Millions of them are stepped, so what is the same for many or never changes stands in ``PrepaidTerms``. Nothing is
/// rounded: a volume ends on the same state however it is split.
public struct PrepaidMeter: Hashable, Sendable {
    /// What is left, in the finest unit of the terms; negative while emergency credit is used.
    public internal(set) var credit: Int64
    /// Whole litres on the register; wraps with the index.
    public private(set) var litres: UInt32
    /// Number of the last load, 0 before the first.
    public internal(set) var loadNumber: UInt16
    /// The millilitres beyond the last whole litre in the low 10 bits, the flags in the high 6.
    private var packed: UInt16

    /// A meter as it leaves the store: valve closed, no credit, no load.
    public init(litres: UInt32 = 0) {
        credit = 0
        self.litres = litres
        loadNumber = 0
        packed = PrepaidFlags.valveClosed.rawValue
    }

    /// Valve, tamper and battery.
    public internal(set) var flags: PrepaidFlags {
        get { PrepaidFlags(rawValue: packed & 0xFC00) }
        set { packed = packed & 0x03FF | newValue.rawValue & 0xFC00 }
    }

    /// The register in millilitres.
    public var millilitres: UInt64 { UInt64(litres) * 1_000 + UInt64(packed & 0x03FF) }

    /// What is left in the unit of the customer: whole millilitres or kuruş, cut toward zero.
    public func amountLeft(under terms: PrepaidTerms) -> Int64 { credit / terms.finest(1) }

    /// What is left as gas, at the price in force: whole millilitres, cut toward zero.
    public func volumeLeft(under terms: PrepaidTerms) -> Int64 { credit / terms.costOfMillilitre }

    /// Lets gas pass as far as credit and valve allow.
    ///
    /// The valve closes once the credit cannot pay the next millilitre: at zero, or at the emergency limit after
    /// ``requestEmergencyCredit(under:)``. While the magnet is on, gas passes uncounted and unpaid. A valve stuck open
    /// takes the credit below every limit; a meter whose battery died with it open counts nothing.
    ///
    /// - Parameters:
    ///   - volume: what the appliances would take, in millilitres, at most 10^9 (1,000 m³).
    ///   - terms: the meter's terms.
    ///   - fault: whether the valve obeys.
    /// - Returns: what went through, and what of it was counted.
    public mutating func pass(
        millilitres volume: UInt64, under terms: PrepaidTerms, valve fault: ValveFault = .none
    ) -> PrepaidPassage {
        precondition(volume <= 1_000_000_000, "at most 1,000 m³ at once")
        let flowing =
            switch fault {
            case .none: !flags.contains(.valveClosed)
            case .stuckOpen: true
            case .stuckClosed: false
            }
        guard flowing, volume > 0 else { return PrepaidPassage(passed: 0, counted: 0, valveClosed: false) }
        if !flags.isDisjoint(with: .magnet.union(.batteryDead)) {
            return PrepaidPassage(passed: volume, counted: 0, valveClosed: false)
        }
        let passed = fault == .stuckOpen ? volume : min(volume, affordable(under: terms))
        count(passed, terms)
        let (left, overflow) = credit.subtractingReportingOverflow(Int64(passed) * terms.costOfMillilitre)
        credit = overflow ? Int64.min : left
        let wasOpen = !flags.contains(.valveClosed)
        if affordable(under: terms) == 0 { flags.insert(.valveClosed) }
        return PrepaidPassage(passed: passed, counted: passed, valveClosed: wasOpen && flags.contains(.valveClosed))
    }

    /// The customer's button: releases emergency credit when the credit is used up, and opens the valve.
    ///
    /// Returns whether there was emergency credit to release; none is while the case is open or the battery dead.
    public mutating func requestEmergencyCredit(under terms: PrepaidTerms) -> Bool {
        guard flags.isDisjoint(with: .emergencyReleased.union(.caseOpened).union(.batteryDead)),
            affordable(under: terms) == 0
        else { return false }
        flags.insert(.emergencyReleased)
        guard affordable(under: terms) > 0 else {
            flags.remove(.emergencyReleased)
            return false
        }
        openIfAllowed(under: terms)
        return true
    }

    /// What something other than gas and cards does to the meter.
    public mutating func sense(_ event: PrepaidEvent, under terms: PrepaidTerms) {
        switch event {
        case .caseOpened: flags.formUnion(.caseOpened.union(.valveClosed))
        case .magnetOn: flags.insert(.magnet)
        case .magnetOff: flags.remove(.magnet)
        case .batteryLow: flags.insert(.batteryLow)
        case .batteryDead: flags.formUnion(.batteryLow.union(.batteryDead).union(.valveClosed))
        case .batteryReplaced:
            flags.subtract(.batteryLow.union(.batteryDead))
            openIfAllowed(under: terms)
        }
    }

    /// How much gas the credit still pays, in millilitres.
    public func affordable(under terms: PrepaidTerms) -> UInt64 {
        let floor = flags.contains(.emergencyReleased) ? -terms.finest(UInt64(terms.emergencyLimit)) : 0
        guard credit > floor else { return 0 }
        return UInt64(credit - floor) / UInt64(terms.costOfMillilitre)
    }

    /// Opens the valve unless credit, case or battery keep it closed.
    mutating func openIfAllowed(under terms: PrepaidTerms) {
        guard flags.isDisjoint(with: .caseOpened.union(.batteryDead)), affordable(under: terms) > 0 else { return }
        flags.remove(.valveClosed)
    }

    private mutating func count(_ volume: UInt64, _ terms: PrepaidTerms) {
        let reached = UInt64(packed & 0x03FF) + volume
        litres = UInt32(truncatingIfNeeded: (UInt64(litres) + reached / 1_000) % UInt64(terms.registerRange))
        packed = packed & 0xFC00 | UInt16(truncatingIfNeeded: reached % 1_000)
    }
}
