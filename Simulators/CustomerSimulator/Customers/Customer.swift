package import WrittenFiles

/// A simulated customer: how they are known to the channel, and which meter hangs on their wall.
package struct Customer: Hashable, Sendable {
    /// The subscriber's number at the utility.
    package let number: String
    package let phone: String?
    package let businessScopedID: String?
    package let meterSerial: String?

    package init(number: String, phone: String?, businessScopedID: String?, meterSerial: String?) {
        self.number = number
        self.phone = phone
        self.businessScopedID = businessScopedID
        self.meterSerial = meterSerial
    }

    /// The ids under which the channel knows them.
    var identities: [String] { [phone, businessScopedID].compactMap(\.self) }

    /// How they are shown: enough to tell two apart, too little to know who it is.
    package var masked: String {
        if let phone, phone.count > 7 {
            return "+\(phone.prefix(2)) \(phone.dropFirst(2).prefix(1))•• ••• \(phone.suffix(4))"
        }
        return "\((businessScopedID ?? number).prefix(3))•••\((businessScopedID ?? number).suffix(4))"
    }
}

/// The customers of a subscribers' file, in its order; subscribers that WhatsApp does not know are left out.
package struct CustomerFile {
    package let customers: [Customer]

    private static let columns = ["subscriber_number", "meter_serial", "whatsapp", "bsuid"]

    /// The customers of a text, which mistakes name `file`; throws every mistake of it as a table.
    package init(_ text: String, file: String) throws(FileMistakes) {
        var table = try CSVTable(text: text, file: file, columns: .init(Self.columns, others: .ignored))
        customers = try table.rows().compactMap { row in
            func present(_ column: String) -> String? {
                let text = row.value(column).text
                return text.isEmpty ? nil : text
            }
            let (phone, id) = (present("whatsapp"), present("bsuid"))
            guard let number = present("subscriber_number"), phone != nil || id != nil else { return nil }
            return Customer(number: number, phone: phone, businessScopedID: id, meterSerial: present("meter_serial"))
        }
    }
}
