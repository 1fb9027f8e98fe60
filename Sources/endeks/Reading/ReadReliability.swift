/// How often an index was right that was told to be right with so much probability, in ten bins of that.
struct ReadReliability {
    /// The photos whose probability lies in one tenth.
    struct Bin {
        /// The probabilities that were told, summed.
        fileprivate(set) var told = 0.0
        fileprivate(set) var right = 0
        fileprivate(set) var of = 0

        /// What was told in the mean; nil without a photo.
        var mean: Double? { of > 0 ? told / Double(of) : nil }
        /// How many were right.
        var proportion: ProportionInterval { ProportionInterval(right, of: of) }
    }

    /// From 0 to 0.1, to 0.2 … to 1, the lower end included, the last one's upper end too.
    private(set) var bins = [Bin](repeating: Bin(), count: 10)
    private var squares = 0.0

    /// How many photos there are.
    var count: Int { bins.reduce(0) { $0 + $1.of } }

    /// The mean square between what was told and what was (Brier, 1950): 0 is best; nil without a photo.
    var brier: Double? { count > 0 ? squares / Double(count) : nil }

    /// Adds a photo in which an index was read.
    mutating func add(told probability: Double, isRight: Bool) {
        let bin = min(9, max(0, Int(probability * 10)))
        bins[bin].told += probability
        bins[bin].of += 1
        if isRight { bins[bin].right += 1 }
        let miss = probability - (isRight ? 1 : 0)
        squares += miss * miss
    }

    /// The bins that hold a photo, for people.
    var lines: [String] {
        guard let brier else { return [] }
        return [
            "how sure it said it was, and how often it was right (\(count) photos in which an index was read; "
                + "Brier score \(ReadRecord.decimal(brier, 4))):"
        ]
            + bins.enumerated().compactMap { at, bin in
                bin.mean.map { mean in
                    "  told \(at * 10) to \(at * 10 + 10) %, in the mean \(ReadRecord.decimal(mean * 100, 1)) %: "
                        + "right \(bin.proportion.words)"
                }
            }
    }

    /// The same as an object.
    var json: String {
        let bins = bins.enumerated().map { at, bin in
            let told = bin.mean.map { ReadRecord.decimal($0, 4) } ?? "null"
            return "{\"from\":\(ReadRecord.decimal(Double(at) / 10, 1)),"
                + "\"through\":\(ReadRecord.decimal(Double(at + 1) / 10, 1)),\"told\":\(told),"
                + "\"right\":\(bin.proportion.json)}"
        }
        let brier = brier.map { ReadRecord.decimal($0, 5) } ?? "null"
        return "{\"brier\":\(brier),\"bins\":[\(bins.joined(separator: ","))]}"
    }
}
