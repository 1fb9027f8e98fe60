internal import Storage

/// Who writes to us, by what the channel knows of them.
extension Transaction {
    /// The sender's row, found or made.
    ///
    /// The business-scoped id decides. The phone number alone finds whoever had it last; a row that was made from a number
    /// alone gets the id once both come together. A number that two ids had is the newer one's: numbers are given out again.
    func sender(_ identity: SenderIdentity, at moment: Moment) throws(StoreError) -> Int64 {
        if let found = try knownSender(identity) {
            try run(
                """
                UPDATE sender SET last_message_at = max(last_message_at, ?), phone = coalesce(?, phone),
                    business_scoped_id = coalesce(business_scoped_id, ?)
                WHERE id = ? AND (last_message_at < ? OR business_scoped_id IS NOT coalesce(business_scoped_id, ?))
                """,
                moment, identity.phone, identity.businessScopedID, found, moment, identity.businessScopedID)
            return found
        }
        try run(
            "INSERT INTO sender (business_scoped_id, phone, last_message_at) VALUES (?, ?, ?)",
            identity.businessScopedID, identity.phone, moment)
        return lastInsertedKey
    }

    private func knownSender(_ identity: SenderIdentity) throws(StoreError) -> Int64? {
        guard let id = identity.businessScopedID else {
            return try row(
                """
                SELECT id FROM sender WHERE phone = ?
                ORDER BY business_scoped_id IS NULL, last_message_at DESC, id DESC LIMIT 1
                """, identity.phone)?.integer("id")
        }
        if let row = try row("SELECT id FROM sender WHERE business_scoped_id = ?", id) { return try row.integer("id") }
        return try row(
            "SELECT id FROM sender WHERE phone = ? AND business_scoped_id IS NULL ORDER BY id LIMIT 1",
            identity.phone)?.integer("id")
    }
}
