internal import Accounts
internal import Foundation
package import Quantities
internal import Storage

extension ReviewDesk {
    /// Writes a clerk's decision down; it takes effect in ten seconds, unless it is withdrawn.
    ///
    /// `subscriber` is the meter that it is about, where the sender has several and none is known; `seen` are the numbers
    /// of the invoices that the clerk was shown. What it would come to is kept: if it is something else when it takes
    /// effect, it is void, and the photo waits again.
    /// Throws `ReviewError` where another clerk has the photo, where nothing waits, where the index cannot be taken, or
    /// where the period has an invoice that the clerk has not seen.
    package func decide(
        _ photo: Int64, _ decision: ReviewDecision, subscriber: SubscriberNumber? = nil, seen: Set<String>? = nil,
        clerk: String, session: String
    ) async throws -> PendingDecision {
        let (issuer, now) = (issuer, now())
        let takesEffectAt = now + Self.undoTime
        return try await store.write { transaction in
            let row = try transaction.openForReview(photo)
            let held = try transaction.row("SELECT clerk, session, until FROM review_claim WHERE photo = ?", photo)
            // A claim that ran out is still good as long as nobody took it over.
            guard let held else { throw ReviewError.notClaimed }
            if try held.text("session") != session {
                guard try held.moment("until") > now else { throw ReviewError.notClaimed }
                throw ReviewError.claimed(by: try held.text("clerk"), until: try held.moment("until"))
            }
            let meter = try transaction.chosenMeter(row, subscriber)
            var outlook: ReviewOutlook?
            if let index = decision.index(of: row) {
                guard let meter else { throw ReviewError.meterNotChosen }
                let found = try transaction.reviewOutlook(
                    row, meter, index: index, clerk: clerk, issuer: issuer, at: now)
                if case .problem(let reason) = found { throw ReviewError.problem(code: reason.rawValue) }
                if let seen, let invoice = found.billed, !seen.contains(invoice.number.text) {
                    throw ReviewError.problem(code: PhotoReason.billedMeanwhile.rawValue)
                }
                outlook = found
            }
            let json = String(decoding: try JSONEncoder().encode(decision), as: UTF8.self)
            try transaction.run(
                """
                INSERT INTO review_decision
                    (photo, clerk, session, decision, subscriber, outlook, decided_at, takes_effect_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, photo, clerk, session, json, meter?.text, outlook?.code, now, takesEffectAt)
            try transaction.enqueue(.decision, subject: transaction.lastInsertedKey, at: takesEffectAt)
            try transaction.run("DELETE FROM review_claim WHERE photo = ?", photo)
            try transaction.audit(decision.entry("photo.decided", photo: photo, clerk: clerk), at: now)
            return PendingDecision(photo: photo, decision: decision, takesEffectAt: takesEffectAt)
        }
    }

    /// Withdraws the session's decision on a photo before it takes effect; the photo is theirs again for two minutes.
    ///
    /// Throws `ReviewError.tooLate` where it took effect, or there is none.
    package func undo(_ photo: Int64, session: String) async throws {
        let now = now()
        try await store.write { transaction in
            let row = try transaction.row(
                """
                SELECT id, clerk, decision FROM review_decision
                WHERE photo = ? AND session = ? AND state = 'pending' AND takes_effect_at > ?
                """, photo, session, now)
            guard let row, let decision = ReviewDecision(json: try row.text("decision")) else {
                throw ReviewError.tooLate
            }
            let (id, clerk) = (try row.integer("id"), try row.text("clerk"))
            try transaction.run("UPDATE review_decision SET state = 'withdrawn' WHERE id = ?", id)
            try transaction.cancelJob(.decision, subject: id)
            try transaction.hold(photo, clerk: clerk, session: session, at: now)
            try transaction.audit(decision.entry("photo.decision-withdrawn", photo: photo, clerk: clerk), at: now)
        }
    }
}

extension ReviewDecision {
    init?(json: String) {
        guard let decision = try? JSONDecoder().decode(ReviewDecision.self, from: Data(json.utf8)) else { return nil }
        self = decision
    }

    /// The index that it holds for right; nil where it takes none.
    ///
    /// What was never read is no index.
    func index(of photo: PhotoRow) -> String? {
        switch self {
        case .accept: photo.reading?.index ?? ""
        case .correct(let index): index
        case .reject: nil
        }
    }

    /// The entry of the audit log.
    func entry(_ action: String, photo: Int64, clerk: String, more: [String: String] = [:]) -> AuditEntry {
        let details =
            switch self {
            case .accept: ["decision": "accept"]
            case .correct(let index): ["decision": "correct", "index": index]
            case .reject(let reason): ["decision": "reject", "reason": reason.rawValue]
            }
        return AuditEntry(
            actor: .clerk(name: clerk), action: action, kind: "photo", subject: "\(photo)",
            details: details.merging(more) { $1 })
    }
}
