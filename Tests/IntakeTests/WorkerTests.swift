import Foundation
import Intake
import MeterVision
import Testing

/// The real binary's `read-worker`, found beside the test bundle, and photos of this clone.
enum Worker {
    static let command: [String] = {
        let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let binary = URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("endeks")
        return [binary.path, "read-worker"]
    }()

    static func photo(_ name: String) throws -> [UInt8] {
        let clone = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Array(try Data(contentsOf: clone.appendingPathComponent("Images/photos/\(name)")))
    }

    /// A shell script in the place of the worker.
    static func script(_ text: String) -> [String] { ["/bin/sh", "-c", text] }

    static func isRunning(_ process: Int32) -> Bool { kill(process, 0) == 0 }
}

@Suite("Worker processes", .serialized)
struct WorkerTests {
    @Test("A worker reads as the reader does, and hands out a cleaned photo and the window without metadata")
    func reads() async throws {
        let pool = WorkerPool(command: Worker.command, count: 1)
        let hints = MeterHints(wheels: 5)
        let jpeg = try Worker.photo("gas-10.jpg")
        let answer = try await pool.read(jpeg, hints: hints)
        let here = MeterReader(model: try ReaderModel.compiledIn()).read(jpeg: jpeg, hints: hints)
        var expected = ReadingRecord(here)
        expected.milliseconds = answer.reading.milliseconds
        #expect(answer.reading == expected)
        #expect(answer.reading.index != nil)
        for picture in [try #require(answer.cleaned), try #require(answer.crop)] {
            #expect(picture.starts(with: [0xFF, 0xD8]))
            // Segments APP1 to APP15 hold what a camera writes; a JFIF head (APP0) is all that a picture needs.
            #expect(JPEGSegments.markers(of: picture).allSatisfy { !(0xE1...0xEF).contains($0) && $0 != 0xFE })
        }
        await pool.stop()
    }

    @Test("The hints reach the worker: with another registered serial the photo is no accepted one")
    func hints() async throws {
        let pool = WorkerPool(command: Worker.command, count: 1)
        let jpeg = try Worker.photo("gas-10.jpg")
        let told = try await pool.read(jpeg, hints: MeterHints(wheels: 3))
        #expect(told.reading.digits.filter { !$0.isDecimal }.count == 3 || told.reading.decision != "accept")
        await pool.stop()
    }

    @Test("Hostile files get an answer with a reason, and the same worker goes on", arguments: HostileJPEG.all)
    func hostile(file: HostileJPEG) async throws {
        let pool = WorkerPool(command: Worker.command, count: 1)
        await pool.warm()
        let worker = await pool.idleWorkers
        // The pool's own patience ends what hangs.
        let answer = try await pool.read(try file.bytes(), hints: .none)
        #expect(file.reasons.contains(answer.reading.reasons.first ?? ""), "\(answer.reading.reasons)")
        #expect(answer.reading.decision == "refuse")
        #expect(await pool.idleWorkers == worker)
        await pool.stop()
    }

