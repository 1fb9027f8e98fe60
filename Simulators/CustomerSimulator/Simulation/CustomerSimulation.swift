internal import Foundation
internal import PhotoSimulator

/// Customers who send their photos at a steady rate, read the answers, and let the channel tell what became of them.
package actor CustomerSimulation {
    package struct Settings: Sendable {
        /// Photos a second.
        package var rate: Double
        package var seed: UInt64
        package var statuses: StatusCourse
        /// The share of webhooks that the channel posts again although they were answered 200.
        package var duplicates: Double
        /// The share of photos that are sent as a document.
        package var documents: Double
        /// How long to wait for answers after the last photo; nil: until it is told to stop.
        package var patience: Duration?

        package init(
            rate: Double, seed: UInt64, statuses: StatusCourse = .mixed, duplicates: Double = 0, documents: Double = 0,
            patience: Duration?
        ) {
            self.rate = rate
            self.seed = seed
            self.statuses = statuses
            self.duplicates = duplicates
            self.documents = documents
            self.patience = patience
        }
    }

    /// What is worth a line.
    package enum Happening: Sendable {
        case sent(PhotoBook.Entry)
        case answered(PhotoBook.Entry, SentMessage)
    }

    package private(set) var book = PhotoBook()

    private let settings: Settings
    private let graph: GraphStandIn
    private let webhook: WebhookSender
    private let photos: PhotoFolder
    private let plan: CustomerPlan
    private let memory: StandInMemory?
    private let bodies: WebhookBody
    private let report: @Sendable (Happening) -> Void
    private var random: SeededRandom
    private var allSent = false

    package init(
        settings: Settings, graph: GraphStandIn, webhook: WebhookSender, photos: PhotoFolder, plan: CustomerPlan,
        memory: StandInMemory? = nil, report: @escaping @Sendable (Happening) -> Void
    ) {
        self.settings = settings
        self.graph = graph
        self.webhook = webhook
        self.photos = photos
        self.plan = plan
        self.memory = memory
        self.report = report
        bodies = WebhookBody(phoneNumberID: graph.settings.phoneNumberID)
        random = SeededRandom(seed: settings.seed, stream: 1)
    }

    /// Sends every photo of the plan and waits for the answers; ends early when the task is cancelled.
    package func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.listen() }
            group.addTask {
                try await self.sendAll()
                try await self.waitForAnswers()
            }
            _ = try await group.next()
            group.cancelAll()
        }
    }

    // MARK: sending

    private func sendAll() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            let customers = Dictionary(
                plan.entries.map { ($0.customer.number, $0.customer) }, uniquingKeysWith: { first, _ in first })
            for photo in memory?.photos ?? [] {
                guard let customer = customers[photo.subscriber] else { continue }
                try await offerAgain(photo, of: customer, in: &group)
            }
            for message in memory?.messages ?? [] { _ = book.note(message, at: .now) }
            let sent = Set((memory?.photos ?? []).map { "\($0.subscriber)/\($0.file)" })
            let left = plan.entries.filter { !sent.contains("\($0.customer.number)/\($0.file)") }
            let start = ContinuousClock.now
            for (place, entry) in left.enumerated() {
                try await Task.sleep(until: start + .seconds(Double(place) / settings.rate), clock: .continuous)
                try await send(entry, number: place, in: &group)
            }
        }
        allSent = true
    }

    private func send(
        _ entry: CustomerPlan.Entry, number: Int, in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async throws {
        let bytes = try photos.bytes(of: entry.file)
        let media = await graph.offer(bytes, type: "image/jpeg")
        // As on the real channel, whoever decodes the id finds the customer in it.
        let secret = Array("\(entry.customer.identities.first ?? "")/\(media)".utf8)
        let photo = CustomerPhoto(
            file: entry.file, message: "wamid." + Digests.base64(secret), media: media,
            digest: Digests.sha256(bytes), isDocument: random.chance(settings.documents), sentAt: Self.milliseconds())
        memory?.keep(
            StandInMemory.Photo(
                message: photo.message, media: media, file: photo.file, subscriber: entry.customer.number,
                sentAt: photo.sentAt))
        await post(photo, of: entry.customer, in: &group)
    }

    /// A photo of an earlier start: its file lies on the shelf again, and what was not taken is posted again.
    private func offerAgain(
        _ kept: StandInMemory.Photo, of customer: Customer, in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async throws {
        let bytes = try photos.bytes(of: kept.file)
        _ = await graph.offer(bytes, type: "image/jpeg", as: kept.media)
        let photo = CustomerPhoto(
            file: kept.file, message: kept.message, media: kept.media, digest: Digests.sha256(bytes),
            isDocument: false, sentAt: kept.sentAt)
        if memory?.received.contains(kept.message) == true {
            book.add(photo, of: customer, at: .now)
        } else {
            await post(photo, of: customer, in: &group)
        }
    }

    private func post(
        _ photo: CustomerPhoto, of customer: Customer, in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async {
        await graph.customerWrites(customer.identities, at: Date(timeIntervalSince1970: Double(photo.sentAt) / 1000))
        book.add(photo, of: customer, at: .now)
        if let entry = book.entries.last { report(.sent(entry)) }
        let body = bodies.photo(photo, from: customer)
        let again = random.chance(settings.duplicates)
        group.addTask { [webhook, memory] in
            try await webhook.deliver(body)
            memory?.keep(received: photo.message)
            if again { try await webhook.deliver(body) }
        }
    }

    // MARK: answers

    private func listen() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            // What an earlier start may not have told.
            for message in memory?.messages ?? [] { tell(of: message, in: &group) }
            for await message in graph.taken {
                if let entry = book.note(message, at: .now) { report(.answered(entry, message)) }
                tell(of: message, in: &group)
            }
        }
    }

    private func tell(of message: SentMessage, in group: inout ThrowingDiscardingTaskGroup<any Error>) {
        let steps = settings.statuses.steps(random: &random)
        guard !steps.isEmpty else { return }
        let again = random.chance(settings.duplicates)
        group.addTask { [webhook, bodies] in
            for step in steps {
                try await Task.sleep(for: step.after)
                let body = bodies.status(step.status, of: message, at: Self.milliseconds())
                try await webhook.deliver(body)
                if again { try await webhook.deliver(body) }
            }
        }
    }

    private func waitForAnswers() async throws {
        let end = settings.patience.map { ContinuousClock.now + $0 }
        while settings.patience == nil || book.unanswered > 0 {
            if let end, ContinuousClock.now >= end { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        // Statuses of the last answer, and a second answer that must not come.
        try await Task.sleep(for: .seconds(1))
    }

    private static func milliseconds() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
