internal import Storage

extension Statements {
    /// The lines of the queue after a place, photos with a decision that waits left out.
    func reviewLines(after cursor: ReviewCursor?, limit: Int, at now: Moment) throws -> [ReviewLine] {
        var lines: [ReviewLine] = []
        if cursor.map({ $0.windowEnds > now }) ?? true {
            let (until, id) = (cursor?.windowEnds ?? now, cursor?.photo ?? .max)
            lines = try reviewRows(
                "photo.review_until > ? AND (photo.review_until, photo.id) > (?, ?) ORDER BY photo.review_until, photo.id",
                [now, until, id], limit: limit, at: now)
        }
        guard lines.count < limit else { return lines }
        let old = cursor.flatMap { $0.windowEnds <= now ? $0 : nil }
        let (received, id) = (old?.receivedAt ?? Moment(milliseconds: .min), old?.photo ?? .min)
        return lines
            + (try reviewRows(
                "photo.review_until <= ? AND (photo.received_at, photo.id) > (?, ?) ORDER BY photo.received_at, photo.id",
                [now, received, id], limit: limit - lines.count, at: now))
    }

    /// The first photo of the queue that nobody else looks at; where the session looks at one already, that.
    func nextForReview(session: String, at now: Moment, after cursor: ReviewCursor?) throws -> Int64? {
        if cursor == nil {
            let held = try row(
                """
                SELECT review_claim.photo FROM review_claim JOIN photo ON photo.id = review_claim.photo
                WHERE session = ? AND until > ? AND photo.outcome = 'review'
                    AND NOT EXISTS (
                        SELECT 1 FROM review_decision WHERE review_decision.photo = photo.id AND state = 'pending')
                ORDER BY until LIMIT 1
                """, session, now)
            if let held { return try held.integer("photo") }
        }
        var place = cursor
        while true {
            let lines = try reviewLines(after: place, limit: 50, at: now)
            if let free = lines.first(where: { $0.claimedBy == nil }) { return free.id }
            guard let last = lines.last else { return nil }
            place = last.cursor
        }
    }

    private func reviewRows(
        _ place: String, _ values: [any SQLConvertible], limit: Int, at now: Moment
    ) throws -> [ReviewLine] {
        try rows(
            """
            SELECT photo.id, photo.received_at, photo.review_until, photo.reasons, photo.read_index, review_claim.clerk
            FROM photo LEFT JOIN review_claim ON review_claim.photo = photo.id AND review_claim.until > ?
            WHERE photo.outcome = 'review'
                AND NOT EXISTS (
                    SELECT 1 FROM review_decision WHERE review_decision.photo = photo.id AND state = 'pending')
                AND \(place) LIMIT ?
            """, now, values[0], values[1], values[2], limit
        ).map { row in
            ReviewLine(
                id: try row.integer("id"), receivedAt: try row.moment("received_at"),
                windowEnds: try row.moment("review_until"), reasons: PhotoRow.codes(try row.text("reasons")),
                index: try row.optionalText("read_index"), claimedBy: try row.optionalText("clerk"))
        }
    }
}
