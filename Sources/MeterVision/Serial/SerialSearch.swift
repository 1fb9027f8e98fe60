/// Finds the registered serials that a look at a row speaks for.
enum SerialSearch {
    /// Digits that are weighed of one look at most: a row that may be so many numbers says none of them.
    private static let mostDigits = 4000

    /// The serials whose probability is at least that; nil where too many numbers may stand there.
    ///
    /// The list is sorted, so serials that begin alike are weighed together up to where they part; whatever begins with
    /// digits that are not there is left at once.
    static func serials(
        in list: SerialList, by evidence: PrintEvidence, lengths: ClosedRange<Int>, least: Double
    ) -> [SerialList.Entry]? {
        var found: [SerialList.Entry] = []
        var digits = 0
        for length in lengths where list.buckets.indices.contains(length) {
            let bucket = list.buckets[length]
            var paths = SerialPaths(columns: evidence.count, digits: length)
            func descend(_ range: Range<Int>, _ place: Int, _ previous: UInt8?) {
                let shift = UInt64(4 * (length - 1 - place))
                var start = range.lowerBound
                while start < range.upperBound, digits <= mostDigits {
                    let digit = UInt8(bucket[start].packed >> shift & 15)
                    let end = bucket.end(of: digit, shift: shift, in: start..<range.upperBound)
                    digits += 1
                    if evidence.take(digit, after: previous, at: place, in: &paths) >= least {
                        if place < length - 1 {
                            descend(start..<end, place + 1, digit)
                        } else if evidence.end(of: paths, digits: length) >= least {
                            found.append(bucket[start])
                        }
                    }
                    start = end
                }
            }
            descend(bucket.indices, 0, nil)
        }
        return digits > mostDigits ? nil : found
    }
}

extension [SerialList.Entry] {
    /// Where the entries end that have this digit at that place; they lie in their order.
    fileprivate func end(of digit: UInt8, shift: UInt64, in range: Range<Int>) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if UInt8(self[middle].packed >> shift & 15) <= digit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
