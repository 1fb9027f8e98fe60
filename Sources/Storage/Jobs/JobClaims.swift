/// How the runner takes jobs from the table and gives them back; what engines do differently stands here.
extension Transaction {
    /// A job is let for so long, and for as long again each time that it is renewed.
    static let lease = Duration.seconds(120)

    /// At the start every lease is void: one service works on a folder, and the one that let them is gone.
    ///
    /// A job that was running when the service crashed of itself may be why, and counts a crash. An end from outside
    /// (a kill, a power cut) is no job's fault, but it counts as a try: memory that runs out looks the same. It never
    /// makes a dead letter by itself: the last try is left to the job.
    package func voidLeases(crashed: Bool, now: Moment) throws(StoreError) {
        guard crashed else {
            try run(
                """
                UPDATE job SET lease_until = NULL, attempts = min(attempts + 1, ?), error = ?, state = 'ready'
                WHERE state = 'running'
                """, JobPatience.attempts - 1, "the service was ended")
            return
        }
        let error = "the service crashed"
        for row in try rows("SELECT id, attempts, crashes FROM job WHERE state = 'running'") {
            let id = try row.integer("id")
            let counted = "attempts = attempts + 1, crashes = crashes + 1"
            let (attempts, crashes) = (try row.integer("attempts") + 1, try row.integer("crashes") + 1)
            if attempts >= JobPatience.attempts || crashes >= JobPatience.crashes {
                try die(id, error: error, at: now, counted)
            } else {
                try run(
                    "UPDATE job SET state = 'ready', error = ?, lease_until = NULL, \(counted) WHERE id = ?", error, id)
            }
        }
    }

    /// Brings forward what waits for longer than any job ever does, at the start; how many jobs that were.
    ///
    /// The clock was put back while the service did not run, so nobody could see it.
    package func bringForward(now: Moment) throws(StoreError) -> Int {
        let latest = now + JobPatience.longest
        return try run("UPDATE job SET run_at = ? WHERE state IN ('waiting', 'ready') AND run_at > ?", latest, latest)
    }

    /// Claims up to `room` jobs of each queue that are due, in the order of their turns.
    ///
    /// Those `held` run here now: they are never claimed again, whatever the clock says of their leases.
    package func claim(_ room: [(queue: JobQueue, count: Int)], held: Set<Int64>, now: Moment) throws(StoreError)
        -> [Job]
    {
        try expireLeases(held: held, now: now)
        var jobs: [Job] = []
        for (queue, count) in room where count > 0 {
            try wakeDue(queue, now: now)
            jobs += try claim(queue, count, now: now)
        }
        return jobs
    }

    /// A lease that ran out is the trace of an end that could not be written down: the job is tried again.
    private func expireLeases(held: Set<Int64>, now: Moment) throws(StoreError) {
        for row in try rows("SELECT id FROM job WHERE state = 'running' AND lease_until < ?", now) {
            let id = try row.integer("id")
            if !held.contains(id) { try run("UPDATE job SET state = 'ready', lease_until = NULL WHERE id = ?", id) }
        }
    }

    /// Moves the jobs whose time has come among the ready ones, some at a time.
    private func wakeDue(_ queue: JobQueue, now: Moment) throws(StoreError) {
        try run(
            """
            UPDATE job SET state = 'ready' WHERE id IN (
                SELECT id FROM job WHERE queue = ? AND state = 'waiting' AND run_at <= ? ORDER BY run_at LIMIT 1000)
            """, queue.name, now)
    }

    private func claim(_ queue: JobQueue, _ count: Int, now: Moment) throws(StoreError) -> [Job] {
        var jobs: [Job] = []
        var turn: Int64?
        // Among the ready ones may be some that were put in for later: they leave the line, each once.
        while jobs.count < count {
            let found = try rows(
                """
                SELECT id, subject, attempts, crashes, run_at, turn FROM job
                WHERE queue = ? AND state = 'ready' ORDER BY turn, id LIMIT ?
                """, queue.name, count - jobs.count)
            for row in found {
                let id = try row.integer("id")
                guard try row.moment("run_at") <= now else {
                    try run("UPDATE job SET state = 'waiting' WHERE id = ?", id)
                    continue
                }
                try run(
                    "UPDATE job SET state = 'running', lease_until = ? WHERE id = ?", now + Self.lease, id)
                turn = max(turn ?? 0, try row.integer("turn"))
                jobs.append(
                    Job(
                        id: id, queue: queue, subject: try row.integer("subject"),
                        attempts: Int(try row.integer("attempts")), crashes: Int(try row.integer("crashes"))))
            }
            if found.isEmpty { break }
        }
        if let turn {
            try run(
                """
                INSERT INTO job_turn (queue, turn) VALUES (?, ?)
                ON CONFLICT (queue) DO UPDATE SET turn = max(turn, excluded.turn)
                """, queue.name, turn)
        }
        return jobs
    }

    func renewLeases(_ jobs: Set<Int64>, now: Moment) throws(StoreError) {
        for job in jobs {
            try run("UPDATE job SET lease_until = ? WHERE id = ? AND state = 'running'", now + Self.lease, job)
        }
    }

    /// Gives back jobs that were not finished; nothing is counted.
    func releaseLeases(_ jobs: Set<Int64>) throws(StoreError) {
        for job in jobs {
            try run("UPDATE job SET state = 'ready', lease_until = NULL WHERE id = ? AND state = 'running'", job)
        }
    }

    /// Removes a job that the runner was told is done, if its handler did not.
    func remove(_ job: Job) throws(StoreError) {
        try run("DELETE FROM job WHERE id = ?", job.id)
    }

    /// Brings waiting jobs forward by as much as the clock was put back, or they would wait for that long in vain.
    func clockWasPutBack(by duration: Duration) throws(StoreError) {
        try run(
            "UPDATE job SET run_at = run_at - ? WHERE state IN ('waiting', 'ready')", duration.wholeMilliseconds)
    }
}

extension Statements {
    /// Whether a claim would find something: a look that writes nothing.
    func hasDueJob(in queues: [JobQueue], now: Moment) throws(StoreError) -> Bool {
        for queue in queues {
            if try row("SELECT 1 FROM job WHERE queue = ? AND state = 'ready' LIMIT 1", queue.name) != nil {
                return true
            }
            let waiting = try row(
                "SELECT 1 FROM job WHERE queue = ? AND state = 'waiting' AND run_at <= ? LIMIT 1", queue.name, now)
            if waiting != nil { return true }
        }
        return try row("SELECT 1 FROM job WHERE state = 'running' AND lease_until < ? LIMIT 1", now) != nil
    }

    /// When the next waiting job of these queues is due; nil where none waits.
    package func nextRun(in queues: [JobQueue]) throws(StoreError) -> Moment? {
        var next: Moment?
        for queue in queues {
            let row = try row(
                "SELECT min(run_at) AS run_at FROM job WHERE queue = ? AND state = 'waiting'", queue.name)
            if let moment = try row?.optionalMoment("run_at") { next = min(next ?? moment, moment) }
        }
        return next
    }
}
