import Quantities
import Testing
import Trials

@Suite("Payment codes")
struct PaymentCodeTests {
    /// The synthetic code of `tr_karekod_crc.csv`, with an amount of 926.68 TL.
    private static let payload =
        "75021001021202040001031200000000000106122602101000000712260224235959541200000009266861540126"
        + "TR3300061005197864578413260714ORNEK GAZ A.S.1002032032000000000000000000000000000000006304"

    private static func code(_ payload: String) -> String {
        payload + CyclicRedundancyCheck(of: payload.utf8).hexadecimal
    }

    @Test("Every checksum of tr_karekod_crc.csv is ours, and each code is read")
    func golden() throws {
        let rows = try GoldenRow.rows("tr_karekod_crc")
        #expect(rows.count == 3)
        for row in rows {
            let payload = try row["payload_up_to_6304"]
            #expect(CyclicRedundancyCheck(of: payload.utf8).hexadecimal == (try row["crc"]), "line \(row.line)")
            if payload.hasSuffix("6304") { _ = try PaymentCode(payload + (try row["crc"])) }
        }
    }

    @Test("A code is read into its fields")
    func fields() throws {
        let code = try PaymentCode(Self.code(Self.payload))
        #expect(code.use == .once)
        #expect(code.producer == "0001" && code.reference == "000000000001")
        #expect(code.amount == Money(kurus: 92_668))
        #expect(code.account == (try IBAN("TR330006100519786457841326")))
        #expect(code.payee == "ORNEK GAZ A.S.")
        #expect(!"\(code)".contains("TR33") && "\(code)" == "TR Karekod (186 characters)")
    }

    @Test("A code without an amount leaves it to the payer")
    func noAmount() throws {
        let payload = Self.payload.replacing("5412000000092668", with: "").replacing("010212", with: "010211")
        let code = try PaymentCode(Self.code(payload))
        #expect(code.amount == nil && code.use == .fixed)
    }

    @Test("Any changed character is seen")
    func changed() throws {
        let code = Array(Self.code(Self.payload).utf8)
        for place in code.indices {
            var changed = code
            changed[place] = changed[place] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
            #expect(throws: PaymentCodeError.self) { try PaymentCode(String(decoding: changed, as: UTF8.self)) }
        }
    }

    @Test(
        "A code that is none says why",
        arguments: [
            ("", PaymentCodeError.noChecksum), ("75", .notTagAndLength(position: 1)), ("7502", .cutOff(tag: 75)),
            ("750210010212010212", .tagTwice(1)), ("7500", .emptyField(tag: 75)), ("75021é", .notASCII),
            ("7A0210", .notTagAndLength(position: 1)), ("750210", .noChecksum),
            ("6304ZZZZ", .checksum(expected: "3535", found: "ZZZZ")),
        ])
    func refused(text: String, error: PaymentCodeError) throws {
        let found = #expect(throws: PaymentCodeError.self) { try PaymentCode(text) }
        if case .checksum = error {
            guard case .checksum = found else {
                Issue.record("\(String(describing: found))")
                return
            }
        } else {
            #expect(found == error)
        }
    }

    @Test(
        "A field that every code has, or that no bank made, is named",
        arguments: [
            ("010212", "", PaymentCodeError.missing(tag: 1)), ("010212", "010213", .wrongValue(tag: 1)),
            ("02040001", "", .missing(tag: 2)), ("TR33", "TR34", .wrongValue(tag: 61)),
            ("541200000009", "54120000000X", .wrongValue(tag: 54)),
        ])
    func wrongFields(old: String, new: String, error: PaymentCodeError) {
        #expect(throws: error) { try PaymentCode(Self.code(Self.payload.replacing(old, with: new))) }
    }
}
