import FleetSimulator
import Foundation
import Quantities
import Testing
import WrittenFiles

@Suite("Scenario files")
struct ScenarioFileTests {
    /// A small file whose lines the tests know.
    static let small = """
        name: small
        seed: 9
        start: 2026-01-01
        months: 6
        meters: 14
        tariff:
          name: konut
          file: policies.yaml
        fleet:
          - name: flats
            count: 10
            place: ankara
          - {name: cards, kind: prepaid, count: 4, place: izmir, years_in_service: 2..5}
        contractors:
          - {name: a, books: 0.25, late: 0.1}
          - {name: b, books: 0.75, digit_errors: 0.000001}
        faults:
          - {kind: stuckIndex, rate: 2.5, groups: [flats], days: 30..60}
          - {kind: creep, meter: 3, from: 2026-02-01, severity: 2.5..20}
        """

    private static func mistakes(_ yaml: String) -> [String] {
        do throws(FileMistakes) {
            _ = try ScenarioReader.plan(yaml: yaml, file: "s.yaml")
            return []
        } catch {
            return error.all.map(\.description)
        }
    }

    private static func mistakes(_ old: String, _ new: String) -> [String] {
        let changed = small.replacingOccurrences(of: old, with: new)
        return changed == small ? ["nothing was changed"] : mistakes(changed)
    }

