/// A piece of work that waits in the job table, as it was claimed.
package struct Job: Hashable, Sendable {
    /// The row's key; never used again after the job is gone.
    package let id: Int64
    package let queue: JobQueue
    /// The key of the row that the work is about; which table that is, the queue says.
    package let subject: Int64
    /// The tries that failed, and those that an end of the service cut off.
    package let attempts: Int
    /// How often the service crashed of itself while this job was running.
    package let crashes: Int

    package init(id: Int64, queue: JobQueue, subject: Int64, attempts: Int, crashes: Int) {
        self.id = id
        self.queue = queue
        self.subject = subject
        self.attempts = attempts
        self.crashes = crashes
    }
}

/// How a handler left its job.
package enum JobEnd: Sendable {
    /// The handler's own transaction removed the job, or moved it.
    case finished
    /// There is nothing more to do; the runner removes the job.
    case done
    /// A try failed: once more after this time, or after the usual backoff.
    case retry(error: String, after: Duration? = nil)
    /// Not now, and nobody's fault.
    case postpone(until: Moment)
    /// It will never work: a dead letter for staff.
    case bury(error: String)
}

/// How one queue is worked off.
package struct JobWork: Sendable {
    package let queue: JobQueue
    /// So many jobs of the queue run at the same time at most.
    package let atOnce: Int
    /// Whether jobs of the queue are claimed now; whoever opens it again rings the bell.
    package let isOpen: @Sendable () -> Bool
    /// Does the work; what it throws is a try that failed.
    package let handler: @Sendable (Job) async throws -> JobEnd

    package init(
        queue: JobQueue, atOnce: Int, isOpen: @escaping @Sendable () -> Bool = { true },
        handler: @escaping @Sendable (Job) async throws -> JobEnd
    ) {
        self.queue = queue
        self.atOnce = atOnce
        self.isOpen = isOpen
        self.handler = handler
    }
}

/// When a job that failed is tried again, and when no more.
package enum JobPatience {
    /// So many tries that failed make a dead letter.
    package static let attempts = 12
    /// So many crashes of the service while the job was running make a dead letter.
    package static let crashes = 3
    /// No job waits for longer; one that is not yet to be done puts itself off again.
    package static let longest = Duration.seconds(6 * 3600)

    /// The pause after the `attempts`-th try that failed: 5 s, 10 s, 20 s … up to 6 h, ± 20 %.
    ///
    /// The share is taken from the job's own number, so that jobs that failed together do not come back together.
    package static func pause(after attempts: Int, job: Int64) -> Duration {
        let exponent = min(max(attempts, 1), 20) - 1
        let milliseconds = min(Int64(5_000) << Int64(exponent), longest.wholeMilliseconds)
        // Knuth's multiplicative hash: neighbours lie far from one another.
        let mixed = (UInt64(bitPattern: job) &+ UInt64(exponent)) &* 0x9E37_79B9_7F4A_7C15
        let perMille = 800 + Int64(mixed >> 32) % 401
        return .milliseconds(milliseconds * perMille / 1000)
    }
}
