import Glibc

/// A limit on how long this thread computes.
///
/// What it waits for the processor does not count: a busy machine reads the same of a photo as an idle one.
package struct ComputingLimit: Hashable, Sendable {
    private let end: UInt64

    /// The limit that many milliseconds from now.
    package init(milliseconds: UInt64) { end = Self.now + milliseconds * 1_000_000 }

    /// Whether the time is over.
    package var isOver: Bool { Self.now >= end }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
