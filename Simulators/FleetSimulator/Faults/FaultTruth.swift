/// What a fault really did to a meter, for the score: nothing of it is known to billing.
public struct FaultTruth: Hashable, Sendable {
    /// Meter, kind, variant, start, end and severity.
    public let fault: Fault
    /// What the register counted too much (or, below zero, too little) for the gas that passed, in millilitres.
    ///
    /// The wheels of a mechanical or prepaid meter, or Vm of a corrector.
    public var registered: Int64
    /// What the pulse counter counted too much or too little, in millilitres.
    public var pulsed: Int64
    /// What Vb, all of it, counted too much or too little, in millilitres.
    public var base: Int64
    /// How much more (or less) gas passed than without the fault, in millilitres: a leak, a valve.
    public var use: Int64
    /// How much too much or too little stands on a prepaid meter, in its finest unit.
    public var credit: Int64
    /// How many readings or cards it touched.
    public var touched: Int

    /// A fault that has done nothing yet.
    public init(_ fault: Fault) {
        self.fault = fault
        (registered, pulsed, base, use, credit, touched) = (0, 0, 0, 0, 0, 0)
    }

    /// What billing must do about it.
    public var duty: BillingDuty { fault.kind.trait.duty(fault.variant) }

    /// By what billing can tell it.
    public var sign: FaultSign { fault.kind.trait.sign(fault.variant) }
}

extension Fault {
    /// Whether what is right to bill has it too: wheels that turn over, a meter that is exchanged, and a leak, which lets gas
    /// pass that is billed as read.
    public var isInTruth: Bool { kind == .rollover || kind == .creep || isExchange }

    /// Whether it puts another meter onto the wall.
    public var isExchange: Bool { kind == .meterIdentity && variant == .exchange }
}
