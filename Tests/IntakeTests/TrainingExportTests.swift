import Accounts
import Foundation
import Intake
import MeterVision
import Quantities
import Storage
import Testing
import Trials

/// The reader of these tests sees 01042,123 in the same place of every photo, and is never sure.
@Suite("Photos to train on", .serialized)
struct TrainingExportTests {
    /// What an export handed over.
    private struct Handed {
        var files: [String: [UInt8]] = [:]
        var report: TrainingExport.Report?

        var lines: [[String]] {
            String(decoding: files["photos.tsv"] ?? [], as: UTF8.self).split(separator: "\n")
                .filter { !$0.hasPrefix("#") && !$0.hasPrefix("file\t") }
                .map { $0.split(separator: "\t").map(String.init) }
        }
        var photos: [String] { files.keys.filter { $0.hasPrefix("photos/") } }
    }

    private func export(_ house: PhotoHouse, _ wish: TrainingWish = TrainingWish(asker: "uid 7")) async throws -> Handed
    {
        let now = house.now
        let export = TrainingExport(store: house.store, blobs: house.blobs, now: { now })
        var random = SystemRandomNumberGenerator()
        let choice = try await export.choice(wish, using: &random)
        var handed = Handed()
        var told: [Int] = []
        handed.report = try await export.hand(choice, wish, using: &random) { file, bytes in
            handed.files[file] = bytes
        } progress: {
            told.append($0)
        }
        #expect(told == Array(0..<choice.samples.count).map { $0 + 1 })
        return handed
    }

    /// A house with three subscribers, each with a sender, and a way to send them photos that differ.
    private func house(
        lastOfThird: String = "01021"
    ) async throws -> (house: PhotoHouse, send: (Int, Int) async throws -> Int64) {
        let house = try PhotoHouse(certainty: .review)
        try await house.prepare(
            (1...3).map {
                TestSubscriber(
                    number: "410000991\($0)", businessScopedID: "TR.\($0)", serial: "3921014\($0)",
                    name: "Gizli Abone", lastIndex: $0 == 3 ? lastOfThird : "01021")
            })
        var senders: [Int64] = []
        for sender in 1...3 { senders.append(try await house.sender("TR.\(sender)")) }
        let known = senders
        return (
            house,
            { sender, photo in
                let name = "gas-\(photo < 10 ? "0" : "")\(photo).jpg"
                let id = try await house.photo(from: known[sender - 1], bytes: try Worker.photo(name))
                try await house.work()
                return id
            }
        )
    }

