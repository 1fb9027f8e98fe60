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
    ///
    /// A message that failed after it was taken was taken all the same.
    package func intakeCounts() throws(StoreError) -> IntakeCounts {
        var numbers: [String: Int] = [:]
        for row in try rows("SELECT name, number FROM intake_count") {
            numbers[try row.text("name")] = Int(try row.integer("number"))
        }
        return IntakeCounts(
            received: numbers["received"] ?? 0, accepted: numbers["accepted"] ?? 0, review: numbers["review"] ?? 0,
            refused: numbers["refused"] ?? 0, replies: numbers["replies"] ?? 0)
    }
}
