import Quantities

extension VectorKind {
    /// `identifiers`: whether a text is an identifier of the kind that the row names.
    static let identifiers = VectorKind(
        name: "identifiers", columns: ["kind", "value", "valid"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let isValid = try row.isIdentifier("value", of: try row.choice("kind", as: IdentifierKind.self))
            if try row.flag("valid") != isValid { comparison.note("valid", "\(!isValid)", "\(isValid)") }
        })
}

/// The kinds by the names that a file uses.
private enum IdentifierKind: String, CaseIterable {
    case TCKN, VKN, IBAN, ETTN, SubscriberNumber, InstallationNumber, MeterSerial, InvoiceNumber
}

extension VectorRow {
    fileprivate func isIdentifier(_ column: String, of kind: IdentifierKind) throws(VectorFileError) -> Bool {
        let text = try text(column)
        return switch kind {
        case .TCKN: (try? TCKN(text)) != nil
        case .VKN: (try? VKN(text)) != nil
        case .IBAN: (try? IBAN(text)) != nil
        case .ETTN: (try? ETTN(text)) != nil
        case .SubscriberNumber: (try? SubscriberNumber(text)) != nil
        case .InstallationNumber: (try? InstallationNumber(text)) != nil
        case .MeterSerial: (try? MeterSerial(text)) != nil
        case .InvoiceNumber: (try? InvoiceNumber(text)) != nil
        }
    }
}