    @Test("What a clerk accepted, corrected or found unreadable is handed out; what a machine alone decided is not")
    func choice() async throws {
        let (house, send) = try await house(lastOfThird: "12300")
        try await house.decide(try await send(1, 1), .accept)
        // One wheel otherwise: the window is the right one, and what the clerk saw is the truth.
        try await house.decide(try await send(2, 2), .correct(index: "01043"))
        // Every wheel otherwise: nothing bears out that this was the window.
        try await house.decide(try await send(3, 3), .correct(index: "12345"))
        try await house.decide(try await send(3, 4), .reject(.glare))
        try await house.decide(try await send(3, 5), .reject(.otherMeter))
        // Nobody decided on this one.
        _ = try await send(1, 6)
        let handed = try await export(house)
        let report = try #require(handed.report)
        #expect(report.photos == 3 && report.readable == 2 && report.meters == 3)
        #expect(report.omitted == [.windowNotBorneOut: 1, .rejectedOtherwise: 1])
        #expect(handed.photos.count == 3)
        let truths = handed.lines.map { [$0[2], $0[3]] }.sorted { $0[1] < $1[1] }
        #expect(truths == [["unreadable", "-"], ["readable", "01042,---"], ["readable", "01043,---"]])
        let labels = String(decoding: try #require(handed.files["labels.csv"]), as: UTF8.self)
        #expect(labels.hasPrefix("file,reading,window\n") && labels.contains(",01043,"))
        for line in handed.lines {
            let jpeg = try #require(handed.files["photos/" + line[0]])
            let size = try JPEGDecoder.decode(jpeg).size
            let corners = line[4].split(separator: " ").compactMap { Double($0) }
            // The window takes up 1 / 2.2 to 1 / 1.7 of the crop's width.
            let share = (corners[2] - corners[0]) / Double(size.width)
            #expect((0.44...0.60).contains(share), "\(line) in \(size)")
            #expect(stride(from: 0, to: 8, by: 2).allSatisfy { (0...Double(size.width)).contains(corners[$0]) })
            #expect(stride(from: 1, to: 8, by: 2).allSatisfy { (0...Double(size.height)).contains(corners[$0]) })
            if line[2] == "readable" {
                let told = try #require(Double(line[5]))
                #expect((0.5...0.75).contains(told), "five of eight wheels, not \(told)")
            }
        }
    }

    @Test("No name, order, segment or byte of what is handed out says whose photo it is, and the audit log has it")
    func namesNobody() async throws {
        let (house, send) = try await house()
        for photo in 1...3 { try await house.decide(try await send(photo, photo), .accept) }
        let wish = TrainingWish(
            since: try CivilDate(iso8601: "2026-11-01"), most: 3, basis: "KVKK 5/2-f", asker: "uid 7")
        let handed = try await export(house, wish)
        #expect(handed.photos.count == 3)
        let stored = try await house.store.read { view in
            try view.rows("SELECT * FROM message").map { try $0.text("external_id") }
        }
        let secrets = ["410000991", "3921014", "Gizli", "TR.", "wamid", "7700054321", "gas-0"] + stored
        for (name, bytes) in handed.files {
            for secret in secrets {
                #expect(!name.contains(secret))
                #expect(Data(bytes).firstRange(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
            }
        }
        for photo in handed.photos {
            let name = photo.dropFirst("photos/".count).dropLast(".jpg".count)
            #expect(name.count == 16 && name.allSatisfy(\.isHexDigit))
            let markers = JPEGSegments.markers(of: try #require(handed.files[photo]))
            #expect(markers.allSatisfy { !(0xE1...0xEF).contains($0) && $0 != 0xFE })
        }
        #expect(handed.lines.map { $0[0] } == handed.lines.map { $0[0] }.sorted())
        let entries = try await house.store.read { view in
            try view.rows("SELECT * FROM audit WHERE subject_kind = 'training-export' ORDER BY id").map {
                [try $0.text("action"), try $0.text("actor"), try $0.text("subject"), try $0.text("details")]
            }
        }
        let number = try #require(handed.report?.export)
        #expect(
            entries == [
                [
                    "training.export-begun", "command", number,
                    #"{"asker":"uid 7","basis":"KVKK 5/2-f","most":"3","photos":"3","since":"2026-11-01"}"#,
                ],
                [
                    "training.exported", "command", number,
                    #"{"asker":"uid 7","basis":"KVKK 5/2-f","meters":"3","most":"3","photos":"3","readable":"3","#
                        + #""since":"2026-11-01"}"#,
                ],
            ])
        // Two exports of the same photos have no name in common.
        let again = try await export(house, wish)
        #expect(Set(again.photos).isDisjoint(with: handed.photos))
    }

    @Test("Days, the number asked for, objections, pictures that come twice and pictures that are gone are heeded")
    func wishes() async throws {
        let (house, send) = try await house()
        let first = try await send(1, 1)
        try await house.decide(first, .accept)
        house.pass(.seconds(86_400))
        // The very picture of the first one.
        try await house.decide(try await send(2, 1), .accept)
        let third = try await send(3, 3)
        try await house.decide(third, .accept)
        #expect(try await export(house).report?.omitted == [.samePicture: 1])
        let today = TrainingWish(since: house.now.civilDate, asker: "uid 7")
        #expect(try await export(house, today).report?.photos == 2)
        let before = TrainingWish(until: PhotoHouse.start.civilDate, asker: "uid 7")
        #expect(try await export(house, before).report?.photos == 1)
        let one = try await export(house, TrainingWish(most: 1, asker: "uid 7"))
        #expect(one.report?.photos == 1 && one.report?.omitted.isEmpty == true)
        // The customer objects to what the clerk took: it waits for a clerk again.
        let sender = try await house.number("SELECT sender AS number FROM photo WHERE id = \(third)")
        try await house.askPerson(sender)
        #expect(try await export(house).report?.omitted == [.samePicture: 1, .waitsAgain: 1])
        let blob = try await house.store.read { view in
            try view.row("SELECT cleaned FROM photo WHERE id = ?", first)?.text("cleaned")
        }
        let name = try #require(blob)
        try FileManager.default.removeItem(
            atPath: "\(house.folder)/blobs/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)")
        let last = try await export(house)
        #expect(last.photos.isEmpty && last.report?.photos == 0)
        #expect(last.report?.omitted == [.samePicture: 1, .waitsAgain: 1, .pictureGone: 1])
    }

    @Test("The photos of a meter share a fold, and those of three meters lie in three")
    func folds() async throws {
        let (house, send) = try await house()
        for photo in 1...4 { try await house.decide(try await send(1, photo), .reject(.blurred)) }
        for photo in 5...6 { try await house.decide(try await send(2, photo), .reject(.blurred)) }
        try await house.decide(try await send(3, 7), .reject(.blurred))
        let handed = try await export(house)
        let folds = Dictionary(grouping: handed.lines.map { $0[1] }) { $0 }.mapValues(\.count)
        #expect(handed.report?.readable == 0 && handed.report?.meters == 3)
        #expect(folds.values.sorted() == [1, 2, 4])
    }

    @Test("A disk that takes nothing ends the export, whose beginning stands in the audit log")
    func fullDisk() async throws {
        let (house, send) = try await house()
        try await house.decide(try await send(1, 1), .accept)
        let now = house.now
        let export = TrainingExport(store: house.store, blobs: house.blobs, now: { now })
        var random = SystemRandomNumberGenerator()
        let wish = TrainingWish(asker: "uid 7")
        let choice = try await export.choice(wish, using: &random)
        await #expect(throws: StoreError.full) {
            var random = SystemRandomNumberGenerator()
            _ = try await export.hand(choice, wish, using: &random) { _, _ in
                throw StoreError.full
            } progress: { _ in
            }
        }
        #expect(try await house.audited("training.export-begun") == 1)
        #expect(try await house.audited("training.exported") == 0)
    }
}
