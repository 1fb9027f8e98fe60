public import Quantities

/// What a faulty meter is billed back, or refunded (EPDK Board decision 8890 of 17/10/2019; rows 16, 71; B.10).
///
/// What went through beyond what was bought is spread evenly over all days; the fault days' share is billed, never for more
/// than one year. (total − bought) × days ÷ total days, one exact quotient, rounded once, half away from zero. Below zero it
/// is refunded: the meter measured too much.
public struct FaultBackBilling: Hashable, Sendable {
    /// What the decision says in figures.
    public struct Policy: Hashable, Sendable {
        /// The version, stored with the bill.
        public let version: String
        /// The most days that are billed back.
        public let mostDays: Int
        /// How many decimals of a m3 the result has, 0 to 3.
        public let volumeDecimals: Int
    }

    /// What the true use is taken from.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// The mechanical index of the meter itself.
        case mechanicalIndex
        /// What similar customers used.
        case peers
    }

    /// Which way it goes.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The customer is charged.
        case debit
        /// The customer gets it back.
        case credit
        /// Nothing is due.
        case none
    }

    /// What the true use is taken from.
    public let basis: Basis
    /// The true use of all days.
    public let total: MeterVolume
    /// What was bought, or billed, in those days.
    public let bought: MeterVolume
    /// How many days the total is for.
    public let totalDays: Int
    /// For how many of them the meter is held to have been faulty.
    public let faultDays: Int
    /// The policy.
    public let policy: Policy

    /// How many days are billed back.
    public let daysUsed: Int
    /// What is billed back; below zero, refunded.
    public let volume: MeterVolume

    /// Which way it goes.
    public var kind: Kind { volume > .zero ? .debit : volume < .zero ? .credit : .none }

    /// The back-billing.
    ///
    /// - Throws: `EstimateError.outOfBounds` for a negative volume, days that are not above zero or fault days below zero,
    ///   `.faultLongerThanTotal` where the fault is longer than all days, `.overflow` where the result does not fit.
    public init(
        basis: Basis, total: MeterVolume, bought: MeterVolume, totalDays: Int, faultDays: Int,
        policy: Policy = .decision8890
    ) throws(EstimateError) {
        if total < .zero { throw .outOfBounds(.totalVolume) }
        if bought < .zero { throw .outOfBounds(.boughtVolume) }
        if totalDays <= 0 { throw .outOfBounds(.totalDays) }
        if faultDays < 0 { throw .outOfBounds(.faultDays) }
        if faultDays > totalDays { throw .faultLongerThanTotal(faultDays: faultDays, totalDays: totalDays) }
        self.basis = basis
        self.total = total
        self.bought = bought
        self.totalDays = totalDays
        self.faultDays = faultDays
        self.policy = policy
        daysUsed = min(faultDays, policy.mostDays)
        do throws(ArithmeticError) {
            let missing = Int128(total.litres) - Int128(bought.litres)
            let quotient = ExactQuotient(missing, times: Int128(daysUsed), over: Int128(totalDays))
            volume = MeterVolume(
                litres: try quotient.rounded(
                    toMultipleOfTenToThe: MeterVolume.fractionDigits - policy.volumeDecimals))
        } catch {
            throw .overflow(.faultBackBilling)
        }
    }

    /// The back-billing that an official test report decides; `nil` where it finds the meter sound.
    ///
    /// - Throws: `EstimateError.testReportMissing` without a report's number, and what the plain initialiser throws.
    public static func decided(
        by report: MeterTestReport, basis: Basis, total: MeterVolume, bought: MeterVolume, totalDays: Int,
        faultDays: Int, policy: Policy = .decision8890
    ) throws(EstimateError) -> FaultBackBilling? {
        if report.number.isEmpty { throw .testReportMissing }
        guard report.isFaulty else { return nil }
        return try FaultBackBilling(
            basis: basis, total: total, bought: bought, totalDays: totalDays, faultDays: faultDays, policy: policy)
    }
}

/// The official test report of a meter: it decides whether the meter was faulty.
public struct MeterTestReport: Hashable, Sendable {
    /// The report's number.
    public let number: String
    /// Its day.
    public let date: CivilDate
    /// Whether it finds the meter faulty.
    public let isFaulty: Bool

    /// A report.
    public init(number: String, date: CivilDate, isFaulty: Bool) {
        self.number = number
        self.date = date
        self.isFaulty = isFaulty
    }
}

extension FaultBackBilling: Derived {
    /// (total − bought) ÷ total days × days used.
    public var derivation: [DerivationStep] {
        [
            DerivationStep(
                code: .faultBackBilling,
                operands: [
                    .init(.totalVolume, total.figure.withoutTrailingZeros),
                    .init(.boughtVolume, bought.figure.withoutTrailingZeros),
                    .init(.totalDays, DecimalFigure(Int64(totalDays))),
                    .init(.faultDays, DecimalFigure(Int64(daysUsed))),
                ],
                result: volume.figure.withoutTrailingZeros(keeping: policy.volumeDecimals), policy: policy.version)
        ]
    }
}
