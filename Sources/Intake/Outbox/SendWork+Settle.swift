internal import Logging
internal import Metrics
internal import Storage

extension SendWork {
    /// What a call that was made means for the message.
    func settle(_ job: Job, _ row: OutboxRow, _ result: GraphAPI.Result<String?>) async throws -> JobEnd {
        switch result {
        case .done(let id):
            let moment = now()
            // The job first: a status that overtook us may have put the message back, and it needs a job of its own.
            let failure = try await store.write { transaction in
                try transaction.finish(job)
                let failure = try transaction.taken(row.id, externalID: id, at: moment)
                try transaction.sendIfOpen(row.id, at: moment)
                return failure
            }
            failure?.report(to: logger)
            pauses.clear(row.sender)
            count("200")
            steps.reach(.sendAccepted)
            return .finished
        case .refused(let error):
            count("\(error.code ?? Int64(error.status))")
            return try await settle(job, row, error)
        case .unreachable(let code):
            count("unreachable")
            return try await again(job, row, "the channel cannot be reached (libcurl \(code))")
        case .noResponse(let code):
            count("no-response")
            return try await waitForStatus(job, row, "no response (libcurl \(code))")
        case .tooLarge:
            return try await waitForStatus(job, row, "a response without end")
        }
    }

    /// An upload that failed had no effect on the customer: whatever became of it, it can be done again.
    func settle(_ job: Job, _ row: OutboxRow, _ refusal: UploadRefusal) async throws -> JobEnd {
        switch refusal.result {
        case .refused(let error) where error.treatment == .unknown || error.treatment == .uploadAgain:
            return try await again(job, row, "the upload was refused (\(error.code ?? Int64(error.status)))")
        case .refused(let error):
            count("\(error.code ?? Int64(error.status))")
            return try await settle(job, row, error)
        default: return try await again(job, row, "the document could not be uploaded")
        }
    }

    private func settle(_ job: Job, _ row: OutboxRow, _ error: GraphError) async throws -> JobEnd {
        let note = "the channel refused it (\(error.status), code \(error.code ?? 0))"
        switch error.treatment {
        case .retry:
            // The channel may ask for more than our own pause, never for less: a second's would use up all tries at once.
            let ours = JobPatience.pause(after: job.attempts + 1, job: job.id)
            return try await again(job, row, note, after: max(error.retryAfter ?? .zero, ours))
        case .unknown:
            return try await waitForStatus(job, row, note)
        case .waitForSender:
            let until = pauses.extend(row.sender, at: now())
            return try await again(job, row, note, after: until.since(now()))
        case .stop:
            gate.close(error)
            try await requeue(row, "state = 'queued'")
            // The next claim waits at the gate.
            return .postpone(until: now())
        case .template where !row.asTemplate && settings.template != nil:
            try await requeue(row, "state = 'queued', as_template = 1")
            return .postpone(until: now())
        case .usePhone where !row.toPhone && row.identity.businessScopedID != nil && row.identity.phone != nil:
            try await requeue(row, "state = 'queued', to_phone = 1")
            return .postpone(until: now())
        case .uploadAgain where row.uploads == 0 && row.mediaID != nil:
            try await requeue(row, "state = 'queued', media_id = NULL, uploads = uploads + 1")
            return .postpone(until: now())
        case .undeliverable, .usePhone:
            return try await end(job, row, as: .failed, code: error.code, note)
        case .ours, .template, .uploadAgain:
            return try await end(job, row, as: .dead, code: error.code, note)
        }
    }

    /// Whether it went out is not known: it stays in `sending`, and a status may settle it.
    private func waitForStatus(_ job: Job, _ row: OutboxRow, _ note: String) async throws -> JobEnd {
        logger.warning("it is not known whether a message went out", metadata: ["outbox": "\(row.id)"])
        if job.attempts + 1 >= JobPatience.attempts {
            return try await end(job, row, as: .dead, code: nil, note)
        }
        return .retry(error: note, after: settings.grace)
    }

    /// It certainly did not go out: once more, later; after the last try it is a dead letter.
    private func again(
        _ job: Job, _ row: OutboxRow, _ note: String, after pause: Duration? = nil
    ) async throws -> JobEnd {
        if job.attempts + 1 >= JobPatience.attempts {
            return try await end(job, row, as: .dead, code: nil, note)
        }
        try await requeue(row, "state = 'queued'")
        return .retry(error: note, after: pause)
    }

    private func requeue(_ row: OutboxRow, _ change: String) async throws {
        _ = try await store.write {
            try $0.run("UPDATE outbox SET \(change), sending_since = NULL WHERE id = ? AND external_id IS NULL", row.id)
        }
    }

    /// It will never go out: `failed` where the customer cannot be reached, a dead letter where the fault is ours.
    func end(_ job: Job, _ row: OutboxRow, as state: OutboxState, code: Int64?, _ note: String) async throws -> JobEnd {
        logger.error(
            "a message cannot be sent",
            metadata: ["outbox": "\(row.id)", "state": "\(state.rawValue)", "why": "\(note)"])
        let moment = now()
        let photos = try await store.write { transaction in
            let ended = try transaction.run(
                "UPDATE outbox SET state = ?, error_code = ? WHERE id = ? AND state IN ('queued', 'sending')",
                state.rawValue, code, row.id)
            if state == .dead {
                try transaction.bury(job, error: note, at: moment)
            } else {
                try transaction.finish(job)
            }
            return ended > 0 && row.purpose == .notice ? try transaction.noticeLost(row.id, at: moment) : 0
        }
        if photos > 0 {
            logger.error(
                "photos go to a person unread: their sender cannot be told how they are used",
                metadata: ["outbox": "\(row.id)", "photos": "\(photos)"])
        }
        return .finished
    }

    private func count(_ code: String) {
        Counter(label: "wa_send_total", dimensions: [("code", code)]).increment()
    }
}
