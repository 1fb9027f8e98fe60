import Accounts
import Billing
import Foundation
import GasPhysics
import Quantities
import Storage

extension WebFixture {
    /// A subscriber of the one sender there is, whose last index is 01021 of 2026-10-21.
    struct Customer {
        let number: String
        var serial: String?
        var wheels = 5
        var isPrepaid = false
    }

    /// Policies and subscribers: 10.64 kWh/m³, 1 TL/kWh and 20 % KDV.
    func addBooks(_ customers: [Customer], language: String = "tr") async throws {
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
        let imported = try customers.enumerated().map { place, customer in
            ImportedSubscriber(
                line: place + 2,
                subscription: Subscription(
                    subscriber: Subscriber(
                        number: try SubscriberNumber(customer.number),
                        installation: try InstallationNumber("7\(place)"), name: "Deneme Abone", address: "Ankara",
                        kind: .residential, paymentScheme: customer.isPrepaid ? .prepaid : .afterUse),
                    meter: Meter(
                        serial: try customer.serial.map { try MeterSerial($0) }, gClass: "G4", pressureMillibar: 21,
                        wheels: customer.wheels, decimals: 3),
                    region: "ornek", tariff: "konut", language: language),
                whatsapp: nil, businessScopedID: "TR.1",
                lastReading: MeterReading(
                    index: try Index(printed: customer.wheels == 5 ? "01021" : "001021"),
                    date: try CivilDate(iso8601: "2026-10-21")))
        }
        let now = Self.start
        try await store.write { transaction in
            try transaction.importPolicies(policies, actor: .command, at: now)
            _ = try transaction.importSubscribers(imported, sha256: "", actor: .command, at: now)
            try transaction.run("INSERT INTO sender (business_scoped_id, last_message_at) VALUES ('TR.1', ?)", now)
        }
    }

    /// A photo of the sender that waits for a person; its key.
    ///
    /// `billedAt` is the index of the invoice that it was billed with.
    func addPhoto(subscriber: String?, billedAt index: String? = nil) async throws -> Int64 {
        let now = Self.start
        return try await store.write { transaction in
            let sender = try transaction.row("SELECT id FROM sender")?.integer("id")
            let hash = Array(UUID().uuidString.utf8)
            try transaction.run("INSERT INTO inbox (body_hash, body, received_at) VALUES (?, x'00', ?)", hash, now)
            try transaction.run(
                """
                INSERT INTO message (external_id, sender, kind, sent_at, received_at, inbox)
                VALUES (?, ?, 'image', ?, ?, ?)
                """, UUID().uuidString, sender, now, now, transaction.lastInsertedKey)
            try transaction.run(
                """
                INSERT INTO photo (message, sender, media_id, received_at, state, outcome, reasons, subscriber, invoice)
                VALUES (?, ?, 'm', ?, 'decided', 'review', '["objection"]', ?, ?)
                """, transaction.lastInsertedKey, sender, now, subscriber, index.map { _ in "OGZ2026000000001" })
            let photo = transaction.lastInsertedKey
            if let subscriber, let index {
                let candidate = ReadingCandidate(
                    subscriber: try SubscriberNumber(subscriber), index: try Index(printed: index),
                    date: now.civilDate, origin: .photo(photo))
                _ = try transaction.bill(candidate, issuer: try .sample, at: now)
            }
            return photo
        }
    }
}

extension InvoiceIssuer {
    static var sample: InvoiceIssuer {
        get throws {
            try InvoiceIssuer(
                issuer: Issuer(
                    name: "Örnek Gaz", address: "Ankara", taxOffice: "", taxNumber: try VKN("4540536920")),
                prefix: "OGZ")
        }
    }
}
