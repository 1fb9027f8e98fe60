public import GasPhysics
public import Quantities

/// What turns a meter's m3 into corrected m3 and kWh in a billing period.
public struct GasQuality: Hashable, Sendable {
    /// Where the period's correction factor comes from.
    public enum Correction: Hashable, Sendable {
        /// One factor for the whole period.
        case fixed(CorrectionFactor)
        /// The months' factors, averaged over the period by days.
        case monthly(MonthlyTable<CorrectionFactor>)
    }

    /// Where the period's calorific value comes from.
    public enum Calorific: Hashable, Sendable {
        /// One value for the whole period.
        case fixed(GrossCalorificValue)
        /// The months' values, averaged over the period by days.
        case monthly(MonthlyTable<GrossCalorificValue>)
    }

    /// The correction factor K, or the months' factors.
    public let correction: Correction
    /// The average actual gross calorific value of the period [ortalama fiili üst ısıl değer], or the months' values.
    public let calorific: Calorific
    /// Where the months' figures come from, by the pressure in mbar of the meter that they are for; none where it is not known.
    public let grounds: [Int: MonthlyTable<MonthGrounds>]

    /// The gas of a period.
    public init(
        correction: Correction, calorific: Calorific, grounds: [Int: MonthlyTable<MonthGrounds>] = [:]
    ) {
        self.correction = correction
        self.calorific = calorific
        self.grounds = grounds
    }

    /// The same gas, which also knows where the figures of meters of other pressures come from.
    public func knowing(_ other: GasQuality) -> GasQuality {
        var all = other.grounds
        for (pressure, table) in grounds { all[pressure] = table }
        return GasQuality(correction: correction, calorific: calorific, grounds: all)
    }

    /// The gas of a period with one calorific value.
    public init(correction: Correction, calorificValue: GrossCalorificValue) {
        self.init(correction: correction, calorific: .fixed(calorificValue))
    }
}
