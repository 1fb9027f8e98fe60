public import MeterCore

/// One meter of a fleet, as its seed and its number make it; nothing of it is stored.
public struct FleetMeter: Hashable, Sendable {
    /// The number in the fleet, from 0.
    public let number: Int
    /// What passes through it.
    public let demand: MeterDemand
    /// What the index showed when the fleet began, in counts; see ``MeterMould``.
    let startCounts: UInt64
    /// What the index counts for a true millilitre: about a million nanolitres, or one millilitre.
    let countsPerMillilitre: UInt64
    /// Counts after which all wheels stand at zero again.
    let rollover: UInt64
    /// Counts in a millilitre of the index.
    private let indexUnit: UInt64

    /// The meter of that number.
    ///
    /// Its yearly volume is the group's mean times its own factor; its index has run for some of the group's years and a
    /// part of one more.
    init(number: Int, mould: MeterMould) {
        let specification = mould.specification
        let moment = MeterRandom.moment(seed: mould.seed, meter: UInt64(number), time: 0)
        let noise = MeterNoise(moment: moment)
        let factor = mould.tables.spread.factor(noise.word(MeterNoise.number(ofTrait: 0)))
        // Wide, as a large site's mean times its factor leaves 64 bits.
        let product = mould.meanYear.multipliedFullWidth(by: factor)
        let mean = min(product.high << 48 | product.low >> 16, mould.largestYear)
        self.number = number
        demand = MeterDemand(noise: noise, meanYear: mean, isLeftAlone: mould.tables.isLeftAlone)
        indexUnit = mould.countsPerMillilitre
        rollover = mould.rollover
        let chance = noise.word(MeterNoise.number(ofTrait: 1))
        if let bounds = specification.startIndex {
            // Up to 999,999,999 m³ and a fraction of one more.
            let whole = UInt64(bounds.lowerBound) + ((UInt64(bounds.count) * UInt64(chance)) >> 32)
            let part = UInt64(noise.word(MeterNoise.number(ofTrait: 2)) % 1_000_000)
            startCounts = (whole * 1_000_000 + part) % mould.indexRange * indexUnit
        } else {
            let years = UInt64(FleetMeter.years(chance, specification))
            let served = mean * years + ((mean * UInt64(chance & 0xFFFF)) >> 16)
            startCounts = served % mould.indexRange * indexUnit
        }
        countsPerMillilitre =
            specification.size == nil
            ? 1 : UInt64(1_000_000 + FleetMeter.billingError(of: moment))
    }

    /// Whole years since a meter was fitted, from the word of chance that also gives its index.
    static func years(_ chance: UInt32, _ specification: MeterSpecification) -> Int {
        specification.yearsInService.lowerBound + ((specification.yearsInService.count * Int(chance >> 16)) >> 16)
    }

    /// The one error that stands for a meter's curve when readings are far apart: that at 0.2 Qmax, in millionths.
    ///
    /// A boiler of 24 kW burns 0.6 to 2.5 m³/h, which is 0.1 to 0.4 Qmax of a G4, so that is where a household's volume lies.
    /// With one error the index is its start plus volume times error at any hour, without stepping; how the error
    /// moves with the flow is ``MeterCore/DiaphragmMeter``'s.
    ///
    /// - Parameter moment: ``MeterCore/MeterRandom/moment(seed:meter:time:)`` of the meter at time 0.
    /// - Returns: millionths of the true volume.
    static func billingError(of moment: UInt64) -> Int {
        Int(ErrorCurve.partsPerMillion(ofPoint: 3, moment: moment))
    }

    /// How much the index shows too much, in millionths of the true volume; 0 for a meter without an error curve.
    public var partsPerMillion: Int { indexUnit == 1 ? 0 : Int(countsPerMillilitre) - 1_000_000 }

    /// What the index shows after a true volume since the fleet began, in millilitres, cut; wraps with the wheels.
    public func index(afterMillilitres truth: UInt64) -> UInt64 { counts(afterMillilitres: truth) / indexUnit }

    /// What the index shows after a true volume since the fleet began, in counts, wrapped.
    func counts(afterMillilitres truth: UInt64) -> UInt64 {
        let counts = startCounts + truth * countsPerMillilitre
        // Most meters never turn over, and a division costs as much as a few splits.
        return counts < rollover ? counts : counts % rollover
    }
}
