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
    /// The accounts to which customers pay, in the order of the paper; none where the invoice names none. [110]
    ///
    /// An `IBAN` that there is has passed mod 97 (ISO 7064): a wrong one never gets here.
    public let bankAccounts: [IBAN]
    /// The number to call in an emergency, `187` for gas in Turkey.
    public let emergencyPhone: String
    /// The number of the customer service, if there is one.
    public let callCentre: String?

    /// An issuer with those particulars.
    public init(
        name: String, address: String, taxOffice: String, taxNumber: VKN, bankAccounts: [IBAN] = [],
        emergencyPhone: String = "187", callCentre: String? = nil
    ) {
        self.name = name
        self.address = address
        self.taxOffice = taxOffice
        self.taxNumber = taxNumber
        self.bankAccounts = bankAccounts
        self.emergencyPhone = emergencyPhone
        self.callCentre = callCentre
    }
}
