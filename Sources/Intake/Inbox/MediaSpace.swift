internal import Synchronization

/// The memory that files on their way may take: each asks for as much as it may have, and waits in line for it.
///
/// In line, or a document would wait for ever behind photos that fit.
package final class MediaSpace: Sendable {
    /// Four photos at once, or two documents.
    ///
    /// Each lies there twice for a moment, as libcurl's and as ours: the service stays below 200 MB with it.
    static let bytes = 20 << 20

    private struct State {
        var free: Int
        var line: [(bytes: Int, turn: CheckedContinuation<Void, Never>)] = []
    }

    private let state: Mutex<State>

    package init(bytes: Int = MediaSpace.bytes) { state = Mutex(State(free: bytes)) }

    /// Waits until so much is free, and takes it.
    package func take(_ bytes: Int) async {
        await withCheckedContinuation { turn in
            let fits = state.withLock { state in
                guard state.line.isEmpty, state.free >= bytes else {
                    state.line.append((bytes, turn))
                    return false
                }
                state.free -= bytes
                return true
            }
            if fits { turn.resume() }
        }
    }

    /// Gives back what was taken.
    package func give(_ bytes: Int) {
        let next = state.withLock { state in
            state.free += bytes
            var next: [CheckedContinuation<Void, Never>] = []
            while let first = state.line.first, first.bytes <= state.free {
                state.free -= first.bytes
                next.append(state.line.removeFirst().turn)
            }
            return next
        }
        for turn in next { turn.resume() }
    }
}
