internal import Accounts
internal import Billing
internal import Foundation
internal import Logging
internal import Metrics
internal import Quantities
package import Storage
internal import Wording

extension PhotoSteps {
    /// A photo that no worker is done with in time is tried so often, with a pause in which the machine may get free.
    private static let slowTries = 4
    private static let pause: Duration = .seconds(30)

    /// Reads a photo and decides on it: reading, invoice, ledger and the next job come in one transaction, or none does.
    package func read(_ job: Job) async throws -> JobEnd {
        let found = try await store.read { view -> (PhotoRow, SenderMeters)? in
            guard let photo = try view.photo(job.subject), let sender = try view.sender(photo.sender) else {
                return nil
            }
            return (photo, sender)
        }
        guard let (photo, sender) = found, photo.state == "reading", let original = photo.original else { return .done }
        let answer: WorkerAnswer?
        var failure = PhotoReason.notOpened
        do {
            let bytes = try await blobs.get(original)
            answer = try await OneReading(pool: pool).read(bytes, of: sender.subscriptions)
        } catch WorkerError.diedTwice {
            answer = nil
        } catch WorkerError.tookTooLong {
            guard job.attempts + 1 >= Self.slowTries else {
                return .retry(error: "no worker was done in time", after: Self.pause)
            }
            (answer, failure) = (nil, .notReadInTime)
        } catch WorkerError.stopped {
            return .postpone(until: now())
        }
        var (cleaned, crop): (BlobID?, BlobID?)
        if let bytes = answer?.cleaned { cleaned = try await blobs.put(bytes) }
        if let bytes = answer?.crop { crop = try await blobs.put(bytes) }
        steps.reach(.photoRead)
        let (pictures, settings, now, noReading) = ((cleaned, crop), settings, now(), failure)
        let outcome = try await store.write { transaction -> (outcome: String, reasons: [String])? in
            try transaction.finish(job)
            guard let photo = try transaction.photo(job.subject), photo.state == "reading",
                let sender = try transaction.sender(photo.sender)
            else { return nil }
            try transaction.keep(answer?.reading, pictures, of: photo.id)
            if let outcome = photo.outcome {
                // It was decided before, and read now so that a person can look at it.
                try transaction.run("UPDATE photo SET state = 'decided' WHERE id = ?", photo.id)
                return (outcome, photo.reasons)
            }
            guard let reading = answer?.reading else {
                // What no worker could open may be a good photo all the same: a person decides.
                let wish = photo.asksPerson ? [PhotoReason.objection] : []
                return try transaction.review(photo, nil, (wish + [noReading]).map(\.rawValue), sender, at: now)
            }
            return try transaction.decide(photo, reading, sender, settings: settings, at: now)
        }
        steps.reach(.photoDecided)
        if let answer { Recorder(label: "ocr_seconds").record(answer.reading.milliseconds / 1000) }
        if let outcome {
            Counter(label: "ocr_decisions_total", dimensions: [("outcome", outcome.outcome)]).increment()
            log("photo decided", photo: job.subject, outcome.outcome, reasons: outcome.reasons)
        }
        return .finished
    }
}

extension Transaction {
    /// Keeps what was read, and the pictures that came of it.
    fileprivate func keep(
        _ reading: ReadingRecord?, _ pictures: (cleaned: BlobID?, crop: BlobID?), of photo: Int64
    ) throws {
        guard let reading else { return }
        let json = String(decoding: try JSONEncoder().encode(reading), as: UTF8.self)
        try run(
            "UPDATE photo SET reading = ?, read_index = ?, cleaned = ?, crop = ? WHERE id = ?", json, reading.index,
            pictures.cleaned, pictures.crop, photo)
    }

