import Foundation
import Storage

/// A data folder that is there for one test, and its database.
final class ScratchStore: Sendable {
    let folder: String
    let store: Store

    init(_ migrations: [Migration] = [ScratchStore.notes], patience: Duration = .seconds(15)) throws {
        folder = FileManager.default.temporaryDirectory.path + "/endeks-store-\(UUID().uuidString)"
        store = try Store(folder: folder, migrations: migrations, patience: patience)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A table to write into.
    static let notes = Migration(
        "Test/1 notes", ["CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)"])

    func write(_ text: String) async throws {
        _ = try await store.write { try $0.run("INSERT INTO note (text) VALUES (?)", text) }
    }

    func notes() async throws -> [String] {
        try await store.read { try $0.rows("SELECT text FROM note ORDER BY id").map { try $0.text("text") } }
    }
}

extension FixedWidthInteger {
    /// The moment so many seconds after the start of 2027.
    var seconds: Moment { Moment(secondsSince1970: 1_798_750_800 + Int64(self)) }
}
