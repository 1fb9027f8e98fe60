import Foundation
import MeterCore
import Testing

@Suite("Corrector archive")
struct CorrectorArchiveTests {
    /// Seconds since 2000-01-01 of a date and hour, by Foundation's calendar.
    static func seconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0) -> UInt32 {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        let date = calendar.date(from: DateComponents(year: year, month: month, day: day, hour: hour)) ?? .distantPast
        return UInt32(date.timeIntervalSince1970 - 946_684_800)
    }

    /// Steps a corrector hour by hour, one litre each, and returns the rows in the ring.
    static func run(
        _ period: ArchivePeriod, dayBegins: UInt32 = 0, from begin: UInt32, hours: Int, rows: Int
    ) -> [CorrectorRecord] {
        var meter = CorrectorSample.meter()
        meter.measure(300_000, 280_000)
        var archive = CorrectorArchive(period: period, dayBegins: dayBegins, at: begin)
        var ring = [CorrectorRecord](repeating: CorrectorRecord(), count: rows)
        for hour in 1...hours {
            meter.convert(millilitres: 1_000)
            var span = ring.mutableSpan
            archive.follow(meter, until: begin + UInt32(hour) * 3_600, into: &span)
        }
        return ring
    }

    @Test("Hourly rows come in order, each at its full hour with the counters of then")
    func hourly() {
        let begin = Self.seconds(2024, 2, 28)
        let rows = Self.run(.hourly, from: begin, hours: 48, rows: 48)
        #expect(rows.map(\.order) == Array(1...48))
        #expect(rows.map(\.time) == (1...48).map { begin + $0 * 3_600 })
        #expect(rows.map(\.volume) == (1...48).map { $0 * 1_000 })
        #expect(rows.allSatisfy { $0.meanPressure == 300_000 && $0.meanTemperature == 280_000 })
    }

    @Test("A full ring keeps the newest rows, and their order numbers have no gap")
    func ring() {
        let rows = Self.run(.hourly, from: Self.seconds(2024, 2, 28), hours: 100, rows: 24)
        #expect(rows.map(\.order).sorted() == Array(77...100))
        for row in rows { #expect(rows[Int((row.order - 1) % 24)] == row) }
    }

    @Test("Daily rows end when the gas day does", arguments: [UInt32(0), 6, 8, 23])
    func daily(dayBegins: UInt32) {
        let rows = Self.run(.daily, dayBegins: dayBegins, from: Self.seconds(2024, 2, 28, 12), hours: 96, rows: 4)
        let first = dayBegins > 12 ? Self.seconds(2024, 2, 28) : Self.seconds(2024, 2, 29)
        #expect(rows.map(\.time) == (0..<4).map { first + UInt32($0) * 86_400 + dayBegins * 3_600 })
        #expect(rows[3].volume - rows[0].volume == 72_000)
    }

    @Test(
        "Monthly rows end on the first of each month, through leap years and centuries",
        arguments: [
            (1, 2000), (12, 2023), (1, 2024), (2, 2024), (2, 2100), (12, 2099), (3, 2100),
        ])
    func monthly(month: Int, year: Int) {
        let begin = Self.seconds(year, month, 28)
        let rows = Self.run(.monthly, dayBegins: 8, from: begin, hours: 24 * 70, rows: 4)
        for row in 0..<2 {
            let (next, later) = ((month + row) % 12 + 1, year + (month + row) / 12)
            #expect(rows[row].time == Self.seconds(later, next, 1, 8))
            #expect(rows[row].order == UInt32(row + 1))
        }
    }

    @Test("The first day of the clock belongs to the month before until the gas day begins")
    func firstDay() {
        let rows = Self.run(.monthly, dayBegins: 8, from: 0, hours: 10, rows: 2)
        #expect(rows[0].time == 8 * 3_600)
        #expect(Self.run(.daily, dayBegins: 8, from: 0, hours: 10, rows: 2)[0].time == 8 * 3_600)
    }

    @Test("Means are by time, and a status that was on for a moment stands in the row")
    func means() {
        var meter = CorrectorSample.meter()
        var archive = CorrectorArchive(period: .hourly, at: 0)
        var ring = [CorrectorRecord](repeating: CorrectorRecord(), count: 2)
        var span = ring.mutableSpan
        meter.measure(200_000, 270_000)
        archive.follow(meter, until: 900, into: &span)
        meter.measure(nil, 290_000)
        archive.follow(meter, until: 1_800, into: &span)
        meter.measure(300_000, 290_000)
        archive.follow(meter, until: 3_600, into: &span)
        // (2 bar × 15 min + the substitute 4 bar × 15 min + 3 bar × 30 min) / 60 min
        #expect(ring[0].meanPressure == 300_000)
        #expect(ring[0].meanTemperature == 285_000)
        #expect(ring[0].status == .pressureFailed)
        #expect(archive.newest == 1)
    }

    @Test("A clock that is set back ends the row, and the order numbers go on")
    func clockSetBack() {
        var meter = CorrectorSample.meter()
        meter.measure(200_000, 270_000)
        let begin = Self.seconds(2024, 1, 1)
        var archive = CorrectorArchive(period: .hourly, at: begin)
        var ring = [CorrectorRecord](repeating: CorrectorRecord(), count: 4)
        var span = ring.mutableSpan
        archive.follow(meter, until: begin + 3_600, into: &span)
        archive.follow(meter, until: begin + 5_000, into: &span)
        archive.follow(meter, until: 0, into: &span)
        archive.follow(meter, until: 3_600, into: &span)
        #expect(ring.map(\.order) == [1, 2, 3, 0])
        #expect(ring.map(\.time) == [begin + 3_600, begin + 5_000, 3_600, 0])
        #expect(ring[1].status == .clockSetBack && ring[2].status.rawValue == 0)
    }
}
