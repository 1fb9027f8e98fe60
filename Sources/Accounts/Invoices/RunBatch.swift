import Quantities

/// Readings of a run that are stored in one transaction.
struct RunBatch: Sendable {
    let readings: ArraySlice<RunReading>
    let subscribers: Set<SubscriberNumber>

    init(_ readings: ArraySlice<RunReading>) {
        (self.readings, subscribers) = (readings, Set(readings.map(\.subscriber)))
    }

    /// No two readings are of the same subscriber.
    var isOneEach: Bool { subscribers.count == readings.count }

    /// The readings in their order, cut wherever a subscriber comes again: a reading is judged by what was stored of its
    /// subscriber before, so that a second one waits for the first.
    var stretches: [ArraySlice<RunReading>] {
        var stretches: [ArraySlice<RunReading>] = []
        var rest = readings
        while !rest.isEmpty {
            var subscribers: Set<SubscriberNumber> = []
            let stretch = rest.prefix { subscribers.insert($0.subscriber).inserted }
            rest = rest.dropFirst(stretch.count)
            stretches.append(stretch)
        }
        return stretches
    }
}

/// The batches of a run, one after the other.
struct RunBatches {
    private var rest: ArraySlice<RunReading>
    private let size: Int

    init(_ readings: [RunReading], size: Int) { (rest, self.size) = (readings[...], size) }

    mutating func next() -> RunBatch? {
        if rest.isEmpty { return nil }
        let batch = RunBatch(rest.prefix(size))
        rest = rest.dropFirst(batch.readings.count)
        return batch
    }
}
