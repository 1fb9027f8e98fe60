import FleetExport
import FleetSimulator
import Foundation
import Storage
import Synchronization
import Testing

@Suite("A fleet as files")
struct ExportTests {
    private struct Cut: Error {}

    @Test("Twice, and on one thread and two, the same bytes and digests come out; another seed gives others")
    func sameBytes() throws {
        let outcomes = try [1, 2, 2].map { threads in
            let village = try Exported.village()
            let outcome = try village.run(threads: threads, isHourly: false)
            return (outcome, try ExportTable.all(isHourly: false).map { try village.bytes($0) })
        }
        for other in outcomes.dropFirst() {
            #expect(other.0 == outcomes[0].0)
            #expect(other.1 == outcomes[0].1)
        }
        let village = try Exported.village()
        let other = try Exported(village.text.replacing("seed: 20260101", with: "seed: 20260102")).run()
        #expect(other.readings != outcomes[0].0.readings && other.truth != outcomes[0].0.truth)
    }

    @Test("Cut off after any number of pieces, with half a line behind them, and resumed: the same bytes and digests")
    func resumed() throws {
        let whole = try Exported.village(months: 1)
        let expected = try whole.run(threads: 1, isHourly: true)
        let pieces = Mutex(0)
        let cut = try Exported.village(months: 1)
        var tries = 0
        while true {
            tries += 1
            do {
                pieces.withLock { $0 = 0 }
                let outcome = try cut.run(threads: tries % 2 + 1, isHourly: true) { _ in
                    let done = pieces.withLock { pieces in
                        pieces += 1
                        return pieces
                    }
                    if done >= 3 { throw Cut() }
                }
                #expect(outcome == expected)
                break
            } catch is Cut {
                // What a process writes before it notes it is cut off again.
                let file = try FileHandle(forUpdating: cut.folder.appending(path: "readings.csv"))
                try file.seekToEnd()
                try file.write(contentsOf: Data("12,1,4".utf8))
                try file.close()
            }
        }
        #expect(tries > 5)
        for table in ExportTable.all(isHourly: true) { #expect(try cut.bytes(table) == whole.bytes(table)) }
    }

    @Test(
        "A finished folder says so and changes nothing; one of another scenario, of other options, or with other files is refused"
    )
    func refused() throws {
        let village = try Exported.village(months: 1)
        let first = try village.run()
        let bytes = try village.bytes(.readings)
        let again = try village.run()
        #expect(!first.wasFinished && again.wasFinished)
        #expect(again.readings == first.readings && again.rows == first.rows)
        #expect(try village.bytes(.readings) == bytes)
        let other = try Exported.village(months: 2)
        #expect(throws: ExportError.anotherExport(folder: village.folder.path, scenario: "village")) {
            try FleetExport(other.plan, scenario: other.text, folder: village.folder).run(threads: 1)
        }
        #expect(throws: ExportError.anotherExport(folder: village.folder.path, scenario: "village")) {
            try village.run(isHourly: true)
        }
        let foreign = try Exported.village(months: 1)
        try FileManager.default.createDirectory(at: foreign.folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: foreign.folder.appending(path: "letter.txt"))
        #expect(throws: ExportError.foreignFolder(foreign.folder.path)) { try foreign.run() }
        let letter = try Exported.village(months: 1)
        try FileManager.default.createDirectory(at: letter.folder, withIntermediateDirectories: true)
        let base = letter.folder.appending(path: "fleet.sqlite")
        try Data(repeating: 0x61, count: 5_000).write(to: base)
        #expect(throws: ExportError.damaged(file: base.path)) { try letter.run() }
        try Data().write(to: village.folder.appending(path: "truth.csv"))
        #expect(throws: ExportError.damaged(file: village.folder.appending(path: "truth.csv").path)) {
            try village.run()
        }
    }

    @Test(
        "Every shipped scenario is exported, with the first page of each group",
        arguments: ShippedScenario.allCases)
    func shipped(scenario: ShippedScenario) throws {
        // Fewer meters of each group, and no fault of a meter that is left out.
        let text = scenario.yaml.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("meters:") && !$0.contains(/meter: \d/) }.joined(separator: "\n")
            .replacing(/count: \d+/) { match in
                // In the month after the quarantine a late walk may come after the next one: a thing of chance.
                "count: \(min(Int(match.output.dropFirst(7)) ?? 1, scenario == .quarantineMonth ? 2_000 : 24))"
            }
        let fleet = try Exported(text)
        let outcome = try fleet.run()
        #expect(outcome.rows[.meters] == fleet.plan.count)
        #expect(try fleet.rows(.truth).allSatisfy { (Exported.number($0, "billable_m3") ?? -1) >= 0 })
        // By time each meter's counts never fall.
        var last: [Substring: Int] = [:]
        for row in try fleet.rows(.truth) {
            let meter = try #require(row["meter"])
            let counted = Exported.number(row, "counted_ml") ?? -1
            #expect(counted >= last[meter] ?? 0)
            last[meter] = counted
        }
    }

    @Test("A name that a line cannot carry is refused before anything is written")
    func names() throws {
        let village = try Exported.village(months: 1)
        var draft = FleetPlanDraft(
            name: "a", seed: 1, start: village.plan.start, months: 1, groups: village.plan.groups,
            tariff: village.plan.tariff)
        draft.groups[0].name = "a,b"
        let plan = try FleetPlan(draft)
        #expect(throws: ExportError.name("a,b")) {
            _ = try FleetExport(plan, scenario: "", folder: village.folder)
        }
        #expect(!FileManager.default.fileExists(atPath: village.folder.path))
    }

    @Test("The digest is a sum of one hash of each line, and every table counts")
    func digest() throws {
        let village = try Exported.village(months: 1)
        let outcome = try village.run(isHourly: true)
        for isTruth in [false, true] {
            var sum: UInt64 = 0
            for table in ExportTable.allCases where table.isTruth == isTruth {
                let lines = try village.lines(table)
                #expect(outcome.rows[table] == lines.count)
                for line in lines {
                    var word: UInt64 = 0xCBF2_9CE4_8422_2325
                    for byte in "\(table.rawValue),\(line)".utf8 { word = (word ^ UInt64(byte)) &* 0x100_0000_01B3 }
                    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
                    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
                    sum = sum &+ (word ^ (word >> 31))
                }
            }
            #expect((isTruth ? outcome.truth : outcome.readings).sum == sum)
        }
    }

    @Test("The SQLite file holds the rows of the CSV files, field by field")
    func sqlite() throws {
        let village = try Exported.village(months: 2)
        try village.run()
        let path = village.folder.appending(path: "fleet.sqlite").path
        for table in ExportTable.all(isHourly: false) {
            let query =
                "SELECT \(table.columns.map { "ifnull(\($0.name), '')" }.joined(separator: "||','||")) FROM \(table.rawValue)"
            #expect(
                try SQLiteShell.lines(query, in: path) == village.lines(table).map(String.init), "\(table.rawValue)")
        }
    }

    @Test("The schema names the real tables and columns, in their order, with units and meaning")
    func schema() throws {
        let village = try Exported.village(months: 1)
        try village.run(isHourly: true)
        let path = village.folder.appending(path: "fleet.sqlite").path
        let tables = try SQLiteShell.lines("SELECT name FROM sqlite_master WHERE type = 'table'", in: path)
        #expect(Set(tables) == Set(ExportTable.allCases.map(\.rawValue) + ["export"]))
        for table in ExportTable.allCases {
            let columns = try SQLiteShell.lines(
                "SELECT name || ' ' || lower(type) FROM pragma_table_info('\(table.rawValue)')", in: path)
            #expect(columns == table.columns.map { "\($0.name) \($0.kind == .integer ? "integer" : "text")" })
            #expect(table.columns.allSatisfy { !$0.unit.isEmpty && !$0.note.isEmpty })
            let header = String(decoding: try village.bytes(table).prefix { $0 != 10 }, as: UTF8.self)
            #expect(header == table.columns.map(\.name).joined(separator: ","))
            for column in table.columns { #expect(ExportSchema.text.contains("    \(column.name) ")) }
        }
    }
}

/// Reads a SQLite file with sqlite3's own command line by Python, which is there wherever the tests run.
enum SQLiteShell {
    static func lines(_ query: String, in path: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3,sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print(row[0])", path,
            query,
        ]
        let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
