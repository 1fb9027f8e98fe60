internal import Storage
internal import Wording

extension Transaction {
    /// Keeps a status, and moves the message that it is about up the ladder.
    ///
    /// A status may come before our call has stored the channel's id: what we gave with the message names the row then,
    /// and settles a send that was cut off.
    func take(_ status: IncomingStatus, at now: Moment) throws {
        let made = try run(
            "INSERT INTO message_status (external_id, status, at, error_code) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            status.externalID, status.status, status.at ?? now, status.errorCode)
        guard made > 0 else { return }
        if let row = try row("SELECT id FROM outbox WHERE external_id = ?", status.externalID) {
            try climb(try row.integer("id"), after: status.status, errorCode: status.errorCode, at: now)
            return
        }
        guard let callback = status.callback else { return }
        let named = try row(
            "SELECT id, purpose, state FROM outbox WHERE id = ? AND external_id IS NULL", callback.outbox)
        guard let named, (try named.text("purpose") == OutgoingPurpose.notice.rawValue) == callback.isNotice,
            let state = OutboxState(rawValue: try named.text("state")), state != .queued || status.status != "failed"
        else { return }
        try taken(callback.outbox, externalID: status.externalID, at: now)
        // Its job waits for us; it finds the message settled and ends.
        if state.isOpen { try wakeSend(callback.outbox, at: now) }
    }

    /// The channel took the message: its id is stored, and the statuses that came before it count.
    func taken(_ outbox: Int64, externalID: String?, at now: Moment) throws {
        let row = try row(
            "SELECT sender, state, purpose, notice_version, taken_at FROM outbox WHERE id = ?", outbox)
        guard let row else { return }
        // The channel never gives an id twice; should it, the first message keeps it.
        let id = try externalID.flatMap { id in
            try self.row("SELECT 1 FROM outbox WHERE external_id = ? AND id <> ?", id, outbox) == nil ? id : nil
        }
        let state = OutboxState(rawValue: try row.text("state")) ?? .queued
        try run(
            """
            UPDATE outbox SET state = ?, external_id = coalesce(external_id, ?), taken_at = coalesce(taken_at, ?)
            WHERE id = ?
            """, state.after("accepted").rawValue, id, now, outbox)
        if let version = try row.optionalText("notice_version"), try row.optionalInteger("taken_at") == nil {
            try noticeTaken(by: try row.integer("sender"), version: version, at: now)
        }
        guard let id else { return }
        for told in try rows("SELECT status, error_code FROM message_status WHERE external_id = ?", id) {
            try climb(
                outbox, after: try told.text("status"), errorCode: try told.optionalInteger("error_code"), at: now)
        }
    }

    /// One that the channel took, and refused later because the 24 hours were over, goes again as the template.
    private func climb(_ outbox: Int64, after status: String, errorCode: Int64?, at now: Moment) throws {
        let row = try row("SELECT state, as_template FROM outbox WHERE id = ?", outbox)
        guard let row, let state = OutboxState(rawValue: try row.text("state")) else { return }
        let next = state.after(status)
        guard next != state else { return }
        if next == .failed, errorCode == GraphError.windowClosed, !(try row.flag("as_template")) {
            try run(
                """
                UPDATE outbox SET state = 'queued', as_template = 1, external_id = NULL, sending_since = NULL,
                    error_code = ? WHERE id = ?
                """, errorCode, outbox)
            try wakeSend(outbox, at: now)
            return
        }
        try run(
            "UPDATE outbox SET state = ?, error_code = coalesce(?, error_code) WHERE id = ?", next.rawValue,
            next == .failed ? errorCode : nil, outbox)
    }

    private func wakeSend(_ outbox: Int64, at now: Moment) throws {
        try enqueue(.send, subject: outbox, at: now)
    }
}
