internal import Synchronization

/// The memory that bodies on their way in may take together.
///
/// A webhook is one or two kilobytes; three megabytes are allowed. Many large ones at once would fill the machine, so
/// they share a room, and the one that finds it full is asked to come again.
final class BodyRoom: Sendable {
    /// So much of a body needs no room.
    static let free = 64 << 10

    private let left: Mutex<Int>

    init(bytes: Int) { left = Mutex(bytes) }

    /// Takes room for a body of that length; false when there is none left.
    func take(_ bytes: Int) -> Bool {
        guard bytes > Self.free else { return true }
        return left.withLock { left in
            guard left >= bytes else { return false }
            left -= bytes
            return true
        }
    }

    func giveBack(_ bytes: Int) {
        guard bytes > Self.free else { return }
        left.withLock { $0 += bytes }
    }
}
