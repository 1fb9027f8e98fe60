internal import Logging
internal import Metrics
internal import Storage

/// Takes a stored webhook apart and writes down what it brought.
struct InboxWork: Sendable {
    /// So many messages and statuses share a transaction: a body of three megabytes holds thousands, and the writer serves
    /// the webhooks too.
    private static let batch = 64

    private enum Event: Sendable {
        case message(IncomingMessage)
        case status(IncomingStatus)
    }

    let settings: IntakeSettings
    let store: Store
    let now: TimeSource
    let steps: StepProbe
    let logger: Logger

    func handle(_ job: Job) async throws -> JobEnd {
        let inbox = job.subject
        let kept = try await store.read { view in
            try view.row("SELECT body, received_at FROM inbox WHERE id = ? AND state = 'new'", inbox).map { row in
                (body: try row.bytes("body"), receivedAt: try row.moment("received_at"))
            }
        }
        guard let kept else { return .done }
        let origin = InboxOrigin(inbox: inbox, receivedAt: kept.receivedAt, settings: settings)
        let webhook: WebhookBody
        do {
            webhook = try WebhookBody(kept.body, phoneNumberID: settings.phoneNumberID)
        } catch {
            return try await settle(job, as: "unreadable", note: "\(error)")
        }
        report(webhook, inbox: inbox)
        let events = webhook.messages.map(Event.message) + webhook.statuses.map(Event.status)
        let last = max(0, events.count - 1) / Self.batch * Self.batch
        for start in stride(from: 0, to: last, by: Self.batch) {
            try await store(Array(events[start..<start + Self.batch]), from: origin)
        }
        let rest = Array(events[last...])
        do {
            let moment = now()
            let failures = try await store.write { transaction in
                let failures = try Self.apply(rest, from: origin, in: transaction, at: moment)
                try Self.close(job, as: "parsed", in: transaction)
                return failures
            }
            for failure in failures { failure.report(to: logger) }
        } catch  where Self.isOfOnePart(error) {
            try await store(rest, from: origin)
            return try await settle(job, as: "parsed", note: nil)
        }
        if !webhook.statuses.isEmpty { steps.reach(.statusStored) }
        steps.reach(.inboxParsed)
        return .finished
    }

    /// Writes events down; one that the tables refuse hides no other.
    private func store(_ events: [Event], from origin: InboxOrigin) async throws {
        let moment = now()
        do {
            let failures = try await store.write { try Self.apply(events, from: origin, in: $0, at: moment) }
            for failure in failures { failure.report(to: logger) }
        } catch  where Self.isOfOnePart(error) {
            guard events.count > 1 else {
                Counter(label: "intake_events_failed_total").increment()
                logger.error(
                    "a part of a webhook could not be stored",
                    metadata: ["inbox": "\(origin.inbox)", "error": "\(error)"])
                return
            }
            for event in events { try await store([event], from: origin) }
        }
    }

    /// What the statuses among them told of messages that were not delivered.
    private static func apply(
        _ events: [Event], from origin: InboxOrigin, in transaction: Transaction, at now: Moment
    ) throws -> [LateFailure] {
        var failures: [LateFailure] = []
        for event in events {
            switch event {
            case .message(let message): try transaction.take(message, from: origin, at: now)
            case .status(let status):
                if let failure = try transaction.take(status, at: now) { failures.append(failure) }
            }
        }
        return failures
    }

    private static func close(_ job: Job, as state: String, in transaction: Transaction) throws(StoreError) {
        try transaction.run("UPDATE inbox SET state = ? WHERE id = ?", state, job.subject)
        try transaction.finish(job)
    }

    private func settle(_ job: Job, as state: String, note: String?) async throws -> JobEnd {
        if let note {
            Counter(label: "intake_webhooks_unreadable_total").increment()
            logger.warning(
                "a signed webhook is no JSON that we take", metadata: ["inbox": "\(job.subject)", "error": "\(note)"])
        }
        try await store.write { try Self.close(job, as: state, in: $0) }
        return .finished
    }

    private func report(_ webhook: WebhookBody, inbox: Int64) {
        if !webhook.ignored.isEmpty {
            Counter(label: "intake_parts_ignored_total").increment(by: webhook.ignored.count)
            logger.info(
                "parts of a webhook were not understood",
                metadata: ["inbox": "\(inbox)", "parts": "\(Set(webhook.ignored).sorted())"])
        }
        if !webhook.errors.isEmpty {
            logger.error(
                "the channel reports errors", metadata: ["inbox": "\(inbox)", "codes": "\(webhook.errors)"])
        }
    }

    /// What one part of a webhook brings on, and the next need not: not a full disk, not a database that is away.
    private static func isOfOnePart(_ error: any Error) -> Bool {
        switch error as? StoreError {
        case .full, .unavailable, .unusable, .jobGone: false
        default: true
        }
    }
}

/// Where a message stands, and since when.
struct InboxOrigin: Sendable {
    let inbox: Int64
    let receivedAt: Moment
    let settings: IntakeSettings
}
