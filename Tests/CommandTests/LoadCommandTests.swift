import Foundation
import Testing

@Suite("endeks load and its gate")
struct LoadCommandTests {
    private static let sample = EndeksRun.clone.appending(path: "Simulators/LoadTest/Samples/simple_billing.py").path

    /// `result.json` with a field of its text changed.
    private func changed(_ file: String, _ pattern: Regex<(Substring, Substring)>, to value: String) throws -> String {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let found = try #require(text.firstMatch(of: pattern))
        return text.replacingCharacters(in: found.1.startIndex..<found.1.endIndex, with: value)
    }

    @Test("The village is billed to the kuruş, and the folder has figures, report and percentiles that agree")
    func village() throws {
        let scratch = try ScratchFolder()
        let run = try EndeksRun(["load", "village", "--out", "out", "--language", "en"], in: scratch.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "faultless=0 lost=0 double=0\n")
        #expect(
            Set(try #require(scratch.contents("out")))
                == ["result.json", "report.html", "reading.hgrm", "batch.hgrm", "sale.hgrm"])
        let bytes = try Data(contentsOf: scratch.url.appending(path: "out/result.json"))
        let result = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let counts = try #require(result["counts"] as? [String: Int])
        let (given, wishes) = (try #require(counts["given"]), try #require(counts["wishes"]))
        #expect(given > 3_600 && wishes > 300)
        for (name, count) in [("reading", given), ("sale", wishes)] {
            let text = try String(contentsOfFile: scratch.path("out/\(name).hgrm"), encoding: .utf8)
            let lines = text.split(separator: "\n")
            #expect(lines.first?.contains("Percentile") == true && text.contains("Max"))
            // Value, share and how many stayed within it: the shares rise to one, the counts to all.
            let rows = lines.filter { $0.first != "#" }.map { line in
                line.split(separator: " ").compactMap { Double($0) }
            }.filter { $0.count >= 3 }
            #expect(rows.count > 5)
            #expect(rows.map { $0[1] } == rows.map { $0[1] }.sorted())
            #expect(rows.last.map { $0[1] == 1 && Int($0[2]) == count } == true, "\(name): \(count)")
        }
        #expect(try String(contentsOfFile: scratch.path("out/report.html"), encoding: .utf8).contains("village"))
    }

    @Test("The gate is open for the same, ends with 1 and the field for another, and minds speed where it is asked")
    func gate() throws {
        let scratch = try ScratchFolder()
        #expect(try EndeksRun(["load", "village", "--out", "out"], in: scratch.url).status == 0)
        let result = scratch.path("out/result.json")
        let same = try EndeksRun(["load", "gate", result, result])
        #expect(same.status == 0 && same.output == "the gate is open\n")
        let fewer = try scratch.write("fewer.json", try changed(result, #/"billed" : (\d+)/#, to: "7"))
        let shut = try EndeksRun(["load", "gate", result, fewer])
        #expect(shut.status == 1 && shut.output.contains("counts.billed: ") && shut.output.contains(" -> 7"))
        let slow = try scratch.write("slow.json", try changed(result, #/"readingsPerSecond" : ([\d.]+)/#, to: "1.5"))
        #expect(try EndeksRun(["load", "gate", result, slow]).status == 0)
        let slower = try EndeksRun(["load", "gate", result, slow, "--speed", "10%"])
        #expect(slower.status == 1 && slower.output.hasPrefix("speed.readingsPerSecond: "), "\(slower.output)")
        #expect(try EndeksRun(["load", "gate", result, slow, "--speed", "fast"]).status == 64)
        #expect(try EndeksRun(["load", "gate", result, scratch.path("none.json")]).status == 64)
    }

    @Test("An outside program bills the village over files; what it does not do ends with 1")
    func outside() throws {
        let scratch = try ScratchFolder()
        let program = "PYTHONDONTWRITEBYTECODE=1 python3 '\(Self.sample)'"
        let arguments = ["load", "village", "--out", "out", "--billing", "csv", "--exchange", "files"]
        let run = try EndeksRun(arguments + ["--program", program], in: scratch.url)
        // The sample corrects no prepaid gas.
        #expect(run.status == 1 && run.errors.contains("not exact"), "\(run.output)\(run.errors)")
        #expect(run.output.wholeMatch(of: /faultless=[1-9]\d* lost=0 double=0\n/) != nil, "\(run.output)")
        let bytes = try Data(contentsOf: scratch.url.appending(path: "out/result.json"))
        let result = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let differing = try #require(result["faultless"] as? [[String: Any]]).filter { $0["periods"] as? Int != 0 }
        // The sample bills a boiler room's rollover in the month in which it comes; the core library holds it until summer.
        let causes = Set(differing.compactMap { $0["cause"] as? String })
        #expect(causes.isSuperset(of: ["lots", "sale"]), "\(differing)")
        #expect(causes.isSubset(of: ["lots", "sale", "rollover", "extra"]), "\(differing)")
        #expect(try #require(scratch.contents("files")).contains("batch-000001"))
        let again = try EndeksRun(arguments + ["--program", program], in: scratch.url)
        #expect(again.status == 1 && again.errors.contains("is not empty"))
        #expect(try EndeksRun(arguments, in: scratch.url).status == 64)
    }

    @Test("A wrong scenario ends every command with 64 and its line, and a shipped name wins over a file of that name")
    func scenarios() throws {
        let scratch = try ScratchFolder()
        #expect(try EndeksRun(["simulate", "new", "village"], in: scratch.url).status == 0)
        let text = try String(contentsOfFile: scratch.path("village.yaml"), encoding: .utf8)
        // Two of what ended a process once: a use that no size passes, and years that no device's clock has.
        let large = try scratch.write(
            "large.yaml", text.replacing("{name: houses,", with: "{name: houses, yearly_m3: 20000000,"))
        let late = try scratch.write("late.yaml", text.replacing("\nstart: 2026-01-01", with: "\nstart: 2998-06-01"))
        for (file, words) in [(large, "20000000 m³ a year, but a G4"), (late, "2000 to 2135")] {
            for command in [
                ["load", file, "--out", "out"], ["simulate", "fleet", file, "--out", "out"],
                ["simulate", "meter", file, "0", "--at", "2026-03-01"],
            ] {
                let run = try EndeksRun(command, in: scratch.url)
                #expect(run.status == 64 && run.errors.contains(words), "\(command): \(run.status) \(run.errors)")
                #expect(run.errors.contains(".yaml:"))
            }
        }
        #expect(scratch.contents("out") == nil)
        _ = try scratch.write("village", "no scenario")
        for (name, status) in [("village", Int32(0)), ("./village", 64)] {
            #expect(
                try EndeksRun(["simulate", "meter", name, "0", "--at", "2026-03-01"], in: scratch.url).status == status)
            #expect(try EndeksRun(["load", name, "--out", "load"], in: scratch.url).status == status)
        }
    }
}
