/// Finds the registered serial that was read, or says that none is it for certain.
package enum SerialMatch {
    /// The farthest that a match may be: one letter that stands for a digit.
    ///
    /// A printed digit that differs is another meter, for neighbours often have serials one apart.
    private static let farthest = 0.25
    /// How much nearer than the next one a match must be when every digit was read for certain.
    private static let lead = 0.35
    /// And when it was not: no serial may be registered that differs in a single place.
    private static let leadOfUnsure = 1.2

    /// How many times likelier than any other one it must be by what was seen of each digit.
    ///
    /// With ten neighbours registered for each serial of 1,000 drawn photos, a fifth of that let 2 of 310 matches be wrong.
    private static let leastOdds = 100.0

    /// What the list says of this text as it was read.
    ///
    /// Leading zeros do not count. A serial that lies in the list is matched by itself however near its neighbours are, if
    /// it was read for certain. If it was not, what was seen of each digit must speak against every other one (`seen`: ten
    /// values from 0 to 1 for each character); where that was not measured, none may lie near. Print may have lost its first or
    /// last digit (`mayBePart`): then no serial may be registered that has it.
    package static func listing(
        of text: String, isSure: Bool, seen digits: [[Double]] = [], mayBePart: Bool = false, in list: SerialList
    ) -> SerialListing {
        let seen = Array(text.drop { $0 == "0" || $0 == "O" })
        let digits = digits.count == text.count ? Array(digits.suffix(seen.count)) : []
        let lead = isSure ? lead : leadOfUnsure
        let near = near(seen, in: list, most: farthest + lead)
        guard let best = near.min(by: { $0.distance < $1.distance }), best.distance <= farthest else {
            return .unlisted
        }
        // Of a longer serial only a part may have been seen; a printed zero before it would speak against that.
        if mayBePart, seen.count == text.count, isPart(best.entry, of: list.buckets, length: seen.count) {
            return .unlisted
        }
        let isClear = near.allSatisfy { other in
            if other.entry == best.entry { return true }
            if isSure || digits.isEmpty { return other.distance - best.distance >= lead }
            return odds(of: best.entry, over: other.entry, digits) >= leastOdds
        }
        return isClear ? .listed(serial: best.entry.serial, distance: best.distance) : .unlisted
    }

    /// Whether a registered serial with one digit more begins or ends with this one.
    private static func isPart(_ entry: SerialList.Entry, of buckets: [[SerialList.Entry]], length: Int) -> Bool {
        guard buckets.indices.contains(length + 1) else { return false }
        let mask: UInt64 = length < 16 ? 1 << (4 * UInt64(length)) - 1 : .max
        return buckets[length + 1].contains { $0.packed & mask == entry.packed || $0.packed >> 4 == entry.packed }
    }

    /// How many times likelier one serial is than another as long, by what was seen of each digit.
    private static func odds(of one: SerialList.Entry, over other: SerialList.Entry, _ digits: [[Double]]) -> Double {
        let serials = zip(SerialChoice.plain(one.serial), SerialChoice.plain(other.serial))
        return zip(serials, digits).reduce(1) { odds, place in
            let (first, second) = (place.0.0.wholeNumberValue ?? 0, place.0.1.wholeNumberValue ?? 0)
            // Nothing is taken for wholly impossible.
            return first == second ? odds : odds * (place.1[first] + 1e-9) / (place.1[second] + 1e-9)
        }
    }

    /// The registered serials that lie no farther away than `most`, which allows for no lost digit.
    private static func near(
        _ seen: [Character], in list: SerialList, most: Double
    ) -> [(entry: SerialList.Entry, distance: Double)] {
        guard list.buckets.indices.contains(seen.count), !seen.isEmpty else { return [] }
        // The same digits lie at the same four bits; letters may be any digit. Few entries are left to be weighed.
        var (packed, mask): (UInt64, UInt64) = (0, 0)
        for character in seen {
            packed = packed << 4 | UInt64(character.isDecimalDigit ? character.wholeNumberValue ?? 0 : 0)
            mask = mask << 4 | (character.isDecimalDigit ? 15 : 0)
        }
        let differing = Int(most / SerialDistance.confusion)
        return list.buckets[seen.count].compactMap { entry in
            let bits = (entry.packed ^ packed) & mask
            let places = (bits | bits >> 1 | bits >> 2 | bits >> 3) & 0x1111_1111_1111_1111
            guard places.nonzeroBitCount <= differing else { return nil }
            let digits = Array(SerialChoice.plain(entry.serial))
            return SerialDistance.between(seen, digits, most: most).map { (entry, $0) }
        }
    }
}
