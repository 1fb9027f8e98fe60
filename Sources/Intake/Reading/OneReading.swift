internal import Accounts
internal import Billing
internal import MeterVision
internal import Quantities

/// Reads a photo with what is known of its sender's meters.
struct OneReading {
    let pool: WorkerPool

    /// So many meters of a sender are tried at most, each with a reading of its own.
    private static let mostMeters = 4

    /// What the photo says.
    ///
    /// The hints are one meter's. Of several meters that one's reading counts whose serial is in the picture; a plate
    /// is read more surely where one knows what it should say, so each of a few meters is asked about. Where none is
    /// found, the reading is one with the wheels that all of them have, or with no hints: it is for a person anyway.
    /// The last index is never told: whether a lower one is a rollover is for `Billing` to say.
    func read(_ jpeg: [UInt8], of subscriptions: [Subscription]) async throws -> WorkerAnswer {
        guard subscriptions.count > 1 else {
            return try await pool.read(jpeg, hints: subscriptions.first.map { MeterHints($0.meter) } ?? .none)
        }
        let known = subscriptions.map { KnownMeter($0) }
        var tried: [(subscriber: SubscriberNumber, answer: WorkerAnswer)] = []
        var next = subscriptions.prefix(Self.mostMeters).map(\.subscriber.number)
        while !next.isEmpty {
            let number = next.removeFirst()
            guard let subscription = subscriptions.first(where: { $0.subscriber.number == number }) else { continue }
            let answer = try await pool.read(jpeg, hints: MeterHints(subscription.meter))
            // Bytes that are no photo, or too poor a one, are that for every meter.
            if answer.reading.readerDecision == .refuse { return answer }
            tried.append((number, answer))
            guard case .meter(let meter) = MeterMatch(serial: answer.reading.serial, meters: known) else { continue }
            if meter.subscriber == number { return answer }
            // Another one's plate: its own hints, if they were not given yet, and nothing else.
            if let own = tried.first(where: { $0.subscriber == meter.subscriber }) { return own.answer }
            next = [meter.subscriber]
        }
        let shapes = Set(subscriptions.map { [$0.meter.wheels, $0.meter.decimals] })
        if shapes.count == 1, let first = tried.first { return first.answer.withoutSerialDoubt }
        return try await pool.read(jpeg, hints: .none)
    }
}

extension MeterHints {
    init(_ meter: Meter) {
        self.init(wheels: meter.wheels, decimals: meter.decimals, serial: meter.serial?.text)
    }
}

extension WorkerAnswer {
    /// The answer without the doubt that its plate is not the one meter's that was asked about.
    fileprivate var withoutSerialDoubt: WorkerAnswer {
        var answer = self
        answer.reading.reasons.removeAll { $0 == PhotoReason.serialDiffers.rawValue }
        return answer
    }
}
