package import Storage

extension JobQueue {
    /// A webhook body that is stored is taken apart; the subject is `inbox.id`.
    package static let inbox = JobQueue("inbox")
    /// A photo's bytes are fetched; the subject is `photo.id`.
    package static let fetch = JobQueue("fetch")
    /// A photo is read and decided; the subject is `photo.id`, the sender counts for fairness.
    package static let read = JobQueue("read")
    /// An invoice is drawn and its answer posted; the subject is `photo.id`.
    package static let document = JobQueue("document")
    /// A clerk's decision takes effect; the subject is `review_decision.id`.
    package static let decision = JobQueue("decision")
    /// A message goes out; the subject is `outbox.id`, the sender counts for fairness.
    package static let send = JobQueue("send")

    /// Every queue of the room.
    package static let intake: [JobQueue] = [.inbox, .fetch, .read, .document, .decision, .send]
}
