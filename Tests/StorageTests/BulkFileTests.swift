import Foundation
import Storage
import Testing

@Suite("A file that is filled in bulk")
struct BulkFileTests {
    private let table = BulkTable("things", [.init("number", .integer), .init("word", .text)])

    private func scratch(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("endeks bulk \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appendingPathComponent("things.sqlite").path)
    }

    private func fill(_ file: BulkFile, _ lines: String) throws {
        try file.transaction { transaction in
            try transaction.append(Array(lines.utf8), to: 0)
            try transaction.note("lines", lines)
        }
    }

    @Test(
        "Lines that do not fit are refused, and nothing of their transaction stays",
        arguments: [
            "1,a\n2\n", "1,a,b\n", "1,a\n2,b", "1,a\n2,", "x,a\n", "1 ,a\n", "-,a\n", "9223372036854775808,a\n",
            "1.5,a\n",
        ])
    func misfits(lines: String) throws {
        try scratch { path in
            let file = try BulkFile(path: path, tables: [table])
            try fill(file, "0,first\n")
            #expect(throws: StoreError.self) { try fill(file, lines) }
            #expect(try file.notes() == ["lines": "0,first\n"])
            // And the file takes what fits.
            try fill(file, "-9223372036854775807,ç\n9223372036854775807,\n,\n")
            #expect(try file.notes()["lines"]?.hasPrefix("-92") == true)
        }
    }

    @Test("A second one is told that the file is taken, and gets it when the first is gone")
    func taken() throws {
        try scratch { path in
            do {
                let file = try BulkFile(path: path, tables: [table])
                try fill(file, "1,a\n")
                #expect(throws: StoreError.locked) { _ = try BulkFile(path: path, tables: [table]) }
            }
            #expect(try BulkFile(path: path, tables: [table]).notes() == ["lines": "1,a\n"])
        }
    }

    @Test("A file that is no database is refused and stays as it is")
    func foreign() throws {
        try scratch { path in
            let words = String(repeating: "This is a letter and no database at all. ", count: 40)
            try Data(words.utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: StoreError.self) { _ = try BulkFile(path: path, tables: [table]) }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == words)
        }
    }
}
