import MeterVision

/// How many readings of labelled photos were right.
struct ReadScore {
    private(set) var readable = 0
    private(set) var indexRight = 0
    private(set) var decimalsLabelled = 0
    private(set) var decimalsRight = 0
    private(set) var accepted = 0
    private(set) var acceptedAndWrong = 0
    private(set) var unreadable = 0
    private(set) var unreadableAccepted = 0
    private(set) var windowsLabelled = 0
    private(set) var windowsFound = 0
    private(set) var serialsLabelled = 0
    private(set) var serialsRight = 0
    private(set) var serialsWrong = 0
    private(set) var mistakes: [String] = []
    private var milliseconds: [Double] = []

    /// Adds a photo.
    mutating func add(_ label: ReadLabel, _ reading: PhotoReading) {
        milliseconds.append(reading.milliseconds)
        let isAccepted = reading.decision == .accept
        if let serial = label.serial {
            serialsLabelled += 1
            if let read = reading.serial {
                if Self.plain(read) == Self.plain(serial) { serialsRight += 1 } else { serialsWrong += 1 }
            }
        }
        guard let index = label.index else {
            unreadable += 1
            if isAccepted {
                unreadableAccepted += 1
                mistakes.append("\(label.file): unreadable, but accepted as \(reading.index ?? "nothing")")
            }
            return
        }
        readable += 1
        if isAccepted { accepted += 1 }
        if let window = label.window {
            windowsLabelled += 1
            if let found = reading.window, found.bounds.intersectionOverUnion(window) > 0.5 {
                windowsFound += 1
            } else {
                mistakes.append("\(label.file): the window was not found")
            }
        }
        if reading.index == index {
            indexRight += 1
        } else {
            if isAccepted { acceptedAndWrong += 1 }
            mistakes.append(
                "\(label.file): \(index) was read as \(reading.index ?? "nothing"), \(reading.decision.rawValue)")
        }
        if !label.decimals.isEmpty {
            decimalsLabelled += 1
            if reading.index == index, reading.decimals?.hasPrefix(label.decimals) == true { decimalsRight += 1 }
        }
    }

    /// Leading zeros, dots and spaces do not make another serial.
    private static func plain(_ serial: String) -> String {
        String(serial.filter(\.isNumber).drop { $0 == "0" })
    }

    /// The time that so large a share of the photos stayed below.
    func percentile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
    }

    /// The figures with their names, each as (right, of).
    private var figures: [(name: String, words: String, right: Int, of: Int)] {
        [
            ("indexRight", "index right", indexRight, readable),
            ("decimalsRight", "decimals right too, as far as labelled", decimalsRight, decimalsLabelled),
            ("accepted", "accepted", accepted, readable),
            ("acceptedAndWrong", "accepted and wrong", acceptedAndWrong, readable),
            ("unreadableAccepted", "unreadable, but accepted", unreadableAccepted, unreadable),
            ("windowsFound", "window found (IoU > 0.5)", windowsFound, windowsLabelled),
            ("serialsRight", "serial right", serialsRight, serialsLabelled),
            ("serialsWrong", "serial wrong", serialsWrong, serialsLabelled),
        ]
    }

    /// The figures for people.
    var lines: [String] {
        figures.map { figure in
            let name = figure.words + String(repeating: " ", count: max(0, 40 - figure.words.count))
            return "\(name)\(figure.right) of \(figure.of)"
        } + [
            "time, P50 and P95                       \(Int(percentile(0.5).rounded())) ms, "
                + "\(Int(percentile(0.95).rounded())) ms"
        ]
    }

    /// The figures as an object with the one key `summary`.
    var json: String {
        let counts = figures.map { "\"\($0.name)\":{\"count\":\($0.right),\"of\":\($0.of)}" }
        let times = [
            "\"millisecondsP50\":\(ReadRecord.decimal(percentile(0.5), 1))",
            "\"millisecondsP95\":\(ReadRecord.decimal(percentile(0.95), 1))",
        ]
        let wrong = mistakes.map { ReadRecord.text($0) }.joined(separator: ",")
        return "{\"summary\":{" + (counts + times).joined(separator: ",") + ",\"mistakes\":[\(wrong)]}}"
    }
}
