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

    @Test("It ends at once when the service is gone, also in the middle of a photo")
    func endsInThePhoto() throws {
        let photo = try Data(contentsOf: EndeksRun.clone.appendingPathComponent("Images/photos/gas-01.jpg"))
        var question = Data([0, 0, 0, 2])
        for shift in [24, 16, 8, 0] { question.append(UInt8(truncatingIfNeeded: photo.count >> shift)) }
        question += Data("{}".utf8) + photo
        let began = ContinuousClock.now
        // The pipe is closed behind the question, as it is when the service is killed.
        let run = try EndeksRun(["read-worker"], input: question)
        #expect(run.status == 0)
        #expect(ContinuousClock.now - began < .seconds(5))
    }

    @Test("A model that is none ends it with the code of a model that cannot be used")
    func wrongModel() throws {
        let run = try EndeksRun(["read-worker", "--model", "/nowhere/reader.model"])
        #expect(run.status == 2)
    }
}
