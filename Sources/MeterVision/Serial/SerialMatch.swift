import Glibc

/// What all looks at a row of print say together of a number.
package struct RowEvidence: Sendable {
    /// A serial that is less likely than this in each look is none of the row, and no rival of one that is told.
    private static let least = exp(-7.0)
    /// And where none is likelier than this in the first look, others are not worth their time.
    private static let leastAtAll = exp(-10.0)
    /// What is so much less likely than a serial does not count against it.
    private static let farBehind = exp(-6.0)

    private let looks: [PrintEvidence]
    /// What was read in each look by itself, as far as it may be a serial.
    private let read: Set<[UInt8]>

    /// The evidence of these looks.
    package init(_ looks: [PrintColumns]) {
        self.looks = looks.map(PrintEvidence.init)
        read = looks.reduce(into: []) { read, columns in
            for run in SerialChoice.runs(in: PrintReader.words(in: columns)) {
                let digits = Self.digits(run.text)
                read.insert(digits)
                // A year may follow without a gap.
                if digits.count > 9, SerialChoice.isYear(String(run.text.suffix(4))) {
                    read.insert(Array(digits.dropLast(4)))
                }
            }
        }
    }

    /// How likely the number stands in the row: the looks' mean, for nobody knows which of them shows it best.
    package func probability(of number: [UInt8]) -> Double {
        looks.reduce(0) { $0 + $1.probability(of: number) } / Double(max(looks.count, 1))
    }

    /// Whether any registered serial may stand in the row, by these looks: nothing else is worth looking at again.
    package func mayMatch(in list: SerialList) -> Bool {
        looks.contains { look in
            SerialSearch.serials(in: list, by: look, lengths: SerialChoice.lengths, least: Self.leastAtAll)?.isEmpty
                != true
        }
    }

    /// The registered serial that is likeliest; nil if none is likely at all.
    package func match(in list: SerialList) -> SerialMatch? {
        var candidates: [UInt64: SerialList.Entry] = [:]
        for look in looks {
            let found = SerialSearch.serials(
                in: list, by: look, lengths: SerialChoice.lengths, least: Self.least)
            for entry in found ?? [] { candidates[entry.packed] = entry }
        }
        let weighed = candidates.values.map { entry in
            let digits = Self.digits(entry.serial)
            return (entry: entry, digits: digits, probability: probability(of: digits))
        }.sorted { ($0.probability, $0.entry.packed) > ($1.probability, $1.entry.packed) }
        guard let (entry, digits, best) = weighed.first else { return nil }
        let rival = weighed.dropFirst().first?.probability ?? 0
        var other = 0.0
        for text in read where text != digits { other = max(other, probability(of: text)) }
        other = likeliestNeighbour(of: digits, over: max(other, best * Self.farBehind))
        return SerialMatch(
            serial: entry.serial, probability: best, overRegistered: log(best / max(rival, 1e-12)),
            overAny: log(best / max(other, 1e-12)), isCrowded: list.isCrowded(entry, length: digits.count))
    }

    /// How likely the likeliest number is that has one other digit, or one digit more at an end; at least the floor.
    ///
    /// Digits that are the number's own are taken once; another one is left as soon as nothing that goes on from it can
    /// come to more than the likeliest so far.
    private func likeliestNeighbour(of number: [UInt8], over floor: Double) -> Double {
        var paths = looks.map { SerialPaths(columns: $0.count, digits: number.count + 1) }
        let share = 1 / Double(max(looks.count, 1))
        func take(_ digit: UInt8, after previous: UInt8?, at place: Int) -> Double {
            var sum = 0.0
            for look in looks.indices {
                sum += looks[look].take(digit, after: previous, at: place, in: &paths[look])
            }
            return sum * share
        }
        func end(after count: Int) -> Double {
            var sum = 0.0
            for look in looks.indices { sum += looks[look].end(of: paths[look], digits: count) }
            return sum * share
        }
        var likeliest = floor
        /// Goes on with the rest of the number behind a digit that was taken.
        func finish(with rest: ArraySlice<UInt8>, after digit: UInt8, at place: Int) {
            var (place, previous) = (place, digit)
            for digit in rest {
                guard take(digit, after: previous, at: place) > likeliest else { return }
                (place, previous) = (place + 1, digit)
            }
            likeliest = max(likeliest, end(after: place))
        }
        for digit in 1..<UInt8(10) where take(digit, after: nil, at: 0) > likeliest {
            finish(with: number[...], after: digit, at: 1)
        }
        for place in 0...number.count {
            let previous = place == 0 ? nil : number[place - 1]
            let own = place < number.count ? number[place] : nil
            for digit in 0..<UInt8(10) where digit != own && take(digit, after: previous, at: place) > likeliest {
                finish(with: number.dropFirst(place + 1), after: digit, at: place + 1)
            }
            if let own { _ = take(own, after: previous, at: place) }
        }
        return likeliest
    }

    private static func digits(_ text: String) -> [UInt8] { SerialChoice.plain(text).utf8.map { $0 & 15 } }
}

/// The registered serial that a row of print speaks for, and how strongly.
package struct SerialMatch: Hashable, Sendable {
    /// The serial as registered.
    package var serial: String
    /// How likely it stands in the row, 0 to 1.
    package var probability: Double
    /// The logarithm of how many times likelier it is than any other that is registered.
    package var overRegistered: Double
    /// And than any other number: below 0 where the row by itself says something else.
    package var overAny: Double
    /// Whether other serials lie near it in the list.
    package var isCrowded: Bool

    /// A match.
    package init(serial: String, probability: Double, overRegistered: Double, overAny: Double, isCrowded: Bool) {
        (self.serial, self.probability, self.isCrowded) = (serial, probability, isCrowded)
        (self.overRegistered, self.overAny) = (overRegistered, overAny)
    }

    /// What is told of the list.
    package var listing: SerialListing { .listed(serial: serial, distance: max(0, -overAny)) }

    /// Whether it is told, and more looks at the row could not say otherwise.
    package var isClear: Bool { isCertain && overRegistered >= 5 && overAny >= 3 }

    /// Whether it is told; a wrong match is worse than none.
    package var isCertain: Bool {
        let limits = isCrowded ? SerialLimits.crowded : .lone
        return log(probability) >= limits.probability && overRegistered >= limits.overRegistered
            && overAny >= limits.overAny
    }
}

/// From where on a match is told, all of it logarithms.
struct SerialLimits {
    var probability, overRegistered, overAny: Double

    /// Where no registered serial lies near, one that the row hardly speaks against is no accident.
    static let lone = SerialLimits(probability: -4, overRegistered: 3, overAny: -1.5)
    /// Where the series of the meter is registered, neighbours that are not may be meant: the row itself must say so.
    static let crowded = SerialLimits(probability: -2, overRegistered: 3, overAny: 1.5)
}
