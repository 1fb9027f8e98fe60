internal import Synchronization

/// The memory that bodies on their way in may take together.
///
/// A webhook is one or two kilobytes; three megabytes are allowed. Many large ones at once would fill the machine, so
/// they share a room, and the one that finds it full is asked to come again. Room is taken by what has come, not by what
/// was announced: whoever sends nothing keeps nobody out.
final class BodyRoom: Sendable {
    /// So much of a body needs no room.
    static let free = 64 << 10

    private let left: Mutex<Int>

    init(bytes: Int) { left = Mutex(bytes) }

    /// Takes the room that a body needs more as it grows; false when there is none left.
    func grow(from old: Int, to new: Int) -> Bool {
        let more = needed(new) - needed(old)
        guard more > 0 else { return true }
        return left.withLock { left in
            guard left >= more else { return false }
            left -= more
            return true
        }
    }

    /// Gives back the room of a body that had come so far.
    func giveBack(_ bytes: Int) {
        guard needed(bytes) > 0 else { return }
        left.withLock { $0 += needed(bytes) }
    }

    private func needed(_ bytes: Int) -> Int { bytes > Self.free ? bytes : 0 }
}
