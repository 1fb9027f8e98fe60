internal import Logging
internal import Metrics

/// What the writer tells after each commit: how long it took, and which jobs were given up.
struct StoreMeasures: Sendable {
    private let logger: Logger
    private let metrics: any MetricsFactory
    private let commits: Timer

    init(logger: Logger, metrics: any MetricsFactory) {
        self.logger = logger
        self.metrics = metrics
        commits = Timer(label: "commit_seconds", factory: metrics)
    }

    func committed(in duration: Duration, buried: [DeadLetter]) {
        let (seconds, attoseconds) = duration.components
        commits.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        for letter in buried {
            logger.error(
                "a job is a dead letter: 'endeks jobs' lists it",
                metadata: [
                    "queue": "\(letter.queue.name)", "job": "\(letter.id)", "subject": "\(letter.subject)",
                    "attempts": "\(letter.attempts)", "error": "\(letter.error)",
                ])
            Counter(label: "jobs_dead_total", dimensions: [("queue", letter.queue.name)], factory: metrics).increment()
        }
    }
}
