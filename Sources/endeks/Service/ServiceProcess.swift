import Foundation
import Synchronization

/// What the process itself is told before the service begins, and how it is made to end in time.
enum ServiceProcess {
    static func prepare() {
        // A worker or a client that is gone is an error of that write, not the end of the service.
        signal(SIGPIPE, SIG_IGN)
        // New files are for this user alone: they hold personal data.
        umask(0o077)
        // A connection is a file; the usual soft limit of 1,024 is one that a crowd reaches.
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            limit.rlim_cur = min(limit.rlim_max, 8192)
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
    }

    /// Ends the process if a stop that was asked for takes longer than it may.
    ///
    /// Nothing is lost by it: what was acknowledged is on the disk, and what was under way is done again.
    static func endAfter(_ seconds: Double, _ before: @escaping @Sendable () -> Void) {
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: seconds)
            before()
            _exit(0)
        }
    }
}
