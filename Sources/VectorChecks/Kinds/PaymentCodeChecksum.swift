import Quantities

extension VectorKind {
    /// `tr_karekod_crc`: the checksum of a payment code, and that a code which ends with the checksum's field is read.
    static let paymentCodeChecksum = VectorKind(
        name: "tr_karekod_crc", columns: ["case", "payload_up_to_6304", "crc"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let payload = try row.text("payload_up_to_6304")
            let checksum = CyclicRedundancyCheck(of: payload.utf8).hexadecimal
            try comparison.expect("crc", of: row, is: checksum)
            guard payload.hasSuffix("6304") else { return }
            do throws(PaymentCodeError) {
                _ = try PaymentCode.checkedFields(of: payload + checksum)
            } catch {
                comparison.note("payload_up_to_6304", "a payment code", "no result: \(error)")
            }
        })
}
