import Foundation

/// Keeps Tesseract's OpenMP on one thread: on more it waits by spinning, and a line costs five times the time.
enum OpenMPLimit {
    private static let variable = "OMP_THREAD_LIMIT"

    /// Starts the command once more with the limit set, if it is not.
    ///
    /// libgomp reads the variable when it is loaded, before `main`: setting it here would come too late. If the command
    /// cannot be started again, it goes on, only slower.
    static func ensure() {
        guard getenv(variable) == nil else { return }
        setenv(variable, "1", 0)
        var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
        execv("/proc/self/exe", &arguments)
        for argument in arguments { free(argument) }
    }
}
