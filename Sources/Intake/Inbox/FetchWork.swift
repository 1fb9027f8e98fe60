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
        if try await isFlood(job) {
            count("flood")
            return .finished
        }
        switch try await place(for: job) {
        case .taken: break
        case .later(let moment): return .postpone(until: moment)
        case .occupied:
            // The slot rests: turning the whole queue over would cost the webhooks their commits.
            try await Task.sleep(for: .milliseconds(250))
            return .postpone(until: now())
        }
        defer { budget.end() }
        await space.take(photo.most)
        defer { space.give(photo.most) }
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

    /// Whether a photo's sender sent far too many within the hour, so that it is refused unfetched.
    private func isFlood(_ job: Job) async throws -> Bool {
        let (moment, settings) = (now(), settings)
        let sent = try await store.read { view in
            try view.photo(job.subject).map { try view.photosWithinTheHour(of: $0, at: moment) } ?? 0
        }
        guard sent >= PhotoLimit.fetchedAnHour else { return false }
        return try await store.write { transaction in
            guard try transaction.refuseFlood(job.subject, at: moment, settings: settings) else { return false }
            try transaction.finish(job)
            return true
        }
    }

    /// Whether a request may be made now.
    private enum Place {
        /// It is begun, and ends with `MediaBudget.end`.
        case taken
        /// So many have failed that none is made before.
        case later(Moment)
        /// Those under way may fail too.
        case occupied
    }

    private func place(for job: Job) async throws -> Place {
        let underWay = budget.begin()
        let place: Place
        do {
            place = try await self.place(for: job, underWay: underWay)
        } catch {
            budget.end()
            throw error
        }
        if case .taken = place { return place }
        budget.end()
        return place
    }

    private func place(for job: Job, underWay: Int) async throws -> Place {
        let moment = now()
        let (failures, isAhead) = try await store.read { view in
            (try view.mediaFailures(at: moment), try view.hasMediaFailuresAhead(of: moment))
        }
        if isAhead { try await store.write { try $0.forgetMediaFailures(after: moment) } }
        // One that failed before leaves what is left to the others: no single file stops everybody's photos.
        let most = job.attempts > 0 ? MediaBudget.mostForAgain : MediaBudget.most
        if failures.count >= most { return .later(failures.until) }
        return failures.count + underWay > MediaBudget.most ? .occupied : .taken
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

    /// The channel counts the requests that failed, and so do we; but not those of its own bad moments, which would stop
    /// us for as long as its block does.
    private func failed(_ photo: PhotoAtChannel, _ error: GraphError, _ doing: String) async throws -> MediaFetch {
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
        if isOfMedia {
            let moment = now()
            try await store.write { try $0.countMediaFailure(at: moment) }
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
