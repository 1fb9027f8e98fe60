internal import Accounts
internal import Billing
internal import Logging
internal import Metrics
internal import Quantities
package import Storage
internal import Wording

extension PhotoSteps {
    /// Lets a clerk's decision take effect: only now are reading, invoice, number and postings made.
    package func decision(_ job: Job) async throws -> JobEnd {
        let (settings, now) = (settings, now())
        steps.reach(.decisionMade)
        let outcome = try await store.write { transaction -> TakenDecision? in
            try transaction.finish(job)
            let row = try transaction.row(
                "SELECT * FROM review_decision WHERE id = ? AND state = 'pending'", job.subject)
            guard let row, let decision = ReviewDecision(json: try row.text("decision")) else { return nil }
            let clerk = try row.text("clerk")
            let chosen = try row.optionalText("subscriber").flatMap { try? SubscriberNumber($0) }
            // A photo that is in review no more was settled in another way.
            guard let photo = try transaction.photo(try row.integer("photo")), photo.outcome == "review" else {
                try transaction.run("UPDATE review_decision SET state = 'void' WHERE id = ?", job.subject)
                return nil
            }
            let verdict = ReviewVerdict(photo: photo, subscriber: chosen, clerk: clerk, settings: settings, now: now)
            let outcome = try verdict.take(decision, in: transaction)
            try transaction.run(
                "UPDATE review_decision SET state = ? WHERE id = ?", outcome == nil ? "void" : "done", job.subject)
            try transaction.audit(
                decision.entry(
                    outcome == nil ? "photo.decision-void" : "photo.decision-taken", photo: photo.id, clerk: clerk),
                at: now)
            return outcome.map { TakenDecision(photo: photo.id, outcome: $0) }
        }
        steps.reach(.decisionTaken)
        if let outcome {
            Counter(label: "review_decisions_total", dimensions: [("outcome", outcome.outcome)]).increment()
            log("clerk's decision taken", photo: outcome.photo, outcome.outcome)
        }
        return .finished
    }
}

private struct TakenDecision: Sendable {
    let photo: Int64
    let outcome: String
}

/// A clerk's decision as it takes effect.
struct ReviewVerdict {
    let photo: PhotoRow
    let subscriber: SubscriberNumber?
    let clerk: String
    let settings: IntakeSettings
    let now: Moment

    /// Does what was decided; the photo's new outcome, or nil where it cannot be done any more: the photo then waits on.
    func take(_ decision: ReviewDecision, in transaction: Transaction) throws -> String? {
        guard case .reject(let reason) = decision else {
            guard let subscriber, let index = decision.index(of: photo) else { return nil }
            return try take(index, of: subscriber, in: transaction)
        }
        // The invoice of a photo that the customer objected to stays: nothing that is posted is edited.
        let outcome = photo.invoice == nil ? "refused" : "accepted"
        try transaction.decide(photo.id, outcome: outcome, reasons: [reason.rawValue], at: now)
        let language = try language(in: transaction)
        var words = PhotoAnswers.rejectedByPerson.text(
            in: language, ["tip": RejectAnswer.of(reason.rawValue)?.answer.text(in: language) ?? ""])
        if let number = photo.invoice {
            words += " " + PhotoAnswers.rejectedInvoiceStands.text(in: language, ["number": number])
        }
        try transaction.say(.text(words), on: photo, purpose: .verdict, at: now)
        return outcome
    }

    private func take(_ index: String, of subscriber: SubscriberNumber, in transaction: Transaction) throws -> String? {
        let outlook = try transaction.reviewOutlook(
            photo, subscriber, index: index, clerk: clerk, issuer: settings.issuer, at: now)
        switch outlook {
        case .invoice(let draft, _):
            let candidate = ReadingCandidate(
                subscriber: subscriber, index: draft.lastReading.index, date: draft.lastReading.date,
                origin: .clerk(name: clerk, photo: photo.id))
            let stored = try transaction.bill(candidate, issuer: settings.issuer, at: now)
            Counter(label: "invoices_total").increment()
            try accept(stored.number, of: subscriber, words: PhotoAnswers.invoiceByPerson, in: transaction)
        case .stands(let stored):
            try accept(stored.number, of: subscriber, words: PhotoAnswers.invoiceStands, in: transaction)
        case .nextInvoice(let stored):
            try transaction.decide(photo.id, outcome: "accepted", reasons: [PhotoReason.periodBilled.rawValue], at: now)
            try transaction.run("UPDATE photo SET subscriber = ? WHERE id = ?", subscriber.text, photo.id)
            try say(PhotoAnswers.nextInvoice, index: index, stored, in: transaction)
        case .correction(let stored):
            try transaction.decide(
                photo.id, outcome: "accepted", reasons: [PhotoReason.correctionNoted.rawValue], at: now)
            try transaction.run(
                """
                INSERT INTO review_correction (photo, invoice, meter_index, clerk, decided_at) VALUES (?, ?, ?, ?, ?)
                """, photo.id, stored.number.text, index, clerk, now)
            try say(PhotoAnswers.correctionNoted, index: index, stored, in: transaction)
        case .problem:
            return nil
        }
        return "accepted"
    }

    private func accept(
        _ invoice: InvoiceNumber, of subscriber: SubscriberNumber, words: Phrase, in transaction: Transaction
    ) throws {
        try transaction.accept(photo, subscriber, invoice, reasons: photo.reading?.reasons ?? [], words: words, at: now)
    }

    private func say(_ phrase: Phrase, index: String, _ stored: StoredInvoice, in transaction: Transaction) throws {
        let language = try language(in: transaction)
        let words = phrase.text(
            in: language, InvoiceCaption.values(of: stored, in: language).merging(["index": index]) { $1 })
        try transaction.say(.text(words), on: photo, purpose: .verdict, at: now)
    }

    private func language(in transaction: Transaction) throws -> Language {
        if let subscriber, let subscription = try transaction.subscription(subscriber) { return subscription.wording }
        return try transaction.sender(photo.sender)?.language ?? .turkish
    }
}
