import Quantities
import Testing

@Suite("Moments")
struct CivilMomentTests {
    private func moment(_ day: String, _ second: Int) throws -> CivilMoment {
        try CivilMoment(try CivilDate(iso8601: day), secondOfDay: second)
    }

    @Test("A moment is a day and a second of it; nothing else makes one")
    func bounds() throws {
        let day = try CivilDate(iso8601: "2026-02-28")
        #expect(try CivilMoment(day, hour: 23, minute: 59, second: 59) == moment("2026-02-28", 86_399))
        #expect(try CivilMoment(day, hour: 9, minute: 5).description == "2026-02-28 09:05:00")
        for second in [-1, 86_400] {
            #expect(throws: CivilDateError.outOfRange) { try CivilMoment(day, secondOfDay: second) }
        }
        for (hour, minute, second) in [(24, 0, 0), (0, 60, 0), (0, 0, 60), (-1, 0, 0), (0, -1, 0), (0, 0, -1)] {
            #expect(throws: CivilDateError.outOfRange) {
                try CivilMoment(day, hour: hour, minute: minute, second: second)
            }
        }
    }

    @Test("Moments are counted across midnight and the end of a month, and order as the clock does")
    func counts() throws {
        let (late, early) = (try moment("2026-02-28", 86_399), try moment("2026-03-01", 1))
        #expect(late < early && !(early < late))
        // One second to midnight, one after it.
        #expect(late.seconds(until: early) == 2 && early.seconds(until: late) == -2)
        // 1900-01-01 to 2999-12-31 are 401,766 days.
        #expect(try moment("1900-01-01", 0).seconds(until: moment("2999-12-31", 0)) == 401_766 * 86_400)
    }
}
