import Foundation

/// How far a share that was counted can be from the true one, by chance alone.
///
/// The interval is Clopper and Pearson's (Biometrika 26, 1934): exact, so that it holds its 95 % at least also where
/// nothing or everything was counted, and wider than others.
struct ProportionInterval: Hashable {
    /// How many were counted, of how many.
    let count, of: Int

    init(_ count: Int, of total: Int) {
        precondition(count >= 0 && count <= total, "a count lies between none and all")
        (self.count, of) = (count, total)
    }

    /// The share that was counted; nil of none.
    var share: Double? { of > 0 ? Double(count) / Double(of) : nil }

    /// The lower end at 95 %, two-sided.
    var low: Double { count == 0 ? 0 : Self.largest { Self.chance(of: of - count, orLessOf: of, at: 1 - $0) <= 0.025 } }

    /// The upper end at 95 %, two-sided.
    var high: Double { count == of ? 1 : Self.largest { Self.chance(of: count, orLessOf: of, at: $0) > 0.025 } }

    /// Where the true share lies below with 95 %, one-sided: what is asked of a count of mistakes.
    var bound: Double { count == of ? 1 : Self.largest { Self.chance(of: count, orLessOf: of, at: $0) > 0.05 } }

    /// The largest share of which this holds, which holds of every smaller one.
    private static func largest(where holds: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, 1.0)
        // 50 halvings are as near as a Double tells shares apart.
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// How probable it is to count so many or fewer where the true share is this, by the binomial distribution.
    private static func chance(of most: Int, orLessOf total: Int, at share: Double) -> Double {
        if share <= 0 { return 1 }
        if share >= 1 { return most >= total ? 1 : 0 }
        // By logarithms: the chance of none of 20,000 is too small a number.
        let odds = log(share) - log1p(-share)
        var term = Double(total) * log1p(-share)
        var sum = exp(term)
        for count in 0..<most {
            term += log(Double(total - count)) - log(Double(count + 1)) + odds
            sum += exp(term)
        }
        return min(sum, 1)
    }
}

extension ProportionInterval {
    /// The count with its interval, for people.
    var words: String {
        guard of > 0 else { return "0 of 0" }
        return "\(count) of \(of), \(Self.percent(Double(count) / Double(of))) "
            + "(95 %: \(Self.percent(low)) to \(Self.percent(high)))"
    }

    /// A count of mistakes with what it bounds their share by; of none, the rule of three is told too.
    var boundWords: String {
        guard of > 0 else { return "0 of 0" }
        let bound = "at most \(Self.percent(bound)) with 95 %"
        guard count == 0 else { return "\(count) of \(of), \(Self.percent(Double(count) / Double(of))) (\(bound))" }
        let three = of > 3 ? "; rule of three: 3 in \(of)" : ""
        return "none of \(of) (\(bound)\(three))"
    }

    /// The same as an object: the count, of how many, the two-sided interval and the one-sided upper bound.
    var json: String {
        guard of > 0 else { return "{\"count\":0,\"of\":0,\"low95\":null,\"high95\":null,\"bound95\":null}" }
        func text(_ share: Double) -> String { ReadRecord.decimal(share, 5) }
        return "{\"count\":\(count),\"of\":\(of),\"low95\":\(text(low)),\"high95\":\(text(high)),"
            + "\"bound95\":\(text(bound))}"
    }

    /// A share in percent, with more decimals the nearer to none or all it is: nothing but all is 100 %.
    private static func percent(_ share: Double) -> String {
        let percent = share * 100
        let edge = min(percent, 100 - percent)
        let places = edge <= 0 ? 0 : edge < 0.1 ? 3 : edge < 1 ? 2 : edge < 10 ? 1 : 0
        return ReadRecord.decimal(percent, places) + " %"
    }
}
