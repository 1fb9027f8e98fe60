import CustomerSimulator
import Intake
import Wording

/// One photo's line on the screen of the sample utility.
struct DemoRow: Equatable {
    let photo: String
    let sender: String
    let read: String
    let decision: String
    let invoice: String
    let reply: String
    /// Whether the customer has an answer.
    let isAnswered: Bool
    /// Whether it waits for a clerk.
    let waits: Bool

    /// What an invoice's line says of it.
    struct Payable {
        let amount: String
        let due: String
    }

    /// The line of a photo: `progress` is nil before it came in, `payable` where it has no invoice.
    init(
        file: String, customer: Customer, isSent: Bool, progress: PhotoProgress?, payable: Payable?, language: Language
    ) {
        photo = file
        sender = customer.masked
        func say(_ phrase: Phrase) -> String { phrase.text(in: language) }
        guard let progress else {
            read = "–"
            decision = say(isSent ? DemoWords.sent : DemoWords.notSent)
            (invoice, reply, isAnswered, waits) = ("", "", false, false)
            return
        }
        read =
            progress.index.map { index in
                index + (progress.decimals.map { $0.isEmpty ? "" : (language == .turkish ? "," : ".") + $0 } ?? "")
            } ?? "–"
        isAnswered = progress.stage == .answered
        waits = progress.outcome == "review"
        decision = say(Self.decision(progress))
        invoice = progress.invoice ?? (waits ? say(DemoWords.waitsForClerk) : "–")
        let words = progress.reply?.message.words.split(separator: "\n").first.map { "“\($0)”" } ?? ""
        reply =
            if let payable, isAnswered {
                DemoWords.amount.text(in: language, ["amount": payable.amount, "due": payable.due])
            } else { words }
    }

    private static func decision(_ progress: PhotoProgress) -> Phrase {
        switch (progress.stage, progress.outcome) {
        case (.received, _): DemoWords.received
        case (.waiting, _): DemoWords.waiting
        case (.reading, _): DemoWords.reading
        case (_, "accepted"): DemoWords.accepted
        case (_, "review"): DemoWords.review
        default: DemoWords.refused
        }
    }

    var cells: [String] { [photo, sender, read, decision, invoice, reply] }
}
