import Glibc

/// What is known of a reading when it is decided upon; each is weighed by the model's calibration.
package struct DecisionFeatures: Hashable, Sendable {
    /// The features, in their order; a calibration and `endeks read --features` name them so.
    package enum Name: String, CaseIterable, Sendable {
        /// The smallest confidence of a black digit, as log odds.
        case confidence
        /// The share of looks whose own best line has the same black digits.
        case agreement
        /// The line's logarithmic probability for each digit.
        case string
        /// How legible the window is, as log odds.
        case legible
        /// How sure the finder is, as log odds.
        case heat
        /// The share of black digits that fit where their wheel, looked at by itself, stands.
        case wheels
        /// How far a corner of the window moved when it was last refined, in window heights.
        case drift
        /// How much more probable the line is than the next one with as many black digits, as a logarithm.
        case runnerUp
        /// How likely the least likely black digit is where its wheel, looked at by itself, stands, as log odds.
        case leastWheel

        fileprivate var range: ClosedRange<Double> {
            switch self {
            case .confidence: -8...8
            case .agreement, .wheels, .drift: 0...1
            case .string: -8...0
            case .legible, .heat: -6...6
            case .runnerUp: 0...12
            case .leastWheel: -6...6
            }
        }
    }

    private var values: [Name: Double]

    /// The features with these values, each brought into its range; what is no number counts as the range's lower end.
    package init(_ values: [Name: Double]) {
        self.values = values.reduce(into: [:]) { kept, entry in
            let range = entry.key.range
            kept[entry.key] =
                entry.value.isNaN
                ? range.lowerBound : min(max(entry.value, range.lowerBound), range.upperBound)
        }
    }

    /// The features of a line in a window; `wheels` is the share of digits that their wheels bear out, `leastWheel` how likely
    /// the least likely of them is.
    init(line: LineReading, window: SeenWindow, wheels: Double, leastWheel: Double) {
        self.init([
            .confidence: logit(line.leastBlackConfidence),
            .agreement: line.agreement,
            .string: line.logarithm / Double(max(line.digits.count, 1)),
            .legible: window.legible,
            .heat: logit(window.heat),
            .wheels: wheels,
            .drift: window.drift,
            .runnerUp: line.lead,
            .leastWheel: logit(leastWheel),
        ])
    }

    /// The value of a feature, 0 for one that was not given.
    package subscript(name: Name) -> Double { values[name] ?? 0 }
}

extension Calibration.Decision {
    /// The chance that an index with these features is right.
    package func probability(_ features: DecisionFeatures) -> Double {
        // In the order of the names, so that the sum is the same in every run.
        sigmoid(DecisionFeatures.Name.allCases.reduce(bias) { $0 + (weights[$1.rawValue] ?? 0) * features[$1] })
    }

    /// What is done with a reading of these features, whatever else is known of it.
    package func decide(_ features: DecisionFeatures) -> (decision: ReadingDecision, probability: Double) {
        let probability = probability(features)
        if probability <= refuseAt { return (.refuse, probability) }
        let mayBeAccepted =
            probability >= acceptAt && features[.legible] >= minimumLegible && features[.agreement] >= minimumAgreement
        return (mayBeAccepted ? .accept : .review, probability)
    }
}
