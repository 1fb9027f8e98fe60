import MeterCore
import Quantities

/// What a day weighs for a class of demand, and how chance moves it: data, edition 2026-11.
///
/// Weekday factors, holidays, the frost level of an absent household and all amplitudes are assumptions; the sigmoids and the
/// hours of a house are BDEW's.
struct DemandProfile: Sendable {
    /// How much chance moves the split of more than 45 days, of 9 to 45, of up to 8 and of hours; 1 is all it can be.
    struct Amplitudes: Sendable {
        let seasons: Double
        let weeks: Double
        let days: Double
        let hours: Double
    }

    /// What there is to know of a day.
    struct Day: Sendable {
        /// See ``Weather/feltTemperature(on:)``, in thousandths of a degree.
        let feltTemperature: Int
        /// 0 for Monday to 6 for Sunday.
        let weekday: Int
        let isHoliday: Bool
        /// 1 to 12, for the schools' summer.
        let month: Int

        init(_ date: CivilDate, _ weather: Weather) {
            feltTemperature = weather.feltTemperature(on: date)
            weekday = (date.dayNumber + 2) % 7  // 1 March of year 0 was a Wednesday
            isHoliday = Holidays.contains(date)
            month = date.month
        }

        /// Whether most people work.
        var isWorkingDay: Bool { weekday < 5 && !isHoliday }
    }

    let amplitudes: Amplitudes
    /// 24 parts a row.
    let hourFactors: [[Double]]
    /// Whether its customers are away now and then.
    let isLeftAlone: Bool
    /// Standard deviation of the logarithm of a meter's yearly volume.
    let spread: Double
    private let demand: DemandClass

    /// The profile of a class.
    init(_ demand: DemandClass) {
        self.demand = demand
        isLeftAlone = [.cooking, .cookingAndHotWater, .household].contains(demand)
        switch demand {
        case .cooking:
            amplitudes = Amplitudes(seasons: 0.15, weeks: 0.25, days: 0.7, hours: 0.95)
            hourFactors = HourFactors.cooking
            spread = 0.55
        case .cookingAndHotWater:
            amplitudes = Amplitudes(seasons: 0.15, weeks: 0.2, days: 0.6, hours: 0.95)
            hourFactors = HourFactors.cookingAndHotWater
            spread = 0.55
        case .household:
            amplitudes = Amplitudes(seasons: 0.12, weeks: 0.15, days: 0.3, hours: 0.85)
            hourFactors = HourFactors.household
            spread = 0.45
        case .boilerRoom:
            amplitudes = Amplitudes(seasons: 0.06, weeks: 0.06, days: 0.1, hours: 0.2)
            hourFactors = HourFactors.boilerRoom
            spread = 0.25
        case .industry:
            amplitudes = Amplitudes(seasons: 0.15, weeks: 0.15, days: 0.15, hours: 0.2)
            hourFactors = HourFactors.industry
            spread = 1
        case .institution:
            amplitudes = Amplitudes(seasons: 0.1, weeks: 0.1, days: 0.2, hours: 0.3)
            hourFactors = HourFactors.institution
            spread = 0.7
        case .cngStation:
            amplitudes = Amplitudes(seasons: 0.1, weeks: 0.15, days: 0.2, hours: 0.95)
            hourFactors = HourFactors.cngStation
            spread = 0.5
        }
    }

    /// What a day weighs, and what it weighs where the customer is away.
    func weight(of day: Day) -> (present: Double, away: Double) {
        switch demand {
        case .cooking:
            return (day.isWorkingDay ? 0.95 : 1.12, 0)
        case .cookingAndHotWater:
            // Water comes in colder in winter: 2 % more gas for each degree less.
            let water = 1 + 0.02 * (15 - Double(min(max(day.feltTemperature, 0), 30_000)) / 1_000)
            return ((day.isWorkingDay ? 0.98 : 1.05) * water, 0)
        case .household:
            // Away: no hot water, no cooking, heating at frost level, a quarter.
            let heating = SigmoidProfile.house.heating(feltTemperature: day.feltTemperature)
            return (heating + SigmoidProfile.house.base, heating * 0.25)
        case .boilerRoom:
            let heating = SigmoidProfile.flats.heating(feltTemperature: day.feltTemperature)
            return same(heating + SigmoidProfile.flats.base)
        case .industry:
            // A holiday is 15 % of a working day; 10 to 20 % is what the note on demand asks.
            if day.isHoliday { return same(0.15) }
            return same(day.weekday < 5 ? 1 : day.weekday == 5 ? 0.65 : 0.4)
        case .institution:
            let heating = SigmoidProfile.authority.heating(feltTemperature: day.feltTemperature)
            let isSummer = day.month == 7 || day.month == 8
            let open = day.isWorkingDay ? 1 : 0.35
            let people = day.isWorkingDay ? (isSummer ? 0.3 : 1) : 0.1
            return same(heating * open + SigmoidProfile.authority.base * people)
        case .cngStation:
            return same(day.isHoliday ? 0.7 : day.weekday < 5 ? 1 : day.weekday == 5 ? 0.95 : 0.8)
        }
    }

    /// Which row of ``hourFactors`` a day has.
    func hourRow(of day: Day) -> Int {
        switch demand {
        case .cooking, .cookingAndHotWater: day.isWorkingDay ? 0 : 1
        case .household: HourFactors.householdRow(feltTemperature: day.feltTemperature)
        case .boilerRoom: day.feltTemperature < 0 ? 0 : day.feltTemperature < 10_000 ? 1 : 2
        case .industry: day.isHoliday || day.weekday == 6 ? 2 : day.weekday == 5 ? 1 : 0
        case .institution: day.isWorkingDay ? 0 : 1
        case .cngStation: 0
        }
    }

    /// How far chance moves the split of so many days, as ``DemandDay/amplitude`` has it.
    func amplitude(ofDays count: Int) -> UInt16 {
        let share = count > 45 ? amplitudes.seasons : count > 8 ? amplitudes.weeks : amplitudes.days
        return UInt16((share * 65_536).rounded(.down))
    }

    private func same(_ weight: Double) -> (present: Double, away: Double) { (weight, weight) }
}
