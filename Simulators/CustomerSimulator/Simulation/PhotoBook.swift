/// What became of each photo that was sent, as the customers see it.
package struct PhotoBook: Sendable {
    /// One photo and what came back for it.
    package struct Entry: Sendable {
        package let photo: CustomerPhoto
        package let customer: Customer
        /// When it was first posted, and when the first answer came.
        package let posted: ContinuousClock.Instant
        package fileprivate(set) var answered: ContinuousClock.Instant?
        /// The answers that quote it, the first one first; a second is a clerk's verdict.
        package fileprivate(set) var answers: [SentMessage] = []

        package var latency: Duration? { answered.map { $0 - posted } }

        /// Whether one purpose answered it twice: the one thing that must never be.
        package var isAnsweredTwice: Bool {
            let callbacks = answers.map { $0.callback ?? "" }
            return answers.count > 2 || Set(callbacks).count < callbacks.count
        }
    }

    package private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]

    package init() {}

    package mutating func add(_ photo: CustomerPhoto, of customer: Customer, at posted: ContinuousClock.Instant) {
        places[photo.message] = entries.count
        entries.append(Entry(photo: photo, customer: customer, posted: posted))
    }

    /// Notes an answer; the entry that it belongs to, nil where it quotes no photo of this run.
    package mutating func note(_ message: SentMessage, at moment: ContinuousClock.Instant) -> Entry? {
        guard message.isAnswer, let place = message.quotes.flatMap({ places[$0] }) else { return nil }
        if entries[place].answered == nil { entries[place].answered = moment }
        entries[place].answers.append(message)
        return entries[place]
    }

    package var unanswered: Int { entries.count { $0.answers.isEmpty } }
    package var answeredTwice: Int { entries.count(where: \.isAnsweredTwice) }

    /// The latency that this share of the answered photos stayed within; nil where none is answered.
    package func latency(atShare share: Double) -> Duration? {
        let sorted = entries.compactMap(\.latency).sorted()
        guard !sorted.isEmpty else { return nil }
        let place = Int((Double(sorted.count) * share).rounded(.up)) - 1
        return sorted[min(max(place, 0), sorted.count - 1)]
    }
}
