/// The table of jobs, as it came to be; a migration that has landed never changes.
enum JobTables {
    static let migrations: [Migration] = [
        Migration(
            "Storage/1 jobs",
            [
                """
                CREATE TABLE job (
                    -- Never used twice: a job that is gone cannot be taken for another.
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    queue TEXT NOT NULL,
                    subject INTEGER NOT NULL,
                    -- Whose work it is, where the queue is to be fair.
                    sender INTEGER,
                    -- ready; waiting until run_at; running until lease_until; dead
                    state TEXT NOT NULL DEFAULT 'ready',
                    run_at INTEGER NOT NULL,
                    -- The place in the queue: the start tag of start-time fair queuing, in jobs of one sender.
                    turn INTEGER NOT NULL,
                    lease_until INTEGER,
                    attempts INTEGER NOT NULL DEFAULT 0,
                    crashes INTEGER NOT NULL DEFAULT 0,
                    error TEXT,
                    created_at INTEGER NOT NULL
                )
                """,
                "CREATE UNIQUE INDEX job_subject ON job (queue, subject) WHERE state <> 'dead'",
                "CREATE INDEX job_ready ON job (queue, turn, id) WHERE state = 'ready'",
                "CREATE INDEX job_waiting ON job (queue, run_at) WHERE state = 'waiting'",
                "CREATE INDEX job_running ON job (lease_until) WHERE state = 'running'",
                "CREATE INDEX job_sender ON job (queue, sender, turn) WHERE sender IS NOT NULL",
                "CREATE INDEX job_dead ON job (queue) WHERE state = 'dead'",
                // How far each queue has come: the turn of the job that was claimed last.
                "CREATE TABLE job_turn (queue TEXT PRIMARY KEY, turn INTEGER NOT NULL) WITHOUT ROWID",
                // Written to find out whether anything can be written.
                "CREATE TABLE store_probe (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL)",
            ]),
        Migration(
            "Storage/2 dead letters",
            [
                // Since when a dead letter is one.
                "ALTER TABLE job ADD COLUMN dead_at INTEGER",
                // How many are open in a queue, and since when the oldest is. Not begun by the state: it would be taken
                // in the place of the index of the ready ones, which has them in the order of their turns.
                "CREATE INDEX job_open ON job (queue, created_at, state) WHERE state <> 'dead'",
            ]),
    ]
}
