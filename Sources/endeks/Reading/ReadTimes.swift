import Glibc

/// How long photos took, and how much memory the process needed.
struct ReadTimes {
    private var wall: [Double] = []
    private var processor: [Double] = []

    /// Adds a photo's time by the clock and that of the processor, in milliseconds; on a busy machine only the second one
    /// tells how long reading takes.
    mutating func add(_ wall: Double, processor: Double) {
        self.wall.append(wall)
        self.processor.append(processor)
    }

    /// The processor's time that the process has taken so far, in milliseconds.
    static var processorTime: Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }

    /// The time that so large a share of the photos stayed below; 0 without a photo.
    private static func percentile(_ share: Double, of times: [Double]) -> Double {
        let sorted = times.sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
    }

    /// The most memory that the process held at once so far, in MB of 2²⁰ bytes.
    static var peakMemory: Double {
        var usage = rusage()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
        return Double(usage.ru_maxrss) / 1024
    }

    /// For people.
    var lines: [String] {
        func line(_ name: String, _ times: [Double]) -> String {
            let (half, most) = (Self.percentile(0.5, of: times), Self.percentile(0.95, of: times))
            return "\(name)\(Int(half.rounded())) ms, \(Int(most.rounded())) ms"
        }
        return [
            line("time, P50 and P95                       ", wall),
            line("time of the processor, P50 and P95      ", processor),
            "peak memory                             \(Int(Self.peakMemory.rounded())) MB",
        ]
    }

    /// As fields of an object.
    var fields: [String] {
        func field(_ name: String, _ value: Double) -> String { "\"\(name)\":\(ReadRecord.decimal(value, 1))" }
        return [
            field("millisecondsP50", Self.percentile(0.5, of: wall)),
            field("millisecondsP95", Self.percentile(0.95, of: wall)),
            field("processorMillisecondsP50", Self.percentile(0.5, of: processor)),
            field("processorMillisecondsP95", Self.percentile(0.95, of: processor)),
            field("peakMemoryMB", Self.peakMemory),
        ]
    }
}
