internal import Accounts
internal import Logging
internal import Metrics
internal import Quantities
package import Storage

extension PhotoSteps {
    /// Lets a clerk's decision take effect: only now are reading, invoice, number and postings made.
    ///
    /// One that cannot take effect is void, and its photo waits for a clerk again: no decision may be lost in a job that
    /// fails, while the page counts the photo as done.
    package func decision(_ job: Job) async throws -> JobEnd {
        let (settings, now) = (settings, now())
        steps.reach(.decisionMade)
        // Before the job table gives it up.
        if job.attempts + 1 >= JobPatience.attempts || job.crashes + 1 >= JobPatience.crashes {
            return try await giveBack(job, "it failed too often")
        }
        let taken: TakenDecision?
        do {
            taken = try await store.write { try $0.takeDecision(job, settings: settings, at: now) }
        } catch let error where Self.willFailAgain(error) {
            return try await giveBack(job, Self.words(error))
        }
        steps.reach(.decisionTaken)
        guard let taken else { return .finished }
        switch taken.end {
        case .taken(let outcome):
            Counter(label: "review_decisions_total", dimensions: [("outcome", outcome)]).increment()
            log("clerk's decision taken", photo: taken.photo, outcome)
        case .void(let why):
            log("clerk's decision void, the photo waits again", photo: taken.photo, "review", reasons: [why])
        }
        return .finished
    }

    /// Voids a decision that cannot take effect.
    private func giveBack(_ job: Job, _ error: String) async throws -> JobEnd {
        let now = now()
        let photo = try await store.write { transaction -> Int64? in
            try transaction.finish(job)
            guard let pending = try transaction.pendingDecision(job.subject) else { return nil }
            try transaction.settle(pending, .void(why: "failed"), at: now)
            return pending.photo
        }
        guard let photo else { return .finished }
        logger.error(
            "a clerk's decision could not take effect, the photo waits again",
            metadata: ["photo": "\(photo)", "error": "\(error)"])
        return .finished
    }

    /// Whether another try would come to the same: not where the database is away, nor where the job was called off.
    private static func willFailAgain(_ error: any Error) -> Bool {
        switch (error as? AccountsError)?.ofStore ?? error as? StoreError {
        case .full, .unavailable, .locked, .jobGone: false
        default: !(error is CancellationError)
        }
    }

    /// What went wrong; an error of the books may hold a customer's invoice, which belongs in no log.
    private static func words(_ error: any Error) -> String {
        if let error = error as? StoreError { return "\(error)" }
        guard let error = error as? AccountsError else { return "\(type(of: error))" }
        return error.ofStore.map { "\($0)" } ?? (try? PhotoReason(error).rawValue) ?? "the books"
    }
}

extension AccountsError {
    fileprivate var ofStore: StoreError? {
        if case .store(let error) = self { error } else { nil }
    }
}

/// A decision as the table has it, before it takes effect.
private struct UntakenDecision {
    let id: Int64
    let photo: Int64
    let clerk: String
    let decision: ReviewDecision
    let subscriber: SubscriberNumber?
    /// What it would have come to when the clerk took it.
    let outlook: String?
    let takesEffectAt: Moment
}

extension Transaction {
    fileprivate func takeDecision(_ job: Job, settings: IntakeSettings, at now: Moment) throws -> TakenDecision? {
        let pending = try pendingDecision(job.subject)
        // A clock that was put back brings jobs forward; the clerk's seconds stay. (Further ahead it was taken before that.)
        if let pending, pending.takesEffectAt > now, pending.takesEffectAt <= now + ReviewDesk.undoTime {
            try postpone(job, until: pending.takesEffectAt)
            return nil
        }
        try finish(job)
        guard let pending else { return nil }
        let end: ReviewVerdict.End
        // A photo that is in review no more was settled in another way.
        if let photo = try photo(pending.photo), photo.outcome == "review" {
            let verdict = ReviewVerdict(
                photo: photo, subscriber: pending.subscriber, outlook: pending.outlook, clerk: pending.clerk,
                settings: settings, now: now)
            end = try verdict.take(pending.decision, in: self)
        } else {
            end = .void(why: "not-in-review")
        }
        try settle(pending, end, at: now)
        return TakenDecision(photo: pending.photo, end: end)
    }

    fileprivate func pendingDecision(_ id: Int64) throws -> UntakenDecision? {
        let row = try row("SELECT * FROM review_decision WHERE id = ? AND state = 'pending'", id)
        guard let row, let decision = ReviewDecision(json: try row.text("decision")) else { return nil }
        return UntakenDecision(
            id: id, photo: try row.integer("photo"), clerk: try row.text("clerk"), decision: decision,
            subscriber: try row.optionalText("subscriber").flatMap { try? SubscriberNumber($0) },
            outlook: try row.optionalText("outlook"), takesEffectAt: try row.moment("takes_effect_at"))
    }

    fileprivate func settle(_ pending: UntakenDecision, _ end: ReviewVerdict.End, at now: Moment) throws {
        let (state, action, more): (String, String, [String: String]) =
            switch end {
            case .taken: ("done", "photo.decision-taken", [:])
            case .void(let why): ("void", "photo.decision-void", ["why": why])
            }
        try run("UPDATE review_decision SET state = ? WHERE id = ?", state, pending.id)
        try audit(
            pending.decision.entry(action, photo: pending.photo, clerk: pending.clerk, more: more), at: now)
    }
}

private struct TakenDecision: Sendable {
    let photo: Int64
    let end: ReviewVerdict.End
}
