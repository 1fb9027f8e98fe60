import Billing
import Quantities
import Testing
import Trials

@Suite("What stands beside the gas")
struct InvoiceChargesTests {
    /// 100 kWh at 1.00: 100.00 before KDV.
    private func invoice(_ additions: InvoiceAdditions) throws -> Invoice {
        var sample = SampleRequest(firstIndex: "00000", lastIndex: "00100", correction: "1", calorificValue: "860.42")
        sample.rounding = .standard
        sample.prices = ["2025-01-01": "1"]
        sample.additions = additions
        return try sample.invoice()
    }

    private func charges(_ invoice: Invoice) -> [String] {
        invoice.charges.map { "\($0.code) \($0.amount)\($0.isTaxed ? " taxed" : "")" }
    }

    @Test("A TL correction carries KDV, whatever its sign")
    func correction() throws {
        // The golden rise: +115.69, with KDV 138.83.
        let debit = try invoice(InvoiceAdditions(correction: Money(kurus: 11_569)))
        #expect(charges(debit) == ["correction 115.69 taxed"])
        #expect(debit.figures.valueAddedTaxBase.description == "215.69")
        #expect(debit.figures.payable.description == "258.83")
        let credit = try invoice(InvoiceAdditions(correction: Money(kurus: -4_873)))
        #expect(credit.figures.valueAddedTaxBase.description == "51.27")
        #expect(credit.figures.payable.description == "61.52")
        #expect(credit.carried == .none)
        #expect(
            credit.derivation.suffix(4).map(\.code) == [.valueAddedTaxBase, .valueAddedTax, .total, .payable])
    }

    @Test("A correction larger than the invoice takes it to zero, and the rest stays on the ledger")
    func tooLarge() throws {
        let invoice = try invoice(
            InvoiceAdditions(
                correction: Money(kurus: -12_000), calorificDifference: Money(kurus: -500), lateFee: Money(kurus: 300)))
        #expect(charges(invoice) == ["lateFee 3.00 taxed", "correction -103.00 taxed"])
        #expect(invoice.figures.valueAddedTaxBase == .zero)
        #expect(invoice.figures.payable == .zero)
        #expect(invoice.carried == CarriedCredit(corrections: Money(kurus: 2_200), credit: .zero))
    }

    @Test("Late fees are taxed by default; where they are not they stand below the total")
    func lateFee() throws {
        let taxed = try invoice(InvoiceAdditions(lateFee: Money(kurus: 1_714)))
        #expect(taxed.figures.payable.description == "140.57")
        let untaxed = try invoice(InvoiceAdditions(lateFee: Money(kurus: 1_714), isLateFeeTaxed: false))
        #expect(untaxed.figures.valueAddedTaxBase.description == "100.00")
        #expect(untaxed.figures.payable.description == "137.14")
        #expect(charges(untaxed) == ["lateFee 17.14"])
    }

    // KDV on a late fee is decided once, by its policy. Mutation tried: `charge` that always says taxed; this fails.
    @Test("An invoice takes from the fee whether it is taxed, adds several, and refuses two that are taxed differently")
    func chargedFees() throws {
        func fee(_ policy: LateFeePolicy, clause: LateFeeClause? = .publicClaimRate) throws -> LateFee {
            try LateFee(
                principal: Money(kurus: 92_668), due: DebtSample.day("2026-02-24"), paid: DebtSample.day("2026-03-11"),
                clause: clause, policy: policy)
        }
        let shipped = LateFeePolicy.shipped
        let lawUntaxed = try #require(
            LateFeePolicy(
                version: "test", publicClaimRates: shipped.publicClaimRates, counting: .monthDay,
                statutoryInterest: shipped.statutoryInterest, valueAddedTax: shipped.valueAddedTax,
                taxesInterestByLaw: false))
        var additions = InvoiceAdditions()
        try additions.charge(fee(shipped))
        try additions.charge(fee(shipped))
        #expect(additions.lateFee.description == "34.28" && additions.isLateFeeTaxed)  // 2 × 17.14
        #expect(charges(try invoice(additions)) == ["lateFee 34.28 taxed"])
        #expect(throws: BillingError.contradiction(.lateFeesTaxedDifferently)) {
            try additions.charge(fee(lawUntaxed, clause: nil))
        }
        var byLaw = InvoiceAdditions()
        try byLaw.charge(fee(lawUntaxed, clause: nil))
        // 926.68 × 24 % × 15 ÷ 365 = 9.14, without KDV below the total of 120.00.
        #expect(charges(try invoice(byLaw)) == ["lateFee 9.14"])
        #expect(try invoice(byLaw).figures.payable.description == "129.14")
    }

    @Test("An instalment is paid with the invoice without KDV, a credit pays a part of all of it")
    func balance() throws {
        let invoice = try invoice(
            InvoiceAdditions(
                instalment: Money(kurus: 25_000), credit: Money(kurus: 10_000), previousDebt: Money(kurus: 99_999)))
        #expect(charges(invoice) == ["instalment 250.00", "credit -100.00"])
        #expect(invoice.figures.total.description == "120.00")
        #expect(invoice.figures.balance.description == "150.00")
        #expect(invoice.figures.payable.description == "270.00")
        #expect(invoice.previousDebt.description == "999.99")
        let rich = try self.invoice(InvoiceAdditions(instalment: Money(kurus: 25_000), credit: Money(kurus: 40_000)))
        #expect(rich.figures.payable == .zero)
        #expect(rich.carried == CarriedCredit(corrections: .zero, credit: Money(kurus: 3_000)))
    }

    @Test("Payable rounding comes last")
    func rounding() throws {
        var sample = SampleRequest()
        sample.additions = InvoiceAdditions(credit: Money(kurus: 100_68))
        let invoice = try sample.invoice()
        #expect(invoice.figures.total.description == "926.68")
        #expect(invoice.figures.payable.description == "826.00")
        #expect(invoice.figures.payableRounding == .zero)
        sample.additions = InvoiceAdditions(credit: Money(kurus: 100_00))
        #expect(try sample.invoice().figures.payable.description == "827.00")
        #expect(try sample.invoice().figures.payableRounding.description == "0.32")
    }

    @Test("Amounts that cannot be below zero are named")
    func negative() {
        let one = Money(kurus: -1)
        let cases: [(InvoiceAdditions, DerivationStep.Role)] = [
            (InvoiceAdditions(lateFee: one), .lateFeeCharge), (InvoiceAdditions(instalment: one), .instalmentDue),
            (InvoiceAdditions(credit: one), .creditApplied), (InvoiceAdditions(previousDebt: one), .previousDebt),
        ]
        for (additions, role) in cases {
            #expect(throws: BillingError.outOfBounds(role)) { try invoice(additions) }
        }
    }
}