    /// Decides on a photo that was read, and does what follows.
    fileprivate func decide(
        _ photo: PhotoRow, _ reading: ReadingRecord, _ sender: SenderMeters, settings: IntakeSettings, at now: Moment
    ) throws -> (outcome: String, reasons: [String]) {
        let facts = PhotoDecision.Facts(
            reader: reading.readerDecision, reasons: reading.reasons, index: reading.index, serial: reading.serial,
            meters: sender.meters, asksPerson: photo.asksPerson)
        let candidate = PhotoDecision.candidate(facts).map { subscriber, index in
            ReadingCandidate(
                subscriber: subscriber, index: index, date: photo.day, origin: .photo(photo.id),
                doubtfulPlaces: reading.doubtfulPlaces)
        }
        let outlook = try candidate.map { try self.outlook(of: $0, settings: settings, at: now) }
        if case .problem(_, let details) = outlook, !details.isEmpty {
            // One that the rules hold says little; two in a row show a fault.
            if let candidate { try keepUnbilled(candidate, at: now) }
            try audit(
                AuditEntry(
                    actor: .system, action: "photo.held", kind: "photo", subject: "\(photo.id)", details: details),
                at: now)
        }
        switch PhotoDecision(facts, outlook: outlook) {
        case .bill(let subscriber, _):
            guard let candidate else { break }
            let stored = try bill(candidate, issuer: settings.issuer, at: now)
            try accept(photo, subscriber, stored.number, reasons: facts.reasons, words: PhotoAnswers.invoice, at: now)
            Counter(label: "invoices_total").increment()
            return ("accepted", facts.reasons)
        case .repeatInvoice(let subscriber, let invoice):
            try accept(photo, subscriber, invoice, reasons: facts.reasons, words: PhotoAnswers.invoice, at: now)
            return ("accepted", facts.reasons)
        case .deferred(let subscriber, let index, let deferral):
            let reasons = [PhotoReason(deferral).rawValue]
            try decide(photo.id, outcome: "accepted", reasons: reasons, at: now)
            try run("UPDATE photo SET subscriber = ? WHERE id = ?", subscriber.text, photo.id)
            let language = sender.subscription(subscriber)?.wording ?? sender.language
            try say(
                AutomaticAnswer.text(deferral.answer(index: index.description, in: language), in: language), on: photo,
                purpose: .answer, at: now)
            return ("accepted", reasons)
        case .review(let subscriber, let reasons):
            return try review(photo, subscriber, reasons, sender, at: now)
        case .refuse(let reasons):
            try decide(photo.id, outcome: "refused", reasons: reasons, at: now)
            try say(
                AutomaticAnswer.text(ReadingAnswer.refusal(reasons, in: sender.language), in: sender.language),
                on: photo, purpose: .answer, at: now)
            return ("refused", reasons)
        case .prepaid(let subscriber):
            let reasons = [PhotoReason.prepaid.rawValue]
            try decide(photo.id, outcome: "refused", reasons: reasons, at: now)
            try run("UPDATE photo SET subscriber = ? WHERE id = ?", subscriber.text, photo.id)
            try say(
                AutomaticAnswer.text(BillingAnswers.prepaid, in: sender.language), on: photo, purpose: .answer, at: now)
            return ("refused", reasons)
        }
        return try review(photo, nil, [PhotoReason.cannotBeBilled.rawValue], sender, at: now)
    }

    /// Takes a photo for an invoice, which is drawn and sent by the next job.
    func accept(
        _ photo: PhotoRow, _ subscriber: SubscriberNumber, _ invoice: InvoiceNumber, reasons: [String], words: Phrase,
        at now: Moment
    ) throws {
        try decide(photo.id, outcome: "accepted", reasons: reasons, at: now)
        try run(
            "UPDATE photo SET subscriber = ?, invoice = ?, invoice_words = ?, reversal = NULL WHERE id = ?",
            subscriber.text, invoice.text, words.code, photo.id)
        try enqueue(.document, subject: photo.id, sender: photo.sender, at: now)
    }

    fileprivate func review(
        _ photo: PhotoRow, _ subscriber: SubscriberNumber?, _ reasons: [String], _ sender: SenderMeters, at now: Moment
    ) throws -> (outcome: String, reasons: [String]) {
        try decide(photo.id, outcome: "review", reasons: reasons, at: now)
        try run("UPDATE photo SET subscriber = ? WHERE id = ?", subscriber?.text, photo.id)
        try say(
            AutomaticAnswer.text(ReadingAnswer.waitsForPerson, in: sender.language), on: photo, purpose: .answer,
            at: now)
        return ("review", reasons)
    }
}
