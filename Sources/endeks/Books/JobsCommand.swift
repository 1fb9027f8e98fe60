import Accounts
import ArgumentParser
import Intake
import Storage
import Web

/// `endeks jobs …`: what waits, and what was given up.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "The work that waits in a data folder, and the work that was given up.",
        subcommands: [JobsListCommand.self, JobsRetryCommand.self], defaultSubcommand: JobsListCommand.self)
}

/// `endeks jobs [list]`.
struct JobsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "How many jobs are open in each queue, and every dead letter; also while the service runs.",
        discussion: """
            A dead letter is a job that failed twelve times, was running at three crashes, or can never succeed; nobody \
            tries it again until 'endeks jobs retry' puts it back. 'subject' is the row that the job is about: of inbox, \
            photo, review_decision or outbox.

            \(EndeksExit.table([.done, .dataFolderUnusable, .usage]))
            """)

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var folder: DataFolderOption

    func run() async throws { try await folder.printReport(JobList.self, json: json) }
}

/// `endeks jobs retry`.
struct JobsRetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Put dead letters back, as if they had never been tried.",
        discussion: """
            Mend the cause first. A service that runs takes them up within a minute. A message whose sending was cut off is \
            sent once more, also where WhatsApp may have it already.

            \(EndeksExit.table([.done, .failed, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The number of a job, as 'endeks jobs' lists it.")
    var id: Int64?

    @Flag(help: "All dead letters.")
    var all = false

    @OptionGroup var folder: DataFolderOption

    func validate() throws {
        guard (id == nil) == all else { throw ValidationError("Name one job, or give --all.") }
    }

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let store = try await folder.openExisting()
            let revivals: [Transaction.Revival]
            do {
                let one = id
                revivals = try await store.write { transaction in
                    let ids = try one.map { [$0] } ?? transaction.deadLetters().map(\.id)
                    return try ids.map { id in
                        let revival = try transaction.tryAgain(id, at: .now)
                        if revival != .notThere {
                            let entry = AuditEntry(
                                actor: .command, action: "job.retried", kind: "job", subject: "\(id)")
                            try transaction.audit(entry, at: .now)
                        }
                        return revival
                    }
                }
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
            if let id, revivals == [.notThere] {
                throw CommandFailure(.failed, "job \(id) is no dead letter. 'endeks jobs' lists them.")
            }
            var (waiting, superseded) = (0, 0)
            for revival in revivals {
                switch revival {
                case .waits: waiting += 1
                case .superseded: superseded += 1
                case .notThere: break
                }
            }
            print("\(waiting) put back, \(superseded) removed because another job does the same.")
        }
    }
}

/// The jobs of a data folder, as `endeks jobs --json` prints them.
struct JobList: DataFolderReport, Codable {
    struct Dead: Codable {
        let id: Int64
        let queue: String
        let subject: Int64
        let attempts: Int
        let error: String
        /// In UTC.
        let since: String?
    }

    let open: [String: Int]
    let dead: [Dead]

    init(_ view: some Statements) throws {
        var open: [String: Int] = [:]
        for queue in JobQueue.intake { open[queue.name] = try view.openJobs(in: queue) }
        self.open = open
        dead = try view.deadLetters().map { letter in
            Dead(
                id: letter.id, queue: letter.queue.name, subject: letter.subject, attempts: letter.attempts,
                error: letter.error, since: letter.since?.isoText)
        }
    }

    var text: String {
        let counts = JobQueue.intake.map { "\($0.name) \(open[$0.name] ?? 0)" }.joined(separator: ", ")
        let lines = dead.map { job in
            "\(job.id)  \(job.queue) \(job.subject), \(job.attempts) tries, since \(job.since ?? "?"): \(job.error)"
        }
        return (["Open  \(counts)", "Dead  \(dead.count)"] + lines).joined(separator: "\n")
    }
}