@Suite("Reversal and replacement")
struct InvoiceReversalTests {
    private func sample(_ number: String, last: String = "02319") throws -> SampleRequest {
        var sample = SampleRequest(number: try InvoiceNumber(number), lastIndex: last)
        sample.additions = InvoiceAdditions(
            correction: Money(kurus: -1_000), instalment: Money(kurus: 5_000), credit: Money(kurus: 2_000))
        return sample
    }

    @Test("A reversal names the original and mirrors it to the kuruş")
    func mirrors() {
        forAll("mirror", seed: 201) { generator in
            var sample = try RandomRequest.sample(&generator)
            sample.number = try InvoiceNumber("ABC2026000000001")
            let invoice = try sample.invoice()
            let reversal = try InvoiceReversal(
                of: invoice, number: try InvoiceNumber("ABC2026000000002"), date: invoice.invoiceDate, reason: .index)
            let figures = invoice.figures
            try holdEqual(reversal.original.text, "ABC2026000000001")
            for (mirrored, original) in [
                (reversal.valueAddedTaxBase, figures.valueAddedTaxBase),
                (reversal.valueAddedTax, figures.valueAddedTax),
                (reversal.total, figures.total), (reversal.payableRounding, figures.payableRounding),
                (reversal.payable, figures.payable), (reversal.carried.credit, invoice.carried.credit),
                (reversal.carried.corrections, invoice.carried.corrections),
            ] { try holdEqual(mirrored.kurus, -original.kurus) }
            let lines = reversal.lines.reduce(Int64(0)) { $0 + $1.amount.kurus }
            let taxed = reversal.charges.filter(\.isTaxed).reduce(Int64(0)) { $0 + $1.amount.kurus }
            try holdEqual(lines + taxed, reversal.valueAddedTaxBase.kurus, "base")
            for (mirrored, line) in zip(reversal.lines, invoice.lines) {
                try holdEqual(mirrored.quantity.units, -line.quantity.units)
                try holdEqual(mirrored.amount.kurus, -line.amount.kurus)
            }
        }
    }

    @Test("The replacement names what it replaces, and both together say what the customer pays more or less")
    func replacement() throws {
        let original = try sample("ABC2026000000001").invoice()
        let reversal = try InvoiceReversal(
            of: original, number: try InvoiceNumber("ABC2026000000002"), date: original.invoiceDate, reason: .index)
        var right = try sample("ABC2026000000003", last: "02300")
        right.replaces = original.number
        let invoice = try right.invoice()
        let pair = try InvoiceReplacement(of: original, by: invoice, reversal: reversal)
        #expect(pair.difference.kurus == invoice.figures.payable.kurus - original.figures.payable.kurus)
        #expect(pair.difference < .zero)
        let other = try sample("ABC2026000000003").invoice()
        #expect(throws: InvoiceReversalError.notAReplacement(of: try InvoiceNumber("ABC2026000000001"))) {
            try InvoiceReplacement(of: original, by: other, reversal: reversal)
        }
    }

    @Test("A draft, a number twice and an earlier day are refused")
    func refused() throws {
        let number = try InvoiceNumber("ABC2026000000001")
        let invoice = try sample("ABC2026000000001").invoice()
        #expect(throws: InvoiceReversalError.draft) {
            try InvoiceReversal(
                of: try SampleRequest().invoice(), number: number, date: invoice.invoiceDate, reason: .other)
        }
        #expect(throws: InvoiceReversalError.sameNumber(number)) {
            try InvoiceReversal(of: invoice, number: number, date: invoice.invoiceDate, reason: .other)
        }
        let day = try CivilDate(iso8601: "2026-02-19")
        #expect(throws: InvoiceReversalError.beforeOriginal(number, invoice.invoiceDate)) {
            try InvoiceReversal(
                of: invoice, number: try InvoiceNumber("ABC2026000000002"), date: day, reason: .other)
        }
    }
}
