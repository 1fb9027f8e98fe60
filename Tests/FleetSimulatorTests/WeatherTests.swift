import FleetSimulator
import Quantities
import Testing

@Suite("Weather")
struct WeatherTests {
    /// 32 years of a place under four seeds: enough that a monthly mean is known to about 0.3 °C.
    private static func temperatures(_ place: Place) throws -> [(month: Int, degrees: Double)] {
        try (UInt64(1)...4).flatMap { seed in
            let weather = Weather(place: place, seed: seed)
            let first = try CivilDate(iso8601: "2001-01-01")
            return try (0..<8 * 365).map { day in
                let date = try first.advanced(byDays: day)
                return (date.month, Double(weather.temperature(on: date)) / 1_000)
            }
        }
    }

    @Test(
        "Monthly means of many years are those of the data within 1 °C, their year within 0.4 °C",
        arguments: Place.allCases)
    func means(place: Place) throws {
        let days = try Self.temperatures(place)
        var error = 0.0
        for month in 1...12 {
            let values = days.filter { $0.month == month }.map(\.degrees)
            let mean = values.reduce(0, +) / Double(values.count)
            let expected = Climate.of(place).monthlyMeans[month - 1]
            #expect(abs(mean - expected) < 1, "\(place) month \(month): \(mean)")
            error += mean - expected
        }
        #expect(abs(error / 12) < 0.4)
    }

    @Test("Days deviate from the season as much as the data say, within a quarter", arguments: Place.allCases)
    func deviations(place: Place) throws {
        let days = try Self.temperatures(place)
        for (month, expected) in [
            (1, Climate.of(place).winterDeviation), (7, Climate.of(place).summerDeviation),
        ] {
            let values = days.filter { $0.month == month }.map(\.degrees)
            let mean = values.reduce(0, +) / Double(values.count)
            let deviation = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count)).squareRoot()
            #expect(deviation > expected * 0.75 && deviation < expected * 1.25, "\(place) \(month): \(deviation)")
        }
    }

    @Test("A day resembles the day before, and hardly that of a month before")
    func autocorrelation() throws {
        let weather = Weather(place: .ankara, seed: 8)
        let first = try CivilDate(iso8601: "2001-01-01")
        // Deviation from the mean of the same day over 20 years stands for the anomaly.
        var anomalies: [[Double]] = []
        for year in 0..<20 {
            anomalies.append(
                try (0..<365).map { day in
                    Double(weather.temperature(on: try first.advanced(byDays: year * 365 + day)))
                })
        }
        for day in 0..<365 {
            let mean = anomalies.map { $0[day] }.reduce(0, +) / 20
            for year in 0..<20 { anomalies[year][day] -= mean }
        }
        let series = anomalies.flatMap { $0 }
        let variance = series.map { $0 * $0 }.reduce(0, +)
        func correlation(_ lag: Int) -> Double {
            zip(series, series.dropFirst(lag)).map { $0 * $1 }.reduce(0, +) / variance
        }
        #expect(correlation(1) > 0.6 && correlation(1) < 0.95, "\(correlation(1))")
        #expect(correlation(30) < 0.35, "\(correlation(30))")
    }

    @Test("Ankara has about 2,450 degree-days a year, Adana far fewer, Erzurum far more")
    func degreeDays() {
        func mean(_ place: Place) -> Int {
            let weather = Weather(place: place, seed: 3)
            return (2001...2020).map { weather.degreeDays(inYear: $0) }.reduce(0, +) / 20_000
        }
        // From monthly means alone: about 2,450; days under 15 °C in April, May and October add to it.
        #expect((2_300...2_800).contains(mean(.ankara)), "\(mean(.ankara))")
        #expect(mean(.adana) < 1_100 && mean(.erzurum) > 3_800, "\(mean(.adana)) \(mean(.erzurum))")
    }

    @Test("Degree-days of the months are those of the year")
    func months() throws {
        let weather = Weather(place: .izmir, seed: 5)
        var sum = 0
        for month in 1...12 { sum += weather.degreeDays(in: try CivilMonth(year: 2024, month: month)) }
        #expect(sum == weather.degreeDays(inYear: 2024) && sum > 0)
    }

    @Test("Another seed or place is other weather, the same is the same")
    func pure() throws {
        let date = try CivilDate(iso8601: "2026-02-03")
        #expect(
            Weather(place: .ankara, seed: 1).temperature(on: date)
                == Weather(place: .ankara, seed: 1).temperature(on: date))
        let others = Set((UInt64(0)..<40).map { Weather(place: .ankara, seed: $0).temperature(on: date) })
        #expect(others.count > 35)
    }
}

@Suite("Public holidays")
struct HolidayTests {
    @Test(
        "Fixed days and the two feasts are holidays, the days around them are not",
        arguments: [
            ("2026-01-01", true), ("2026-04-23", true), ("2026-10-29", true), ("2026-03-20", true),
            ("2026-05-27", true),
            ("2026-05-30", true), ("2026-06-03", false), ("2026-03-16", false), ("2026-02-11", false),
        ])
    func days(date: String, expected: Bool) throws {
        // Ramazan Bayramı 20 March 2026 and Kurban Bayramı 27 May 2026 are the Diyanet's.
        #expect(Holidays.contains(try CivilDate(iso8601: date)) == expected)
    }

    @Test("A year has fourteen holidays, give or take feasts that fall on fixed ones or into two years")
    func count() throws {
        for year in 2020...2040 {
            let first = try CivilDate(year: year, month: 1, day: 1)
            let days = try (0..<365).filter { Holidays.contains(try first.advanced(byDays: $0)) }.count
            #expect((11...18).contains(days), "\(year): \(days)")
        }
    }
}
