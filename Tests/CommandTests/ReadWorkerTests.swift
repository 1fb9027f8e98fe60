import Foundation
import Testing

@Suite("endeks read-worker")
struct ReadWorkerCommandTests {
    @Test("It is for the service alone: help does not list it, and an empty input ends it")
    func ends() throws {
        let help = try EndeksRun(["--help"])
        #expect(!help.output.contains("read-worker"))
        let run = try EndeksRun(["read-worker"])
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
    }

    @Test("A model that is none ends it with the code of a model that cannot be used")
    func wrongModel() throws {
        let run = try EndeksRun(["read-worker", "--model", "/nowhere/reader.model"])
        #expect(run.status == 2)
    }
}
