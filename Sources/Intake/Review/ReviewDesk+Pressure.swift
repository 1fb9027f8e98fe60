internal import Storage

/// How pressing the queue is, for those who watch the service.
package struct ReviewPressure: Hashable, Sendable {
    /// How long the photo that came first has waited; nil where none waits.
    package let oldest: Duration?
    /// Photos whose customers have at most two hours left of their 24.
    package let closing: Int
}

extension ReviewDesk {
    package func pressure() async throws -> ReviewPressure {
        let now = now()
        let soon = now + .seconds(2 * 3600)
        return try await store.read { view in
            // A photo with a decision that waits for its ten seconds waits for no clerk.
            let oldest = try view.row(
                """
                SELECT received_at FROM photo WHERE outcome = 'review' AND NOT EXISTS (
                    SELECT 1 FROM review_decision WHERE review_decision.photo = photo.id AND state = 'pending')
                ORDER BY received_at, id LIMIT 1
                """)
            // Counted apart, and not looked up for each photo: there are few decisions, and there may be many photos.
            let closing = try view.row(
                """
                SELECT (SELECT count(*) FROM photo WHERE outcome = 'review' AND review_until > ? AND review_until <= ?)
                    - (SELECT count(*) FROM review_decision JOIN photo ON photo.id = review_decision.photo
                        WHERE review_decision.state = 'pending' AND photo.outcome = 'review'
                            AND photo.review_until > ? AND photo.review_until <= ?) AS closing
                """, now, soon, now, soon)
            return ReviewPressure(
                oldest: try oldest.map { now.since(try $0.moment("received_at")) },
                closing: Int(try closing?.integer("closing") ?? 0))
        }
    }
}
