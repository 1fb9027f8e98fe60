import FleetSimulator
import Quantities
import Testing

@Suite("The fleet's clock")
struct FleetHourTests {
    @Test(
        "Hours count from the year 2000 in days of 24",
        arguments: [
            ("2000-01-01", 0, Int32(0)), ("2000-01-02", 1, 25), ("1999-12-31", 23, -1), ("2026-11-30", 0, 235_920),
            ("2026-11-29", 24, 235_920),
        ])
    func numbers(date: String, hour: Int, number: Int32) throws {
        #expect(FleetHour(try CivilDate(iso8601: date), hour: hour).number == number)
    }

    @Test("Day, hour and date say the same as the number, before the year 2000 as well")
    func roundTrip() {
        for number in Int32(-100_000)...300_000 where number % 7 == 0 {
            let hour = FleetHour(number: number)
            #expect(hour.day * 24 + hour.hourOfDay == Int(number) && (0..<24).contains(hour.hourOfDay))
            #expect(FleetHour(hour.date, hour: hour.hourOfDay) == hour)
        }
    }
}
