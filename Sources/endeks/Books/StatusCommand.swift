import Accounts
import ArgumentParser
import Intake
import Quantities
import Storage

/// `endeks status`.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What became of the photos of a data folder, in numbers; also while the service runs.",
        discussion: """
            'photos.received' counts each message of a customer once; a photo that is still on its way is neither accepted, \
            in review nor refused. 'readings' are those taken here, not those that were imported. 'replies' counts every \
            message that WhatsApp took. A dead job is one that was given up: see the log. 'suspense' are the payments that \
            nobody could be found for ('endeks payments list --suspense'); 'lateFees' (before KDV) and 'credit' are what the \
            next invoices charge and take; 'frozen' are subscribers whose invoices are stopped today. Sums are in TL.

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

    /// So many, and what they come to in lira as plain decimals.
    struct Sum: Codable, Hashable, Sendable {
        let count: Int
        let sum: String

        init(_ sum: MoneyInWaiting.Sum) { (count, self.sum) = (sum.number, sum.amount.description) }
    }

    let photos: Photos
    let readings: Int
    let invoices: Int
    let replies: Int
    let jobs: Jobs
    let suspense: Sum
    let lateFees: Sum
    let credit: Sum
    let frozen: Int

    init(_ view: some Statements) throws {
        let accounts = try view.accountCounts()
        let intake = try view.intakeCounts()
        photos = Photos(
            received: intake.received, accepted: intake.accepted, review: intake.review, refused: intake.refused)
        readings = accounts.readings
        invoices = accounts.invoices
        replies = intake.replies
        jobs = Jobs(open: try view.openJobs(), dead: try view.deadJobs())
        let money = try view.moneyInWaiting(on: Moment.now.civilDate)
        (suspense, lateFees, credit) = (Sum(money.suspense), Sum(money.lateFees), Sum(money.credit))
        frozen = money.frozen
    }

    var text: String {
        """
        Photos    \(photos.received) received: \(photos.accepted) accepted, \(photos.review) in review, \(photos.refused) refused
        Readings  \(readings)
        Invoices  \(invoices)
        Replies   \(replies)
        Jobs      \(jobs.open) open, \(jobs.dead) dead
        Suspense  \(suspense.count) payments, \(suspense.sum) TL wait for a person
        Next      \(lateFees.count) late fees, \(lateFees.sum) TL, and \(credit.count) credits, \(credit.sum) TL, go to the next invoices
        Frozen    \(frozen) subscribers
        """
    }
}
