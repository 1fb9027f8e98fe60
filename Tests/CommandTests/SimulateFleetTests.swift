import Foundation
import Testing

@Suite("endeks simulate new, fleet and meter")
struct SimulateFleetTests {
    /// The village for a month, with policies, in a folder.
    private func village(_ scratch: ScratchFolder) throws -> String {
        let made = try EndeksRun(["simulate", "new", "village"], in: scratch.url)
        #expect(made.status == 0, "\(made.errors)")
        var text = try String(contentsOfFile: scratch.path("village.yaml"), encoding: .utf8)
        text = text.replacing("months: 12", with: "months: 1")
        text = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            !(2...12).contains { line.contains("from: 2026-\($0 < 10 ? "0" : "")\($0)") }
        }.joined(separator: "\n")
        return try scratch.write("small.yaml", text)
    }

    @Test("Ten scenarios are listed, each is written once, and no file is written over")
    func new() throws {
        let scratch = try ScratchFolder()
        let listed = try EndeksRun(["simulate", "new", "--list"]).output.split(separator: "\n")
        #expect(listed.count == 10)
        #expect(listed.allSatisfy { $0.hasSuffix(".") })
        for line in listed {
            let name = String(line.prefix { $0 != " " })
            let folder = scratch.path(name)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            #expect(try EndeksRun(["simulate", "new", name], in: URL(fileURLWithPath: folder)).status == 0)
            #expect(try #require(scratch.contents(name)).contains("\(name).yaml"))
        }
        #expect(try EndeksRun(["simulate", "new"], in: scratch.url).status == 0)
        let text = try String(contentsOfFile: scratch.path("scenario.yaml"), encoding: .utf8)
        #expect(text.hasPrefix("# A scenario"))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: scratch.path("scenario.yaml")))
        let again = try EndeksRun(["simulate", "new"], in: scratch.url)
        #expect(again.status == 9 && again.errors.contains("already"))
        #expect(try String(contentsOfFile: scratch.path("scenario.yaml"), encoding: .utf8) == "mine")
        #expect(try EndeksRun(["simulate", "new", "atlantis"]).status == 64)
        #expect(try EndeksRun(["simulate", "new", "--out", "-"]).output == text)
    }

    @Test("A fleet ends with its digest; the folder is complete the second time, and another scenario is refused")
    func fleet() throws {
        let scratch = try ScratchFolder()
        let scenario = try village(scratch)
        let first = try EndeksRun(["simulate", "fleet", scenario, "--out", "out", "--threads", "2"], in: scratch.url)
        #expect(first.status == 0, "\(first.errors)")
        let line = try #require(first.output.split(separator: "\n").last)
        #expect(line.wholeMatch(of: /digest readings=[0-9a-f]{16} truth=[0-9a-f]{16}/) != nil)
        #expect(first.errors.contains("rows") && first.errors.contains("left"))
        let again = try EndeksRun(["simulate", "fleet", scenario, "--out", "out", "--threads", "1"], in: scratch.url)
        #expect(again.status == 0 && again.errors.contains("complete already") && again.output == first.output)
        let other = try EndeksRun(["simulate", "fleet", "cng", "--out", "out"], in: scratch.url)
        #expect(other.status == 9 && other.errors.contains("village"))
        #expect(try #require(scratch.contents("out")).count == 12)
    }

    @Test("Killed half way and started again, a fleet ends with the digest of an undisturbed run")
    func killed() throws {
        let scratch = try ScratchFolder()
        let scenario = try village(scratch)
        let whole = try EndeksRun(["simulate", "fleet", scenario, "--out", "whole", "--hourly"], in: scratch.url)
        #expect(whole.status == 0, "\(whole.errors)")
        var kills = 0
        for round in 0..<8 {
            let process = Process()
            process.executableURL = try EndeksRun.binary()
            process.arguments = [
                "simulate", "fleet", scenario, "--out", "cut", "--hourly", "--threads", "\(round % 2 + 1)",
            ]
            process.currentDirectoryURL = scratch.url
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            // Killed once it has written some more of what takes longest.
            let file = scratch.path("cut/hourly_readings.csv")
            while process.isRunning {
                let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
                if size ?? 0 > round * 500_000 {
                    kill(process.processIdentifier, SIGKILL)
                    kills += 1
                    break
                }
                Thread.sleep(forTimeInterval: 0.002)
            }
            process.waitUntilExit()
        }
        let resumed = try EndeksRun(["simulate", "fleet", scenario, "--out", "cut", "--hourly"], in: scratch.url)
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(kills > 3)
        #expect(resumed.output == whole.output)
    }

    @Test("A scenario that is wrong is told by file, line and column, and nothing is written")
    func mistakes() throws {
        let scratch = try ScratchFolder()
        let text = try String(contentsOfFile: try village(scratch), encoding: .utf8)
        let number =
            try #require(
                text.split(separator: "\n", omittingEmptySubsequences: false)
                    .firstIndex { $0.hasPrefix("months") }) + 1
        let wrong = try scratch.write("wrong.yaml", text.replacing("months: 1", with: "months: many"))
        let run = try EndeksRun(["simulate", "fleet", wrong, "--out", "out"], in: scratch.url)
        #expect(run.status == 64 && run.errors.contains("wrong.yaml:\(number):"), "\(run.errors)")
        #expect(scratch.contents("out") == nil)
        let unknown = try EndeksRun(["simulate", "fleet", "no-such", "--out", "out"], in: scratch.url)
        #expect(unknown.status == 64 && unknown.errors.contains("village"))
        #expect(try EndeksRun(["simulate", "fleet", "village"]).status == 64)
    }

    @Test("The schema is printed for people and for programs")
    func schema() throws {
        let text = try EndeksRun(["simulate", "fleet", "--schema"]).output
        #expect(text.contains("billable_m3") && text.contains("[seri no]"))
        let json = try EndeksRun(["simulate", "fleet", "--schema", "--json"]).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [[String: Any]]])
        #expect(object["tables"]?.count == 13)
    }

    @Test("One meter is shown with wheels, truth and faults, by number, serial and installation, and its face is drawn")
    func meter() throws {
        let scratch = try ScratchFolder()
        let stuck = try EndeksRun(["simulate", "meter", "village", "10", "--at", "2026-03-01T12:00"])
        #expect(stuck.status == 0 && stuck.output.contains("stuckIndex, on"), "\(stuck.output)\(stuck.errors)")
        let json = try EndeksRun(["simulate", "meter", "village", "10", "--at", "2026-03-01T12:00", "--json"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let serial = try #require(object["serial"] as? Int)
        let installation = try #require(object["installation"] as? Int)
        for id in [serial, installation] {
            let same = try EndeksRun(["simulate", "meter", "village", "\(id)", "--at", "2026-03-01T12:00", "--json"])
            #expect(same.output == json.output)
        }
        let drawn = try EndeksRun(
            ["simulate", "meter", "village", "0", "--at", "2026-06-01", "--photo", "face.jpg"], in: scratch.url)
        #expect(drawn.status == 0, "\(drawn.errors)")
        let bytes = try Data(contentsOf: scratch.url.appending(path: "face.jpg"))
        #expect(bytes.prefix(2) == Data([0xFF, 0xD8]) && bytes.count > 20_000)
        for (id, at) in [("300", "2026-03-01"), ("10", "2027-03-01"), ("10", "noon")] {
            #expect(try EndeksRun(["simulate", "meter", "village", id, "--at", at]).status == 64)
        }
    }
}
