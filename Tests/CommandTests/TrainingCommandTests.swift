import Foundation
import Testing

@Suite("The command training export")
struct TrainingCommandTests {
    @Test("A folder without an Endeks database is told, and no folder is made for the export")
    func noData() throws {
        let scratch = try ScratchFolder()
        let run = try EndeksRun(["training", "export", "--out", scratch.path("x"), "--data", scratch.path("data")])
        #expect(run.status == 13 && run.errors.contains("no Endeks database"), "\(run.errors)")
        #expect(scratch.contents("x") == nil && scratch.contents("data") == nil)
    }

    @Test("Where staff decided on no photo, nothing is written and the command ends with 4")
    func nothing() throws {
        let scratch = try ScratchFolder()
        let policies = try scratch.write("p.yaml", try EndeksRun(["policies", "example"]).output)
        #expect(try EndeksRun(["policies", "import", policies, "--data", scratch.path("data")]).status == 0)
        let run = try EndeksRun(["training", "export", "--out", scratch.path("x"), "--data", scratch.path("data")])
        #expect(run.status == 4 && run.errors.contains("no photo that staff decided on"), "\(run.errors)")
        #expect(scratch.contents("x") == nil)
    }

    @Test(
        "Options that ask for nothing are refused",
        arguments: [
            ["--most", "0"], ["--since", "2026-11-02", "--until", "2026-11-01"], ["--since", "yesterday"],
            ["--basis", ""],
        ])
    func usage(options: [String]) throws {
        let run = try EndeksRun(["training", "export", "--out", "x", "--data", "data"] + options)
        #expect(run.status == 64, "\(run.errors)")
    }

    @Test("The help tells the exit codes, and that training is another purpose than billing")
    func help() throws {
        let run = try EndeksRun(["training", "export", "--help"])
        #expect(run.status == 0)
        for words in ["EXIT CODES:", "another purpose than billing", "--since", "Delete the folder"] {
            #expect(run.output.contains(words), "\(words)")
        }
    }
}
