import FleetSimulator
import MeterCore
import Quantities
import Testing

@Suite("Demand")
struct DemandTests {
    /// Sixty years of as many seeds, 200 meters each: weather moves a year by some 7 %, so the mean by 1 %.
    private static func meanMonths(_ place: Place) throws -> [Double] {
        var sums = [Double](repeating: 0, count: 12)
        for seed in UInt64(1)...60 {
            let mould = SampleFleet.mould(.household, place, seed: seed, years: 2023...2023)
            for (month, volume) in try SampleFleet.months(of: mould, year: 2023, meters: 200).enumerated() {
                sums[month] += volume / 60
            }
        }
        return sums
    }

    @Test(
        "A mean household burns in a year what GAZBİR published for 2023, within 5 %",
        arguments: [
            (Place.istanbul, 869.0), (.ankara, 1_067), (.izmir, 736), (.erzurum, 1_348), (.hakkari, 1_401),
            (.adana, 521),
        ])
    func years(place: Place, published: Double) throws {
        let year = try Self.meanMonths(place).reduce(0, +)
        #expect(abs(year / published - 1) < 0.05, "\(place): \(year)")
    }

    @Test(
        "A mean household's months have the shape of the table: each within 8 % or 3 m³, all together within 5 %",
        arguments: [
            (Place.ankara, [218.0, 179, 137, 71, 37, 20, 15, 15, 23, 53, 115, 185]),
            (.istanbul, [161.0, 145, 129, 78, 38, 20, 16, 16, 21, 38, 78, 129]),
        ])
    func months(place: Place, table: [Double]) throws {
        let months = try Self.meanMonths(place)
        var distance = 0.0
        for month in 0..<12 {
            let difference = abs(months[month] - table[month])
            #expect(difference < max(3, 0.08 * table[month]), "\(place) month \(month + 1): \(months[month])")
            distance += difference
        }
        #expect(distance / table.reduce(0, +) < 0.05)
    }

    @Test("Half of the households burn less than the mean, and one in a hundred more than twice it")
    func tails() throws {
        let mould = SampleFleet.mould(.household)
        let start = try SampleFleet.hour("2025-01-01")
        let end = try SampleFleet.hour("2026-01-01")
        let years = (0..<20_000).map { MeterCurve($0, of: mould, since: start).millilitres(at: end) }.sorted()
        let mean = years.reduce(0, +) / 20_000
        #expect(years[10_000] < mean * 95 / 100 && years[10_000] > mean * 80 / 100)
        #expect(years[19_800] > mean * 2 && years[19_999] > mean * 3)
        #expect(years[0] > 0)
    }

    @Test("A cold year takes more gas than a mild one")
    func weatherMatters() throws {
        var pairs: [(degreeDays: Int, volume: Double)] = []
        let mould = SampleFleet.mould(.household, years: 2001...2020)
        for year in 2001...2020 {
            pairs.append(
                (
                    Weather(place: .ankara, seed: 8).degreeDays(inYear: year),
                    try SampleFleet.months(of: mould, year: year, meters: 200).reduce(0, +)
                ))
        }
        pairs.sort { $0.degreeDays < $1.degreeDays }
        let mild = pairs.prefix(5).map(\.volume).reduce(0, +)
        let cold = pairs.suffix(5).map(\.volume).reduce(0, +)
        #expect(cold > mild * 1.05)
    }

    @Test("A household that is away for days takes at most a third of what it takes before and after")
    func absence() throws {
        let mould = SampleFleet.mould(.household, years: 2025...2025)
        let start = try SampleFleet.hour("2025-01-01")
        var away = 0.0
        var around = 0.0
        var spells = 0
        for number in 0..<4_000 {
            let curve = MeterCurve(number, of: mould, since: start)
            let absence = curve.meter.demand.spells(inYear: 2025)
            guard absence.firstEnd > absence.firstStart else { continue }
            spells += 1
            let length = absence.firstEnd - absence.firstStart
            #expect((3...14).contains(length))
            guard absence.firstStart >= length, absence.firstEnd + length <= 183 else { continue }
            func volume(_ from: Int, _ to: Int) -> Double {
                Double(
                    curve.millilitres(at: start.advanced(byHours: to * 24))
                        - curve.millilitres(at: start.advanced(byHours: from * 24)))
            }
            away += volume(absence.firstStart, absence.firstEnd)
            around += volume(absence.firstStart - length, absence.firstStart)
            around += volume(absence.firstEnd, absence.firstEnd + length)
        }
        #expect((1_800...2_200).contains(spells))
        #expect(away < around / 2 * 0.33 && away > around / 2 * 0.1, "\(away / around * 2)")
    }

