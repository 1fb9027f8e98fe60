import GasPhysics
import Quantities

/// What the gas on an invoice was computed from; an invoice keeps it, so that its lines can be explained when somebody asks.
struct InvoiceBasis {
    let period: BillingInterval
    let subscriberKind: Subscriber.Kind
    let supply: Supply
    let meter: Meter
    let firstReading: MeterReading
    let lastReading: MeterReading
    let meterChanges: [MeterChange]
    let corrector: CorrectorReading?
    let gas: GasQuality
    let tariff: TariffVersion
    let termsVersion: String?
    let additions: InvoiceAdditions

    /// The parts of the period, one for most; the changes in their order.
    var parts: [MeterPart] {
        var parts: [MeterPart] = []
        var first = firstReading
        for change in meterChanges {
            parts.append(
                MeterPart(
                    meter: change.removed, first: first,
                    last: MeterReading(index: change.removedAt, date: change.date),
                    correction: change.correction ?? gas.correction, period: period))
            first = MeterReading(index: change.newMeterStart, date: change.date)
        }
        parts.append(
            MeterPart(meter: meter, first: first, last: lastReading, correction: gas.correction, period: period))
        return parts
    }

    /// Whether one line at the averages is all there is to the gas.
    var isOneLine: Bool { tariff.rules.isEmpty && tariff.priceChange == .dayWeightedAverage }

    /// What the meters measured, accepted by `CounterDecision`.
    func measuredUse(limit: MeterVolume?) throws(BillingError) -> MeasuredUse {
        let isRollover = try acceptedCourse(limit: limit)
        if meterChanges.isEmpty && corrector == nil {
            let part = MeterPart(
                meter: meter, first: firstReading, last: lastReading, correction: gas.correction, period: period)
            let measured = try part.measuredVolume()
            let factor = try gas.correction.average(in: period)
            let volume = try InvoiceFigures.step(.correctedVolume) { () throws(ArithmeticError) in
                try EnergyChain.volume(measured, times: factor, decimals: tariff.rounding.correctedVolumeDecimals)
            }
            return MeasuredUse(measured: measured, factor: factor, volume: volume, isRollover: isRollover)
        }
        if let corrector {
            let measured = try measuredVolume()
            let volume = try billedVolume(of: corrector, measured: measured)
            return try InvoiceFigures.step(.correctedVolume) { () throws(ArithmeticError) in
                try MeasuredUse(
                    measured: measured, volume: volume, fallback: corrector.expectedFactor, isRollover: isRollover)
            }
        }
        return try useOfSeveralMeters(isRollover: isRollover)
    }

    /// The corrected volume that a corrector's registers give, or the one that a person decided on, as the profile prints it.
    func billedVolume(
        of corrector: CorrectorReading, measured: MeterVolume
    ) throws(BillingError) -> EnergyChain.Volume {
        if let approved = corrector.approved { return try printed(approved) }
        let check = try corrector.check(measured: measured, multiplier: meter.multiplier)
        guard check.status != .hold else { throw .held(.corrector(check)) }
        return try printed(check.proposal)
    }

    /// What all meters of the period measured together.
    func measuredVolume() throws(BillingError) -> MeterVolume {
        var sum = MeterVolume.zero
        for part in parts {
            let volume = try part.measuredVolume()
            let before = sum
            sum = try InvoiceFigures.step(.measuredVolume) { () throws(ArithmeticError) in try before.adding(volume) }
        }
        return sum
    }

    private func printed(_ volume: CorrectedVolume) throws(BillingError) -> EnergyChain.Volume {
        try InvoiceFigures.step(.correctedVolume) { () throws(ArithmeticError) in
            try EnergyChain.volume(
                MeterVolume(litres: volume.litres), times: .one, decimals: tariff.rounding.correctedVolumeDecimals)
        }
    }

