import FleetSimulator
import Foundation
import MeterCore
import Testing
import WrittenFiles

@Suite("Values of scenario files")
struct ScenarioValueTests {
    @Test(
        "A size is the one of its name",
        arguments: zip(
            ["G1.6", "G2.5", "G4", "G6", "G10", "G16", "G25"],
            [DiaphragmSize.g1_6, .g2_5, .g4, .g6, .g10, .g16, .g25]))
    func sizes(name: String, size: DiaphragmSize) throws {
        let yaml = ScenarioFileTests.small.replacingOccurrences(of: "count: 4,", with: "count: 4, size: \(name),")
        #expect(try ScenarioReader.plan(yaml: yaml, file: "s.yaml").groups.map(\.size) == [.g4, size])
    }

    @Test("Calendar and buying are as the file says; a cycle of days spreads its books over all of them")
    func calendar() throws {
        let more = """

            calendar: {cycle: 15, week: everyDay, holidays: [2026-05-01], book_meters: 70, page_meters: 7}
            prepaid: {credit: money, buys_days: 3..4, reserve_days: 1, emergency_m3: 8, most_months: 3}
            """
        let plan = try ScenarioReader.plan(yaml: ScenarioFileTests.small + more, file: "s.yaml")
        let calendar = ReadingCalendar(
            cycle: .days(15), readingDays: 15, week: .everyDay, holidays: [try Synthetic.date("2026-05-01")],
            metersPerBook: 70, metersPerPage: 7)
        #expect(plan.calendar == calendar)
        let buying = PrepaidBuying(
            unit: .money, days: 3...4, reserve: 1...1, emergencyCubicMetres: 8, mostMonths: 3)
        #expect(plan.prepaid == buying)
    }

    @Test("A file with letters changed, lost or doubled is read, or refused with places that are in it: 4,000 files")
    func noise() {
        var word: UInt64 = 5
        func draw(_ count: Int) -> Int {
            word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(word >> 33) % count
        }
        let letters = Array("0129-.:,[]{}#'\"ax \n&*!|>%@`~")
        var refused = 0
        for _ in 0..<4_000 {
            var text = Array(ScenarioFileTests.small)
            for _ in 0...draw(3) {
                let place = draw(text.count)
                switch draw(3) {
                case 0: text[place] = letters[draw(letters.count)]
                case 1: text.remove(at: place)
                default: text.insert(letters[draw(letters.count)], at: place)
                }
            }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            do throws(FileMistakes) {
                _ = try ScenarioReader.plan(yaml: String(text), file: "noise")
            } catch {
                refused += 1
                #expect(!error.all.isEmpty)
                for mistake in error.all {
                    let isInside = (1...lines.count + 1).contains(mistake.line) && mistake.column >= 1
                    #expect(isInside && !mistake.message.isEmpty, "\(mistake)")
                }
            }
        }
        #expect(refused > 2_000 && refused < 4_000)
    }
}
