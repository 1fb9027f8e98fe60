/// What is right to bill between two readings: differences of the whole m³ of sound wheels, meter by meter.
struct BillableVolume {
    private let range: Int64
    private var last: Int64
    private var generation = 0

    /// Begins with what the wheels showed when the plan began.
    init(startIndex: Int64, range: Int64) {
        self.range = range
        last = startIndex / 1_000_000
    }

    /// The whole m³ since the last reading.
    ///
    /// - Parameters:
    ///   - index: of sound wheels, in millilitres.
    ///   - present: how often the meter has been exchanged.
    ///   - removals: the meters that went until now, in order.
    /// - Returns: m³; the remainder of each meter that went is its own.
    mutating func next(_ index: Int64, generation present: Int, removals: [RemovedMeter]) -> Int {
        var sum: Int64 = 0
        while generation < present, generation < removals.count {
            sum += difference(removals[generation].soundIndex / 1_000_000)
            last = 0
            generation += 1
        }
        sum += difference(index / 1_000_000)
        last = index / 1_000_000
        return Int(sum)
    }

    private func difference(_ reached: Int64) -> Int64 {
        let whole = range / 1_000_000
        return (reached - last + whole) % whole
    }
}