    private func useOfSeveralMeters(isRollover: Bool) throws(BillingError) -> MeasuredUse {
        var measured = MeterVolume.zero
        var (units, unitsPerLitre) = (Int128(0), Int128(1))
        var lastFactor = CorrectionFactor.one
        for part in parts {
            let (ms, factor) = (try part.measuredVolume(), try part.correctionFactor())
            lastFactor = factor
            (measured, units, unitsPerLitre) = try InvoiceFigures.step(.correctedVolume) {
                () throws(ArithmeticError) in
                let volume = try EnergyChain.volume(
                    ms, times: factor, decimals: tariff.rounding.correctedVolumeDecimals)
                return (try measured.adding(ms), try units.checkedAdding(volume.units), volume.unitsPerLitre)
            }
        }
        return try InvoiceFigures.step(.totalCorrectedVolume) { () throws(ArithmeticError) in
            let printed = CorrectedVolume(litres: try ExactQuotient(units, over: unitsPerLitre).roundedToInt64())
            return try MeasuredUse(
                measured: measured,
                volume: EnergyChain.Volume(units: units, unitsPerLitre: unitsPerLitre, printed: printed),
                fallback: lastFactor, isRollover: isRollover)
        }
    }

    /// Whether a counter passed zero; throws what a person decides.
    private func acceptedCourse(limit: MeterVolume?) throws(BillingError) -> Bool {
        var tally = CounterTally()
        if meterChanges.isEmpty {
            tally.add(from: firstReading.index, to: lastReading.index, wheels: meter.wheels)
        } else {
            for part in parts { tally.add(from: part.first.index, to: part.last.index, wheels: part.meter.wheels) }
        }
        switch tally.decision(limit: limit, isMeterChange: !meterChanges.isEmpty) {
        case .accepted: return tally.drops
        case .heldLower: throw .indexLower(first: firstReading.index, last: lastReading.index)
        case .heldImplausible(let limit):
            throw .consumptionImplausible(first: firstReading.index, last: lastReading.index, limit: limit)
        case .rejectedDigits:
            for part in parts {
                for index in [part.first.index, part.last.index] where index.digits != part.meter.wheels {
                    throw .indexDigits(index, wheels: part.meter.wheels)
                }
            }
            throw .indexDigits(lastReading.index, wheels: meter.wheels)
        }
    }
}

// The prices of the period.
extension InvoiceBasis {
    /// The average price of the counted days, to eight decimals.
    func averagePrice() throws(BillingError) -> UnitPrice {
        if supply == .gasAndSystemUse {
            do throws(PeriodAverageError) {
                return try tariff.prices.periodAverage(in: period)
            } catch {
                throw error.ofInvoice
            }
        }
        var sum = DayWeightedSum<UnitPrice>()
        for span in try unitPrices(in: period) { sum.add(span.value, days: span.days) }
        return try InvoiceFigures.step(.averagePrice) { () throws(ArithmeticError) in try sum.average() }
    }

    /// The prices per kWh of the counted days in order: the retail price, or its system-use part.
    func unitPrices(in interval: BillingInterval) throws(BillingError) -> [DatedSpan<UnitPrice>] {
        var spans: [DatedSpan<UnitPrice>] = []
        var passed = 0
        for span in try retailPrices(in: interval) {
            let price: UnitPrice?
            switch supply {
            case .gasAndSystemUse: price = span.value.perKilowattHour
            case .systemUseOnly:
                price = try InvoiceFigures.step(.pricePerKilowattHour) { () throws(ArithmeticError) in
                    try span.value.systemUse()
                }
            }
            guard let price else {
                let day = CivilDate.nearest(toDayNumber: interval.countedDayNumbers.lowerBound + passed)
                throw .contradiction(.noSystemUsePrice(on: day))
            }
            guard price >= .zero else { throw .outOfBounds(.price) }
            spans.append(DatedSpan(days: span.days, value: price))
            passed += span.days
        }
        return spans
    }

    /// The retail prices of the counted days in order.
    func retailPrices(in interval: BillingInterval) throws(BillingError) -> [DatedSpan<RetailPrice>] {
        do throws(RateTableError) {
            return try tariff.prices.spans(in: interval)
        } catch {
            throw .noPrice(on: error.day)
        }
    }
}