    @Test("A worker that is killed in the middle of a photo is replaced, and the photo is read once more")
    func killedOnce() async throws {
        let mark = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: mark) }
        let pool = WorkerPool(
            command: Worker.script(
                "if mkdir '\(mark)' 2>/dev/null; then sleep 0.2; kill -9 $$; fi; exec '\(Worker.command[0])' read-worker"
            ),
            count: 1)
        let answer = try await pool.read(try Worker.photo("gas-10.jpg"), hints: MeterHints(wheels: 5))
        #expect(answer.reading.index != nil)
        await pool.stop()
    }

    @Test("A photo that two workers die of is given to no third")
    func diesTwice() async throws {
        let counts = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: counts) }
        let pool = WorkerPool(command: Worker.script("echo x >> '\(counts)'; kill -9 $$"), count: 2)
        await #expect(throws: WorkerError.diedTwice) { try await pool.read([1, 2, 3], hints: .none) }
        #expect(try String(contentsOfFile: counts, encoding: .utf8) == "x\nx\n")
        await pool.stop()
    }

    @Test("A worker that died while it waited takes no try away from the next photo")
    func diedIdle() async throws {
        let pool = WorkerPool(command: Worker.command, count: 1)
        await pool.warm()
        let worker = try #require(await pool.idleWorkers.first)
        kill(worker, SIGKILL)
        try await Task.sleep(for: .milliseconds(100))
        let answer = try await pool.read(try Worker.photo("gas-10.jpg"), hints: .none)
        #expect(answer.cleaned != nil)
        #expect(await pool.idleWorkers.first != worker)
        await pool.stop()
    }

    @Test("A worker that hangs is ended when patience is over, and the service is free again")
    func hangs() async throws {
        let limits = WorkerLimits(addressSpace: 1 << 30, secondsAPhoto: 15, patience: .milliseconds(300))
        let pool = WorkerPool(command: ["/bin/sleep", "1000"], count: 1, limits: limits)
        await #expect(throws: WorkerError.tookTooLong) { try await pool.read([1, 2, 3], hints: .none) }
        #expect(await pool.idleWorkers.isEmpty)
    }

    @Test(
        "An answer that is none ends the worker: too long, cut short, or no reading",
        arguments: [
            #"printf '\377\377\377\377\0\0\0\0\0\0\0\0'; sleep 1000"#,
            #"printf '\0\0\0\5\0\0\0\0\0\0\0\0ab'"#,
            #"printf '\0\0\0\2\0\0\0\0\0\0\0\0{}'; sleep 1000"#,
        ])
    func lies(script: String) async throws {
        let pool = WorkerPool(command: Worker.script(script), count: 1)
        await #expect(throws: WorkerError.diedTwice) { try await pool.read([1, 2, 3], hints: .none) }
    }

    @Test("A binary that is not there is told as such")
    func missing() async throws {
        let pool = WorkerPool(command: ["/nowhere/endeks"], count: 1)
        await #expect(throws: WorkerError.notStarted(errno: ENOENT)) { try await pool.read([1], hints: .none) }
    }

    @Test("A worker has no descriptor of ours but its socket, and none of our secrets")
    func inheritsNothing() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        setenv("ENDEKS_WHATSAPP_TOKEN", "a secret of a test", 1)
        // Open in us, and not closed on exec.
        let leak = open("/etc/hostname", O_RDONLY)
        defer { close(leak) }
        let pool = WorkerPool(
            command: Worker.script("ls /proc/$$/fd > '\(folder.path)/fd'; env > '\(folder.path)/env'"), count: 1)
        await #expect(throws: WorkerError.diedTwice) { try await pool.read([1], hints: .none) }
        let descriptors = try String(contentsOf: folder.appendingPathComponent("fd"), encoding: .utf8)
        // 3 is the folder's own listing at most.
        #expect(Set(descriptors.split(separator: "\n")).isSubset(of: ["0", "1", "2", "3", "10"]), "\(descriptors)")
        let environment = try String(contentsOf: folder.appendingPathComponent("env"), encoding: .utf8)
        #expect(!environment.contains("secret"))
        #expect(environment.contains("PATH="))
    }

    @Test("Many photos at once share the workers, and each gets its own answer")
    func atOnce() async throws {
        let pool = WorkerPool(command: Worker.command, count: 2)
        let names = ["gas-01.jpg", "gas-06.jpg", "gas-09.jpg", "gas-10.jpg"].filter { (try? Worker.photo($0)) != nil }
        var alone: [String: String?] = [:]
        for name in names {
            alone[name] = try await pool.read(try Worker.photo(name), hints: .none).reading.index
        }
        try await withThrowingTaskGroup(of: (String, String?).self) { group in
            for name in names + names {
                group.addTask { (name, try await pool.read(try Worker.photo(name), hints: .none).reading.index) }
            }
            for try await (name, index) in group { #expect(alone[name] == index) }
        }
        await pool.stop()
    }

    @Test("Workers end with the pool, and whoever waits is told")
    func stops() async throws {
        let pool = WorkerPool(command: Worker.command, count: 1)
        await pool.warm()
        let worker = try #require(await pool.idleWorkers.first)
        #expect(Worker.isRunning(worker))
        await pool.stop()
        #expect(!Worker.isRunning(worker))
        await #expect(throws: WorkerError.stopped) { try await pool.read([1], hints: .none) }
    }
}