    @Test("A file gives the plan that it says")
    func reading() throws {
        let plan = try ScenarioReader.plan(yaml: Self.small, file: "s.yaml")
        #expect(plan.name == "small" && plan.seed == 9 && plan.count == 14 && plan.months == 6)
        #expect(plan.groups[1].kind == .prepaid && plan.groups[1].yearsInService == 2...5)
        #expect(plan.groups[0] == MeterGroup(name: "flats", count: 10, place: .ankara))
        #expect(plan.contractors.map(\.books.millionths) == [250_000, 750_000])
        #expect(plan.contractors[1].digitErrors.millionths == 1)
        #expect(
            plan.faults[0]
                == FaultRule(kind: .stuckIndex, scope: .rate(perMillionMeterYears: 2_500), groups: [0], days: 30...60))
        #expect(
            plan.faults[1]
                == FaultRule(
                    kind: .creep, scope: .meter(3), from: try Synthetic.date("2026-02-01"), severity: 2_500...20_000))
        #expect(plan.tariff == PlanTariff(name: "konut", policies: .file("policies.yaml")))
    }

    @Test(
        "A mistake is told with its line and column, and with what to do",
        arguments: [
            (
                "    count: 10", "    cuont: 10",
                [
                    "s.yaml:11:5: 'cuont' is not a key of a group of 'fleet'. Did you mean 'count'?",
                    "s.yaml:10:5: a group of 'fleet' lacks 'count'. Add a line such as: count: 280",
                ]
            ),
            (
                "    place: ankara", "    place: ankara\n    size: G2.5\n    yearly_m3: 90000",
                [
                    "s.yaml:14:16: the mean use is 90000 m³ a year, but a G2.5 here passes 32549 at most. Change 'yearly_m3' or 'size'."
                ]
            ),
            (
                "2026-01-01\n", "2998-06-01\n",
                ["s.yaml:3:8: the scenario must lie in the years 2000 to 2135. Change 'start' or 'months'."]
            ),
            ("months: 6", "months: six", ["s.yaml:4:9: 'months' must be a whole number from 1 to 120; it is 'six'."]),
            ("months: 6", "months: 0", ["s.yaml:4:9: 'months' must be a whole number from 1 to 120; it is '0'."]),
            ("months: 6", "months: 06", ["s.yaml:4:9: 'months' must be a whole number from 1 to 120; it is '06'."]),
            (
                "months: 6", "months: \"6\"",
                ["s.yaml:4:9: 'months' must be a whole number from 1 to 120; it is '6'. Leave the quotes away."]
            ),
            (
                "months: 6", "months: [6]",
                ["s.yaml:4:9: 'months' must be a whole number from 1 to 120, not a list or a table."]
            ),
            (
                "name: small", "name: 2026",
                [
                    "s.yaml:1:7: 'name' must be a name of 1 to 40 letters, digits, '-', '_' and '.'; it is '2026'. Put it in quotes."
                ]
            ),
            (
                "2026-01-01\n", "2026-02-30\n",
                ["s.yaml:3:8: 'start' must be a day of the calendar such as 2026-01-31; it is '2026-02-30'."]
            ),
            (
                "kind: prepaid", "kind: pre-paid",
                [
                    "s.yaml:13:25: 'kind' must be one of: diaphragm, prepaid, corrector; it is 'pre-paid'. Did you mean 'prepaid'?"
                ]
            ),
            (
                "place: ankara", "place: Ankara",
                [
                    "s.yaml:12:12: 'place' must be one of: ankara, istanbul, izmir, erzurum, adana, hakkari; it is 'Ankara'. Did you mean 'ankara'?"
                ]
            ),
            (
                "2..5", "5..2",
                [
                    "s.yaml:13:76: 'years_in_service' must be a whole number from 0 to 40, or two as 2..7, the smaller one first; it is '5..2'."
                ]
            ),
            (
                "0.000001", "0.0000001",
                [
                    "s.yaml:16:42: 'digit_errors' must be a number from 0 to 1 with at most 6 decimals; it is '0.0000001'."
                ]
            ),
            (
                "0.000001", "1e-6",
                ["s.yaml:16:42: 'digit_errors' must be a number from 0 to 1 with at most 6 decimals; it is '1e-6'."]
            ),
            (
                "books: 0.75", "books: 0.7",
                ["s.yaml:16:22: the contractors' 'books' make 0.95 together; they must make 1."]
            ),
            (
                "meters: 14", "meters: 15",
                ["s.yaml:5:9: 'meters' is 15, but the groups of 'fleet' make 14. Change it, or a group's 'count'."]
            ),
            ("[flats]", "[flat]", ["s.yaml:18:44: 'fleet' has no group 'flat'. Did you mean 'flats'?"]),
            (
                "rate: 2.5, ", "",
                ["s.yaml:18:5: an entry of 'faults' has none of these. Give either 'rate' or 'meter'."]
            ),
            (
                "rate: 2.5", "rate: 2.5, meter: 1",
                ["s.yaml:18:5: an entry of 'faults' mixes what does not go together. Give either 'rate' or 'meter'."]
            ),
            (
                "meter: 3,", "meter: 3, to: 2026-03-01,",
                ["s.yaml:19:5: an entry of 'faults': 'to' does not go with 'meter'. Leave one out."]
            ),
            (
                "severity: 2.5..20", "severity: 2.0005",
                ["s.yaml:19:57: 'severity' of creep must be in litres an hour, with at most 3 decimals."]
            ),
            (
                "severity: 2.5..20", "severity: 0.5..2000",
                ["s.yaml:19:57: 'severity' must be from 0 to 1000; it is 2000."]
            ),
            (
                "kind: creep", "kind: excessCredit",
                ["s.yaml:19:12: a diaphragm meter does not have 'excessCredit': prepaid meters do."]
            ),
            ("kind: creep", "kind: stuckIndex", ["s.yaml:19:62: 'severity' of stuckIndex is always 1. Leave it out."]),
            ("meter: 3", "meter: 14", ["s.yaml:19:26: there is no meter 14: the fleet's have numbers from 0 to 13."]),
            (
                "    place: ankara", "    place: ankara\n    supply_mbar: 400",
                ["s.yaml:13:18: 400 mbar needs 'kind: corrector'; others have at most 300."]
            ),
            (
                "  file: policies.yaml\n", "",
                ["s.yaml:7:3: 'tariff' has none of these. Give either 'file' or 'policies'."]
            ),
            ("name: cards", "name: flats", ["s.yaml:13:12: 'flats' is the name of another entry too. Keep one."]),
            ("seed: 9", "seed: 9\nseed: 8", ["s.yaml:2:1: 'seed' is given twice. Keep one."]),
            ("seed: 9", "seed: [9", ["s.yaml:3:6: this is not YAML: did not find expected ',' or ']'."]),
            (
                "seed: 9", "seed: 9\n---",
                ["s.yaml:3:1: a second document begins here ('---'). Save each document as a file of its own."]
            ),
        ])
    func mistake(old: String, new: String, expected: [String]) {
        #expect(Set(Self.mistakes(old, new)) == Set(expected))
    }

    @Test("All mistakes are told at once, in the order of the file")
    func several() {
        let yaml = Self.small.replacingOccurrences(of: "seed: 9", with: "seed: nine")
            .replacingOccurrences(of: "count: 10", with: "count: -1").replacingOccurrences(of: "rate:", with: "rates:")
        let lines = Self.mistakes(yaml).map { $0.split(separator: ":")[1] }
        #expect(lines == ["2", "11", "18", "18"])
        #expect(
            Self.mistakes("") == [
                "s.yaml:1:1: the file is empty. 'endeks simulate new' writes what a scenario looks like."
            ])
        #expect(Self.mistakes("- a") == ["s.yaml:1:1: a scenario must be a table. Write it as lines of 'key: value'."])
    }

    @Test("Policies in the scenario are taken as they are written, and the names in them are held against the groups")
    func policies() throws {
        let plan = try ScenarioReader.plan(yaml: ScenarioTemplate.text, file: "template.yaml")
        guard case .text(let text) = plan.tariff.policies else {
            Issue.record("the template has its policies in itself")
            return
        }
        #expect(text.contains("purchase: 5.631275") && text.contains("otv: 0.118700") && text.contains("month: 01"))
        let wrong = ScenarioTemplate.text.replacingOccurrences(of: "      - name: ankara", with: "      - name: ankra")
        let mistakes = Self.mistakes(wrong)
        #expect(
            mistakes.count > 0
                && mistakes.allSatisfy {
                    $0.contains("'policies' has no entry 'ankara' in 'regions'. Did you mean 'ankra'?")
                })
    }

    @Test("Every shipped scenario is read, and is what its name says", arguments: ShippedScenario.allCases)
    func shipped(scenario: ShippedScenario) throws {
        let plan = try scenario.plan()
        #expect(plan.name == scenario.rawValue && plan.count >= 100)
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Simulators/FleetSimulator/Scenarios/\(scenario.rawValue).yaml")
        #expect(try String(contentsOf: file, encoding: .utf8) == scenario.yaml)
        let schedule = FaultSchedule(plan)
        let most = min(plan.count, 20_000)
        #expect((0..<most).contains { !schedule.faults(of: $0).isEmpty })
        if case .file(let name) = plan.tariff.policies {
            #expect(name == "policies.yaml")
            for group in plan.groups.indices {
                #expect(ShippedPolicies.text.contains("- name: \(plan.tariffName(ofGroup: group))\n"))
                #expect(ShippedPolicies.text.contains("- name: \(plan.regionName(ofGroup: group))\n"))
            }
        }
    }

    @Test("The city has faults at about one in a hundred meters")
    func city() throws {
        let plan = try ShippedScenario.city.plan()
        #expect(plan.count == 100_000)
        let schedule = FaultSchedule(plan)
        let year = (0..<plan.count).count { !schedule.faults(of: $0).isEmpty }
        #expect((500...4_000).contains(year), "\(year)")
        let kinds = Set((0..<plan.count).flatMap { schedule.faults(of: $0).map(\.kind) })
        #expect(kinds == Set(FaultKind.allCases))
    }

    @Test("The rollover month has more than a thousand wheels that turn over")
    func rollovers() throws {
        let plan = try ShippedScenario.rolloverMonth.plan()
        #expect(plan.groups.count { $0.startIndex != nil } == 2)
        #expect(plan.groups.filter { $0.startIndex != nil }.reduce(0) { $0 + $1.count } == 4_000)
    }
}
