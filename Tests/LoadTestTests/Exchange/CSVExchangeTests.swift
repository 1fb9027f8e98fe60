import Billing
import FleetSimulator
import Foundation
import LoadTest
import Quantities
import Testing

@Suite("Another billing, over CSV files")
struct CSVExchangeTests {
    private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Simulators/LoadTest/Samples/simple_billing.py").standardized.path

    /// Runs a load with a program in a folder of its own.
    private func run(_ fleet: SyntheticFleet, _ program: String, limit: Double = 120) throws -> LoadOutcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("endeks-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let billing = CSVExchange(folder: folder, program: OutsideProgram(program, limit: limit))
        return try LoadRun(fleet, billing, LoadSettings(threads: 1, metersPerShard: fleet.count)).run()
    }

    /// A program of the shell that does something with the batch's folder, `$1/$2`.
    private func shell(_ script: String) -> String {
        "/bin/sh -c '\(script)' program"
    }

    @Test("The sample in Python bills mechanical meters as the core library does, to the kuruş")
    func sample() throws {
        var fleet = SyntheticFleet()
        (fleet.count, fleet.months) = (40, 6)
        fleet.openings = [5: 99_800]
        fleet.faults = [
            SyntheticFault(meter: 9, kind: .checksum, from: day("2026-02-01"), through: day("2026-02-28")),
            SyntheticFault(meter: 11, kind: .duplicate, from: day("2026-03-01"), through: day("2026-03-28")),
        ]
        let outcome = try run(fleet, "python3 '\(Self.sample)'")
        #expect(outcome.score.counts.lost == 0 && outcome.score.counts.double == 0)
        #expect(outcome.score.faultless.isEmpty)
        #expect(outcome.score.counts.billed == 240)
        #expect(outcome.score.faults[.corruptRecord]?.found == 1)
        #expect(outcome.score.faults[.transport]?.found == 1)
    }

    @Test("A program that ends its lines as Windows does is understood")
    func carriageReturns() throws {
        var fleet = SyntheticFleet()
        (fleet.count, fleet.months) = (4, 2)
        let ending = #"python3 "\#(Self.sample)" "$1" "$2" && sed -i "s/$/\r/" "$1/$2/outcomes.csv""#
        let outcome = try run(fleet, shell(ending))
        #expect(outcome.score.counts.billed == 8 && outcome.score.faultless.isEmpty)
    }

    @Test("A program is started as the shell takes it", arguments: ["SHARE=1 python3 NAME", "cd / && python3 NAME"])
    func shellWords(command: String) throws {
        var fleet = SyntheticFleet()
        (fleet.count, fleet.months) = (4, 1)
        let outcome = try run(fleet, command.replacing("NAME", with: "'\(Self.sample)'"))
        #expect(outcome.score.counts.billed == 4 && outcome.score.faultless.isEmpty)
    }

    @Test("A program that hangs is ended with what it started")
    func hangs() throws {
        let mark = FileManager.default.temporaryDirectory.appendingPathComponent("endeks-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: mark) }
        #expect(throws: AdapterError.self) {
            try told(SyntheticFleet(), "cd / && sh -c 'sleep 3; : > \(mark)' program", limit: 0.5)
        }
        Thread.sleep(forTimeInterval: 4)
        #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test("What the sample does not do, the correction of prepaid gas, shows as just that")
    func prepaid() throws {
        var fleet = SyntheticFleet()
        (fleet.count, fleet.months, fleet.prepaidEvery) = (20, 6, 4)
        let outcome = try run(fleet, "python3 '\(Self.sample)'")
        #expect(Set(outcome.score.faultless.keys).isSubset(of: [.lots, .sale]))
        #expect(outcome.score.faultless[.lots].map { $0.periods > 0 } == true)
        #expect(outcome.cases.count == 5)
    }

    @Test("The sample sells money onto cards that carry it, at the price that the core library has")
    func moneySample() throws {
        let plan = try smallPlan(.cardFaultWave, share: 0.002, faults: false)
        let fleet = try PlanFleet(plan, try termsOfNoUtility(plan))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("endeks-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let billing = CSVExchange(folder: folder, program: OutsideProgram("python3 '\(Self.sample)'"))
        let outcome = try LoadRun(fleet, billing, LoadSettings(threads: 1, metersPerShard: fleet.count)).run()
        let counts = outcome.score.counts
        #expect(counts.lost == 0 && counts.double == 0 && counts.unansweredWishes == 0 && counts.wishes > 60)
        #expect(counts.billed == 4 * fleet.count)
        // Without corrections nothing is settled at the desk: that is all.
        #expect(Set(outcome.score.faultless.keys).isSubset(of: [.lots, .sale]))
        let register = try String(contentsOf: folder.appendingPathComponent("register.csv"), encoding: .utf8)
        #expect(register.contains(",11060776,"))
    }

    @Test("Cards that carry money are answered with an amount and a price, and others with neither")
    func moneyAnswers() throws {
        let head = ExchangeAnswers.cardColumns.joined(separator: ",") + "\n"
        let wishes = [CardWish(meter: 4, order: 1, litres: 10_000), CardWish(meter: 5, order: 1, litres: 10_000)]
        let answers = try ExchangeAnswers.cards(
            (head + "1,12000,0,10000,12000,12000000,1,1,\n2,12000,0,10000,,,1,1,", "c"), wishes, moneyMeters: [4])
        #expect(answers.map { $0.money } == [MoneyLoad(kurus: 12_000, price: 12_000_000), nil])
        #expect(throws: AdapterError("c:2:5: 'card_kurus' is filled, but the card carries gas")) {
            try ExchangeAnswers.cards((head + "1,1,0,1,1,1,1,1,", "c"), [wishes[1]], moneyMeters: [4])
        }
        #expect(throws: AdapterError("c:2:6: 'card_price' is \"\", no whole number")) {
            try ExchangeAnswers.cards((head + "1,1,0,1,1,,1,1,", "c"), [wishes[0]], moneyMeters: [4])
        }
    }

