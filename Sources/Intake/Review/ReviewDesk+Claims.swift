internal import Accounts
internal import Billing
internal import Quantities
package import Storage

extension ReviewDesk {
    /// Claims the first photo of the queue that nobody else looks at, after a place; nil when there is none.
    ///
    /// Without a place the photo that the session looks at already comes first: a page that is loaded again shows it.
    package func claimNext(
        clerk: String, session: String, after cursor: ReviewCursor? = nil
    ) async throws -> ReviewCase? {
        let now = now()
        return try await store.write { transaction in
            guard let photo = try transaction.nextForReview(session: session, at: now, after: cursor) else {
                return nil
            }
            return try transaction.claim(photo, clerk: clerk, session: session, at: now)
        }
    }

    /// Claims a photo for two minutes.
    ///
    /// Throws `ReviewError.claimed` where another clerk looks at it, `gone` where it waits for nobody.
    package func claim(_ photo: Int64, clerk: String, session: String) async throws -> ReviewCase {
        let now = now()
        return try await store.write { try $0.claim(photo, clerk: clerk, session: session, at: now) }
    }

    /// Holds a claim for two minutes more; until when it now holds.
    ///
    /// One that ran out is still good as long as nobody took it over. Throws `ReviewError.notClaimed` where somebody did.
    package func renew(_ photo: Int64, session: String) async throws -> Moment {
        let now = now()
        return try await store.write { transaction in
            let renewed = try transaction.run(
                "UPDATE review_claim SET until = ? WHERE photo = ? AND session = ?",
                now + Self.lease, photo, session)
            guard renewed > 0 else { throw ReviewError.notClaimed }
            return now + Self.lease
        }
    }

    /// Gives a claim back; another clerk's is left alone.
    package func release(_ photo: Int64, session: String) async throws {
        _ = try await store.write { transaction in
            try transaction.run("DELETE FROM review_claim WHERE photo = ? AND session = ?", photo, session)
        }
    }
}

extension Transaction {
    /// Claims a photo and hands out what a clerk needs; the look at it stands in the audit log.
    fileprivate func claim(_ id: Int64, clerk: String, session: String, at now: Moment) throws -> ReviewCase {
        let photo = try openForReview(id)
        let held = try row("SELECT clerk, session, until FROM review_claim WHERE photo = ? AND until > ?", id, now)
        if let held, try held.text("session") != session {
            throw ReviewError.claimed(by: try held.text("clerk"), until: try held.moment("until"))
        }
        try hold(id, clerk: clerk, session: session, at: now)
        if held == nil {
            try audit(
                AuditEntry(actor: .clerk(name: clerk), action: "photo.opened", kind: "photo", subject: "\(id)"), at: now
            )
        }
        return try reviewCase(photo, ReviewClaim(clerk: clerk, until: now + ReviewDesk.lease))
    }

    /// Writes the claim down, over one that is over.
    func hold(_ photo: Int64, clerk: String, session: String, at now: Moment) throws(StoreError) {
        try run(
            """
            INSERT INTO review_claim (photo, clerk, session, until) VALUES (?, ?, ?, ?)
            ON CONFLICT (photo) DO UPDATE SET clerk = excluded.clerk, session = excluded.session, until = excluded.until
            """, photo, clerk, session, now + ReviewDesk.lease)
    }

    /// The photo, if it waits for a clerk; throws `ReviewError.gone` otherwise.
    func openForReview(_ id: Int64) throws -> PhotoRow {
        guard let photo = try photo(id), photo.outcome == "review",
            try row("SELECT 1 AS found FROM review_decision WHERE photo = ? AND state = 'pending'", id) == nil
        else { throw ReviewError.gone }
        return photo
    }

    private func reviewCase(_ photo: PhotoRow, _ claim: ReviewClaim) throws -> ReviewCase {
        guard let sender = try sender(photo.sender) else { throw ReviewError.gone }
        let chosen = try chosenMeter(photo, nil)
        let day = photo.day
        let meters = try sender.billed.map { subscription in
            let number = subscription.subscriber.number
            return ReviewMeter(
                subscriber: subscription.subscriber, meter: subscription.meter, region: subscription.region,
                language: subscription.language,
                readings: try readings(of: number, last: 13).map { ReviewReading(index: $0.index, date: $0.date) },
                invoice: try invoice(of: number, periodOf: day).map { ReviewInvoice($0) })
        }
        let own = try invoice(madeFromPhoto: photo.id)?.number
        return ReviewCase(
            id: photo.id, receivedAt: photo.receivedAt, windowEnds: sender.windowEnds, reasons: photo.reasons,
            reading: photo.reading, meters: meters, prepaid: sender.prepaid.map(\.meter), chosen: chosen,
            language: sender.language,
            invoices: Set(meters.compactMap(\.invoice?.number) + (own.map { [$0] } ?? [])),
            previousPhotos: try earlierPhotos(of: photo),
            hasImage: photo.cleaned != nil, hasCrop: photo.crop != nil, claim: claim)
    }
}

extension Statements {
    /// The meter that a decision is about: the clerk's choice among the sender's, or else the one that is known.
    func chosenMeter(_ photo: PhotoRow, _ subscriber: SubscriberNumber?) throws -> SubscriberNumber? {
        guard let sender = try sender(photo.sender) else { return nil }
        let billed = sender.billed.map(\.subscriber.number)
        if let subscriber { return billed.contains(subscriber) ? subscriber : nil }
        if let known = photo.subscriber.flatMap({ try? SubscriberNumber($0) }), billed.contains(known) { return known }
        // With a prepaid one beside it nobody knows which of the two the photo shows.
        return sender.subscriptions.count == 1 ? billed.first : nil
    }
}

extension SenderMeters {
    /// The subscriptions that a photo can be billed to.
    var billed: [Subscription] { subscriptions.filter { $0.subscriber.paymentScheme != .prepaid } }

    /// Those whose meters take their gas from a card.
    var prepaid: [Subscription] { subscriptions.filter { $0.subscriber.paymentScheme == .prepaid } }
}
