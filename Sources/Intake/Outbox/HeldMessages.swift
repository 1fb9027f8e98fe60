package import Storage

extension Transaction {
    /// Holds every message that is queued or being sent, until staff let it go as a dead letter that is tried again.
    ///
    /// For a database that was brought back: what it holds for unsent may have gone out since. How many messages.
    package func holdOpenMessages(at moment: Moment) throws(StoreError) -> Int {
        _ = try buryAll(in: .send, error: "held by a restore: it may have been sent after the backup", at: moment)
        return try run("UPDATE outbox SET state = 'dead' WHERE state IN ('queued', 'sending')")
    }

    /// Puts a dead letter back into its queue, and the message that it is about into the outbox.
    package func tryAgain(_ job: Int64, at moment: Moment) throws(StoreError) -> Revival {
        let revival = try revive(job, at: moment)
        if case .waits(let letter) = revival, letter.queue == .send {
            try run(
                "UPDATE outbox SET state = 'queued', sending_since = NULL, error_code = NULL WHERE id = ? AND state = 'dead'",
                letter.subject)
        }
        return revival
    }
}

extension IntakeTables {
    /// Queries for the blobs that the room's tables name, each as `blob`.
    package static let blobNames = [
        "SELECT original AS blob FROM photo", "SELECT cleaned FROM photo", "SELECT crop FROM photo",
        "SELECT json_extract(content, '$.document.blob') FROM outbox",
    ]
}
