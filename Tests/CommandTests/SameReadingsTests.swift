import Foundation
import Testing

@Suite("One scenario by simulate fleet and by load")
struct SameReadingsTests {
    private static let sample = EndeksRun.clone.appending(path: "Simulators/LoadTest/Samples/simple_billing.py").path

    /// Readers who swap neighbours, estimate and misread, and faults that swap, exchange twice and leak.
    private static let scenario = """
        name: pairs
        seed: 5
        start: 2026-01-01
        months: 5
        tariff: {name: konut, file: policies.yaml}
        fleet:
          - {name: flats, count: 60, place: ankara}
          - {name: cards, kind: prepaid, count: 20, place: ankara}
        calendar: {book_meters: 40, page_meters: 20}
        contractors:
          - {name: own, late: 0.1, late_days: 1..9, digit_errors: 0.1, swapped_neighbours: 0.3, estimates: 0.2}
        faults:
          - {kind: meterIdentity, variant: swappedNeighbours, meter: 10, from: 2026-02-01, days: 60}
          - {kind: meterIdentity, variant: swappedNeighbours, meter: 64, from: 2026-01-01, days: 90}
          - {kind: meterIdentity, variant: exchange, meter: 20, from: 2026-02-10, days: 1}
          - {kind: meterIdentity, variant: exchange, meter: 20, from: 2026-04-02, days: 1}
          - {kind: meterIdentity, variant: exchange, meter: 70, from: 2026-02-10, days: 1}
          - {kind: meterIdentity, variant: exchange, meter: 70, from: 2026-04-02, days: 1}
          - {kind: creep, meter: 30, from: 2026-01-20, days: 60, severity: 40}
        """

    private func rows(_ path: String) throws -> [[String: Substring]] {
        let lines = try String(contentsOfFile: path, encoding: .utf8)
            .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let names = try #require(lines.first).map { String($0) }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }

    /// What two tables say of the same things, by which things.
    private func differing(_ left: [String: [Substring]], _ right: [String: [Substring]]) -> [String] {
        Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
            .map { "\($0): \(left[$0] ?? []) and \(right[$0] ?? [])" }
    }

    @Test("Swapped neighbours, estimates, misread digits and fitters' slips are the same, reading by reading")
    func readings() throws {
        let scratch = try ScratchFolder()
        #expect(try EndeksRun(["simulate", "new", "village"], in: scratch.url).status == 0)
        let scenario = try scratch.write("pairs.yaml", Self.scenario)
        let exported = try EndeksRun(["simulate", "fleet", scenario, "--out", "fleet"], in: scratch.url)
        #expect(exported.status == 0, "\(exported.errors)")
        let loaded = try EndeksRun(
            [
                "load", scenario, "--out", "load", "--billing", "csv", "--exchange", "files", "--program",
                "python3 '\(Self.sample)'",
            ], in: scratch.url)
        #expect(loaded.output.contains(" lost=0 double=0"), "\(loaded.errors)")
        var (came, told, slips): ([String: [Substring]], [String: [Substring]], [String: [Substring]]) = ([:], [:], [:])
        for row in try rows(scratch.path("fleet/readings.csv")) {
            came["\(row["meter"] ?? "")/\(row["number"] ?? "")"] = ["serial", "index_m3", "read_on"].map {
                row[$0] ?? ""
            }
        }
        for batch in try #require(scratch.contents("files")).sorted() where batch.hasPrefix("batch-") {
            let file = scratch.path("files/\(batch)/readings.csv")
            guard FileManager.default.fileExists(atPath: file) else { continue }
            for row in try rows(file) where row["source"] == "round" {
                let key = "\(row["meter"] ?? "")/\(row["order"] ?? "")"
                #expect(told.updateValue(["serial", "index", "date"].map { row[$0] ?? "" }, forKey: key) == nil)
                if let serial = row["new_serial"], !serial.isEmpty {
                    slips["\(row["meter"] ?? "")/\(serial)"] = [row["removed_at"] ?? ""]
                }
            }
        }
        #expect(came.count > 380 && differing(came, told).isEmpty, "\(differing(came, told).prefix(9))")
        var fitters: [String: [Substring]] = [:]
        for row in try rows(scratch.path("fleet/exchanges.csv")) {
            fitters["\(row["meter"] ?? "")/\(row["fitted_serial"] ?? "")"] = [row["removed_index_m3"] ?? ""]
            #expect(row["removed_serial"] != row["fitted_serial"])
        }
        #expect(fitters.count == 4 && differing(fitters, slips).isEmpty, "\(differing(fitters, slips))")
    }

    @Test("A leak is billed as read: the bills of a meter that leaks are those of its truth")
    func leak() throws {
        let scratch = try ScratchFolder()
        #expect(try EndeksRun(["simulate", "new", "village"], in: scratch.url).status == 0)
        var text = Self.scenario.replacing(/faults:(?s:.)*/, with: "faults:\n")
        text = text.replacing(", digit_errors: 0.1, swapped_neighbours: 0.3, estimates: 0.2", with: "")
        // Eight of the flats leak up to 60 l/h, and two of the cards.
        for meter in [1, 9, 17, 25, 33, 41, 49, 57, 61, 69] {
            text += "  - {kind: creep, meter: \(meter), from: 2026-01-20, days: 60, severity: 40..60}\n"
        }
        let run = try EndeksRun(["load", try scratch.write("leaks.yaml", text), "--out", "out"], in: scratch.url)
        #expect(run.output == "faultless=0 lost=0 double=0\n", "\(run.errors)")
        let bytes = try Data(contentsOf: scratch.url.appending(path: "out/result.json"))
        let result = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let leaks = try #require(result["money"] as? [[String: Any]]).filter { $0["fault"] as? String == "leak" }
        #expect(leaks.reduce(0) { $0 + ($1["meters"] as? Int ?? 0) } == 10)
        #expect(leaks.allSatisfy { $0["billedKurus"] as? Int == $0["trueKurus"] as? Int }, "\(leaks)")
    }
}
