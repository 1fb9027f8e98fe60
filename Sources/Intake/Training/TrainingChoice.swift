internal import Accounts
internal import Billing
internal import Quantities
internal import Storage

/// The photos that staff decided on and that can teach the reader, in random order, and how many others there are.
package struct TrainingChoice: Sendable {
    package let samples: [TrainingSample]
    package let omitted: [TrainingOmission: Int]
    /// How many meters the photos show.
    package let meters: Int

    init(_ reviewed: ReviewedPhotos, using random: inout some RandomNumberGenerator) {
        let folds = TrainingFolds.deal(reviewed.found.map(\.meter), using: &random)
        samples = reviewed.found.map {
            TrainingSample(picture: $0.picture, window: $0.window, truth: $0.truth, fold: folds[$0.meter] ?? 0)
        }.shuffled(using: &random)
        omitted = reviewed.omitted
        meters = folds.count
    }
}

/// What the tables hold of the photos that staff decided on; it still says whose they are, and stays in this room.
struct ReviewedPhotos: Sendable {
    struct Found: Sendable {
        let meter: SubscriberNumber
        let picture: BlobID
        let window: TrainingWindow
        let truth: TrainingTruth
    }

    /// The newest decision first.
    fileprivate(set) var found: [Found] = []
    fileprivate(set) var omitted: [TrainingOmission: Int] = [:]
}

extension Statements {
    /// The photos to train on, by what is written of them; no picture is opened.
    func reviewedPhotos(_ wish: TrainingWish) throws -> ReviewedPhotos {
        var reviewed = ReviewedPhotos()
        var pictures: Set<BlobID> = []
        for decided in try lastDecisions() where wish.takes(decided.receivedAt.civilDate) {
            if let most = wish.most, reviewed.found.count >= most { break }
            guard let photo = try photo(decided.photo) else { continue }
            // Photos of an exchanged meter count as the next one's, so that two of one meter never part.
            let number = decided.subscriber.flatMap { try? SubscriberNumber($0) }
            let meter = try number.flatMap { number throws(StoreError) in try subscription(number) }
            do throws(TrainingOmission) {
                if photo.outcome == "review" { throw .waitsAgain }
                let truth = try TrainingTruth(decided.decision, of: photo)
                guard let picture = photo.cleaned else { throw .noWindow }
                guard let number, let meter else { throw .meterUnknown }
                let window = try TrainingWindow(photo.reading, truth: truth, wheels: meter.meter.wheels)
                guard pictures.insert(picture).inserted else { throw .samePicture }
                reviewed.found.append(.init(meter: number, picture: picture, window: window, truth: truth))
            } catch {
                reviewed.omitted[error, default: 0] += 1
            }
        }
        return reviewed
    }

    /// The last decision on each photo that took effect, the newest first.
    private func lastDecisions() throws -> [DecidedPhoto] {
        try rows(
            """
            SELECT review_decision.photo, review_decision.decision, review_decision.subscriber, photo.received_at
            FROM review_decision JOIN photo ON photo.id = review_decision.photo
            WHERE review_decision.id IN (SELECT max(id) FROM review_decision WHERE state = 'done' GROUP BY photo)
            ORDER BY review_decision.decided_at DESC, review_decision.id DESC
            """
        ).compactMap { try DecidedPhoto($0) }
    }
}

/// A photo with the clerk's word on it.
private struct DecidedPhoto {
    let photo: Int64
    let receivedAt: Moment
    let decision: ReviewDecision
    let subscriber: String?

    init?(_ row: Row) throws(StoreError) {
        guard let decision = ReviewDecision(json: try row.text("decision")) else { return nil }
        self.decision = decision
        photo = try row.integer("photo")
        receivedAt = try row.moment("received_at")
        subscriber = try row.optionalText("subscriber")
    }
}
