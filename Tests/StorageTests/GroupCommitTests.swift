import Foundation
import Storage
import Synchronization
import Testing

@Suite("Group commit")
struct GroupCommitTests {
    private struct Refused: Error, Equatable {
        let number: Int
    }

    @Test("Of 400 transactions at once, each that throws is undone alone, and its error comes back to it")
    func each() async throws {
        let scratch = try ScratchStore()
        let outcomes = await withTaskGroup(of: (Int, (any Error)?).self) { group in
            for number in 0..<400 {
                group.addTask {
                    do {
                        try await scratch.store.write { transaction in
                            try transaction.run("INSERT INTO note (text) VALUES (?)", "note \(number)")
                            if number % 3 == 0 { throw Refused(number: number) }
                        }
                        return (number, nil)
                    } catch {
                        return (number, error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for (number, error) in outcomes {
            #expect((error as? Refused) == (number % 3 == 0 ? Refused(number: number) : nil))
        }
        let expected = Set((0..<400).filter { $0 % 3 != 0 }.map { "note \($0)" })
        #expect(Set(try await scratch.notes()) == expected)
    }

    @Test("A broken constraint is an error of its own kind, and the next transaction works")
    func constraint() async throws {
        let scratch = try ScratchStore()
        try await scratch.write("once")
        await #expect {
            try await scratch.write("once")
        } throws: { error in
            if case StoreError.constraint = error { true } else { false }
        }
        try await scratch.write("twice")
        #expect(try await scratch.notes() == ["once", "twice"])
    }

    // SQLite undoes the whole transaction when the file is full; the limit of pages stands in for the disk.
    @Test("A transaction that finds the disk full takes no other with it")
    func full() async throws {
        let scratch = try ScratchStore()
        try await scratch.write("first")
        try await scratch.store.write { transaction in
            let pages = try transaction.row("PRAGMA page_count")?.integer("page_count") ?? 0
            _ = try transaction.row("PRAGMA max_page_count = \(pages + 20)")
        }
        let outcomes = await withTaskGroup(of: (Int, (any Error)?).self) { group in
            for number in 0..<60 {
                group.addTask {
                    do {
                        let text = number == 30 ? String(repeating: "x", count: 400_000) : "small \(number)"
                        try await scratch.write(text)
                        return (number, nil)
                    } catch {
                        return (number, error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for (number, error) in outcomes { #expect((error as? StoreError) == (number == 30 ? .full : nil)) }
        #expect(try await scratch.notes().count == 60)
    }

    @Test("While another process writes, a transaction waits; past its patience it fails, and nothing of it is left")
    func busy() async throws {
        let scratch = try ScratchStore(patience: .milliseconds(300))
        let other = try Store(folder: scratch.folder, migrations: [ScratchStore.notes])
        let release = DispatchSemaphore(value: 0)
        let began = DispatchSemaphore(value: 0)
        let long = Task {
            try await other.write { transaction in
                try transaction.run("INSERT INTO note (text) VALUES ('other')")
                began.signal()
                release.wait()
            }
        }
        await Task.detached { began.waitOnce() }.value
        await #expect {
            try await scratch.write("too early")
        } throws: { error in
            if case StoreError.unavailable = error { true } else { false }
        }
        release.signal()
        try await long.value
        try await scratch.write("later")
        #expect(try await scratch.notes() == ["other", "later"])
    }

    @Test("A queue rings after the commit, and not for a transaction that was undone")
    func bell() async throws {
        let scratch = try ScratchStore()
        let queue = JobQueue("q")
        var rings = scratch.store.bell.rings(for: queue).makeAsyncIterator()
        try? await scratch.store.write { transaction in
            try transaction.enqueue(queue, subject: 1, at: 0.seconds)
            throw Refused(number: 0)
        }
        try await scratch.store.write { try $0.enqueue(queue, subject: 2, at: 0.seconds) }
        await rings.next()
        #expect(try await scratch.store.read { try $0.openJobs(in: queue) } == 1)
    }

    @Test("A savepoint that throws is undone, and its transaction goes on")
    func savepoint() async throws {
        let scratch = try ScratchStore()
        try await scratch.store.write { transaction in
            try transaction.run("INSERT INTO note (text) VALUES ('before')")
            do {
                try transaction.savepoint { () throws(StoreError) in
                    try transaction.run("INSERT INTO note (text) VALUES ('inside')")
                    throw .jobGone
                }
            } catch {
                #expect(error as? StoreError == StoreError.jobGone)
            }
            try transaction.run("INSERT INTO note (text) VALUES ('after')")
        }
        #expect(try await scratch.notes() == ["before", "after"])
    }

    @Test("Two processes may open a new folder at the same time")
    func race() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/endeks-race-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { _ = try Store(folder: folder, migrations: [ScratchStore.notes]) }
            }
            try await group.waitForAll()
        }
    }

    @Test("A folder that a newer Endeks wrote is left alone")
    func newer() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/endeks-newer-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try Store(folder: folder, migrations: [ScratchStore.notes])
        #expect(throws: StoreError.unusable("the data folder was written by a newer Endeks; run that one")) {
            _ = try Store(folder: folder, migrations: [])
        }
    }

    @Test("Only one service at a time holds a folder")
    func lock() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/endeks-lock-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var first: FolderLock? = try FolderLock(folder: folder)
        #expect(throws: StoreError.locked) { _ = try FolderLock(folder: folder) }
        withExtendedLifetime(first) {}
        first = nil
        _ = try FolderLock(folder: folder)
    }
}

extension DispatchSemaphore {
    /// Waits on a thread that may wait.
    fileprivate func waitOnce() { wait() }
}
