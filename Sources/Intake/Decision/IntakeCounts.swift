package import Storage

/// Where the photos stand, counted.
package struct IntakeCounts: Hashable, Sendable {
    /// Photos, each counted once by its message's id.
    package let received: Int
    package let accepted: Int
    package let review: Int
    package let refused: Int
    /// Messages of ours that the channel took, notices too.
    package let replies: Int
}

extension Statements {
    /// How many photos came in, what became of them, and how many messages went out.
    package func intakeCounts() throws(StoreError) -> IntakeCounts {
        let photos = try row(
            """
            SELECT count(*) AS received, coalesce(sum(outcome = 'accepted'), 0) AS accepted,
                coalesce(sum(outcome = 'review'), 0) AS review, coalesce(sum(outcome = 'refused'), 0) AS refused
            FROM photo
            """)
        // A message that failed after it was taken was taken all the same.
        let replies = try row("SELECT count(*) AS replies FROM outbox WHERE taken_at IS NOT NULL")
        func count(_ row: Row?, _ column: String) throws(StoreError) -> Int {
            guard let row else { return 0 }
            return Int(try row.integer(column))
        }
        return IntakeCounts(
            received: try count(photos, "received"), accepted: try count(photos, "accepted"),
            review: try count(photos, "review"), refused: try count(photos, "refused"),
            replies: try count(replies, "replies"))
    }
}
