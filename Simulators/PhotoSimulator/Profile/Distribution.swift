/// How a parameter is drawn.
package indirect enum Distribution: Hashable, Sendable {
    case constant(Double)
    case uniform(ClosedRange<Double>)
    /// Normal, cut off at the ends of a range.
    case normal(mean: Double, deviation: Double, within: ClosedRange<Double>)
    /// One of several by weight.
    case mixture([Weighted])
    /// A name by weight.
    case choice([WeightedName])

    package struct Weighted: Hashable, Sendable {
        package let weight: Double
        package let value: Distribution
    }

    package struct WeightedName: Hashable, Sendable {
        package let weight: Double
        package let name: String
    }

    /// A number; for a choice of names, the place of the name.
    func draw(_ random: inout SeededRandom) -> Double {
        switch self {
        case .constant(let value): return value
        case .uniform(let range): return random.within(range)
        case .normal(let mean, let deviation, let range):
            return max(range.lowerBound, min(range.upperBound, mean + random.normal(deviation)))
        case .mixture(let parts):
            return parts[Distribution.place(parts.map(\.weight), &random)].value.draw(&random)
        case .choice(let names): return Double(Distribution.place(names.map(\.weight), &random))
        }
    }

    private static func place(_ weights: [Double], _ random: inout SeededRandom) -> Int {
        var left = random.unit() * weights.reduce(0, +)
        for (place, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return place }
        }
        return weights.count - 1
    }
}