    /// What a class takes on a day, or in an hour of the day, over a year and 200 meters, where a day is told by its date.
    private static func volume(
        _ demand: DemandClass, hours: Range<Int> = 0..<24, where isCounted: (CivilDate) -> Bool
    ) throws -> Double {
        let mould = SampleFleet.mould(demand, years: 2026...2026)
        let start = try SampleFleet.hour("2026-01-01")
        var sum = 0.0
        var days = 0.0
        for day in 0..<365 {
            let from = start.advanced(byHours: day * 24)
            guard isCounted(from.date) else { continue }
            days += 1
            for number in 0..<60 {
                let curve = MeterCurve(number, of: mould, since: start)
                sum += Double(
                    curve.millilitres(at: from.advanced(byHours: hours.upperBound))
                        - curve.millilitres(at: from.advanced(byHours: hours.lowerBound)))
            }
        }
        return sum / days / Double(hours.count)
    }

    private static func isWorkingDay(_ date: CivilDate) -> Bool { !date.isWeekend && !Holidays.contains(date) }

    @Test("A factory takes 10 to 20 % of a working day on a holiday, and is nearly as busy at night as by day")
    func industry() throws {
        let working = try Self.volume(.industry, where: Self.isWorkingDay)
        let holiday = try Self.volume(.industry, where: Holidays.contains)
        #expect(holiday > working * 0.1 && holiday < working * 0.2, "\(holiday / working)")
        let night = try Self.volume(.industry, hours: 0..<5, where: Self.isWorkingDay)
        #expect(night > working * 0.75 && night < working)
    }

    @Test("An institution heats while people are in it")
    func institution() throws {
        let isWinter = { (date: CivilDate) in date.month <= 2 }
        let working = try Self.volume(.institution) { isWinter($0) && Self.isWorkingDay($0) }
        let closed = try Self.volume(.institution) { isWinter($0) && !Self.isWorkingDay($0) }
        #expect(closed > working * 0.2 && closed < working * 0.5, "\(closed / working)")
        let morning = try Self.volume(.institution, hours: 6..<10) { isWinter($0) && Self.isWorkingDay($0) }
        let night = try Self.volume(.institution, hours: 0..<4) { isWinter($0) && Self.isWorkingDay($0) }
        #expect(morning > night * 4)
    }

    @Test("A boiler room is set back at night and heats up before the day")
    func boilerRoom() throws {
        let night = try Self.volume(.boilerRoom, hours: 0..<4) { $0.month == 4 }
        let morning = try Self.volume(.boilerRoom, hours: 5..<7) { $0.month == 4 }
        #expect(morning > night * 8)
    }

    @Test("A filling station peaks in the morning and the evening, and some of its hours are nearly still")
    func cngStation() throws {
        let all = { (_: CivilDate) in true }
        let morning = try Self.volume(.cngStation, hours: 6..<8, where: all)
        let noon = try Self.volume(.cngStation, hours: 10..<12, where: all)
        let evening = try Self.volume(.cngStation, hours: 17..<19, where: all)
        #expect(morning > noon * 1.6 && evening > noon * 1.6)
        let mould = SampleFleet.mould(.cngStation)
        let start = try SampleFleet.hour("2026-01-01")
        let curve = MeterCurve(0, of: mould, since: start)
        let noons = (0..<100).map { day in
            curve.millilitres(at: start.advanced(byHours: day * 24 + 12))
                - curve.millilitres(at: start.advanced(byHours: day * 24 + 11))
        }.sorted()
        #expect(noons[10] * 4 < noons[90])
    }

    @Test("Cooking hardly depends on the season, hot water a little, heating altogether")
    func seasons() throws {
        let winter = { (date: CivilDate) in date.month == 1 }
        let summer = { (date: CivilDate) in date.month == 7 }
        let cooking = try Self.volume(.cooking, where: winter) / Self.volume(.cooking, where: summer)
        let water =
            try Self.volume(.cookingAndHotWater, where: winter) / Self.volume(.cookingAndHotWater, where: summer)
        let house = try Self.volume(.household, where: winter) / Self.volume(.household, where: summer)
        #expect(cooking > 0.85 && cooking < 1.15, "\(cooking)")
        #expect(water > 1.2 && water < 2.2, "\(water)")
        #expect(house > 8, "\(house)")
    }

    @Test("A cubic metre at the meter holds less gas in Erzurum than by the sea, and more at pressure")
    func supply() {
        // (911 + 21) / 1013.25 · 288.15 / (273.15 + 12.175): Ankara's mean of the twelve months is 12.175 °C.
        #expect(SupplyConditions(place: .ankara, gaugePressure: 21).factor == 928_920)
        #expect(
            SupplyConditions(place: .erzurum, gaugePressure: 21).factor
                < SupplyConditions(place: .izmir, gaugePressure: 21).factor)
        #expect(SupplyConditions(place: .ankara, gaugePressure: 4_000).factor > 4_800_000)
    }
}
