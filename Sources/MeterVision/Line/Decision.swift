import Glibc

/// What is known of a reading when it is decided upon; each can be weighed by the model's calibration.
package struct DecisionFeatures: Hashable, Sendable {
    /// The names that a calibration may weigh.
    package enum Name: String, CaseIterable, Sendable {
        /// The smallest confidence of a black digit, as log odds.
        case leastConfidence
        /// The mean of the black digits' confidences, as log odds.
        case meanConfidence
        /// The share of looks that agree.
        case agreement
        /// The line's logarithmic probability for each digit.
        case lineLogarithm
        /// What the known number of wheels costs, as a logarithm.
        case shapeCost
        /// How sure the finder is, as log odds.
        case heat
        /// How legible the window is, as log odds.
        case legible
        /// The share of black wheels that, looked at by themselves, show the same digit.
        case wheelAgreement
        /// The smallest certainty of a black wheel's position.
        case leastCertainty
        /// The logarithm of the window's sharpness.
        case sharpness
        /// The window's contrast.
        case contrast
        /// The logarithm of the window's height in pixels.
        case height
    }

    /// The value of each feature.
    package var values: [Name: Double]

    /// The features of a reading.
    package init(
        line: LineReading, heat: Double, legible: Double, quality: WindowQuality, wheelAgreement: Double,
        leastCertainty: Double
    ) {
        let black = zip(line.digits, line.confidences).filter { !$0.0.isDecimal }.map(\.1)
        values = [
            .leastConfidence: logit(black.min() ?? 0),
            .meanConfidence: logit(black.isEmpty ? 0 : black.reduce(0, +) / Double(black.count)),
            .agreement: line.agreement,
            .lineLogarithm: line.logarithm / Double(max(line.digits.count, 1)),
            .shapeCost: min(line.cost, 20),
            .heat: logit(heat),
            .legible: min(max(legible, -14), 14),
            .wheelAgreement: wheelAgreement,
            .leastCertainty: leastCertainty,
            .sharpness: log(max(quality.sharpness, 1e-3)),
            .contrast: quality.contrast,
            .height: log(max(quality.height, 1)),
        ]
    }
}

extension Calibration.Decision {
    /// The chance that an index with these features is right.
    package func probability(_ features: DecisionFeatures) -> Double {
        // In the order of the names, so that the sum is the same in every run.
        let sum = DecisionFeatures.Name.allCases.reduce(bias) {
            $0 + (weights[$1.rawValue] ?? 0) * (features.values[$1] ?? 0)
        }
        return sigmoid(sum)
    }

    /// What is done at that probability.
    package func decide(_ probability: Double) -> ReadingDecision {
        if probability >= acceptAt { return .accept }
        return probability <= refuseAt ? .refuse : .review
    }
}
