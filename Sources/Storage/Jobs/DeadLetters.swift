/// A job that was given up; it stays until staff put it back.
package struct DeadLetter: Hashable, Sendable {
    package let id: Int64
    package let queue: JobQueue
    package let subject: Int64
    package let attempts: Int
    /// Why the last try failed, without the values that an error may carry.
    package let error: String
    /// Since when; nil for one of an Endeks that did not write it down.
    package let since: Moment?
}

extension Transaction {
    /// Makes a job a dead letter: nobody tries it again, staff see it.
    package func bury(_ job: Job, error: String, at moment: Moment) throws(StoreError) {
        try die(job.id, error: error, at: moment, "attempts = attempts + 1")
    }

    /// Makes every open job of a queue a dead letter, such as those that staff shall look at first; how many.
    package func buryAll(in queue: JobQueue, error: String, at moment: Moment) throws(StoreError) -> Int {
        let open = try rows("SELECT id FROM job WHERE queue = ? AND state <> 'dead'", queue.name)
        for row in open { try die(try row.integer("id"), error: error, at: moment, "attempts = attempts") }
        return open.count
    }

    /// The one place where a job becomes a dead letter; told and counted once the transaction is committed.
    func die(_ id: Int64, error: String, at moment: Moment, _ counted: String) throws(StoreError) {
        let changed = try run(
            "UPDATE job SET state = 'dead', error = ?, dead_at = ?, lease_until = NULL, \(counted) WHERE id = ?",
            error, moment, id)
        // Called off meanwhile.
        guard changed > 0, let row = try row("SELECT * FROM job WHERE id = ?", id) else { return }
        buried.append(try DeadLetter(row))
    }

    /// What became of a dead letter that staff wanted to be tried again.
    package enum Revival: Hashable, Sendable {
        /// It waits again, and everything that was counted of it is forgotten.
        case waits(DeadLetter)
        /// Another job does the same work: the dead letter is gone.
        case superseded(DeadLetter)
        case notThere
    }

    /// Puts a dead letter back into its queue, as if it had never been tried.
    package func revive(_ id: Int64, at moment: Moment) throws(StoreError) -> Revival {
        guard let row = try row("SELECT * FROM job WHERE id = ? AND state = 'dead'", id) else { return .notThere }
        let letter = try DeadLetter(row)
        let other = try self.row(
            "SELECT 1 FROM job WHERE queue = ? AND subject = ? AND state <> 'dead'", letter.queue.name, letter.subject)
        if other != nil {
            try run("DELETE FROM job WHERE id = ?", id)
            return .superseded(letter)
        }
        let turn = try self.row("SELECT turn FROM job_turn WHERE queue = ?", letter.queue.name)?.integer("turn") ?? 0
        try run(
            """
            UPDATE job SET state = 'ready', attempts = 0, crashes = 0, dead_at = NULL, run_at = ?, turn = ? WHERE id = ?
            """, moment, turn, id)
        rung.insert(letter.queue)
        return .waits(letter)
    }
}

extension Statements {
    /// How many jobs are dead letters.
    package func deadJobs() throws(StoreError) -> Int {
        Int(try row("SELECT count(*) AS number FROM job WHERE state = 'dead'")?.integer("number") ?? 0)
    }

    /// The dead letters, the oldest job first.
    package func deadLetters() throws(StoreError) -> [DeadLetter] {
        try rows("SELECT * FROM job WHERE state = 'dead' ORDER BY id").map { row throws(StoreError) in
            try DeadLetter(row)
        }
    }
}

extension DeadLetter {
    fileprivate init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        queue = JobQueue(try row.text("queue"))
        subject = try row.integer("subject")
        attempts = Int(try row.integer("attempts"))
        error = Self.withoutValues(try row.optionalText("error") ?? "")
        since = try row.optionalMoment("dead_at")
    }

    /// An error's text without what could be somebody's: numbers of seven digits and more, ids, addresses, and what
    /// stands in quotes.
    package static func withoutValues(_ text: String) -> String {
        var kept = ""
        var quote: Character?
        for letter in text.prefix(400) {
            if let open = quote {
                if letter == open {
                    quote = nil
                    kept += "…\(letter)"
                }
            } else {
                if letter == "\"" { quote = letter }
                kept.append(letter)
            }
        }
        if quote != nil { kept += "…" }
        let words = kept.split(separator: " ", omittingEmptySubsequences: false).map { word -> Substring in
            let isLong = word.utf8.count > 40 || word.contains("://") || word.contains("@")
            return isLong || word.filter(\.isNumber).count >= 7 ? "…" : word
        }
        return words.joined(separator: " ")
    }
}
