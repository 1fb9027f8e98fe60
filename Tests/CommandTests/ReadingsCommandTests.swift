import Foundation
import Testing

@Suite("endeks readings import")
struct ReadingsCommandTests {
    private let photos = EndeksRun.clone.appendingPathComponent("Images/photos")

    @Test("The sample's twelve months fit its subscribers, and status counts none of them as taken here")
    func sample() throws {
        let scratch = try ScratchFolder()
        let data = ["--data", scratch.path("data")]
        let subscribers = try EndeksRun(["subscribers", "import", photos.path + "/subscribers.csv"] + data)
        #expect(subscribers.status == 0, "\(subscribers.errors)")
        let run = try EndeksRun(["readings", "import", photos.path + "/history.csv"] + data)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "144 readings added, 0 known already.\n")
        let again = try EndeksRun(["readings", "import", photos.path + "/history.csv"] + data)
        #expect(again.output == "0 readings added, 144 known already.\n")
        #expect(try EndeksRun(["status"] + data).output.contains("Readings  0\n"))
    }

    @Test("Every wrong line is named with its place and what to do, and no subscriber number is told")
    func wrongLines() throws {
        let scratch = try ScratchFolder()
        let data = ["--data", scratch.path("data")]
        _ = try EndeksRun(["subscribers", "import", photos.path + "/subscribers.csv"] + data)
        let parsed = try scratch.write(
            "a.csv", "date,index,subscriber_number\n2026-13-01,1,4100001101\n2026-09-21,1x,4100001101\n1,2\n,5,41x\n")
        let first = try EndeksRun(["readings", "import", parsed] + data)
        #expect(first.status == 5)
        for place in [
            "a.csv:2:1: 'date'", "a.csv:3:2: 'index'", "a.csv:4:1: there are 2 fields", "a.csv:5:1: 'date' is empty",
            "a.csv:5:3: 'subscriber_number'", "4 lines are wrong",
        ] {
            #expect(first.errors.contains(place), "\(place) in \(first.errors)")
        }
        let refused = try scratch.write(
            "b.csv",
            "subscriber_number,date,index\n4100009999,2026-09-21,1\n4100001101,2026-10-22,16242\n4100001101,2026-09-21,16242\n"
        )
        let second = try EndeksRun(["readings", "import", refused] + data)
        #expect(second.status == 5)
        for place in [
            "b.csv:2:1: 'subscriber_number' is nobody's", "b.csv:3:2: 'date' lies after 2026-10-21",
            "b.csv:4:3: 'index' is higher than 16241", "3 lines are wrong",
        ] {
            #expect(second.errors.contains(place), "\(place) in \(second.errors)")
        }
        for secret in ["41x", "4100009999", "4100001101"] { #expect(!(first.errors + second.errors).contains(secret)) }
    }
}
