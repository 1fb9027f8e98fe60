internal import Glibc

/// What a worker may use of the machine.
package struct WorkerLimits: Hashable, Sendable {
    /// The address space, in bytes.
    package var addressSpace: UInt64
    /// The processor time for one photo, in seconds.
    package var secondsAPhoto: UInt64
    /// The time that the service waits for an answer, after which it ends the worker.
    package var patience: Duration

    package init(addressSpace: UInt64, secondsAPhoto: UInt64, patience: Duration) {
        (self.addressSpace, self.secondsAPhoto, self.patience) = (addressSpace, secondsAPhoto, patience)
    }

    /// What reading needs, with room: 388 MB of address space and 86 MB of memory were measured, over real photos and
    /// pictures of 100 million pixels.
    package static let measured = WorkerLimits(addressSpace: 1 << 30, secondsAPhoto: 15, patience: .seconds(20))

    /// Sets what holds for the process's whole life.
    func set() throws(WorkerLimitError) {
        try set(RLIMIT_AS, to: addressSpace)
        // Nothing is written but the answer, which goes through a socket.
        try set(RLIMIT_FSIZE, to: 0)
        // A dump would hold the customer's photo.
        try set(RLIMIT_CORE, to: 0)
        // Standard input, output and error, the socket, and the few files that libraries open.
        try set(RLIMIT_NOFILE, to: 16)
    }

    /// Gives the next photo its processor time, counted from what is used up by now.
    func allowNextPhoto() throws(WorkerLimitError) {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { throw WorkerLimitError(errno: errno) }
        let used = UInt64(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit) == 0 else {
            throw WorkerLimitError(errno: errno)
        }
        // Only the soft limit moves, so that it can be raised again; above it comes SIGXCPU, which ends the process.
        limit.rlim_cur = min(rlim_t(used + 1 + secondsAPhoto), limit.rlim_max)
        guard setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit) == 0 else {
            throw WorkerLimitError(errno: errno)
        }
    }

    private func set(_ resource: __rlimit_resource, to value: UInt64) throws(WorkerLimitError) {
        var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
        guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else {
            throw WorkerLimitError(errno: errno)
        }
    }
}

/// A limit of a worker could not be set.
package struct WorkerLimitError: Error, Hashable, Sendable {
    package let errno: Int32
}
