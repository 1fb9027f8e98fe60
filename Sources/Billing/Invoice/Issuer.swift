public import Quantities

/// The gas company that issues an invoice, as it stands on the paper.
public struct Issuer: Hashable, Sendable {
    /// The registered name [unvan].
    public let name: String
    /// The postal address.
    public let address: String
    /// The tax office [vergi dairesi].
    public let taxOffice: String
    /// The tax number.
    public let taxNumber: VKN
    /// The account to which customers pay, if the invoice names one.
    public let iban: IBAN?
    /// The number to call in an emergency, `187` for gas in Turkey.
    public let emergencyPhone: String
    /// The number of the customer service, if there is one.
    public let callCentre: String?

    /// An issuer with those particulars.
    public init(
        name: String, address: String, taxOffice: String, taxNumber: VKN, iban: IBAN? = nil,
        emergencyPhone: String = "187", callCentre: String? = nil
    ) {
        self.name = name
        self.address = address
        self.taxOffice = taxOffice
        self.taxNumber = taxNumber
        self.iban = iban
        self.emergencyPhone = emergencyPhone
        self.callCentre = callCentre
    }
}
