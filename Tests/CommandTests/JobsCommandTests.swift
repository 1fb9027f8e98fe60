import Accounts
import Foundation
import Intake
import Storage
import Testing

/// The commands for what went wrong: dead letters, a backup brought back, an audit log that was tampered with.
@Suite("Commands for mishaps")
struct JobsCommandTests {
    private static let now = Moment(secondsSince1970: 1_795_262_400)

    private func store(_ folder: String) throws -> Store {
        try Store(folder: folder, migrations: AccountsTables.migrations + IntakeTables.migrations)
    }

    /// Two messages on their way out, a photo to be read, and a series of invoices.
    private func fill(_ folder: String) async throws {
        try await store(folder).write { transaction in
            try transaction.run("INSERT INTO sender (id, phone, last_message_at) VALUES (1, '0', 0)")
            try transaction.run(
                """
                INSERT INTO outbox (id, sender, purpose, content, created_at, state) VALUES
                    (1, 1, 'answer', '{"text":{"_0":"a"}}', 0, 'queued'), (2, 1, 'answer', '{"text":{"_0":"b"}}', 0, 'sending'),
                    (3, 1, 'answer', '{"text":{"_0":"c"}}', 0, 'accepted')
                """)
            for message in 1...2 { try transaction.enqueue(.send, subject: Int64(message), at: Self.now) }
            try transaction.enqueue(.read, subject: 9, at: Self.now)
            try transaction.run("INSERT INTO invoice_series (prefix, year, last) VALUES ('OGZ', 2026, 123)")
        }
    }

    private func states(_ folder: String) async throws -> [String] {
        try await store(folder).read {
            try $0.rows("SELECT state FROM outbox ORDER BY id").map { try $0.text("state") }
        }
    }

