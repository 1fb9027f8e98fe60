import Accounts
import ArgumentParser
import Intake
import Storage

/// `endeks status`.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What became of the photos of a data folder, in numbers; also while the service runs.",
        discussion: """
            'photos.received' counts each message of a customer once; a photo that is still on its way is neither accepted, \
            in review nor refused. 'readings' are those taken here, not those that were imported. 'replies' counts every \
            message that WhatsApp took. A dead job is one that was given up: see the log.

            \(EndeksExit.table([.done, .dataFolderUnusable, .usage]))
            """)

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var folder: DataFolderOption

    func run() async throws { try await folder.printReport(ServiceStatus.self, json: json) }
}

/// The numbers of a data folder, as `endeks status --json` prints them.
struct ServiceStatus: DataFolderReport, Codable, Hashable {
    struct Photos: Codable, Hashable, Sendable {
        let received: Int
        let accepted: Int
        let review: Int
        let refused: Int
    }

    struct Jobs: Codable, Hashable, Sendable {
        let open: Int
        let dead: Int
    }

    let photos: Photos
    let readings: Int
    let invoices: Int
    let replies: Int
    let jobs: Jobs

    init(_ view: some Statements) throws {
        let accounts = try view.accountCounts()
        let intake = try view.intakeCounts()
        photos = Photos(
            received: intake.received, accepted: intake.accepted, review: intake.review, refused: intake.refused)
        readings = accounts.readings
        invoices = accounts.invoices
        replies = intake.replies
        jobs = Jobs(open: try view.openJobs(), dead: try view.deadJobs())
    }

    var text: String {
        """
        Photos    \(photos.received) received: \(photos.accepted) accepted, \(photos.review) in review, \(photos.refused) refused
        Readings  \(readings)
        Invoices  \(invoices)
        Replies   \(replies)
        Jobs      \(jobs.open) open, \(jobs.dead) dead
        """
    }
}
