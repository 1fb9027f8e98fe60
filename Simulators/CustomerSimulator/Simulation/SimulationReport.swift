package import Foundation

/// A simulation as a file that another program reads.
package struct SimulationReport: Codable, Sendable {
    package struct Answer: Codable, Sendable {
        package let kind: String
        package let words: String
        package let callback: String?
        package let document: String?
    }

    package struct Photo: Codable, Sendable {
        package let file: String
        package let subscriber: String
        package let message: String
        /// Milliseconds from the first post to the first answer.
        package let latency: Int?
        package let answers: [Answer]
    }

    package let photos: [Photo]
    package let unanswered: Int
    package let answeredTwice: Int
    /// Milliseconds by share of the answered photos.
    package let latency: [String: Int]
    package let webhooksPosted: Int
    package let webhooksRepeated: Int
    package let webhooksRefused: [String: Int]
    package let failedMediaRequests: Int

    package init(_ book: PhotoBook, webhooks: WebhookSender.Tally, failedMediaRequests: Int) {
        photos = book.entries.map { entry in
            Photo(
                file: entry.photo.file, subscriber: entry.customer.number, message: entry.photo.message,
                latency: entry.latency.map(Self.milliseconds),
                answers: entry.answers.map {
                    Answer(kind: $0.kind, words: $0.words, callback: $0.callback, document: $0.document)
                })
        }
        unanswered = book.unanswered
        answeredTwice = book.answeredTwice
        latency = Dictionary(
            uniqueKeysWithValues: [("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1)].compactMap { name, share in
                book.latency(atShare: share).map { (name, Self.milliseconds($0)) }
            })
        webhooksPosted = webhooks.posted
        webhooksRepeated = webhooks.repeated
        webhooksRefused = Dictionary(uniqueKeysWithValues: webhooks.refused.map { ("\($0.key)", $0.value) })
        self.failedMediaRequests = failedMediaRequests
    }

    /// The report as indented JSON.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    private static func milliseconds(_ duration: Duration) -> Int {
        Int(duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)
    }
}
