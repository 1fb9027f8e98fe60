internal import Accounts
internal import Billing
internal import Metrics
internal import Quantities
internal import Storage
internal import Wording

/// A clerk's decision as it takes effect.
struct ReviewVerdict {
    let photo: PhotoRow
    let subscriber: SubscriberNumber?
    /// What it would have come to when the clerk took it.
    let outlook: String?
    let clerk: String
    let settings: IntakeSettings
    let now: Moment

    /// How it ended.
    enum End: Hashable, Sendable {
        /// The photo has this outcome.
        case taken(String)
        /// It cannot be done any more, or would come to something else than the clerk decided for: the photo waits on.
        case void(why: String)
    }

    /// Does what was decided.
    func take(_ decision: ReviewDecision, in transaction: Transaction) throws -> End {
        guard case .reject(let reason) = decision else {
            guard let subscriber, let index = decision.index(of: photo) else { return .void(why: "no-meter") }
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
        return .taken(outcome)
    }

    private func take(_ index: String, of subscriber: SubscriberNumber, in transaction: Transaction) throws -> End {
        let found = try transaction.reviewOutlook(
            photo, subscriber, index: index, clerk: clerk, issuer: settings.issuer, at: now)
        guard outlook.map({ found.keeps($0) }) ?? true else {
            if found.billed != nil { try tellWhy(.periodBilled, in: transaction) }
            return .void(why: "\(outlook ?? "") -> \(found.code)")
        }
        switch found {
        case .invoice(let draft, _):
            let candidate = ReadingCandidate(
                subscriber: subscriber, index: draft.lastReading.index, date: draft.lastReading.date,
                origin: .clerk(name: clerk, photo: photo.id))
            let stored = try transaction.bill(candidate, issuer: settings.issuer, at: now)
            Counter(label: "invoices_total").increment()
            try accept(stored.number, of: subscriber, words: PhotoAnswers.invoiceByPerson, in: transaction)
        case .stands(let stored):
            try accept(stored.number, of: subscriber, words: PhotoAnswers.invoiceStands, in: transaction)
        case .earlier(let stored):
            try accept(PhotoReason.periodBilled, PhotoAnswers.earlierPhoto, index, stored, in: transaction)
        case .nextInvoice(let stored):
            try accept(PhotoReason.periodBilled, PhotoAnswers.nextInvoice, index, stored, in: transaction)
        case .correction(_, let correction?), .otherMeter(_, let correction?):
            let reversed = try transaction.reverse(correction.order, at: now)
            try transaction.tell(reversed, on: photo, at: now)
            if reversed.replacement != nil { Counter(label: "invoices_total").increment() }
        case .deferred(let reason, let deferral):
            try transaction.decide(photo.id, outcome: "accepted", reasons: [reason.rawValue], at: now)
            try transaction.run("UPDATE photo SET subscriber = ? WHERE id = ?", subscriber.text, photo.id)
            let words = deferral.answer(index: index, in: try language(in: transaction))
            try transaction.say(.text(words), on: photo, purpose: .verdict, at: now)
        case .correction(let stored, nil):
            try accept(PhotoReason.correctionNoted, PhotoAnswers.correctionNoted, index, stored, in: transaction)
            try note(index, of: subscriber, insteadOf: stored, in: transaction)
        case .otherMeter(let stored, nil):
            try accept(PhotoReason.correctionNoted, PhotoAnswers.otherMeter, index, stored, in: transaction)
            try note(index, of: subscriber, insteadOf: stored, in: transaction)
        case .problem(let reason):
            return .void(why: reason.rawValue)
        }
        return .taken("accepted")
    }

    /// The clerk who sees the photo again sees why.
    private func tellWhy(_ reason: PhotoReason, in transaction: Transaction) throws {
        let reasons = [reason.rawValue] + photo.reasons.filter { $0 != reason.rawValue }
        try transaction.run("UPDATE photo SET reasons = ? WHERE id = ?", PhotoRow.json(reasons), photo.id)
    }

    private func note(
        _ index: String, of subscriber: SubscriberNumber, insteadOf stored: StoredInvoice, in transaction: Transaction
    ) throws {
        try transaction.run(
            """
            INSERT INTO review_correction (photo, invoice, meter_index, subscriber, clerk, decided_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """, photo.id, stored.number.text, index, subscriber.text, clerk, now)
    }

    /// Takes the photo without a new invoice, and says so.
    private func accept(
        _ reason: PhotoReason, _ phrase: Phrase, _ index: String, _ stored: StoredInvoice, in transaction: Transaction
    ) throws {
        try transaction.decide(photo.id, outcome: "accepted", reasons: [reason.rawValue], at: now)
        try transaction.run("UPDATE photo SET subscriber = ? WHERE id = ?", subscriber?.text, photo.id)
        let language = try language(in: transaction)
        let words = phrase.text(
            in: language, InvoiceCaption.values(of: stored, in: language).merging(["index": index]) { $1 })
        try transaction.say(.text(words), on: photo, purpose: .verdict, at: now)
    }

    private func accept(
        _ invoice: InvoiceNumber, of subscriber: SubscriberNumber, words: Phrase, in transaction: Transaction
    ) throws {
        try transaction.accept(photo, subscriber, invoice, reasons: photo.reading?.reasons ?? [], words: words, at: now)
    }

    private func language(in transaction: Transaction) throws -> Language {
        if let subscriber, let subscription = try transaction.subscription(subscriber) { return subscription.wording }
        return try transaction.sender(photo.sender)?.language ?? .turkish
    }
}
