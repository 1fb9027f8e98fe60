public import Quantities

/// A debt estimated for a meter that did not show its use [vasati hesap]: a document of its own, by the rules of the
/// estimates (rows 23, 30, 45).
///
/// A daily mean × the days, one exact quotient, rounded once, half away from zero; never for more days than a fault may be
/// billed back. What it rests on goes into the file, for Legal asks for it.
public struct AverageAccount: Hashable, Sendable {
    /// What the daily mean is taken from.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// A team's or the emergency service's report [rapor].
        case report
        /// The customer's own history.
        case ownHistory = "own-history"
        /// The customer's use after the meter was replaced.
        case newMeter = "new-meter"
        /// Similar customers' use.
        case peers
    }

    /// What the mean is taken from.
    public let basis: Basis
    /// The number of the paper that shows it.
    public let evidence: String
    /// The use that the mean is of.
    public let reference: QuarterlyUse
    /// How many days the meter did not show its use.
    public let days: Int
    /// How many of them are charged.
    public let daysUsed: Int
    /// The use charged.
    public let volume: MeterVolume
    /// The policy.
    public let policy: FaultBackBilling.Policy

    /// The account for `days` days.
    ///
    /// - Throws: `EstimateError.testReportMissing` without evidence, `.outOfBounds` for a negative use or days that are not
    ///   above zero, `.overflow` where the result does not fit.
    public init(
        basis: Basis, evidence: String, reference: QuarterlyUse, days: Int,
        policy: FaultBackBilling.Policy = .decision8890
    ) throws(EstimateError) {
        if evidence.isEmpty { throw .testReportMissing }
        if days <= 0 { throw .outOfBounds(.days) }
        self.basis = basis
        self.evidence = evidence
        self.reference = reference
        self.days = days
        self.policy = policy
        daysUsed = min(days, policy.mostDays)
        guard let mean = try [reference].dailyMean() else { throw .outOfBounds(.days) }
        do throws(ArithmeticError) {
            volume = try mean.volume(days: daysUsed, decimals: policy.volumeDecimals)
        } catch {
            throw .overflow(.averageAccount)
        }
    }
}

extension AverageAccount: Derived {
    /// The reference's m3 ÷ its days × the days charged.
    public var derivation: [DerivationStep] {
        [
            DerivationStep(
                code: .averageAccount,
                operands: [
                    .init(.quarterVolume, reference.cubicMetres),
                    .init(.totalDays, DecimalFigure(Int64(reference.days))),
                    .init(.faultDays, DecimalFigure(Int64(daysUsed))),
                ],
                result: volume.figure.withoutTrailingZeros(keeping: policy.volumeDecimals), policy: policy.version)
        ]
    }
}
