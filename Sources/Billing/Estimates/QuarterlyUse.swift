public import Quantities

/// A customer's use in one quarter of a year: so many m3 in so many days.
public struct QuarterlyUse: Hashable, Sendable {
    /// How much was used, m3; a share of a reading interval need not end at the third decimal.
    public let cubicMetres: DecimalFigure
    /// In how many days.
    public let days: Int

    /// A use in so many days.
    public init(cubicMetres: DecimalFigure, days: Int) {
        self.cubicMetres = cubicMetres
        self.days = days
    }

    /// A use in so many days.
    public init(volume: MeterVolume, days: Int) { self.init(cubicMetres: volume.figure, days: days) }
}

/// A quarter of a calendar year [çeyrek dönem].
public struct CalendarQuarter: Hashable, Comparable, Sendable {
    /// The year.
    public let year: Int
    /// The quarter, 1 to 4.
    public let quarter: Int

    /// The quarter in which `date` stands.
    public init(of date: CivilDate) {
        year = date.year
        quarter = (date.month + 2) / 3
    }

    /// The quarter in which the day in the middle of `interval` stands: the one with most of its days.
    public init(mostOf interval: BillingInterval) {
        let days = interval.countedDayNumbers
        self.init(of: CivilDate.nearest(toDayNumber: days.lowerBound + (days.count - 1) / 2))
    }

    private init(year: Int, quarter: Int) {
        self.year = year
        self.quarter = quarter
    }

    /// The same quarter so many years before.
    public func before(years: Int) -> CalendarQuarter { CalendarQuarter(year: year - years, quarter: quarter) }

    /// Whether the left quarter comes first.
    public static func < (lhs: Self, rhs: Self) -> Bool { (lhs.year, lhs.quarter) < (rhs.year, rhs.quarter) }
}

extension [CalendarQuarter: QuarterlyUse] {
    /// The use in the same quarter of the last `years` years before `quarter`, the latest first; years without one are
    /// left out.
    public func sameQuarter(as quarter: CalendarQuarter, years: Int) -> [QuarterlyUse] {
        guard years > 0 else { return [] }
        return (1...years).compactMap { self[quarter.before(years: $0)] }
    }
}

extension [QuarterlyUse] {
    /// Σ m3 ÷ Σ days, exact, in 10⁻¹⁸ m3 a day; `nil` where there is no use to take a mean of.
    ///
    /// Throws `EstimateError` for a negative use, days that are not above zero and a use that does not fit.
    func dailyMean() throws(EstimateError) -> ExactSum? {
        guard !isEmpty else { return nil }
        var mean = ExactSum()
        try addDailyMean(to: &mean)
        return mean
    }

    /// Adds Σ m3 ÷ Σ days to `sum`; there is at least one use.
    func addDailyMean(to sum: inout ExactSum) throws(EstimateError) {
        var (volume, days): (Int128, Int64) = (0, 0)
        for use in self {
            if use.cubicMetres.units < 0 { throw .outOfBounds(.quarterVolume) }
            if use.days <= 0 { throw .outOfBounds(.days) }
            do throws(ArithmeticError) {
                let figure = try use.cubicMetres.rounded(toFractionDigits: DecimalFigure.mostFractionDigits)
                volume = try volume.checkedAdding(figure.units)
                days = try days.checkedAdding(Int64(use.days))
            } catch {
                throw .overflow(.ownDailyMean)
            }
        }
        do throws(ArithmeticError) { try sum.add(volume, over: days) } catch { throw .overflow(.ownDailyMean) }
    }
}

extension ExactSum {
    /// The volume of a daily mean in 10⁻¹⁸ m3 × `days`, rounded once, half away from zero, to `decimals` of a m3 (0 to 3).
    ///
    /// Throws `overflow` where it does not fit.
    func volume(days: Int, decimals: Int) throws(ArithmeticError) -> MeterVolume {
        let units = try rounded(times: Int128(days), over: .powerOfTen(DecimalFigure.mostFractionDigits - decimals))
        let litres = try units.checkedMultiplying(by: .powerOfTen(MeterVolume.fractionDigits - decimals))
        guard let litres = Int64(exactly: litres) else { throw .overflow }
        return MeterVolume(litres: litres)
    }
}
