internal import Logging
internal import Storage
internal import Wording

/// Finds, at the start, what needs a job and has none, and gives it one.
///
/// State and job are written together, so only a mistake of ours leaves such a thing: it is logged as an error, and the
/// customer does not wait for ever because of it. What has a dead letter is left to staff.
struct StartSweep: Sendable {
    let settings: IntakeSettings
    let store: Store
    let now: TimeSource
    let logger: Logger

    func run() async throws {
        let moment = now()
        let orphans = try await store.read { view in
            try view.orphans(.send, of: "outbox", where: "state IN ('queued', 'sending')", at: moment)
                + view.orphans(.fetch, of: "photo", where: "state = 'fetching'", at: moment)
                + view.orphans(.read, of: "photo", where: "state = 'reading'", at: moment)
                + view.orphans(.decision, of: "review_decision", where: "state = 'pending'", at: moment)
        }
        for start in stride(from: 0, to: orphans.count, by: 500) {
            let some = Array(orphans[start..<min(start + 500, orphans.count)])
            try await store.write { transaction in
                for one in some {
                    try transaction.enqueue(one.queue, subject: one.subject, sender: one.sender, at: one.at)
                }
            }
            for one in some {
                logger.error(
                    "something waited without a job", metadata: ["queue": "\(one.queue.name)", "row": "\(one.subject)"])
            }
        }
        try await notices(at: moment)
    }

    /// Photos that wait for a notice which is not on its way: it was taken, or ended, or was of an older edition.
    private func notices(at now: Moment) async throws {
        let senders = try await store.read { view in
            try view.rows("SELECT DISTINCT sender FROM photo WHERE state = 'waiting'").map { try $0.integer("sender") }
        }
        for sender in senders {
            let settings = settings
            let found = try await store.write { try $0.settleNotice(of: sender, settings: settings, at: now) }
            if let found {
                logger.error(
                    "photos waited for a notice that was not on its way",
                    metadata: ["sender": "\(sender)", "notice": "\(found)"])
            }
        }
    }
}

/// What needs a job and has none.
private struct Orphan: Sendable {
    let queue: JobQueue
    let subject: Int64
    let sender: Int64?
    let at: Moment
}

extension Statements {
    /// Rows of a table that need a job of a queue and have neither one nor a dead letter.
    fileprivate func orphans(
        _ queue: JobQueue, of table: String, where condition: String, at now: Moment
    ) throws(StoreError) -> [Orphan] {
        let (sender, at) = queue == .decision ? ("NULL", "takes_effect_at") : ("sender", "NULL")
        let found = try rows(
            """
            SELECT id, \(sender) AS sender, \(at) AS at FROM \(table) AS subject WHERE \(condition)
                AND NOT EXISTS (SELECT 1 FROM job WHERE queue = ? AND job.subject = subject.id AND job.state <> 'dead')
                AND id NOT IN (SELECT job.subject FROM job WHERE queue = ? AND job.state = 'dead')
            ORDER BY id
            """, queue.name, queue.name)
        return try found.map { row throws(StoreError) in
            Orphan(
                queue: queue, subject: try row.integer("id"), sender: try row.optionalInteger("sender"),
                at: try row.optionalMoment("at") ?? now)
        }
    }
}

extension Transaction {
    /// Sees to a sender whose photos wait for the notice; how it stood with it, nil where it is on its way.
    fileprivate func settleNotice(of sender: Int64, settings: IntakeSettings, at now: Moment) throws -> String? {
        let notice = try row(
            """
            SELECT id, state, taken_at, EXISTS (
                SELECT 1 FROM job WHERE queue = 'send' AND subject = outbox.id AND state <> 'dead') AS is_on_its_way
            FROM outbox WHERE sender = ? AND notice_version = ?
            """, sender, ChannelAnswers.privacyNoticeVersion)
        guard let notice, try notice.optionalInteger("taken_at") == nil else {
            guard let known = try self.sender(sender) else { return nil }
            try bringNotice(to: known, settings: settings, at: now)
            return notice == nil ? "none" : "taken"
        }
        guard try !notice.flag("is_on_its_way") else { return nil }
        let id = try notice.integer("id")
        try run("UPDATE outbox SET state = 'dead' WHERE id = ? AND state IN ('queued', 'sending')", id)
        try noticeLost(id, at: now)
        return try notice.text("state")
    }
}
