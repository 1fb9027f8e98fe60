public import GasPhysics
public import Quantities

/// Whether the corrected register of a volume corrector goes with its uncorrected one [korrektör].
///
/// A corrector has applied pressure, temperature and compressibility already: its corrected difference is billed as it is and
/// K is not applied again [51, 52]. What it can be wrong about shows in Vb ÷ Vm, which must stay near the factor that its
/// pressure and temperature let expect.
public struct CorrectorCheck: Hashable, Sendable {
    /// What the two registers say.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// The corrected difference is billed.
        case ok
        /// No gas went through: nothing is billed.
        case noFlow = "no-flow"
        /// A person decides: the corrector is frozen, drifts, or counts without flow.
        case hold
    }

    /// The difference of the uncorrected register, m3 at the meter.
    public let measured: MeterVolume
    /// The difference of the corrected register, m3 at 1.01325 bar and 15 °C.
    public let corrected: CorrectedVolume
    /// The factor that is expected of it.
    public let expectedFactor: CorrectionFactor
    /// The share of the expected factor by which Vb ÷ Vm may differ, the limit itself included.
    public let tolerance: Rate
    /// What the registers say.
    public let status: Status
    /// Vb ÷ Vm, rounded half away from zero to five decimals; `nil` where Vm stood still.
    public let effectiveFactor: CorrectionFactor?
    /// What is billed, or on a hold what is proposed: Vm × expected factor, rounded half away from zero to the litre.
    public let proposal: CorrectedVolume

    /// The check of two register differences.
    ///
    /// |Vb ÷ Vm − expected| ≤ tolerance × expected is decided on the exact quotient, before any rounding. A corrected register
    /// that counts while the other stands still is held, as is a difference below zero.
    /// - Throws: `overflow` where the factor or the proposal does not fit.
    public init(
        measured: MeterVolume, corrected: CorrectedVolume, expectedFactor: CorrectionFactor, tolerance: Rate
    ) throws(ArithmeticError) {
        self.measured = measured
        self.corrected = corrected
        self.expectedFactor = expectedFactor
        self.tolerance = tolerance
        guard measured != .zero else {
            status = corrected == .zero ? .noFlow : .hold
            effectiveFactor = nil
            proposal = .zero
            return
        }
        effectiveFactor = CorrectionFactor(
            hundredThousandths: try ExactQuotient(
                Int128(corrected.litres), times: 100_000, over: Int128(measured.litres)
            ).roundedToInt64())
        let expected = ExactQuotient(
            Int128(measured.litres), times: Int128(expectedFactor.hundredThousandths), over: 100_000)
        // |Vb − Vm × K| × 10⁵ × 10⁶ ≤ tolerance × Vm × K, all whole numbers.
        let product = Int128(measured.litres) * Int128(expectedFactor.hundredThousandths)
        let deviation = try (Int128(corrected.litres) * 100_000).checkedSubtracting(product).magnitude
        let isNear =
            try Int128(clamping: deviation).checkedMultiplying(by: 1_000_000)
            <= product.checkedMultiplying(by: Int128(tolerance.partsPerMillion))
        status = isNear && measured > .zero && corrected >= .zero ? .ok : .hold
        proposal = status == .ok ? corrected : CorrectedVolume(litres: try expected.roundedToInt64())
    }
}
