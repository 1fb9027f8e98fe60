/// How a load test is run; nothing of it changes a figure but the shard's size, which decides who is a neighbour of whom.
package struct LoadSettings: Hashable, Sendable {
    /// Threads, at least 1.
    package var threads: Int
    /// Meters of a shard; an adapter that exchanges files has one shard of all.
    package var metersPerShard: Int
    /// Days after a fault's end on which a flag still counts for it: until the next reading but one.
    package var graceDays: Int
    /// How many meters are shown with their derivation.
    package var worstCases: Int

    /// Two threads and shards of 4,000 meters, eight books of 500.
    package init(threads: Int = 2, metersPerShard: Int = 4_000, graceDays: Int = 70, worstCases: Int = 10) {
        self.threads = threads
        self.metersPerShard = metersPerShard
        self.graceDays = graceDays
        self.worstCases = worstCases
    }
}

/// How far a load test has come.
package struct LoadProgress: Hashable, Sendable {
    /// Meters that are done.
    package var meters: Int
    /// All meters.
    package var ofMeters: Int
    /// Readings given to billing so far.
    package var readings: Int
    /// Seconds since it began.
    package var seconds: Double

    /// Readings a second.
    package var rate: Double { seconds > 0 ? Double(readings) / seconds : 0 }

    /// Seconds left at this rate; nil before the first shard is done.
    package var secondsLeft: Double? {
        meters > 0 ? seconds * Double(ofMeters - meters) / Double(meters) : nil
    }
}
