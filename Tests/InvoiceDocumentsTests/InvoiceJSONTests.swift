import Billing
import Foundation
import InvoiceDocuments
import Testing
import Wording

@Suite("The invoice as JSON")
struct InvoiceJSONTests {
    private func object(_ sheet: InvoiceSheet) throws -> [String: Any] {
        let parsed = try JSONSerialization.jsonObject(with: Data(sheet.json.bytes()))
        return try #require(parsed as? [String: Any])
    }

    @Test("It holds the figures of Bursagaz's published bill as strings with their exact decimals")
    func figures() throws {
        let json = try object(try SampleInvoice.bursagaz.sheet())
        let figures = try #require(json["figures"] as? [String: Any])
        for (key, expected) in [
            "measuredVolume": "153.000", "correctionFactor": "1.03083", "correctedVolume": "157.72",
            "energyFactor": "10.97", "energy": "1730", "averagePrice": "0.44637590", "consumptionCharge": "772.23",
            "valueAddedTax": "154.45", "total": "926.68", "payableRounding": "0.32", "payable": "927.00",
        ] {
            #expect(figures[key] as? String == expected, "\(key)")
        }
        #expect(json["payable"] as? String == "927.00")
        #expect(json["dueDate"] as? String == "2026-03-09")
        let issuer = try #require(json["issuer"] as? [String: Any])
        #expect(issuer["bankAccounts"] as? [String] == ["TR330006100519786457841326"])
        let period = try #require(json["period"] as? [String: Any])
        #expect(period["lastIndex"] as? String == "02319")
        #expect(period["days"] as? Int == 30)
    }

    @Test("No figure of money or quantity is a JSON number")
    func noFloats() throws {
        let text = String(decoding: try SampleInvoice.longest.sheet().json.bytes(), as: UTF8.self)
        #expect(!text.contains(/: -?\d+\.\d/))
        #expect(text.contains(/"averagePrice": "0\.\d{8}"/))
    }

    @Test("The steps name the figures that went in, and the versions that made them")
    func derivation() throws {
        let json = try object(try SampleInvoice.bursagaz.sheet())
        let steps = try #require(json["derivation"] as? [[String: Any]])
        #expect(steps.map { $0["code"] as? String }.first == "measuredVolume")
        #expect(steps.last?["result"] as? String == "927.00")
        let versions = try #require(json["versions"] as? [String: Any])
        #expect(versions["tariff"] as? String == "ornek-2026.1")
        #expect(versions["rounding"] as? String == "bursagaz")
        #expect(versions["wording"] as? String == WordingEdition.version)
    }

    @Test("A person's number is hidden here too")
    func masked() throws {
        let text = String(decoding: try SampleInvoice.bursagaz.sheet().json.bytes(), as: UTF8.self)
        #expect(text.contains("*******0146"))
        #expect(!text.contains("10000000146"))
    }

    @Test("Quotation marks, backslashes and control characters are escaped")
    func escaped() throws {
        let text = "a\"b\\c\nd\u{1}ğ"
        let bytes = JSONValue.object([.init("k\"", .array([.string(text), .integer(-3), .null, .boolean(true)]))])
            .bytes()
        let parsed = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [Any]])
        #expect(parsed["k\""]?.first as? String == text)
        #expect(String(decoding: JSONValue.object([]).bytes(), as: UTF8.self) == "{}\n")
    }
}
