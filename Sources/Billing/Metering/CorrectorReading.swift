public import GasPhysics
public import Quantities

/// Another corrector took the place of one inside a billing period.
public struct CorrectorExchange: Hashable, Sendable {
    /// What the corrected register of the old one showed when it was taken off.
    public let removedAt: Index
    /// What that of the new one showed when it was put on.
    public let newStart: Index

    /// An exchange at those registers.
    public init(removedAt: Index, newStart: Index) {
        self.removedAt = removedAt
        self.newStart = newStart
    }
}

/// The two registers of a corrector over a billing period; the meter's own readings are the uncorrected register.
///
/// A meter that is exchanged alone leaves the corrector's registers as they are; they go on over it.
public struct CorrectorReading: Hashable, Sendable {
    /// The corrected register when the period began.
    public let first: Index
    /// The corrected register now.
    public let last: Index
    /// The factor that is expected of the corrector.
    public let expectedFactor: CorrectionFactor
    /// The share by which Vb ÷ Vm may differ from it.
    public let tolerance: Rate
    /// The correctors that were exchanged, the oldest first; none for most.
    public let exchanges: [CorrectorExchange]
    /// The corrected volume that a person decided on after a hold; `nil` where the registers decide.
    public let approved: CorrectedVolume?

    /// The registers with those particulars; tolerance: `CorrectorPolicy`.
    public init(
        first: Index, last: Index, expectedFactor: CorrectionFactor, tolerance: Rate,
        exchanges: [CorrectorExchange] = [], approved: CorrectedVolume? = nil
    ) {
        self.first = first
        self.last = last
        self.expectedFactor = expectedFactor
        self.tolerance = tolerance
        self.exchanges = exchanges
        self.approved = approved
    }

    /// The check of the registers, the uncorrected one having counted `measured`.
    ///
    /// The multiplier holds for both registers. Throws `BillingError` for registers of different length, and where a figure
    /// does not fit.
    public func check(measured: MeterVolume, multiplier: MeterMultiplier) throws(BillingError) -> CorrectorCheck {
        for stretch in stretches where stretch.first.digits != stretch.last.digits {
            throw .indexDigits(stretch.last, wheels: stretch.first.digits)
        }
        return try InvoiceFigures.step(.registerDifference) { () throws(ArithmeticError) in
            var corrected = CorrectedVolume.zero
            for stretch in stretches {
                corrected = try corrected.adding(
                    try CorrectorReading.difference(stretch.first, stretch.last, multiplier))
            }
            return try CorrectorCheck(
                measured: measured, corrected: corrected, expectedFactor: expectedFactor, tolerance: tolerance)
        }
    }

    /// What the register of each corrector showed when its part of the period began and ended, in their order.
    var stretches: [(first: Index, last: Index)] {
        var stretches: [(first: Index, last: Index)] = []
        var start = first
        for exchange in exchanges {
            stretches.append((start, exchange.removedAt))
            start = exchange.newStart
        }
        return stretches + [(start, last)]
    }

    /// The corrected volume that a register went on.
    static func difference(
        _ first: Index, _ last: Index, _ multiplier: MeterMultiplier
    ) throws(ArithmeticError) -> CorrectedVolume {
        CorrectedVolume(
            litres: try MeterVolume(counted: last.cubicMetres(since: first), multiplier: multiplier).litres)
    }
}
