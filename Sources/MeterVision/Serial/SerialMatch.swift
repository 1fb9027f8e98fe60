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

    /// What the list says of this text (digits, and letters that may stand for some) as it was read.
    ///
    /// Leading zeros do not count. A serial that lies in the list is matched by itself however near its neighbours are, if
    /// it was read for certain.
    package static func listing(of text: String, isSure: Bool, in list: SerialList) -> SerialListing {
        let seen = Array(text.drop { $0 == "0" || $0 == "O" })
        let lead = isSure ? lead : leadOfUnsure
        var (best, next): ((entry: SerialList.Entry, distance: Double)?, Double) = (nil, .infinity)
        for (entry, distance) in near(seen, in: list, most: farthest + lead) {
            if distance < best?.distance ?? .infinity {
                next = best?.distance ?? .infinity
                best = (entry, distance)
            } else {
                next = min(next, distance)
            }
        }
        guard let best, best.distance <= farthest, next - best.distance >= lead else { return .unlisted }
        return .listed(serial: best.entry.serial, distance: best.distance)
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
