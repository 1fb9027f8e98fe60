extension Transaction {
    /// Puts a job into a queue, for `at` or later; those who wait for the queue are woken after the commit.
    ///
    /// An open job of the same queue and subject stays as it is, except that the earlier run time wins. A sender's
    /// second waiting job queues behind the first of the others, and so on.
    package func enqueue(
        _ queue: JobQueue, subject: Int64, sender: Int64? = nil, at moment: Moment
    ) throws(StoreError) {
        rung.insert(queue)
        let sooner = try run(
            """
            UPDATE job SET run_at = min(run_at, ?), state = CASE state WHEN 'waiting' THEN 'ready' ELSE state END
            WHERE queue = ? AND subject = ? AND state <> 'dead'
            """, moment, queue.name, subject)
        if sooner > 0 { return }
        let now = try row("SELECT turn FROM job_turn WHERE queue = ?", queue.name)?.integer("turn") ?? 0
        var turn = now
        if let sender {
            let last = try row(
                "SELECT max(turn) AS turn FROM job WHERE queue = ? AND sender = ? AND state <> 'dead'", queue.name,
                sender)
            if let last = try last?.optionalInteger("turn") { turn = max(now, last + 1) }
        }
        try run(
            "INSERT INTO job (queue, subject, sender, run_at, turn, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            queue.name, subject, sender, moment, turn, moment)
    }

    /// Removes a job whose work is done, in the transaction that has the effect.
    ///
    /// Throws `jobGone` where it is no longer there, because it was called off: the effect is undone with it.
    package func finish(_ job: Job) throws(StoreError) {
        guard try run("DELETE FROM job WHERE id = ?", job.id) > 0 else { throw .jobGone }
    }

    /// Counts a try that failed, and tries again at `moment`; the twelfth makes a dead letter.
    package func retry(_ job: Job, at moment: Moment, error: String, now: Moment) throws(StoreError) {
        if job.attempts + 1 >= JobPatience.attempts { return try bury(job, error: error, at: now) }
        try run(
            """
            UPDATE job SET attempts = attempts + 1, error = ?, lease_until = NULL, run_at = ?, state = 'waiting'
            WHERE id = ?
            """, error, moment, job.id)
        rung.insert(job.queue)
    }

    /// Puts a job off; nothing failed, so nothing is counted.
    package func postpone(_ job: Job, until moment: Moment) throws(StoreError) {
        try run(
            "UPDATE job SET state = 'waiting', lease_until = NULL, run_at = ? WHERE id = ?", moment, job.id)
        rung.insert(job.queue)
    }

    /// Calls off the open job of a subject, if there is one, even while it is running.
    package func cancelJob(_ queue: JobQueue, subject: Int64) throws(StoreError) {
        try run("DELETE FROM job WHERE queue = ? AND subject = ? AND state <> 'dead'", queue.name, subject)
    }
}

extension Statements {
    /// How many jobs wait or run, in one queue or in all.
    package func openJobs(in queue: JobQueue? = nil) throws(StoreError) -> Int {
        let row =
            if let queue {
                try row(JobQueries.countOpen, queue.name)
            } else {
                try row("SELECT count(*) AS number FROM job WHERE state <> 'dead'")
            }
        return Int(try row?.integer("number") ?? 0)
    }

    /// Since when the oldest open job has been there, in one queue or in all.
    package func oldestOpenJob(in queue: JobQueue? = nil) throws(StoreError) -> Moment? {
        guard let queue else {
            // Keys grow with time, so the first row of the table that is open is the oldest.
            return try row("SELECT created_at FROM job WHERE state <> 'dead' ORDER BY id LIMIT 1")?.moment("created_at")
        }
        return try row(JobQueries.oldestOpen, queue.name)?.moment("created_at")
    }
}

/// What a scrape of the metrics asks for each queue, however much waits.
package enum JobQueries {
    package static let countOpen = "SELECT count(*) AS number FROM job WHERE queue = ? AND state <> 'dead'"
    package static let oldestOpen = """
        SELECT created_at FROM job WHERE queue = ? AND state <> 'dead' ORDER BY created_at LIMIT 1
        """
}
