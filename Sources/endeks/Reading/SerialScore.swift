import MeterVision

/// How many serials of labelled photos were right, as read and as matched with the registered ones.
struct SerialScore {
    /// Whether there is a list of registered ones.
    private let hasList: Bool
    private var labelled = 0
    private var countRight = 0
    private var countWrong = 0
    private var countMatched = 0
    private var countMatchedWrong = 0

    init(hasList: Bool) { self.hasList = hasList }

    /// Read as labelled, of those that are legible.
    var right: ProportionInterval { ProportionInterval(countRight, of: labelled) }
    /// Read as another one, of those that are legible.
    var wrong: ProportionInterval { ProportionInterval(countWrong, of: labelled) }
    /// Matched with the registered serial that is labelled, of those that are legible.
    var matchedRight: ProportionInterval { ProportionInterval(countMatched, of: hasList ? labelled : 0) }
    /// Matched with another registered serial, of those that are legible.
    var matchedWrong: ProportionInterval { ProportionInterval(countMatchedWrong, of: hasList ? labelled : 0) }

    /// Adds a photo; the answer is what went wrong.
    ///
    /// A serial that is read where none is labelled may be right all the same, so it is told and not counted.
    mutating func add(_ label: ReadLabel, _ reading: PhotoReading) -> String? {
        let match = reading.serialFinding?.listed
        guard let serial = label.serial else {
            return match.map { "no serial is labelled, and the registered \($0) was matched: look whether it is there" }
        }
        labelled += 1
        if let match {
            if Self.plain(match) == Self.plain(serial) { countMatched += 1 } else { countMatchedWrong += 1 }
        }
        guard let read = reading.serial else { return nil }
        guard Self.plain(read) != Self.plain(serial) else {
            countRight += 1
            return nil
        }
        countWrong += 1
        return "serial \(serial) was read as \(read)" + (match.map { " and matched with \($0)" } ?? "")
    }

    /// Leading zeros, dots and spaces do not make another serial.
    private static func plain(_ serial: String) -> String {
        String(serial.filter(\.isNumber).drop { $0 == "0" })
    }
}
