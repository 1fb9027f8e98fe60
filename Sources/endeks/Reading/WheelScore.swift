import MeterVision

/// How well single wheels were read, of each meter and of all.
struct WheelScore {
    /// What is counted of some wheels.
    struct Counts {
        private var settled = 0
        private var settledCorrect = 0
        private var all = 0
        private var near = 0

        /// The digit right, of the wheels within 0.1 of a digit.
        var settledRight: ProportionInterval { ProportionInterval(settledCorrect, of: settled) }
        /// The position within 0.2, round the circle, of all wheels.
        var within: ProportionInterval { ProportionInterval(near, of: all) }

        /// Adds a wheel that was read to stand there; the answer is whether its digit is right.
        fileprivate mutating func add(_ label: WheelLabel, _ position: Double) -> Bool {
            let isRight = WheelScore.digit(position) == WheelScore.digit(label.position)
            let apart = abs(position - label.position)
            // A hair wider than 0.2: 3.3 less 3.1 is more than that in binary.
            if min(apart, 10 - apart) < 0.2 + 1e-9 { near += 1 }
            all += 1
            if label.isSettled {
                settled += 1
                if isRight { settledCorrect += 1 }
            }
            return isRight
        }

        /// The two figures as fields of an object.
        var fields: String { "\"settledRight\":\(settledRight.json),\"positionWithin02\":\(within.json)" }
    }

    private(set) var all = Counts()
    private(set) var meters: [String: Counts] = [:]
    /// Settled wheels whose digit was read as another one, a line each.
    private(set) var mistakes: [String] = []

    /// The digit that a wheel shows when it stands near one.
    static func digit(_ position: Double) -> Int { Int(position.rounded()) % 10 }

    /// Adds a wheel that was read to stand there; nil for one that could not be read.
    mutating func add(_ label: WheelLabel, _ read: WheelPosition?) {
        // What could not be read is as wrong as can be.
        let position = read?.position ?? (label.position + 5).truncatingRemainder(dividingBy: 10)
        let isRight = all.add(label, position)
        _ = meters[label.meter, default: Counts()].add(label, position)
        if label.isSettled, !isRight {
            let told = read.map { ReadRecord.decimal($0.position, 1) } ?? "nothing"
            mistakes.append("\(label.file): \(ReadRecord.decimal(label.position, 1)) was read as \(told)")
        }
    }

    /// The figures for people, the meters by name.
    var lines: [String] {
        func lines(_ counts: Counts, _ indent: String) -> [String] {
            [
                "\(indent)settled digit right       \(counts.settledRight.words)",
                "\(indent)position within 0.2       \(counts.within.words)",
            ]
        }
        return meters.sorted { $0.key < $1.key }.flatMap { [$0.key] + lines($0.value, "  ") }
            + ["\(meters.count) meters together"] + lines(all, "  ")
    }

    /// The figures as an object.
    var json: String {
        let meters = meters.sorted { $0.key < $1.key }.map { meter, counts in
            "{\"meter\":\(ReadRecord.text(meter)),\(counts.fields)}"
        }
        let wrong = mistakes.map { ReadRecord.text($0) }
        return "{\(all.fields),\"meters\":[\(meters.joined(separator: ","))],"
            + "\"mistakes\":[\(wrong.joined(separator: ","))]}"
    }
}
