internal import Storage

/// The raw bodies that the channel posted, each once.
enum Inbox {
    /// Keeps a body and puts its job into the queue; a body that came before only counts.
    static func keep(_ body: [UInt8], hash: [UInt8], in transaction: Transaction, at now: Moment) throws(StoreError) {
        let made = try transaction.run(
            "INSERT INTO inbox (body_hash, body, received_at) VALUES (?, ?, ?) ON CONFLICT (body_hash) DO NOTHING",
            hash, body, now)
        guard made > 0 else {
            try transaction.run("UPDATE inbox SET times = times + 1 WHERE body_hash = ?", hash)
            return
        }
        try transaction.enqueue(.inbox, subject: transaction.lastInsertedKey, at: now)
    }
}
