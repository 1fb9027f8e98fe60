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

    package init(_ text: String) {
        func present(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
        customers = CommaSeparatedRows(text).rows.compactMap { row in
            let (phone, id) = (present(row["whatsapp"]), present(row["bsuid"]))
            guard let number = present(row["subscriber_number"]), phone != nil || id != nil else { return nil }
            return Customer(
                number: number, phone: phone, businessScopedID: id, meterSerial: present(row["meter_serial"]))
        }
    }
}
