public import Quantities

/// Whom an invoice is for, as it stands on the paper.
public struct Subscriber: Hashable, Sendable, MaskedWhenPrinted {
    /// What the gas is used for [abone türü]; the tariff group follows from it.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A household [konut].
        case residential
        /// A shop or office [ticari].
        case commercial
        /// A public body [resmî].
        case official
        /// A factory [sanayi].
        case industrial
    }

    /// How the gas is paid for.
    public enum PaymentScheme: String, Hashable, Sendable, CaseIterable {
        /// By invoice after use [mekanik sayaç].
        case afterUse
        /// Before use, on a card [ön ödemeli]; never billed from a photo.
        case prepaid
    }

    /// The subscriber number [abone no].
    public let number: SubscriberNumber
    /// The installation number [tesisat no].
    public let installation: InstallationNumber
    /// The subscriber's name.
    public let name: String
    /// The address that is supplied.
    public let address: String
    /// What the gas is used for.
    public let kind: Kind
    /// How the gas is paid for.
    public let paymentScheme: PaymentScheme

    /// A subscriber with those particulars.
    public init(
        number: SubscriberNumber, installation: InstallationNumber, name: String, address: String, kind: Kind,
        paymentScheme: PaymentScheme = .afterUse
    ) {
        self.number = number
        self.installation = installation
        self.name = name
        self.address = address
        self.kind = kind
        self.paymentScheme = paymentScheme
    }

    /// The number masked, without name and address: an invoice in a log line names nobody.
    public var description: String { "subscriber \(number)" }
}