    @Test("A program that fails, hangs or says nothing ends the run with its words")
    func failures() throws {
        let fleet = SyntheticFleet()
        #expect(throws: AdapterError("the program ended with 3 at FOLDER batch-000001: no licence")) {
            try told(fleet, shell("echo no licence; exit 3"))
        }
        #expect(throws: AdapterError("the program wrote no batch-000001/outcomes.csv")) {
            try told(fleet, shell("true"))
        }
        #expect(throws: AdapterError("the program did not answer within 1 s to FOLDER batch-000001: waiting")) {
            try told(fleet, shell("echo waiting; exec sleep 60"), limit: 1)
        }
    }

    @Test(
        "What contradicts the question is said with file, line and column",
        arguments: [
            ("", "batch-000001/outcomes.csv:1:1: the file is empty. Its first line names the columns: \(head)."),
            (
                "meter,amount",
                "batch-000001/outcomes.csv:1:1: 'meter' is not a column of this file. The columns are: \(head)."
            ),
            (head, "batch-000001/outcomes.csv: 0 rows for 20 readings"),
            (head + "\\n2,held,,,,,,,,,,0,0", "batch-000001/outcomes.csv:2:1: 'line' is 2, where 1 must stand"),
            (head + "\\n1,paid,,,,,,,,,,0,0", nil),
            (
                head + "\\n1,held",
                "batch-000001/outcomes.csv:2:1: there are 2 fields, not 13 as in the header. Quote a field that holds a ','."
            ),
        ] as [(String, String?)])
    func lies(text: String, words: String?) throws {
        let script = "printf \"\(text)\" > $1/$2/outcomes.csv; printf \"meter,fault,evidence\" > $1/$2/flags.csv"
        let error = #expect(throws: AdapterError.self) { try told(SyntheticFleet(), shell(script)) }
        if let words { #expect(error?.description == words) }
    }

    private static let head = ExchangeAnswers.outcomeColumns.joined(separator: ",")

    @Test(
        "A period that the reading does not end, and figures out of all bounds, are refused",
        arguments: [
            (
                "1,billed,,2025-12-31,2026-01-04,5,6,5,1,1,1,0,0",
                "5: 'through' is 2026-01-04, but the reading of that line is of 2026-01-03"
            ),
            ("1,billed,,2026-01-03,2026-01-03,5,6,5,1,1,1,0,0", "5: 'through' is 2026-01-03, not after 2026-01-03"),
            ("1,billed,,2025-12-31,2026-01-03,5,6.5,5,1,1,1,0,0", "7: 'payable_kurus' is \"6.5\", no whole number"),
            (
                "1,billed,,2025-12-31,2026-01-03,5,999999999999999,5,1,1,1,0,0",
                "7: 'payable_kurus' is 999999999999999, not within -100000000000 and 100000000000"
            ),
            (
                "1,billed,,31.12.2025,2026-01-03,5,6,5,1,1,1,0,0",
                "4: 'from' is \"31.12.2025\", no day such as 2026-01-31"
            ),
            ("1,billed,,2025-12-31,2026-01-03,5,6,5,1,1,1,2,0", "12: 'rollover' is 2, not within 0 and 1"),
        ])
    func wrongRows(row: String, words: String) throws {
        let readings = [FleetReading(meter: 0, order: 1, serial: 1, index: 5, date: day("2026-01-03"))]
        #expect(throws: AdapterError("o:2:\(words)")) {
            try ExchangeAnswers.outcomes((Self.head + "\n" + row, "o"), readings)
        }
    }

    @Test("A flag of a meter that was not asked about, or of no fault of the catalogue, is refused")
    func wrongFlags() throws {
        let file = { (row: String) in ("meter,fault,evidence\n" + row, "f") }
        #expect(throws: AdapterError("f:2:1: 'meter' is 7, which is not in this batch")) {
            try ExchangeAnswers.flags(file("7,1,x"), [6], on: day("2026-01-03"))
        }
        #expect(throws: AdapterError("f:2:2: 'fault' is 26, not within 1 and 25")) {
            try ExchangeAnswers.flags(file("6,26,x"), [6], on: day("2026-01-03"))
        }
        let flags = try ExchangeAnswers.flags(file("6,25,\"a, \"\"b\"\"\""), [6], on: day("2026-01-03"))
        #expect(flags.map { $0.evidence } == ["a, \"b\""])
    }

    @Test("An exchange begins in an empty folder")
    func emptyFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("endeks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("x".utf8).write(to: folder.appendingPathComponent("mine.txt"))
        let billing = CSVExchange(folder: folder, program: OutsideProgram("true"))
        let opening = ShardOpening(shard: 0, meters: [], terms: SyntheticFleet().terms)
        #expect(throws: AdapterError("\(folder.path) is not empty: an exchange begins in an empty folder")) {
            _ = try billing.open(opening)
        }
    }

    /// The run's error with the folder's path out of it.
    private func told(_ fleet: SyntheticFleet, _ program: String, limit: Double = 60) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("endeks-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let billing = CSVExchange(folder: folder, program: OutsideProgram(program, limit: limit))
        do {
            _ = try LoadRun(fleet, billing, LoadSettings(threads: 1, metersPerShard: fleet.count)).run()
        } catch let error as AdapterError {
            throw AdapterError(error.description.replacing(folder.path, with: "FOLDER"))
        }
    }
}
