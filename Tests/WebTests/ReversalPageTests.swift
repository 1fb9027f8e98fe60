import Accounts
import Billing
import Foundation
import GasPhysics
import Quantities
import Storage
import Testing
import Web

/// A clerk corrects a photo that was billed: the page asks once more, with the amounts before and after.
@Suite("Taking an invoice back on the page")
struct ReversalPageTests {
    private static let clerk = "Cookie: endeks-clerk=Ay%C5%9Fe; endeks-session=0123456789abcdef0123456789abcdef"

    /// A billed photo whose customer asked for a person; its key.
    private func objected(_ fixture: WebFixture) async throws -> Int64 {
        let year = try CivilDate(iso8601: "2026-01-01")
        var gas = MonthlyGas()
        for month in 1...12 {
            gas.corrections[.init(month: .everyYear(month), millibar: 21)] = .factor(
                CorrectionFactor(hundredThousandths: 100_000))
            gas.calorificValues[.everyYear(month)] = GrossCalorificValue(tenThousandths: 91_550_000)
        }
        let price = RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 100_000_000))
        let policies = PolicySet(
            version: "test", source: nil, sha256: "",
            tariffs: [
                PolicySet.Tariff(
                    name: "konut", use: .residential, rounding: .standard, dayCount: .excludeFirst, dueDays: 15,
                    minimumDays: 15, prices: try RateTable([.init(from: year, value: price)]))
            ], regions: ["ornek": gas],
            valueAddedTax: try RateTable([.init(from: year, value: Rate(partsPerMillion: 200_000))]), holidays: [])
        let number = try SubscriberNumber("1")
        let subscriber = ImportedSubscriber(
            line: 2,
            subscription: Subscription(
                subscriber: Subscriber(
                    number: number, installation: try InstallationNumber("7"), name: "Deneme Abone", address: "Ankara",
                    kind: .residential, paymentScheme: .afterUse),
                meter: Meter(serial: nil, gClass: "G4", pressureMillibar: 21, wheels: 5, decimals: 3),
                region: "ornek", tariff: "konut", language: "tr"),
            whatsapp: nil, businessScopedID: "TR.1",
            lastReading: MeterReading(
                index: try Index(printed: "01021"), date: try CivilDate(iso8601: "2026-10-21")))
        let issuer = try InvoiceIssuer(
            issuer: Issuer(name: "Örnek Gaz", address: "Ankara", taxOffice: "", taxNumber: try VKN("4540536920")),
            prefix: "OGZ")
        let now = WebFixture.start
        return try await fixture.store.write { transaction in
            try transaction.importPolicies(policies, actor: .command, at: now)
            _ = try transaction.importSubscribers([subscriber], sha256: "", actor: .command, at: now)
            try transaction.run("INSERT INTO sender (business_scoped_id, last_message_at) VALUES ('TR.1', ?)", now)
            let sender = transaction.lastInsertedKey
            try transaction.run("INSERT INTO inbox (body_hash, body, received_at) VALUES (x'00', x'00', ?)", now)
            try transaction.run(
                """
                INSERT INTO message (external_id, sender, kind, sent_at, received_at, inbox)
                VALUES ('wamid.1', ?, 'image', ?, ?, ?)
                """, sender, now, now, transaction.lastInsertedKey)
            try transaction.run(
                """
                INSERT INTO photo (message, sender, media_id, received_at, state, outcome, reasons, subscriber, invoice)
                VALUES (?, ?, 'm', ?, 'decided', 'review', '["objection"]', '1', 'OGZ2026000000001')
                """, transaction.lastInsertedKey, sender, now)
            let photo = transaction.lastInsertedKey
            let candidate = ReadingCandidate(
                subscriber: number, index: try Index(printed: "01042"), date: now.civilDate, origin: .photo(photo))
            _ = try transaction.bill(candidate, issuer: issuer, at: now)
            return photo
        }
    }

    @Test(
        "The first key asks with both amounts in the clerk's language, the second one decides",
        arguments: [("tr", "iptal edilir"), ("en", "is reversed")])
    func asksOnce(language: String, words: String) async throws {
        let fixture = try WebFixture()
        let photo = try await objected(fixture)
        let server = try await RunningServer(fixture.staff)
        let headers = [Self.clerk + "; endeks-language=\(language)", "Origin: http://127.0.0.1:\(server.port)"]
        _ = try await server.request("GET", "/review/\(photo)", headers: headers)
        let form = "action=accept&index=01040&retyped=1&seen=OGZ2026000000001"
        let asked = try await server.request(
            "POST", "/review/\(photo)/decision", headers: headers, body: Array(form.utf8))
        #expect(asked.status == 422)
        // 21 m3 before and 19 m3 after, by 10.64 kWh/m3, 1 TL/kWh and 20 %.
        for part in [
            words, "OGZ2026000000001", language == "tr" ? "268,13" : "268.13", language == "tr" ? "242,59" : "242.59",
        ] {
            #expect(asked.text.contains(part), "\(part)")
        }
        #expect(asked.text.contains("data-asked=\"01040\""))
        let pending = "SELECT count(*) AS number FROM review_decision WHERE state = 'pending'"
        #expect(try await fixture.store.read { try $0.row(pending)?.integer("number") } == 0)
        let decided = try await server.request(
            "POST", "/review/\(photo)/decision", headers: headers, body: Array((form + "&checked=1").utf8))
        #expect(decided.status == 303)
        #expect(try await fixture.store.read { try $0.row(pending)?.integer("number") } == 1)
        try await server.stop()
    }
}
