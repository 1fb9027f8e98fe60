public import Quantities

/// What is done for a customer whose meter was not read: the answer of the kıyas rule (rows 145-149).
public enum ComparativeInvoicing: Hashable, Sendable {
    /// Nothing: no decision switches comparative invoices on there and then.
    case outOfScope
    /// No invoice: the customer is exempt.
    case exempt(EstimateExemption)
    /// No automatic invoice: a person decides, because the customer does not heat a home with gas or nothing can be
    /// compared.
    case manual
    /// An invoice on an estimate, under that decision.
    case estimated(ComparativeEstimate, EstimateScope.Decision)

    /// A customer as the rule sees it: who is a peer, where the meter stands.
    public struct Customer: Hashable, Sendable {
        /// What makes customers alike [benzer tüketim eğilimi]: all of it must be the same.
        public struct Peers: Hashable, Sendable {
            /// The district.
            public let district: String
            /// The tariff group.
            public let tariff: String
            /// How the place is heated: combi, central boiler, stove.
            public let heating: String
            /// The band of the place's size.
            public let sizeBand: String

            /// Customers of that kind.
            public init(district: String, tariff: String, heating: String, sizeBand: String) {
                self.district = district
                self.tariff = tariff
                self.heating = heating
                self.sizeBand = sizeBand
            }
        }

        /// Whom it is compared with.
        public let peers: Peers
        /// The code of the area in which the meter stands.
        public let area: String
        /// Whether the gas heats a home [konut ısıtma amaçlı].
        public let isResidentialHeating: Bool
        /// Its use by quarter.
        public let history: [CalendarQuarter: QuarterlyUse]

        /// A customer.
        public init(
            peers: Peers, area: String, isResidentialHeating: Bool, history: [CalendarQuarter: QuarterlyUse]
        ) {
            self.peers = peers
            self.area = area
            self.isResidentialHeating = isResidentialHeating
            self.history = history
        }
    }

    /// The answer for `customer` and the time `unread`, on whose last day its meter would have been read.
    ///
    /// - Parameters:
    ///   - customer: Whose meter was not read.
    ///   - unread: From the last reading to the day of the one left out.
    ///   - others: Customers of the utility, of whom those alike are the peers; the customer itself is not among them.
    ///   - exemptions: What is known of exemptions.
    ///   - scope: Where comparative invoices are on.
    ///   - policy: The policy.
    /// - Throws: `EstimateError` where a history cannot be computed with.
    public init(
        _ customer: Customer, unread: BillingInterval, others: [Customer], exemptions: [EstimateExemption],
        scope: EstimateScope, policy: ComparativeEstimate.Policy = .shipped
    ) throws(EstimateError) {
        guard let decision = scope.decision(in: customer.area, on: unread.last) else {
            self = .outOfScope
            return
        }
        if let exemption = exemptions.first(where: { $0.holds(on: unread.last) }) {
            self = .exempt(exemption)
            return
        }
        guard customer.isResidentialHeating else {
            self = .manual
            return
        }
        let quarter = CalendarQuarter(mostOf: unread)
        let peers = others.filter { $0.isResidentialHeating && $0.peers == customer.peers }
        let estimate = try ComparativeEstimate(
            own: customer.history.sameQuarter(as: quarter, years: policy.years),
            peers: peers.map { $0.history.sameQuarter(as: quarter, years: policy.years) }, days: unread.days,
            policy: policy)
        self = estimate.estimate == nil ? .manual : .estimated(estimate, decision)
    }
}
