public import GasPhysics
public import Quantities

/// The two registers of a corrector over a billing period; the meter's own readings are the uncorrected register.
public struct CorrectorReading: Hashable, Sendable {
    /// The corrected register when the period began.
    public let first: Index
    /// The corrected register now.
    public let last: Index
    /// The factor that is expected of the corrector.
    public let expectedFactor: CorrectionFactor
    /// The share by which Vb ÷ Vm may differ from it.
    public let tolerance: Rate
    /// The corrected volume that a person decided on after a hold; `nil` where the registers decide.
    public let approved: CorrectedVolume?

    /// The registers with those particulars; tolerance: `CorrectorPolicy`.
    public init(
        first: Index, last: Index, expectedFactor: CorrectionFactor, tolerance: Rate,
        approved: CorrectedVolume? = nil
    ) {
        self.first = first
        self.last = last
        self.expectedFactor = expectedFactor
        self.tolerance = tolerance
        self.approved = approved
    }

    /// The check of the registers, the uncorrected one having counted `measured`.
    ///
    /// The multiplier holds for both registers. Throws `BillingError` for registers of different length, and where a figure
    /// does not fit.
    public func check(measured: MeterVolume, multiplier: MeterMultiplier) throws(BillingError) -> CorrectorCheck {
        guard first.digits == last.digits else { throw .indexDigits(last, wheels: first.digits) }
        return try InvoiceFigures.step(.registerDifference) { () throws(ArithmeticError) in
            let counted = try MeterVolume(counted: last.cubicMetres(since: first), multiplier: multiplier)
            return try CorrectorCheck(
                measured: measured, corrected: CorrectedVolume(litres: counted.litres),
                expectedFactor: expectedFactor, tolerance: tolerance)
        }
    }
}
