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
            return parts[Distribution.place(parts, { $0.weight }, &random)].value.draw(&random)
        case .choice(let names): return Double(Distribution.place(names, { $0.weight }, &random))
        }
    }

    private static func place<Part>(
        _ parts: [Part], _ weight: (Part) -> Double, _ random: inout SeededRandom
    ) -> Int {
        var left = random.unit() * parts.reduce(0) { $0 + weight($1) }
        for (place, part) in parts.enumerated() {
            left -= weight(part)
            if left < 0 { return place }
        }
        return parts.count - 1
    }
}
