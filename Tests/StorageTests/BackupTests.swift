import Foundation
import Quantities
import Storage
import Testing

@Suite("Backup and restore")
struct BackupTests {
    @Test("A backup that was made while the service writes gives back a whole folder")
    func roundTrip() async throws {
        let scratch = try ScratchStore()
        let blobs = try BlobStore(folder: scratch.folder)
        var names: [BlobID] = []
        for number in 0..<120 {
            names.append(try await blobs.put(Array("photo \(number)".utf8)))
            try await scratch.write(names[number].hexadecimal)
        }
        try await scratch.store.write { try $0.enqueue(JobQueue("q"), subject: 1, at: 0.seconds) }
        let writing = Task {
            for number in 0..<200 { try await scratch.write("while it runs \(number)") }
        }
        let (file, restored) = (scratch.folder + "/backup.endeks", scratch.folder + "/restored")
        let contents = try Backup.write(scratch.folder, to: file)
        try await writing.value
        #expect(contents.blobs == 120)
        #expect(try Backup.restore(file, to: restored) == contents)

        let store = try Store(folder: restored, migrations: [ScratchStore.notes])
        let notes = try await store.read {
            try $0.rows("SELECT text FROM note ORDER BY id").map { try $0.text("text") }
        }
        // A prefix of what was written in the end: nothing is missing in the middle.
        #expect(notes.count >= 120)
        #expect(Array(try await scratch.notes().prefix(notes.count)) == notes)
        #expect(try await store.read { try $0.openJobs() } == 1)
        let left = try await store.read { try $0.rows("SELECT 1 FROM sqlite_schema WHERE name = 'backup_blob'").count }
        #expect(left == 0)
        let copies = try BlobStore(folder: restored)
        for (number, name) in names.enumerated() {
            #expect(try await copies.get(name) == Array("photo \(number)".utf8))
        }
    }

    @Test("A folder that is not empty is left as it is, and so is one for a file that is no backup")
    func refusals() async throws {
        let scratch = try ScratchStore()
        let file = scratch.folder + "/backup.endeks"
        _ = try Backup.write(scratch.folder, to: file)
        #expect(throws: StoreError.constraint("the folder is not empty")) {
            _ = try Backup.restore(file, to: scratch.folder)
        }
        let other = scratch.folder + "/other"
        #expect(throws: StoreError.self) { _ = try Backup.restore(Store.file(in: scratch.folder), to: other) }
        try Data("no database".utf8).write(to: URL(fileURLWithPath: file))
        #expect(throws: StoreError.self) { _ = try Backup.restore(file, to: other) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: other).isEmpty)
    }

    @Test(
        "The day of a moment is the one in Türkiye",
        arguments: [
            // date -u -d '2026-11-22T20:59:59' +%s and a second later; 1970; the first day that there is
            (1_795_381_199_000, "2026-11-22"), (1_795_381_200_000, "2026-11-23"), (0, "1970-01-01"),
            (-10_800_001, "1969-12-31"), (Int64.min, "1900-01-01"), (Int64.max, "2999-12-31"),
        ])
    func civilDate(milliseconds: Int64, day: String) {
        #expect(Moment(milliseconds: milliseconds).civilDate.description == day)
    }
}
