public import Quantities

/// The scenario of an electronic invoice, `ProfileID` of UBL-TR. [57]
public enum EInvoiceScenario: String, Hashable, Sendable, CaseIterable {
    /// An e-invoice to a public body [KAMU].
    case publicBody = "KAMU"
    /// A basic e-invoice [temel fatura].
    case basic = "TEMELFATURA"
    /// An e-archive invoice [e-arşiv]: everyone who is not registered for e-invoices, nearly all households among them.
    case archive = "EARSIVFATURA"

    /// Whether it is carried to the customer: an e-invoice goes electronically instead of on paper.
    public var isHandedOver: Bool { self == .archive }
}

/// Whom an invoice is for, as the choice of a scenario sees it.
public enum InvoiceRecipient: String, Hashable, Sendable, CaseIterable {
    /// A body of the general budget [genel bütçeli idare].
    case generalBudget
    /// Another public body that is registered for e-invoices.
    case otherPublicBody
    /// A taxpayer who is registered for e-invoices [e-Fatura mükellefi].
    case registeredTaxpayer
    /// Everyone else.
    case unregistered

    /// Whether the scenario's guide asks for the issuer's account on the invoice.
    public var needsBankAccount: Bool { self == .generalBudget || self == .otherPublicBody }
}

/// Which scenario a recipient gets, by the day of the invoice.
public struct EInvoiceScenarioPolicy: Hashable, Sendable {
    /// The scenario of each recipient from a day on.
    public struct Choices: Hashable, Sendable {
        /// The scenarios.
        public let scenarios: [InvoiceRecipient: EInvoiceScenario]

        /// Those choices.
        public init(_ scenarios: [InvoiceRecipient: EInvoiceScenario]) { self.scenarios = scenarios }
    }

    /// The edition, stored with the choice.
    public let version: String
    /// The choices, by the day from which they hold.
    public let choices: RateTable<Choices>

    /// A policy of those choices.
    public init(version: String, choices: RateTable<Choices>) {
        self.version = version
        self.choices = choices
    }

    /// The scenario for `recipient` on `day`.
    ///
    /// Throws `noChoice` where the table has none, and `bankAccountMissing` where the recipient's guide asks for an account and
    /// the issuer names none: GİB's check refuses such an invoice.
    public func scenario(
        for recipient: InvoiceRecipient, on day: CivilDate, issuer: Issuer
    ) throws(EInvoiceScenarioError) -> EInvoiceScenario {
        guard let choices = try? choices.value(on: day), let scenario = choices.scenarios[recipient] else {
            throw .noChoice(recipient, on: day)
        }
        guard !recipient.needsBankAccount || !issuer.bankAccounts.isEmpty else { throw .bankAccountMissing(recipient) }
        return scenario
    }
}

/// Why an invoice has no scenario.
public enum EInvoiceScenarioError: Error, Hashable, Sendable {
    /// The policy has no choice for that recipient and day; add one.
    case noChoice(InvoiceRecipient, on: CivilDate)
    /// The recipient's guide asks for the issuer's account; add it to the issuer.
    case bankAccountMissing(InvoiceRecipient)
}
