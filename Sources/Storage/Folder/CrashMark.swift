internal import Foundation
internal import Synchronization

/// Tells a crash of our own from an end that came from outside, so that only the first makes a job suspect.
///
/// A crash leaves a file in the data folder, written by a signal handler; a kill or a power cut leaves none.
enum CrashMark {
    private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]
    /// The file's path as C text, kept for ever: the handler may run at any time.
    private static let path = Atomic<UInt>(0)

    private static func file(in folder: String) -> String { folder + "/crashed" }

    /// Whether the last service of the folder crashed; the mark is taken away.
    static func take(folder: String) -> Bool { unlink(file(in: folder)) == 0 }

    /// Leaves a mark when this process crashes from now on.
    static func watch(folder: String) {
        guard let text = strdup(file(in: folder)) else { return }
        // The text of an earlier call is kept as it is: a handler may be reading it.
        path.store(UInt(bitPattern: text), ordering: .sequentiallyConsistent)
        for signal in signals {
            var action = sigaction()
            // Once: the second time the signal does what it always did. Only calls that POSIX allows in a handler.
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
            action.__sigaction_handler.sa_handler = { signal in
                if let text = UnsafePointer<CChar>(bitPattern: CrashMark.path.load(ordering: .sequentiallyConsistent)) {
                    close(open(text, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600))
                }
                raise(signal)
            }
            sigaction(signal, &action, nil)
        }
    }
}
