internal import Logging
internal import Metrics
internal import Storage

/// Fetches a photo's bytes from the channel, keeps them as a blob and hands the photo on.
struct FetchWork: Sendable {
    /// Pauses after failures that are about the file, in seconds.
    private static let pauses: [Int64] = [60, 300, 1_500]
    /// A file's id lives for seven days; what failed for another reason is asked for until half a day before.
    private static let mediaLife = Duration.seconds(6 * 86_400 + 43_200)

    let settings: IntakeSettings
    let store: Store
    let blobs: BlobStore
    let graph: GraphAPI
    let gate: SendGate
    let budget: MediaBudget
    let space: MediaSpace
    let now: TimeSource
    let steps: StepProbe
    let logger: Logger

    func handle(_ job: Job) async throws -> JobEnd {
        guard let photo = try await store.read({ try $0.photoAtChannel(job.subject) }) else { return .done }
        guard await gate.pass() else { return .postpone(until: now()) }
        await space.take(photo.most)
        defer { space.give(photo.most) }
        let underWay = budget.begin()
        defer { budget.end() }
        let moment = now()
        let (failures, isAhead) = try await store.read { view in
            (try view.mediaFailures(at: moment), try view.hasMediaFailuresAhead(of: moment))
        }
        if isAhead { try await store.write { try $0.forgetMediaFailures(after: moment) } }
        if failures.count >= MediaBudget.most { return .postpone(until: failures.until) }
        if failures.count + underWay > MediaBudget.most { return .postpone(until: moment + .milliseconds(250)) }
        switch try await fetch(photo) {
        case .bytes(let bytes):
            count("fetched")
            return try await keep(bytes, of: photo, job)
        case .refused(let reason):
            count(reason)
            return try await giveUp(photo, reason, job)
        case .stopped(let error):
            gate.close(error)
            return .postpone(until: now())
        case .failed(let note, isOfMedia: true):
            count("failed")
            guard job.attempts < Self.pauses.count else { return try await giveUp(photo, "media-not-found", job) }
            return .retry(error: note, after: .seconds(Self.pauses[job.attempts]))
        case .failed(let note, isOfMedia: false):
            count("failed")
            return try await wait(photo, note, job)
        }
    }

    /// The channel is away, or busy: no fault of the photo, so no try is counted, and it waits while its id lives.
    ///
    /// The pause grows with the time that has passed: a minute at first, an hour in the end.
    private func wait(_ photo: PhotoAtChannel, _ note: String, _ job: Job) async throws -> JobEnd {
        let moment = now()
        guard moment.since(photo.sentAt) < Self.mediaLife else {
            return try await giveUp(photo, "media-not-found", job)
        }
        logger.warning("a photo cannot be fetched yet", metadata: ["photo": "\(photo.id)", "why": "\(note)"])
        return .postpone(until: moment + min(max(moment.since(photo.receivedAt), .seconds(60)), .seconds(3600)))
    }

    /// Asks where the bytes lie and fetches them; an address that has run out is asked for anew, once.
    private func fetch(_ photo: PhotoAtChannel) async throws -> MediaFetch {
        var isFirst = true
        while true {
            let address: WebAddress
            switch await graph.addressOfMedia(photo.mediaID) {
            case .done(let text):
                steps.reach(.mediaAsked)
                guard let allowed = graph.allowed(text) else {
                    logger.error("a photo's address is not the channel's", metadata: ["photo": "\(photo.id)"])
                    return .refused(reason: "media-not-allowed")
                }
                address = allowed
            case .refused(let error) where error.treatment == .stop: return .stopped(error)
            case .refused(let error): return try await failed(photo, error, "asking for a photo's address")
            case .unreachable(let code), .noResponse(let code):
                return .failed("the channel cannot be reached (libcurl \(code))", isOfMedia: false)
            case .tooLarge: return .failed("an answer without end", isOfMedia: false)
            }
            switch await graph.media(at: address, most: photo.most) {
            case .done(let bytes) where photo.matches(bytes):
                steps.reach(.mediaFetched)
                return .bytes(bytes)
            case .done: return .failed("the bytes are not those that were announced", isOfMedia: true)
            case .refused(let error) where error.status == 404 && isFirst:
                isFirst = false
                let outcome = try await failed(photo, error, "fetching a photo")
                let moment = now()
                let left = try await store.read { try MediaBudget.most - $0.mediaFailures(at: moment).count }
                if left <= 0 { return outcome }
            case .refused(let error): return try await failed(photo, error, "fetching a photo")
            case .unreachable(let code), .noResponse(let code):
                return .failed("a photo's host cannot be reached (libcurl \(code))", isOfMedia: false)
            case .tooLarge: return .refused(reason: "media-too-large")
            }
        }
    }

    /// The channel counts what it refused, and so do we.
    private func failed(_ photo: PhotoAtChannel, _ error: GraphError, _ doing: String) async throws -> MediaFetch {
        let moment = now()
        try await store.write { try $0.countMediaFailure(at: moment) }
        logger.warning(
            "the channel refused a media request",
            metadata: [
                "photo": "\(photo.id)", "doing": "\(doing)", "status": "\(error.status)", "code": "\(error.code ?? 0)",
            ])
        let isOfMedia =
            switch error.treatment {
            case .retry, .unknown, .waitForSender: false
            // Busy over there, whatever the code; the token was just taken, so a 401 of the bytes is about them.
            default: error.status != 429 && error.status < 500
            }
        return .failed("\(doing): refused (\(error.status), code \(error.code ?? 0))", isOfMedia: isOfMedia)
    }

    private func keep(_ bytes: [UInt8], of photo: PhotoAtChannel, _ job: Job) async throws -> JobEnd {
        let blob = try await blobs.put(bytes)
        steps.reach(.blobStored)
        let (moment, settings) = (now(), settings)
        let isWaiting = try await store.write { transaction in
            try transaction.photoFetched(photo.id, original: blob, at: moment, settings: settings)
            try transaction.finish(job)
            return try transaction.row("SELECT 1 FROM photo WHERE id = ? AND state = 'waiting'", photo.id) != nil
        }
        if isWaiting { steps.reach(.noticePosted) }
        steps.reach(.photoFetched)
        return .finished
    }

    private func giveUp(_ photo: PhotoAtChannel, _ reason: String, _ job: Job) async throws -> JobEnd {
        logger.error("a photo cannot be fetched", metadata: ["photo": "\(photo.id)", "reason": "\(reason)"])
        let (moment, settings) = (now(), settings)
        try await store.write { transaction in
            try transaction.photoUnavailable(photo.id, reason: reason, at: moment, settings: settings)
            try transaction.finish(job)
        }
        return .finished
    }

    private func count(_ result: String) {
        Counter(label: "media_fetches_total", dimensions: [("result", result)]).increment()
    }
}
