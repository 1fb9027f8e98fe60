import Accounts
import Billing
import Foundation
import Quantities
import Storage
import Testing

@Suite("Books under many writers")
struct BooksPropertyTests {
    private struct Undone: Error {}

    @Test(
        "Numbers have no gap and the ledger adds up to zero, whatever is undone, at whatever moment", arguments: 1...3)
    func gapFree(seed: Int) async throws {
        let books = try await SampleBooks(subscribers: 60)
        let issuer = books.issuer
        let issued = await withTaskGroup(of: StoredInvoice?.self) { group in
            for number in 0..<60 {
                group.addTask {
                    // Some are undone after billing, some catch what they are told, some are refused at once.
                    let fate = (number &* 7 &+ seed &* 3) % 5
                    let index: Int64 = fate == 1 ? 900 : 1_000 + Int64(number)
                    return try? await books.store.write { transaction in
                        let candidate = try books.candidate(
                            number, index, "2026-11-21", origin: .photo(Int64(number)))
                        if fate == 2 {
                            // A reading of the same photo again: refused by the table, caught, and nothing is left of it.
                            let stored = try transaction.bill(candidate, issuer: issuer, at: at("2026-11-21"))
                            let other = try books.candidate(
                                (number + 1) % 60, 1_001, "2026-11-21", origin: .photo(Int64(number)))
                            _ = try? transaction.bill(other, issuer: issuer, at: at("2026-11-21"))
                            return stored
                        }
                        let stored = try transaction.bill(candidate, issuer: issuer, at: at("2026-11-21"))
                        if fate == 3 { throw Undone() }
                        return stored
                    }
                }
            }
            return await group.reduce(into: [StoredInvoice]()) { if let stored = $1 { $0.append(stored) } }
        }
        let numbers = issued.map(\.number.text).sorted()
        #expect(numbers.count >= 24)
        #expect(numbers == (1...numbers.count).map { String(format: "OGZ2026%09d", $0) })
        let (unbalanced, balances, counts, audit) = try await books.store.read { view in
            (
                try view.unbalancedLedgerEntries(), try view.ledgerBalances(), try view.accountCounts(),
                try view.verifyAudit()
            )
        }
        #expect(unbalanced.isEmpty)
        #expect(balances.values.reduce(0) { $0 + $1.kurus } == 0)
        #expect(
            balances[.receivables]?.kurus == issued.reduce(0) { $0 + $1.invoice.figures.payable.kurus })
        #expect(counts.invoices == issued.count && counts.readings == issued.count)
        guard case .intact(let entries, _) = audit else {
            Issue.record("\(audit)")
            return
        }
        #expect(entries == issued.count + 2)
        for stored in issued {
            #expect(try await books.store.read { try $0.invoice(stored.number) } == stored)
        }
    }

    @Test("Invoices of every rounding and of prices in parts come back equal", arguments: RoundingProfile.shipped)
    func codec(rounding: RoundingProfile) async throws {
        for kind in 0..<3 {
            let books = try await SampleBooks(subscribers: 4)
            var policies = try SampleBooks.policies()
            let parts: RetailPrice.Parts? =
                switch kind {
                case 1:
                    .perStandardVolume(
                        PriceParts(
                            purchase: StandardVolumePrice(microlira: 5_631_275),
                            specialConsumptionTax: StandardVolumePrice(microlira: 118_700),
                            systemUse: StandardVolumePrice(microlira: 4_116_320)))
                case 2:
                    .perKilowattHour(
                        PriceParts(
                            purchase: UnitPrice(hundredMillionths: 30_000_001),
                            specialConsumptionTax: UnitPrice(hundredMillionths: 1),
                            systemUse: UnitPrice(hundredMillionths: 12_345_678)))
                default: nil
                }
            let price = try parts.map { try RetailPrice(parts: $0) } ?? policies.tariffs[0].prices.steps[0].value
            policies = PolicySet(
                version: policies.version, source: nil, sha256: "",
                tariffs: [
                    PolicySet.Tariff(
                        name: "konut", use: .commercial, rounding: rounding, dayCount: .excludeLast, dueDays: 0,
                        minimumDays: 1,
                        prices: try RateTable([
                            .init(from: try CivilDate(iso8601: "2026-01-01"), value: price),
                            .init(
                                from: try CivilDate(iso8601: "2026-11-01"),
                                value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 44_637_591))),
                        ]))
                ], regions: policies.regions, valueAddedTax: policies.valueAddedTax, holidays: [])
            let set = policies
            try await books.store.write { try $0.importPolicies(set, actor: .command, at: at("2026-10-01")) }
            for (number, index) in [Int64(1_000), 1_001, 1_237, 1_446].enumerated() {
                let stored = try await books.bill(
                    try books.candidate(number, index, "2026-11-21", origin: .photo(Int64(number))))
                #expect(stored.invoice.prices.count == 2 && stored.invoice.subscriber.kind == .commercial)
                #expect(try await books.store.read { try $0.invoice(stored.number) } == stored)
            }
        }
    }
}