    private func list(_ folder: String) throws -> (open: [String: Int], dead: [[String: Any]]) {
        let run = try EndeksRun(["jobs", "--json", "--data", folder])
        #expect(run.status == 0, "\(run.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return (
            try #require(object?["open"] as? [String: Int]), try #require(object?["dead"] as? [[String: Any]])
        )
    }

    @Test("A restore holds what may have been sent, says so and says the next number; a retry lets one go, or all")
    func restore() async throws {
        let scratch = try ScratchFolder()
        let (data, copy, file) = (scratch.path("data"), scratch.path("copy"), scratch.path("b.endeks"))
        try await fill(data)
        #expect(try EndeksRun(["backup", file, "--data", data]).status == 0)
        let restore = try EndeksRun(["restore", file, "--data", copy])
        #expect(restore.status == 0, "\(restore.errors)")
        for words in ["OGZ2026000000124", "given again", "2 were open", "held", "1 other jobs"] {
            #expect(restore.output.contains(words), "\(words) in \(restore.output)")
        }
        #expect(try await states(copy) == ["dead", "dead", "accepted"])
        let jobs = try list(copy)
        #expect(jobs.open["send"] == 0 && jobs.open["read"] == 1)
        #expect(jobs.dead.compactMap { $0["subject"] as? Int } == [1, 2])
        #expect(jobs.dead.allSatisfy { $0["queue"] as? String == "send" && $0["since"] is String })
        #expect((jobs.dead.first?["error"] as? String)?.contains("restore") == true)
        let first = try #require(jobs.dead.first?["id"] as? Int)
        #expect(try EndeksRun(["jobs", "retry", "\(first)", "--data", copy]).output.hasPrefix("1 put back"))
        #expect(try await states(copy) == ["queued", "dead", "accepted"])
        #expect(try EndeksRun(["jobs", "retry", "\(first)", "--data", copy]).status == 1)
        #expect(try EndeksRun(["jobs", "retry", "--data", copy]).status == 64)
        #expect(try EndeksRun(["jobs", "retry", "--all", "--data", copy]).output.hasPrefix("1 put back"))
        #expect(try await states(copy) == ["queued", "queued", "accepted"])
        #expect(try list(copy).open["send"] == 2)
        #expect(try EndeksRun(["audit", "verify", "--data", copy]).status == 0)
    }

    @Test("A restore can begin the series later, never earlier, and can leave the messages to be sent")
    func nextNumber() async throws {
        let scratch = try ScratchFolder()
        let (data, copy, file) = (scratch.path("data"), scratch.path("copy"), scratch.path("b.endeks"))
        try await fill(data)
        #expect(try EndeksRun(["backup", file, "--data", data]).status == 0)
        for (number, words) in [
            ("OGZ2026000000123", "OGZ2026000000124"), ("XYZ2026000000200", "begins with XYZ"), ("124", "nine digits"),
        ] {
            let run = try EndeksRun(["restore", file, "--data", copy, "--next-number", number])
            #expect(run.status == 64)
            #expect(run.errors.contains(words), "\(run.errors)")
        }
        let run = try EndeksRun(
            ["restore", file, "--data", copy, "--next-number", "OGZ2026000000200", "--send-open"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("2026 is OGZ2026000000200"), "\(run.output)")
        #expect(run.output.contains("2 were open at the backup and will be sent"), "\(run.output)")
        #expect(try await states(copy) == ["queued", "sending", "accepted"])
        let last = try await store(copy).read { try $0.invoiceSeries().map(\.last) }
        #expect(last == [199])
    }

    @Test("A backup of a folder with a damaged and a missing blob names both, holds the rest, and ends with 1")
    func damagedBackup() async throws {
        let scratch = try ScratchFolder()
        let (data, file) = (scratch.path("data"), scratch.path("b.endeks"))
        try await fill(data)
        let blobs = try BlobStore(folder: data)
        let (whole, broken) = (try await blobs.put([1]), try await blobs.put([2]))
        let gone = String(repeating: "ab", count: 32)
        let name = broken.hexadecimal
        try Data([9]).write(
            to: URL(fileURLWithPath: "\(data)/blobs/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"))
        try await store(data).write { transaction in
            let content = #"{"document":{"blob":"\#(gone)","fileName":"a.pdf","caption":""}}"#
            try transaction.run("UPDATE outbox SET content = ? WHERE id = 3", content)
        }
        let run = try EndeksRun(["backup", file, "--data", data])
        #expect(run.status == 1)
        #expect(run.errors.contains("damaged: \(name)") && run.errors.contains("missing: \(gone)"), "\(run.errors)")
        #expect(!run.errors.contains(whole.hexadecimal))
        let restore = try EndeksRun(["restore", file, "--data", scratch.path("copy")])
        #expect(restore.output.contains("1 photos and documents"), "\(restore.errors)")
    }

    @Test("Whatever the umask allows, a backup and a data folder are for their owner alone")
    func modes() throws {
        let scratch = try ScratchFolder()
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.currentDirectoryURL = scratch.url
        shell.arguments = [
            "-c",
            """
            umask 0; "$0" policies example > p.yaml && "$0" policies import p.yaml --data data && \
            "$0" backup b.endeks --data data && "$0" restore b.endeks --data copy
            """, try EndeksRun.binary().path,
        ]
        shell.standardOutput = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        var looked = 0
        for top in ["data", "copy", "b.endeks"] {
            let below = FileManager.default.enumerator(atPath: scratch.path(top))?.compactMap { $0 as? String } ?? []
            for path in [top] + below.map({ "\(top)/\($0)" }) {
                let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(path))
                let mode = try #require(attributes[.posixPermissions] as? Int)
                #expect(mode & 0o077 == 0, "\(path) \(String(mode, radix: 8))")
                looked += 1
            }
        }
        #expect(looked > 6)
    }

    @Test("An audit log as it was written is told with its head; a changed entry is named, and the command ends with 1")
    func audit() async throws {
        let scratch = try ScratchFolder()
        let data = scratch.path("data")
        do {
            let store = try store(data)
            for number in 1...3 {
                try await store.write { transaction in
                    let entry = AuditEntry(actor: .system, action: "a", kind: "k", subject: "\(number)")
                    try transaction.audit(entry, at: Self.now)
                }
            }
        }
        // Opening the folder by a command brings in the policies of the example, and their entry.
        let run = try EndeksRun(["audit", "verify", "--data", data])
        #expect(run.status == 0, "\(run.errors)")
        let entries = try await store(data).read { try $0.row("SELECT count(*) AS n FROM audit")?.integer("n") ?? 0 }
        #expect(run.output.hasPrefix("\(entries) entries, none changed. Head: "))
        let head = run.output.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) }
        let last = try await store(data).read {
            try $0.row("SELECT hash FROM audit ORDER BY id DESC LIMIT 1")?.bytes("hash")
        }
        #expect(head == last.map(Digest.hexadecimal))
        try await store(data).write { transaction in
            // Whoever owns the file can take the triggers away.
            for row in try transaction.rows(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'")
            {
                try transaction.run("DROP TRIGGER \(try row.text("name"))")
            }
            try transaction.run("UPDATE audit SET subject = '7' WHERE id = 2")
        }
        let broken = try EndeksRun(["audit", "verify", "--data", data])
        #expect(broken.status == 1)
        #expect(broken.errors.contains("entry 2 "), "\(broken.errors)")
    }
}
