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

    package init(
        corrections: [CorrectionKey: Correction] = [:], calorificValues: [Month: GrossCalorificValue] = [:]
    ) {
        self.corrections = corrections
        self.calorificValues = calorificValues
    }

    /// The gas of a period, as a meter of that pressure measured it.
    ///
    /// Throws `MonthlyGasError` when a month of the period is missing, or its figures give no factor.
    package func quality(
        in period: BillingInterval, pressureMillibar: Int
    ) throws(MonthlyGasError) -> GasQuality {
        var factors: [CivilMonth: CorrectionFactor] = [:]
        var values: [CivilMonth: GrossCalorificValue] = [:]
        for month in Self.months(of: period).sorted() {
            factors[month] = try factor(of: month, pressureMillibar: pressureMillibar)
            guard let value = calorificValues[.of(month)] ?? calorificValues[.everyYear(month.month)] else {
                throw .noCalorificValue(month)
            }
            values[month] = value
        }
        return GasQuality(
            correction: .monthly(MonthlyTable(factors)), calorific: .monthly(MonthlyTable(values)))
    }

    private func factor(of month: CivilMonth, pressureMillibar: Int) throws(MonthlyGasError) -> CorrectionFactor {
        for month in [Month.of(month), .everyYear(month.month)] {
            for millibar in [pressureMillibar, nil] {
                switch corrections[CorrectionKey(month: month, millibar: millibar)] {
                case nil: continue
                case .factor(let factor): return factor
                case .station(let pressure, let soil):
                    do throws(CorrectionFactorError) {
                        return try CorrectionFactor(
                            stationPressure: pressure,
                            meterPressure: Pressure(microbar: Int64(pressureMillibar) * 1000), soilTemperature: soil)
                    } catch {
                        throw .noFactor
                    }
                }
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
