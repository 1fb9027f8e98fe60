package import Billing
package import Quantities

/// What became of a reading.
package enum ReadingOutcome: Hashable, Sendable {
    /// A period was billed, or for a prepaid meter settled.
    case billed(BilledPeriod)
    /// Nothing is billed now and nothing is lost: the use stays on the index.
    case putOff(String)
    /// A person decides; a second look that stands for it may be billed.
    case held(String)
    /// It is never billed as it stands.
    case refused(String)
    /// The same reading was here before; it changes nothing.
    case repeated
}

/// A period that was billed: what was used, and what it costs.
package struct BilledPeriod: Hashable, Sendable {
    /// Number of the meter.
    package var meter: Int
    /// Order number of the reading that ends it.
    package var order: Int
    /// The reading that began it.
    package var from: CivilDate
    /// The reading that ended it.
    package var through: CivilDate
    /// What the counters went on, in whole m³; Vb's for a corrector.
    package var cubicMetres: Int64
    /// What is to be paid, in kuruş; for a prepaid meter the period's TL correction with KDV, below zero a credit.
    package var payableKurus: Int64
    /// The charge for gas before KDV, in kuruş: the sum of the lines.
    package var chargeKurus: Int64
    /// The KDV, in kuruş.
    package var taxKurus: Int64
    /// K, in hundred-thousandths.
    package var factor: Int64
    /// The gross calorific value, in ten-thousandths of kcal/m³.
    package var calorific: Int64
    /// Whether a counter passed its largest number in it.
    package var isRollover: Bool
    /// Whether it was billed by an estimate.
    package var isEstimate: Bool
    /// Use of the last heating periods against what was expected, in thousandths; nil where that says nothing.
    package var usePermille: Int32?
    /// How it came about; only for meters that are watched.
    package var derivation: [DerivationStep]

    /// A period that was read.
    package init(
        meter: Int, order: Int, from: CivilDate, through: CivilDate, cubicMetres: Int64, payableKurus: Int64,
        chargeKurus: Int64, taxKurus: Int64, factor: Int64, calorific: Int64, isRollover: Bool = false,
        isEstimate: Bool = false, usePermille: Int32? = nil, derivation: [DerivationStep] = []
    ) {
        self.meter = meter
        self.order = order
        self.from = from
        self.through = through
        self.cubicMetres = cubicMetres
        self.payableKurus = payableKurus
        self.chargeKurus = chargeKurus
        self.taxKurus = taxKurus
        self.factor = factor
        self.calorific = calorific
        self.isRollover = isRollover
        self.isEstimate = isEstimate
        self.usePermille = usePermille
        self.derivation = derivation
    }
}
