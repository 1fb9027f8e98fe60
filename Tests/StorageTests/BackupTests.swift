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
        let contents = try Backup.write(scratch.folder, to: file, names: [])
        try await writing.value
        #expect(contents.blobs == 120)
        #expect(try Backup.restore(file, to: restored, migrations: [ScratchStore.notes]) == contents)

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
        _ = try Backup.write(scratch.folder, to: file, names: [])
        #expect(throws: StoreError.constraint("the folder is not empty")) {
            _ = try Backup.restore(file, to: scratch.folder, migrations: [ScratchStore.notes])
        }
        let other = scratch.folder + "/other"
        #expect(throws: StoreError.self) {
            _ = try Backup.restore(Store.file(in: scratch.folder), to: other, migrations: [ScratchStore.notes])
        }
        try Data("no database".utf8).write(to: URL(fileURLWithPath: file))
        #expect(throws: StoreError.self) {
            _ = try Backup.restore(file, to: other, migrations: [ScratchStore.notes])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: other).isEmpty)
    }

    @Test("Damaged and missing blobs are named, and the backup holds everything else")
    func damaged() async throws {
        let scratch = try ScratchStore()
        let blobs = try BlobStore(folder: scratch.folder)
        var names: [BlobID] = []
        for number in 0..<120 {
            names.append(try await blobs.put(Array("photo \(number)".utf8)))
            try await scratch.write(names[number].hexadecimal)
        }
        func file(_ blob: BlobID) -> String {
            let name = blob.hexadecimal
            return "\(scratch.folder)/blobs/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"
        }
        try Data("another photo".utf8).write(to: URL(fileURLWithPath: file(names[3])))
        try FileManager.default.removeItem(atPath: file(names[90]))
        let (backup, restored) = (scratch.folder + "/backup.endeks", scratch.folder + "/restored")
        let contents = try Backup.write(scratch.folder, to: backup, names: ["SELECT text AS blob FROM note"])
        #expect(contents.blobs == 118)
        #expect(contents.damaged == [names[3]] && contents.missing == [names[90]])
        #expect(try Backup.restore(backup, to: restored, migrations: [ScratchStore.notes]).blobs == 118)
        #expect(try await BlobStore(folder: restored).get(names[119]) == Array("photo 119".utf8))
    }

    @Test("What is to be mended on the way stands in the new folder, and a mend that fails leaves the folder empty")
    func mend() async throws {
        let scratch = try ScratchStore()
        _ = try await BlobStore(folder: scratch.folder).put([1, 2, 3])
        let (backup, restored) = (scratch.folder + "/backup.endeks", scratch.folder + "/restored")
        _ = try Backup.write(scratch.folder, to: backup, names: [])
        #expect(throws: StoreError.full) {
            _ = try Backup.restore(backup, to: restored, migrations: [ScratchStore.notes]) { _ in throw StoreError.full
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: restored).isEmpty)
        _ = try Backup.restore(backup, to: restored, migrations: [ScratchStore.notes]) { transaction in
            try transaction.run("INSERT INTO note (text) VALUES ('mended')")
        }
        let store = try Store(folder: restored, migrations: [ScratchStore.notes])
        #expect(try await store.read { try $0.rows("SELECT 1 FROM note").count } == 1)
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("A folder that others could look into is closed when it is opened, and a backup is for its owner alone")
    func closed() async throws {
        let scratch = try ScratchStore()
        try await scratch.write("something")
        let database = Store.file(in: scratch.folder)
        let paths = [scratch.folder: 0o755, database: 0o644, database + "-wal": 0o666, database + "-shm": 0o604]
        for (path, open) in paths { #expect(chmod(path, mode_t(open)) == 0) }
        let again = try Store(folder: scratch.folder, migrations: [ScratchStore.notes])
        withExtendedLifetime(again) {}
        #expect(try mode(scratch.folder) == 0o700)
        for path in paths.keys where path != scratch.folder { #expect(try mode(path) == 0o600, "\(path)") }
        let backup = scratch.folder + "/backup.endeks"
        _ = try Backup.write(scratch.folder, to: backup, names: [])
        #expect(try mode(backup) == 0o600)
    }

    @Test("A folder whose mode cannot be changed is told, one that nobody can look into is not")
    func cannotBeClosed() throws {
        let scratch = try ScratchStore()
        #expect(DataFolder.closeToOthers(scratch.folder) { _, _ in false })
        #expect(chmod(scratch.folder, 0o750) == 0)
        #expect(!DataFolder.closeToOthers(scratch.folder) { _, _ in false })
        #expect(DataFolder.closeToOthers(scratch.folder))
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
