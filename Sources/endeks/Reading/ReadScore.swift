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
    private(set) var serials: SerialScore
    private(set) var reliability = ReadReliability()
    private(set) var times = ReadTimes()
    /// What went wrong, a line each.
    private(set) var mistakes: [String] = []

    /// No photo yet; with a list of registered serials, matches with it count too.
    init(hasSerialList: Bool) { serials = SerialScore(hasList: hasSerialList) }

    /// Adds a photo, which took the processor so many milliseconds.
    mutating func add(_ label: ReadLabel, _ reading: PhotoReading, processor: Double) {
        times.add(reading.milliseconds, processor: processor)
        let isAccepted = reading.decision == .accept
        if reading.index != nil {
            // An index that nobody can read is never right.
            reliability.add(told: reading.probability, isRight: reading.index == label.index)
        }
        defer { if let mistake = serials.add(label, reading) { mistakes.append("\(label.file): \(mistake)") } }
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
        guard !label.decimals.isEmpty else { return }
        decimalsLabelled += 1
        guard reading.index == index else { return }
        if reading.decimals?.hasPrefix(label.decimals) == true {
            decimalsRight += 1
        } else {
            mistakes.append("\(label.file): decimals \(label.decimals) were read as \(reading.decimals ?? "nothing")")
        }
    }

    /// A figure: its name in JSON, its words, its count, and whether it counts mistakes.
    private struct Figure {
        let name, words: String
        let count: ProportionInterval
        var isOfMistakes = false
    }

    private var figures: [Figure] {
        let allAccepted = accepted + unreadableAccepted
        return [
            Figure(
                name: "windowsFound", words: "window found (IoU > 0.5)",
                count: ProportionInterval(windowsFound, of: windowsLabelled)),
            Figure(name: "indexRight", words: "index right", count: ProportionInterval(indexRight, of: readable)),
            Figure(
                name: "decimalsRight", words: "decimals right too, as far as labelled",
                count: ProportionInterval(decimalsRight, of: decimalsLabelled)),
            Figure(name: "accepted", words: "accepted", count: ProportionInterval(accepted, of: readable)),
            Figure(
                name: "acceptedAndWrong", words: "accepted and wrong",
                count: ProportionInterval(acceptedAndWrong, of: accepted), isOfMistakes: true),
            Figure(
                name: "unreadableAccepted", words: "unreadable, but accepted",
                count: ProportionInterval(unreadableAccepted, of: unreadable), isOfMistakes: true),
            Figure(
                name: "wrongOfAllAccepted", words: "wrong or unreadable, of all accepted",
                count: ProportionInterval(acceptedAndWrong + unreadableAccepted, of: allAccepted), isOfMistakes: true),
            Figure(name: "serialsRight", words: "serial right where legible", count: serials.right),
            Figure(name: "serialsWrong", words: "serial wrong", count: serials.wrong, isOfMistakes: true),
            Figure(name: "serialsMatched", words: "registered serial matched", count: serials.matchedRight),
            Figure(
                name: "serialsMatchedWrong", words: "another registered serial matched", count: serials.matchedWrong,
                isOfMistakes: true),
        ]
    }

    /// The figures for people.
    var lines: [String] {
        figures.filter { $0.count.of > 0 }.map { figure in
            let name = figure.words + String(repeating: " ", count: max(1, 40 - figure.words.count))
            return name + (figure.isOfMistakes ? figure.count.boundWords : figure.count.words)
        } + times.lines + [""] + reliability.lines
    }

    /// The figures as an object.
    var json: String {
        let counts = figures.map { "\"\($0.name)\":\($0.count.json)" }
        let wrong = mistakes.map { ReadRecord.text($0) }.joined(separator: ",")
        let rest = ["\"reliability\":\(reliability.json)", "\"mistakes\":[\(wrong)]"]
        return "{" + (counts + times.fields + rest).joined(separator: ",") + "}"
    }
}
