/// What was measured after training: how often to look, and what a look is worth.
package struct Calibration: Decodable, Hashable, Sendable {
    /// Another way of framing the window before it is read: moved and stretched, in units of the window.
    package struct Jitter: Hashable, Sendable {
        /// Moved by this share of the width and the height.
        package var dx, dy: Double
        /// Stretched by these factors.
        package var sx, sy: Double
    }

    /// A logistic model of the chance that an index is right, and where its limits lie.
    package struct Decision: Decodable, Hashable, Sendable {
        /// The weight of each feature by its name; see `DecisionFeatures`.
        package var weights: [String: Double]
        /// What is added to the weighted sum.
        package var bias: Double
        /// From this probability on a reading is accepted.
        package var acceptAt: Double
        /// Up to this probability it is refused.
        package var refuseAt: Double
        /// Below this probability no index is told: the nets have seen something else, and what they make of it is a guess.
        package var proposeAt: Double
        /// When a smaller share of looks agrees, no index is told: one look of several saw it, and bars are read as ones.
        package var proposeAgreement: Double
        /// Below this legibility (log odds) nothing is accepted; without it there is no such limit.
        package var minimumLegible: Double
        /// When a smaller share of looks agrees, nothing is accepted.
        package var minimumAgreement: Double

        private enum Key: String, CodingKey {
            case weights, bias, acceptAt, refuseAt, proposeAt, proposeAgreement, minimumLegible, minimumAgreement
        }

        /// The decision of a model's header.
        package init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            weights = try fields.decode([String: Double].self, forKey: .weights)
            bias = try fields.decode(Double.self, forKey: .bias)
            acceptAt = try fields.decode(Double.self, forKey: .acceptAt)
            refuseAt = try fields.decode(Double.self, forKey: .refuseAt)
            proposeAt =
                try fields.decodeIfPresent(Double.self, forKey: .proposeAt) ?? min(max(0.25, refuseAt), acceptAt)
            minimumLegible = try fields.decodeIfPresent(Double.self, forKey: .minimumLegible) ?? -6
            minimumAgreement = try fields.decodeIfPresent(Double.self, forKey: .minimumAgreement) ?? 0
            proposeAgreement =
                try fields.decodeIfPresent(Double.self, forKey: .proposeAgreement) ?? min(0.2, minimumAgreement)
        }
    }

    /// How often the window's corners are refined.
    package var refinePasses: Int
    /// The framings that the window is read at.
    package var jitters: [Jitter]
    /// Below this chance that a window is there, the photo has none.
    package var leastHeat: Double
    /// The share of a digit's probability that is lent to the same digit of the other colour.
    package var colourLent: Double
    /// When accepting and refusing; without it nothing is ever accepted.
    package var decision: Decision?
    /// From where on a photo or a window is too poor.
    package var quality: QualityLimits

    private enum Key: String, CodingKey {
        case refinePasses, jitters, leastHeat, colourLent, decision, quality
    }

    /// The calibration of a model's header; what is left out takes its usual value.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        func wrong(_ key: Key, _ problem: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: fields, debugDescription: problem)
        }
        refinePasses = try fields.decodeIfPresent(Int.self, forKey: .refinePasses) ?? 2
        guard (0...8).contains(refinePasses) else { throw wrong(.refinePasses, "refinePasses must be 0 to 8") }
        let lists = try fields.decodeIfPresent([[Double]].self, forKey: .jitters) ?? [[0, 0, 1, 1]]
        guard (1...16).contains(lists.count) else { throw wrong(.jitters, "jitters must be 1 to 16") }
        jitters = try lists.map { list in
            guard list.count == 4, abs(list[0]) <= 0.5, abs(list[1]) <= 0.5, (0.5...2).contains(list[2]),
                (0.5...2).contains(list[3])
            else { throw wrong(.jitters, "a jitter is [dx, dy, sx, sy], moves up to 0.5 and factors 0.5 to 2") }
            return Jitter(dx: list[0], dy: list[1], sx: list[2], sy: list[3])
        }
        leastHeat = try fields.decodeIfPresent(Double.self, forKey: .leastHeat) ?? 0.2
        guard (0...1).contains(leastHeat) else { throw wrong(.leastHeat, "leastHeat must be 0 to 1") }
        colourLent = try fields.decodeIfPresent(Double.self, forKey: .colourLent) ?? 0.1
        guard (0...1).contains(colourLent) else { throw wrong(.colourLent, "colourLent must be 0 to 1") }
        quality = try fields.decodeIfPresent(QualityLimits.self, forKey: .quality) ?? .usual
        decision = try fields.decodeIfPresent(Decision.self, forKey: .decision)
        if let decision {
            for name in decision.weights.keys where DecisionFeatures.Name(rawValue: name) == nil {
                throw wrong(.decision, "'\(name)' is no feature of a decision")
            }
            let limits = [decision.refuseAt, decision.proposeAt, decision.acceptAt]
            guard (limits + [decision.bias] + decision.weights.values).allSatisfy(\.isFinite), limits == limits.sorted()
            else { throw wrong(.decision, "refuseAt, proposeAt and acceptAt must rise in this order") }
        }
    }

    /// The calibration of a header that has none.
    init() {
        refinePasses = 2
        jitters = [Jitter(dx: 0, dy: 0, sx: 1, sy: 1)]
        leastHeat = 0.2
        colourLent = 0.1
        decision = nil
        quality = .usual
    }
}
