public import Quantities

/// The settlement of estimated invoices on the first real reading [mahsuplaşma] (row 150, B.9.2).
///
/// The **whole** interval is billed anew on the true use, then what the estimated invoices charged, KDV included, is taken
/// off. Volumes alone are never netted: prices may have moved meanwhile.
public struct EstimateSettlement: Hashable, Sendable {
    /// What the texts leave to a utility.
    public struct Policy: Hashable, Sendable {
        /// The version, stored with the settlement.
        public let version: String
        /// Whether the late fee on an over-estimate is cancelled.
        public let cancelsLateFees: Bool

        /// A policy of those values.
        public init(version: String, cancelsLateFees: Bool) {
            self.version = version
            self.cancelsLateFees = cancelsLateFees
        }
    }

    /// An invoice on an estimate.
    public struct Estimated: Hashable, Sendable {
        /// The estimate.
        public let volume: MeterVolume
        /// What was charged for it, with KDV.
        public let billed: Money
        /// The late fees charged on it, each on the part of it that was paid late.
        public let lateFees: [LateFee]

        /// An invoice on an estimate.
        public init(volume: MeterVolume, billed: Money, lateFees: [LateFee] = []) {
            self.volume = volume
            self.billed = billed
            self.lateFees = lateFees
        }
    }

    /// The invoice figures of the whole interval, on the true use.
    public let figures: InvoiceFigures
    /// The estimated invoices of the interval.
    public let estimated: [Estimated]
    /// The estimates' sum.
    public let estimatedVolume: MeterVolume
    /// True use − estimates: shown, never priced.
    public let netVolume: MeterVolume
    /// What the estimated invoices charged.
    public let alreadyBilled: Money
    /// What is charged on top, or credited where it is below zero.
    public let settlement: Money
    /// What of the late fees on an over-estimate is cancelled; nothing where the estimates were too low.
    public let cancellations: [LateFeeCancellation]
    /// The sum of what is cancelled, with KDV.
    public let lateFeeCancelled: Money
    /// The policy.
    public let policy: Policy

    /// The settlement of `estimated` by the figures of the whole interval.
    ///
    /// - Throws: `EstimateError.outOfBounds` for a negative estimate, or where late fees were charged on more than was billed,
    ///   `.overflow` where a sum does not fit.
    public init(
        figures: InvoiceFigures, estimated: [Estimated], policy: Policy = .shipped
    ) throws(EstimateError) {
        self.figures = figures
        self.estimated = estimated
        self.policy = policy
        do throws(ArithmeticError) {
            var (volume, billed) = (MeterVolume.zero, Money.zero)
            for invoice in estimated {
                volume = try volume.adding(invoice.volume)
                billed = try billed.adding(invoice.billed)
            }
            (estimatedVolume, alreadyBilled) = (volume, billed)
            netVolume = try figures.measuredVolume.subtracting(volume)
            settlement = try figures.total.subtracting(billed)
        } catch {
            throw .overflow(.estimateSettlement)
        }
        if estimated.contains(where: { $0.volume < .zero }) { throw .outOfBounds(.estimatedVolume) }
        cancellations = policy.cancelsLateFees ? try Self.cancellations(of: estimated, settlement) : []
        var cancelled = Money.zero
        for cancellation in cancellations {
            do throws(ArithmeticError) {
                cancelled = try cancelled.adding(cancellation.total)
            } catch {
                throw .overflow(.lateFeeCancelled)
            }
        }
        lateFeeCancelled = cancelled
    }

    private static func cancellations(
        of estimated: [Estimated], _ settlement: Money
    ) throws(EstimateError) -> [LateFeeCancellation] {
        guard settlement < .zero, estimated.contains(where: { !$0.lateFees.isEmpty }) else { return [] }
        do throws(DebtError) {
            // What does not fit is far more than was billed, which bounds it.
            return try LateFeeCancellation.cancellations(
                of: estimated.map { .init(billed: $0.billed, lateFees: $0.lateFees) },
                overEstimate: Money(kurus: settlement.kurus == .min ? .max : -settlement.kurus))
        } catch {
            switch error {
            case .outOfBounds(let role): throw .outOfBounds(role)
            default: throw .overflow(.lateFeeCancelled)
            }
        }
    }
}

extension EstimateSettlement: Derived {
    /// The new total less what was charged, then each late fee that is cancelled.
    public var derivation: [DerivationStep] {
        let steps = [
            DerivationStep(
                code: .estimateSettlement,
                operands: [.init(.total, figures.total.figure)]
                    + estimated.map { .init(.billedBefore, $0.billed.figure) },
                result: settlement.figure)
        ]
        return steps + cancellations.flatMap { $0.derivation }
    }
}
