public import Quantities

/// The comparative estimate of a use that no reading shows [kıyas]: the lower of the customer's own mean and its peers'.
///
/// own = Σ m3 ÷ Σ days of the same quarter of the last two years; peers = the arithmetic mean of the peers' own means;
/// estimate = the lower × days. All of it is one exact quotient, rounded once, half away from zero, to the policy's
/// decimals; the daily means are rounded to be shown, not to be used. Residential heating only: a customer of another kind
/// is a manual case. Yönetmelik, article on meters that did not measure (S4); rows 146-148, B.9.
public struct ComparativeEstimate: Hashable, Sendable {
    /// What the rule leaves to a utility.
    public struct Policy: Hashable, Sendable {
        /// The version, stored with the estimate.
        public let version: String
        /// How many years back the same quarter is looked for.
        public let years: Int
        /// How many decimals of a m3 an estimate has, 0 to 3.
        public let volumeDecimals: Int
        /// How many decimals of a m3 a day are shown and compared.
        public let meanDecimals: Int
        /// Whether a customer's own mean decides alone where there are no peers; otherwise a person does.
        public let isOwnMeanEnough: Bool
    }

    /// What the estimate rests on.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// The customer's own mean, which is the lower one, or as high as the peers'.
        case own
        /// The peers' mean, which is the lower one.
        case peers
        /// The peers' mean, because the customer has no history.
        case peersWithoutHistory = "peers-no-history"
        /// Nothing: a person decides.
        case manual
    }

    /// The customer's use in the same quarter of earlier years.
    public let own: [QuarterlyUse]
    /// The same of each peer.
    public let peers: [[QuarterlyUse]]
    /// For how many days there is no reading.
    public let days: Int
    /// The policy.
    public let policy: Policy

    /// What the estimate rests on.
    public let rule: Rule
    /// The customer's own daily mean as shown, m3 a day; `nil` without history.
    public let ownDailyMean: DecimalFigure?
    /// The peers' daily mean as shown, m3 a day; `nil` without peers.
    public let peersDailyMean: DecimalFigure?
    /// The estimate; `nil` where a person decides.
    public let estimate: MeterVolume?

    /// The estimate for `days` days.
    ///
    /// Peers without any use on record are not counted.
    /// - Throws: `EstimateError` for a negative use, days that are not above zero and a figure that does not fit.
    public init(
        own: [QuarterlyUse], peers: [[QuarterlyUse]], days: Int, policy: Policy = .shipped
    ) throws(EstimateError) {
        if days <= 0 { throw .outOfBounds(.days) }
        self.own = own
        self.peers = peers
        self.days = days
        self.policy = policy
        let ownMean = try own.dailyMean()
        let peersMean = try Self.mean(of: peers)
        ownDailyMean = try ownMean.map { mean throws(EstimateError) in try Self.shown(mean, policy, .ownDailyMean) }
        peersDailyMean = try peersMean.map { mean throws(EstimateError) in
            try Self.shown(mean, policy, .peersDailyMean)
        }
        let lower: ExactSum?
        switch (ownMean, peersMean) {
        case (nil, nil): (rule, lower) = (.manual, nil)
        case (nil, let peers?): (rule, lower) = (.peersWithoutHistory, peers)
        case (let own?, nil): (rule, lower) = policy.isOwnMeanEnough ? (.own, own) : (.manual, nil)
        case (let own?, let peers?):
            // As shown, a tie is the customer's own; what is multiplied is the lower one in any case.
            let isOwn = own < peers || ownDailyMean == peersDailyMean
            (rule, lower) = (isOwn ? .own : .peers, own < peers ? own : peers)
        }
        estimate = try lower.map { mean throws(EstimateError) in
            try Self.volume(mean, days: days, decimals: policy.volumeDecimals)
        }
    }

    private static func mean(of peers: [[QuarterlyUse]]) throws(EstimateError) -> ExactSum? {
        var (sum, count) = (ExactSum(), Int64(0))
        for peer in peers {
            guard !peer.isEmpty else { continue }
            try peer.addDailyMean(to: &sum)
            count += 1
        }
        guard count > 0 else { return nil }
        do throws(ArithmeticError) { return try sum.divided(by: count) } catch { throw .overflow(.peersDailyMean) }
    }

    /// A mean with the decimals that are shown.
    private static func shown(
        _ mean: ExactSum, _ policy: Policy, _ code: DerivationStep.Code
    ) throws(EstimateError) -> DecimalFigure {
        do throws(ArithmeticError) {
            let units = try mean.rounded(
                times: 1, over: .powerOfTen(DecimalFigure.mostFractionDigits - policy.meanDecimals))
            return DecimalFigure(units: units, fractionDigits: policy.meanDecimals)
        } catch {
            throw .overflow(code)
        }
    }

    private static func volume(_ mean: ExactSum, days: Int, decimals: Int) throws(EstimateError) -> MeterVolume {
        do throws(ArithmeticError) {
            return try mean.volume(days: days, decimals: decimals)
        } catch {
            throw .overflow(.comparativeEstimate)
        }
    }
}

extension ComparativeEstimate: Derived {
    /// The means as shown and the lower one × days.
    public var derivation: [DerivationStep] {
        var steps: [DerivationStep] = []
        if let ownDailyMean {
            steps.append(
                DerivationStep(
                    code: .ownDailyMean, operands: own.flatMap { $0.operands }, result: ownDailyMean,
                    isShownRounded: true, policy: policy.version))
        }
        if let peersDailyMean {
            // Other customers' figures are theirs: their mean alone is shown, and of how many.
            steps.append(
                DerivationStep(
                    code: .peersDailyMean,
                    operands: [.init(.peerCount, DecimalFigure(Int64(peers.count { !$0.isEmpty })))],
                    result: peersDailyMean, isShownRounded: true, policy: policy.version))
        }
        if let estimate, let mean = rule == .own ? ownDailyMean : peersDailyMean {
            steps.append(
                DerivationStep(
                    code: .comparativeEstimate,
                    operands: [
                        .init(rule == .own ? .ownDailyMean : .peersDailyMean, mean),
                        .init(.days, DecimalFigure(Int64(days))),
                    ],
                    result: estimate.figure.withoutTrailingZeros(keeping: policy.volumeDecimals),
                    policy: policy.version))
        }
        return steps
    }
}

extension QuarterlyUse {
    var operands: [DerivationStep.Operand] {
        [.init(.days, DecimalFigure(Int64(days))), .init(.quarterVolume, cubicMetres)]
    }
}
