public import GasPhysics
public import Quantities

/// What a converter's registers went on over a period.
public struct ConverterVolumes: Hashable, Sendable {
    /// Vm by its own counter, all of it.
    public let uncorrected: MeterVolume
    /// Vb, all of it.
    public let corrected: MeterVolume
    /// VmD: what of Vm was counted while a sensor was disturbed.
    public let disturbed: MeterVolume
    /// VbD: what of Vb was.
    public let disturbedCorrected: MeterVolume

    /// Differences of the four registers.
    public init(
        uncorrected: MeterVolume, corrected: MeterVolume, disturbed: MeterVolume = .zero,
        disturbedCorrected: MeterVolume = .zero
    ) {
        self.uncorrected = uncorrected
        self.corrected = corrected
        self.disturbed = disturbed
        self.disturbedCorrected = disturbedCorrected
    }
}

// Faults of volume converters: what their counters show beside the mechanical one, over the same days.
extension FaultPolicy {
    /// The counters of a converter beside the mechanical one over a period: faults 10 and 18 to 21.
    ///
    /// Vb ÷ Vm is that of the gas counted while both sensors were well: a substitute value is the sensor's fault, not the
    /// converter's.
    public func converter(
        _ counted: ConverterVolumes, mechanical: MeterVolume, expected: CorrectionFactor, status: MeterStatus
    ) -> [FaultFlag] {
        [counters(mechanical: mechanical, converter: counted.uncorrected, status: status)].compactMap { $0 }
            + disturbed(counted.disturbed, status: status)
            + [
                factor(
                    corrected: MeterVolume(litres: counted.corrected.litres &- counted.disturbedCorrected.litres),
                    uncorrected: MeterVolume(litres: counted.uncorrected.litres &- counted.disturbed.litres),
                    expected: expected)
            ].compactMap { $0 }
    }

    /// Faults 10 and 20: the converter's own counter against the mechanical one.
    ///
    /// One that stands while gas flows is dead, as is one that lags with an empty battery; one that differs otherwise loses
    /// pulses, be it to a magnet, or counts them twice.
    public func counters(
        mechanical: MeterVolume, converter: MeterVolume, status: MeterStatus = []
    ) -> FaultFlag? {
        let figures: [DerivationStep.Operand] = [
            .init(.mechanicalVolume, .cubicMetres(Int128(mechanical.litres))),
            .init(.converterVolume, .cubicMetres(Int128(converter.litres))),
        ]
        let difference = Int128(converter.litres) - Int128(mechanical.litres)
        let size = abs(difference)
        guard size > Int128(pulseFloorLitres) else { return nil }
        if converter == .zero && mechanical > .zero { return FaultFlag(.battery, figures) }
        let tolerated = Int128.saturatingProduct(Int128(mechanical.litres), Int128(pulsePermille))
        guard size * 1_000 > tolerated else { return nil }
        return FaultFlag(status.contains(.batteryLow) && difference < 0 ? .battery : .pulses, figures)
    }

    /// Faults 18 and 19: gas was counted while a sensor was disturbed; the status says which, or both are flagged.
    public func disturbed(_ volume: MeterVolume, status: MeterStatus) -> [FaultFlag] {
        guard volume > .zero else { return [] }
        let figures = [DerivationStep.Operand(.disturbedVolume, .cubicMetres(Int128(volume.litres)))]
        let sensors: [(MeterStatus, MeterFault)] = [
            (.pressureSensor, .pressureSensor), (.temperatureSensor, .temperatureSensor),
        ]
        let named = sensors.filter { bit, _ in status.contains(bit) }
        return (named.isEmpty ? sensors : named).map { _, fault in FaultFlag(fault, figures) }
    }

    /// Fault 21: corrected ÷ uncorrected volume is farther from the factor expected than the tolerance allows.
    ///
    /// Below the floor the last digit of each counter weighs too much for a comparison.
    public func factor(corrected: MeterVolume, uncorrected: MeterVolume, expected: CorrectionFactor) -> FaultFlag? {
        guard uncorrected.litres > pulseFloorLitres, expected > .zero else { return nil }
        let one = Int128.powerOfTen(CorrectionFactor.fractionDigits)
        // Each side times 10^5 of the factor's decimals; the products of two Int64 and a power of ten fit.
        let should = Int128(uncorrected.litres) * Int128(expected.smallestUnits)
        let difference = abs(Int128.saturatingSum(Int128(corrected.litres) * one, -should))
        let tolerated = Int128.saturatingProduct(should, Int128(factorPermille))
        guard Int128.saturatingProduct(difference, 1_000) > tolerated else { return nil }
        return FaultFlag(
            .conversionFactor,
            [
                .init(.converterVolume, .cubicMetres(Int128(uncorrected.litres))),
                .init(.correctedVolume, .cubicMetres(Int128(corrected.litres))),
                .init(.correctionFactor, expected.figure),
            ])
    }

    /// Fault 22: the converter still has the calorific value of the month before, and the published one is another.
    public func gasQuality(
        used: GrossCalorificValue, published: GrossCalorificValue, monthBefore: GrossCalorificValue
    ) -> FaultFlag? {
        guard used == monthBefore, used != published else { return nil }
        return FaultFlag(.gasQuality, [.init(.calorificValue, used.figure), .init(.calorificValue, published.figure)])
    }
}
