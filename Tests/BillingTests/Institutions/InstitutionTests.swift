import Billing
import Quantities
import Testing
import Trials

@Suite("Institutions: indexes, delivery, scenarios")
struct InstitutionTests {
    private func february() throws -> ReadingPeriod { try ReadingPeriod.twelve(of: 2026)[1].opened() }

    private func entry(_ serial: String, _ index: String, _ day: String = "2026-02-10") throws -> IndexBatch.Entry {
        IndexBatch.Entry(
            meter: try MeterSerial(serial),
            reading: MeterReading(index: try Index(printed: index), date: try DebtSample.day(day)))
    }

    @Test("A batch enters whole, by its count and its control total, or not at all")
    func batch() throws {
        let entries = [try entry("A0001", "01234"), try entry("A0002", "00007")]
        // 1234 + 7.
        let control = IndexBatch.ControlTotal(count: 2, indexSum: 1_241)
        let batch = try IndexBatch(entries, control: control, period: february())
        #expect(batch.entries == entries)
        // Two digits swapped: 1243 + 7 is 9 too many.
        #expect(throws: IndexBatchError.sumDiffers(by: 9)) {
            try IndexBatch([entry("A0001", "01243"), entries[1]], control: control, period: february())
        }
        #expect(throws: IndexBatchError.countDiffers(found: 1, stated: 2)) {
            try IndexBatch([entries[0]], control: control, period: february())
        }
        #expect(throws: IndexBatchError.meterTwice(entries[0].meter)) {
            try IndexBatch(
                [entries[0], entries[0]], control: .init(count: 2, indexSum: 2_468), period: february())
        }
        let march = try entry("A0002", "00007", "2026-03-01")
        #expect(
            throws: IndexBatchError.refused(
                march.meter, .outside(try february().month, march.reading.date))
        ) { try IndexBatch([entries[0], march], control: control, period: february()) }
    }

    @Test("One index typed wrong, left out or typed twice never enters with the list's own totals")
    func batches() {
        forAll("index batch", seed: 57) { generator in
            let period = try february()
            var entries = try (0..<generator.count(in: 1...6)).map { place in
                IndexBatch.Entry(
                    meter: try MeterSerial("A000\(place)"),
                    reading: MeterReading(
                        index: try Index(value: generator.integer(in: 0...99_999), digits: 5), date: period.firstDay))
            }
            let control = IndexBatch.ControlTotal(
                count: entries.count, indexSum: entries.reduce(0) { $0 + $1.reading.index.value })
            _ = try IndexBatch(entries, control: control, period: period)
            let place = generator.count(in: 0...(entries.count - 1))
            switch generator.count(in: 0...2) {
            case 0: entries.remove(at: place)
            case 1: entries.append(entries[place])
            default:
                let typed = (entries[place].reading.index.value + generator.integer(in: 1...99_999)) % 100_000
                entries[place] = IndexBatch.Entry(
                    meter: entries[place].meter,
                    reading: MeterReading(index: try Index(value: typed, digits: 5), date: period.firstDay))
            }
            generator.note("entries", entries.count)
            do throws(IndexBatchError) {
                _ = try IndexBatch(entries, control: control, period: period)
            } catch {
                return
            }
            try hold(false, "it entered")
        }
    }

    @Test("Paper is handed over against a signature, once; an e-invoice is never on the list")
    func delivery() throws {
        let (first, second) = (try InvoiceNumber("OGZ2026000000001"), try InvoiceNumber("OGZ2026000000002"))
        let list = try DeliveryList(institution: "Örnek Okulu", invoices: [(first, .archive), (second, .archive)])
        #expect(list.outstanding == [first, second])
        let signed = DeliveryList.HandOver(
            day: try DebtSample.day("2026-02-20"), receivedBy: "A. Örnek, memur", result: .signed, evidence: "T-17")
        let after = try list.handing(over: [first], signed)
        #expect(after.outstanding == [second] && after.handOvers[first] == signed)
        #expect(try after.handing(over: [first], signed) == after)
        let other = DeliveryList.HandOver(
            day: try DebtSample.day("2026-02-21"), receivedBy: "B. Örnek", result: .signatureRefused, evidence: "T-18")
        #expect(throws: DeliveryError.handedOverBefore(first)) { try after.handing(over: [second, first], other) }
        #expect(throws: DeliveryError.evidenceMissing) {
            try list.handing(over: [first], .init(day: signed.day, receivedBy: "x", result: .signed, evidence: ""))
        }
        let third = try InvoiceNumber("OGZ2026000000003")
        #expect(throws: DeliveryError.notOnList(third)) { try list.handing(over: [third], signed) }
        for scenario in [EInvoiceScenario.publicBody, .basic] {
            #expect(throws: DeliveryError.notOnPaper(first)) {
                try DeliveryList(institution: "x", invoices: [(first, scenario)])
            }
        }
        #expect(throws: DeliveryError.invoiceTwice(first)) {
            try DeliveryList(institution: "x", invoices: [(first, .archive), (first, .archive)])
        }
        // Who took it is a person.
        #expect(!"\(after) \(String(reflecting: signed))".contains("memur"))
    }

    @Test("Each recipient has its scenario by the day, and a public body's needs the issuer's account")
    func scenarios() throws {
        func issuer(_ accounts: [String]) throws -> Issuer {
            Issuer(
                name: "Örnek Gaz", address: "Ankara", taxOffice: "Örnek", taxNumber: try VKN("4540536920"),
                bankAccounts: try accounts.map { try IBAN($0) })
        }
        let day = try DebtSample.day("2026-02-20")
        let (with, without) = (try issuer(["TR02 0001 0001 7935 0985 6250 01"]), try issuer([]))
        let policy = EInvoiceScenarioPolicy.shipped
        for (recipient, code) in [
            (InvoiceRecipient.generalBudget, "TEMELFATURA"), (.otherPublicBody, "KAMU"),
            (.registeredTaxpayer, "TEMELFATURA"), (.unregistered, "EARSIVFATURA"),
        ] {
            #expect(try policy.scenario(for: recipient, on: day, issuer: with).rawValue == code)
            if recipient.needsBankAccount {
                #expect(throws: EInvoiceScenarioError.bankAccountMissing(recipient)) {
                    try policy.scenario(for: recipient, on: day, issuer: without)
                }
            } else {
                #expect(try policy.scenario(for: recipient, on: day, issuer: without).rawValue == code)
            }
        }
        let before = try DebtSample.day("2019-12-31")
        #expect(throws: EInvoiceScenarioError.noChoice(.unregistered, on: before)) {
            try policy.scenario(for: .unregistered, on: before, issuer: with)
        }
    }
}
