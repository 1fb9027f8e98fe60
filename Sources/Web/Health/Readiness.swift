internal import Glibc
package import Storage

/// Whether the service can take what it is sent, and if not, why.
package struct Readiness: Sendable {
    package enum Problem: String, Sendable {
        case stopping = "stopping"
        case storeCannotWrite = "the database cannot be written"
        case diskNearlyFull = "the disk is nearly full"
    }

    private let store: Store
    private let stop: StopFlag
    private let now: TimeSource

    package init(store: Store, stop: StopFlag, now: @escaping TimeSource) {
        self.store = store
        self.stop = stop
        self.now = now
    }

    /// What stands in the way now; none when it is ready.
    ///
    /// A long queue is none: what waits is safe, and turning customers away would not shorten it.
    package func problem() async -> Problem? {
        if stop.isRaised { return .stopping }
        if Self.isNearlyFull(store.folder) { return .diskNearlyFull }
        do {
            try await store.probe(at: now())
        } catch {
            return .storeCannotWrite
        }
        return nil
    }

    /// Less than a twentieth free, and less than a gigabyte: a twentieth of a large disk is plenty.
    private static func isNearlyFull(_ folder: String) -> Bool {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return false }
        let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        let whole = UInt64(status.f_blocks) * UInt64(status.f_frsize)
        return free < whole / 20 && free < 1 << 30
    }
}
