package import GasPhysics
package import Quantities

/// The gas of each month in a region, as utilities publish it.
///
/// A month is one of a year, or of every year; the one with its year goes first.
package struct MonthlyGas: Hashable, Sendable {
    /// The months that a figure is for.
    package enum Month: Hashable, Sendable {
        case of(CivilMonth)
        case everyYear(Int)
    }

    /// Where a month's factor K comes from.
    package enum Correction: Hashable, Sendable {
        /// K itself, for the pressure of its key.
        case factor(CorrectionFactor)
        /// The station's absolute pressure and the soil at 75 cm, from which K follows for any meter pressure.
        case station(pressure: Pressure, soil: CelsiusTemperature)
    }

    package struct CorrectionKey: Hashable, Sendable {
        package let month: Month
        /// The pressure that a published factor is for; nil for a station's pressure, which serves every meter.
        package let millibar: Int?

        package init(month: Month, millibar: Int?) {
            self.month = month
            self.millibar = millibar
        }
    }

    package var corrections: [CorrectionKey: Correction]
    package var calorificValues: [Month: GrossCalorificValue]
    /// The edition that each figure came with, where it is known.
    package var correctionVersions: [CorrectionKey: String] = [:]
    package var calorificVersions: [Month: String] = [:]

    package init(
        corrections: [CorrectionKey: Correction] = [:], calorificValues: [Month: GrossCalorificValue] = [:]
    ) {
        self.corrections = corrections
        self.calorificValues = calorificValues
    }

    /// The same months, every figure of which came with that edition.
    package func named(_ version: String) -> MonthlyGas {
        var gas = self
        for key in corrections.keys { gas.correctionVersions[key] = version }
        for month in calorificValues.keys { gas.calorificVersions[month] = version }
        return gas
    }

    /// The gas of a period, as a meter of that pressure measured it.
    ///
    /// Throws `MonthlyGasError` when a month of the period is missing, or its figures give no factor.
    package func quality(
        in period: BillingInterval, pressureMillibar: Int
    ) throws(MonthlyGasError) -> GasQuality {
        var factors: [CivilMonth: CorrectionFactor] = [:]
        var values: [CivilMonth: GrossCalorificValue] = [:]
        var grounds: [CivilMonth: MonthGrounds] = [:]
        for month in Self.months(of: period).sorted() {
            let (key, correction) = try correction(of: month, pressureMillibar: pressureMillibar)
            var station: StationConditions?
            switch correction {
            case .factor(let factor): factors[month] = factor
            case .station(let pressure, let soil):
                let conditions = StationConditions(
                    stationPressure: pressure, meterPressure: Pressure(microbar: Int64(pressureMillibar) * 1000),
                    soilTemperature: soil)
                station = conditions
                do throws(CorrectionFactorError) {
                    factors[month] = try conditions.correctionFactor()
                } catch {
                    throw .noFactor
                }
            }
            let own = Month.of(month)
            let valueMonth = calorificValues[own] == nil ? Month.everyYear(month.month) : own
            guard let value = calorificValues[valueMonth] else { throw .noCalorificValue(month) }
            values[month] = value
            grounds[month] = MonthGrounds(
                station: station, correctionVersion: correctionVersions[key],
                calorificVersion: calorificVersions[valueMonth])
        }
        return GasQuality(
            correction: .monthly(MonthlyTable(factors)), calorific: .monthly(MonthlyTable(values)),
            grounds: [pressureMillibar: MonthlyTable(grounds)])
    }

    private func correction(
        of month: CivilMonth, pressureMillibar: Int
    ) throws(MonthlyGasError) -> (CorrectionKey, Correction) {
        for month in [Month.of(month), .everyYear(month.month)] {
            for millibar in [pressureMillibar, nil] {
                let key = CorrectionKey(month: month, millibar: millibar)
                if let found = corrections[key] { return (key, found) }
            }
        }
        throw .noCorrection(month, pressureMillibar: pressureMillibar)
    }

    /// The months that the counted days of a period stand in.
    package static func months(of period: BillingInterval) -> Set<CivilMonth> {
        let days = period.countedDayNumbers.map { try? period.first.advanced(byDays: $0 - period.first.dayNumber) }
        return Set(days.compactMap { $0?.civilMonth })
    }
}

/// Why the months of a region give no gas for a period.
package enum MonthlyGasError: Error, Hashable, Sendable {
    case noCorrection(CivilMonth, pressureMillibar: Int)
    case noCalorificValue(CivilMonth)
    case noFactor
}
