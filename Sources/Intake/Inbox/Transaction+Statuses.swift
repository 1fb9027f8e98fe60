internal import Storage

extension Transaction {
    /// Keeps a status, and moves the message that it is about up the ladder; what it told of a failure.
    ///
    /// A status may come before our call has stored the channel's id: what we gave with the message names the row then,
    /// and settles a send that was cut off.
    func take(_ status: IncomingStatus, at now: Moment) throws -> LateFailure? {
        let made = try run(
            "INSERT INTO message_status (external_id, status, at, error_code) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            status.externalID, status.status, status.at ?? now, status.errorCode)
        guard made > 0, try !isAbandoned(status.externalID) else { return nil }
        if let row = try row("SELECT id FROM outbox WHERE external_id = ?", status.externalID) {
            return try climb(try row.integer("id"), after: status.status, errorCode: status.errorCode, at: now)
        }
        guard let callback = status.callback else { return nil }
        let named = try row(
            "SELECT id, purpose, state FROM outbox WHERE id = ? AND external_id IS NULL", callback.outbox)
        guard let named, (try named.text("purpose") == OutgoingPurpose.notice.rawValue) == callback.isNotice,
            let state = OutboxState(rawValue: try named.text("state")), state != .queued || status.status != "failed"
        else { return nil }
        let failure = try taken(callback.outbox, externalID: status.externalID, at: now)
        // Its job waits for us; it finds the message settled and ends. One that goes again has its time already.
        if state.isOpen, failure?.goesAgain != true { try enqueue(.send, subject: callback.outbox, at: now) }
        return failure
    }

    /// The channel took the message: its id is stored, and the statuses that came before it count.
    ///
    /// One that a status has overtaken and put back into the queue stays there, whatever was taken before.
    func taken(_ outbox: Int64, externalID: String?, at now: Moment) throws -> LateFailure? {
        let row = try row(
            "SELECT sender, state, purpose, notice_version, taken_at FROM outbox WHERE id = ?", outbox)
        guard let row else { return nil }
        let state = OutboxState(rawValue: try row.text("state")) ?? .queued
        if let externalID {
            if try isAbandoned(externalID) { return nil }
        } else if state == .queued {
            return nil
        }
        // The channel never gives an id twice; should it, the first message keeps it.
        let id = try externalID.flatMap { id in
            try self.row("SELECT 1 FROM outbox WHERE external_id = ? AND id <> ?", id, outbox) == nil ? id : nil
        }
        try run(
            """
            UPDATE outbox SET state = ?, external_id = coalesce(external_id, ?), taken_at = coalesce(taken_at, ?)
            WHERE id = ?
            """, state.after("accepted").rawValue, id, now, outbox)
        if let version = try row.optionalText("notice_version"), try row.optionalInteger("taken_at") == nil {
            try noticeTaken(by: try row.integer("sender"), version: version, at: now)
        }
        guard let id else { return nil }
        var failure: LateFailure?
        for told in try rows("SELECT status, error_code FROM message_status WHERE external_id = ?", id) {
            let status = try told.text("status")
            let told = try climb(outbox, after: status, errorCode: try told.optionalInteger("error_code"), at: now)
            // The rest is about a message that is given up.
            if let told, told.goesAgain { return told }
            failure = told ?? failure
        }
        return failure
    }

    /// Gives a message that has something to do a job, where it has none.
    func sendIfOpen(_ outbox: Int64, at now: Moment) throws(StoreError) {
        let open = try row(
            """
            SELECT sender FROM outbox WHERE id = ? AND state IN ('queued', 'sending')
                AND NOT EXISTS (SELECT 1 FROM job WHERE queue = 'send' AND subject = outbox.id AND state <> 'dead')
            """, outbox)
        if let open { try enqueue(.send, subject: outbox, sender: try open.integer("sender"), at: now) }
    }

    private func isAbandoned(_ externalID: String) throws(StoreError) -> Bool {
        try row("SELECT 1 FROM outbox_abandoned WHERE external_id = ?", externalID) != nil
    }

    private func climb(
        _ outbox: Int64, after status: String, errorCode: Int64?, at now: Moment
    ) throws(StoreError) -> LateFailure? {
        let row = try row(
            """
            SELECT outbox.state, as_template, to_phone, requeues, external_id, sender,
                business_scoped_id IS NOT NULL AND phone IS NOT NULL AS has_both
            FROM outbox JOIN sender ON sender.id = outbox.sender WHERE outbox.id = ?
            """, outbox)
        guard let row, let state = OutboxState(rawValue: try row.text("state")) else { return nil }
        let next = state.after(status)
        guard next != state else { return nil }
        guard next == .failed else {
            try run("UPDATE outbox SET state = ? WHERE id = ?", next.rawValue, outbox)
            return nil
        }
        guard let way = try another(row, errorCode) else {
            try run(
                "UPDATE outbox SET state = 'failed', error_code = coalesce(?, error_code) WHERE id = ?", errorCode,
                outbox)
            return LateFailure(outbox: outbox, code: errorCode, goesAgain: false)
        }
        if let id = try row.optionalText("external_id") {
            try run(
                "INSERT INTO outbox_abandoned (external_id, outbox) VALUES (?, ?) ON CONFLICT DO NOTHING", id, outbox)
        }
        try run(
            """
            UPDATE outbox SET state = 'queued', \(way.change), external_id = NULL, sending_since = NULL, error_code = ?
            WHERE id = ?
            """, errorCode, outbox)
        try enqueue(.send, subject: outbox, sender: try row.integer("sender"), at: now + way.pause)
        return LateFailure(outbox: outbox, code: errorCode, goesAgain: true)
    }

    /// How one that the channel took, and could not deliver, goes again; nil where it does not.
    private func another(_ row: Row, _ code: Int64?) throws(StoreError) -> (change: String, pause: Duration)? {
        switch GraphError(status: 400, code: code).treatment {
        case .template:
            if try !row.flag("as_template") { return ("as_template = 1", .zero) }
        case .usePhone:
            if try !row.flag("to_phone"), try row.flag("has_both") { return ("to_phone = 1", .zero) }
        case .retry, .waitForSender, .unknown, .uploadAgain:
            // Once: what fails twice fails for a reason that staff must see.
            if try row.integer("requeues") == 0 { return ("media_id = NULL, requeues = requeues + 1", .seconds(60)) }
        case .stop, .undeliverable, .ours: break
        }
        return nil
    }
}
