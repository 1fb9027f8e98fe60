package import Billing
package import Wording

/// An invoice with all that its paper needs beside the figures.
package struct InvoiceSheet: Sendable {
    package let invoice: Invoice
    /// The language that the subscriber is written to in.
    package let language: Language
    /// The counter window of the customer's photo, straightened.
    package let crop: JPEGImage?
    /// Where the tariff's figures come from, for example a page of the utility.
    package let tariffSource: String?
    /// The subscriber's TCKN or VKN, all but its last four digits hidden: it is never printed whole.
    package let maskedIdentity: String?
    /// Whether its last index was read from the photo by the machine alone, which the subscriber is told (KVKK, article 11).
    package let isReadByMachine: Bool
    /// Whether it is made with sample data, so that nobody pays it.
    package let isSample: Bool

    package init(
        _ invoice: Invoice, language: Language, crop: JPEGImage? = nil, tariffSource: String? = nil,
        identityNumber: String? = nil, isReadByMachine: Bool, isSample: Bool = false
    ) {
        self.invoice = invoice
        self.language = language
        self.crop = crop
        self.tariffSource = tariffSource
        self.maskedIdentity = identityNumber.map { number in
            String(repeating: "*", count: max(0, number.count - 4)) + number.suffix(4)
        }
        self.isReadByMachine = isReadByMachine
        self.isSample = isSample
    }
}
