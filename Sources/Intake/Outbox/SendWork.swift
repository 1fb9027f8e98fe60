internal import Logging
internal import Metrics
internal import Storage
internal import Wording

/// Sends the messages of the outbox, each once while statuses arrive.
///
/// The row says `sending` before the call and `accepted` after it, each committed. A row that is found in `sending` was cut
/// off: whether the message went out, only a status can tell, so it waits `grace` for one before it is sent again.
struct SendWork: Sendable {
    let settings: IntakeSettings
    let store: Store
    let blobs: BlobStore
    let graph: GraphAPI
    let gate: SendGate
    let pauses: SenderPauses
    /// When the service came up: while it was down no status could reach it.
    let began: Moment
    let now: TimeSource
    let steps: StepProbe
    let logger: Logger

    /// Free answers are allowed for 24 hours from the customer's last message; the last minute is the way there.
    private static let window = Duration.seconds(24 * 3600 - 60)
    /// An uploaded document lives for 30 days at the channel.
    private static let mediaLife = Duration.seconds(29 * 24 * 3600)

    func handle(_ job: Job) async throws -> JobEnd {
        guard let row = try await store.read({ try $0.outboxRow(job.subject) }), row.state.isOpen else {
            return try await leave(job)
        }
        if let end = waitsForStatus(row) { return .postpone(until: end) }
        guard await gate.pass() else { return .postpone(until: now()) }
        if let pause = pauses.pause(of: row.sender, at: now()) { return .postpone(until: pause) }
        let isClosed = now().since(row.lastMessageAt) > Self.window
        // What we know of the 24 hours may be wrong: without a template the channel itself must say that they are over.
        if row.asTemplate, settings.template == nil {
            return try await end(
                job, row, as: .dead, code: GraphError.windowClosed, "the 24 hours are over: no template")
        }
        let asTemplate = settings.template != nil && (row.asTemplate || isClosed)
        let document: String?
        switch try await uploaded(row) {
        case .success(let id): document = id
        case .failure(let refusal): return try await settle(job, row, refusal)
        }
        let message = try await message(row, document: document, asTemplate: asTemplate)
        guard try await mark(row) else { return try await leave(job) }
        steps.reach(.sendMarked)
        let result = await graph.send(message.json)
        steps.reach(.sendPosted)
        return try await settle(job, row, result)
    }

    /// Until when a send that was cut off waits for a status; nil when it need not.
    private func waitsForStatus(_ row: OutboxRow) -> Moment? {
        guard row.state == .sending, let since = row.sendingSince else { return nil }
        // The clock may have been put back since either.
        let end = max(min(since, now()), min(began, now())) + settings.grace
        return end > now() ? end : nil
    }

    private func message(_ row: OutboxRow, document: String?, asTemplate: Bool) async throws -> GraphMessage {
        let content: GraphMessage.Content
        switch row.message {
        case _ where asTemplate:
            let language = try await store.read { try $0.language(of: row.sender) } ?? .turkish
            var file: (id: String, fileName: String)?
            if let document, case .document(_, let name, _) = row.message { file = (document, name) }
            content = .template(
                name: settings.template ?? "", language: language.rawValue, document: file, words: row.message.words)
        case .text(let words): content = .text(words)
        case .document(_, let name, let caption):
            content = .document(id: document ?? "", fileName: name, caption: caption)
        }
        return GraphMessage(
            identity: row.identity, toPhone: row.toPhone, quotes: row.quotes, callback: row.callback, content: content)
    }

    /// Ends a job that finds nothing to do; where a status has put the message back meanwhile, it goes on.
    private func leave(_ job: Job) async throws -> JobEnd {
        let moment = now()
        try await store.write { transaction in
            let open = try transaction.row(
                "SELECT 1 FROM outbox WHERE id = ? AND state IN ('queued', 'sending')", job.subject)
            if open == nil {
                try transaction.finish(job)
            } else {
                try transaction.postpone(job, until: moment)
            }
        }
        return .finished
    }

    /// Marks the row before the call; false where a status, or whoever else sends it, has changed it meanwhile.
    private func mark(_ row: OutboxRow) async throws -> Bool {
        let moment = now()
        return try await store.write { transaction in
            try transaction.run(
                """
                UPDATE outbox SET state = 'sending', sending_since = ?
                WHERE id = ? AND state = ? AND sending_since IS ? AND as_template = ?
                """, moment, row.id, row.state.rawValue, row.sendingSince, row.asTemplate) > 0
        }
    }
}

extension SendWork {
    /// What kept a document from being uploaded.
    struct UploadRefusal: Error {
        let result: GraphAPI.Result<String>
    }

    /// The channel's id of the document, uploaded once; nil where there is none to upload.
    private func uploaded(_ row: OutboxRow) async throws -> Swift.Result<String?, UploadRefusal> {
        guard case .document(let blob, let name, _) = row.message else { return .success(nil) }
        if let id = row.mediaID, let at = row.uploadedAt, now().since(at) < Self.mediaLife, at <= now() {
            return .success(id)
        }
        let bytes = try await blobs.get(blob)
        // The file's own hash and row: no PDF holds the hash of itself.
        let boundary = "endeks-\(row.id)-\(blob.hexadecimal.prefix(32))"
        let result = await graph.upload(bytes, name: name, type: "application/pdf", boundary: boundary)
        guard case .done(let id) = result else { return .failure(UploadRefusal(result: result)) }
        let moment = now()
        _ = try await store.write {
            try $0.run("UPDATE outbox SET media_id = ?, uploaded_at = ? WHERE id = ?", id, moment, row.id)
        }
        steps.reach(.documentUploaded)
        return .success(id)
    }
}
