public import Quantities

/// The settlement of estimated invoices on the first real reading [mahsuplaşma] (row 150, B.9.2).
///
/// The **whole** interval is billed anew on the true use, then what the estimated invoices charged, KDV included, is taken
/// off. Volumes alone are never netted: prices may have moved meanwhile.
public struct EstimateSettlement: Hashable, Sendable {
    /// An invoice on an estimate.
    public struct Estimated: Hashable, Sendable {
        /// The estimate.
        public let volume: MeterVolume
        /// What was charged for it, with KDV.
        public let billed: Money

        /// An invoice on an estimate.
        public init(volume: MeterVolume, billed: Money) {
            self.volume = volume
            self.billed = billed
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

    /// The settlement of `estimated` by the figures of the whole interval.
    ///
    /// - Throws: `EstimateError.outOfBounds` for a negative estimate, `.overflow` where a sum does not fit.
    public init(figures: InvoiceFigures, estimated: [Estimated]) throws(EstimateError) {
        self.figures = figures
        self.estimated = estimated
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
    }
}

extension EstimateSettlement: Derived {
    /// The new total less what was charged.
    public var derivation: [DerivationStep] {
        [
            DerivationStep(
                code: .estimateSettlement,
                operands: [.init(.total, figures.total.figure)]
                    + estimated.map { .init(.billedBefore, $0.billed.figure) },
                result: settlement.figure)
        ]
    }
}
