import Accounts
import Billing
import GasPhysics
import Quantities
import Storage
import Testing

/// The amounts that are printed on an invoice, held against the steps that were stored with it.
enum PrintedAmounts {
    /// What is printed and no step comes to; none where all is well.
    static func unexplained(_ invoice: Invoice, _ steps: [DerivationStep]) -> [String] {
        let figures = invoice.figures
        var amounts: [(String, Money, [DerivationStep.Code])] = [
            ("consumption charge", figures.consumptionCharge, [.consumptionCharge, .chargeTotal]),
            ("KDV", figures.valueAddedTax, [.valueAddedTax]), ("total", figures.total, [.total]),
            ("payable", figures.payable, [.payable]),
        ]
        if invoice.charges.contains(where: { $0.isTaxed }) {
            amounts.append(("base", figures.valueAddedTaxBase, [.valueAddedTaxBase]))
        }
        for line in invoice.lines {
            amounts.append(("line \(line.code)", line.amount, [.consumptionCharge, .lineCharge]))
        }
        for charge in invoice.charges where charge.code != .discount {
            amounts.append(("\(charge.code)", charge.amount, codes(of: charge.code)))
        }
        if invoice.previousDebt != .zero { amounts.append(("earlier debt", invoice.previousDebt, [.earlierDebt])) }
        var missing = amounts.filter { _, amount, codes in
            !steps.contains { codes.contains($0.code) && $0.result.isEqual(to: amount.figure) && !$0.operands.isEmpty }
        }.map { $0.0 }
        for charge in invoice.charges where charge.code == .discount {
            let taken = steps.filter { $0.code == .discount }.reduce(Int128(0)) { $0 + $1.result.units }
            if taken != -Int128(charge.amount.kurus) { missing.append("discount") }
        }
        let rounding = DerivationStep.Operand(.payableRounding, figures.payableRounding.figure)
        if !steps.contains(where: { $0.code == .payable && $0.operands.contains(rounding) && $0.policy != nil }) {
            missing.append("rounding")
        }
        return missing
    }

    private static func codes(of charge: InvoiceCharge.Code) -> [DerivationStep.Code] {
        switch charge {
        case .discount: [.discount]
        case .correction: [.appliedCorrection]
        case .calorificDifference: [.appliedCalorificDifference]
        case .lateFee: [.lateFeeTotal, .lateFee, .contractLateFee, .statutoryInterest]
        case .instalment: [.dueInstalment, .instalment, .instalmentWithRemainder]
        case .credit: [.appliedCredit]
        }
    }

    /// The steps that rest on a policy and name no edition of one.
    static func withoutEdition(_ steps: [DerivationStep]) -> [DerivationStep.Code] {
        let arithmetic: Set<DerivationStep.Code> = [
            .measuredVolume, .registerDifference, .correctorFactor, .approvedVolume, .chargeTotal, .valueAddedTaxBase,
            .total, .lateFeeTotal, .dueInstalment, .earlierDebt,
        ]
        // Whoever gives K or a calorific value without its months knows no edition of it.
        let averages: Set<DerivationStep.Code> =
            steps.contains { $0.code == .monthlyCorrectionFactor }
            ? [] : [.averageCorrectionFactor, .averageCalorificValue]
        return steps.filter { $0.policy == nil && !arithmetic.union(averages).contains($0.code) }.map(\.code)
    }
}

@Suite("Every amount of a stored invoice with its steps")
struct ExplainedAmountsTests {
    private func books(_ terms: ContractLateFee?, minimum: MeterVolume = .zero) async throws -> SampleBooks {
        let books = try await SampleBooks()
        let policies = try SampleBooks.policies(version: "2026.2", lateFee: terms, minimumBill: minimum)
        try await books.store.write { try $0.importPolicies(policies, actor: .command, at: at("2026-10-23")) }
        return books
    }

    private func pay(_ books: SampleBooks, _ reference: String, _ amount: Money, _ day: String) async throws {
        let payment = try PaymentTests.payment(reference, amount.description, subscriber: 0, text: "", day: day)
        _ = try await books.store.write {
            try $0.importPayments([payment], sha256: "", actor: .command, at: at(day))
        }
    }

    private func read(_ books: SampleBooks, _ invoice: StoredInvoice) async throws -> Invoice {
        let stored = try #require(try await books.store.read { try $0.invoice(invoice.number) })
        #expect(stored == invoice)
        #expect(PrintedAmounts.unexplained(stored.invoice, stored.invoice.derivation).isEmpty)
        #expect(PrintedAmounts.withoutEdition(stored.invoice.derivation).isEmpty)
        return stored.invoice
    }

    @Test("A late fee says which invoice was late, its days, rates and edition, whatever the policies say later")
    func lateFee() async throws {
        let cases: [(ContractLateFee, DerivationStep.Code, String)] = [
            (.publicClaims, .lateFee, LateFeePolicy.shipped.version),
            (.monthly(Rate(partsPerMillion: 20_000)), .contractLateFee, LateFeePolicy.shipped.version),
            (.statutory, .statutoryInterest, LateFeePolicy.shipped.statutoryInterest.version),
        ]
        for (terms, code, version) in cases {
            let books = try await books(terms)
            let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
            try await pay(books, "A", first.invoice.figures.payable, "2026-12-20")
            let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
            let later = try SampleBooks.policies(version: "2027.1", price: "9.00000000", lateFee: nil)
            try await books.store.write { try $0.importPolicies(later, actor: .command, at: at("2026-12-21")) }
            let invoice = try await read(books, second)
            let step = try #require(invoice.derivation.first { $0.code == code })
            #expect(step.reference == first.number.text && step.policy == version)
            #expect(step.operands[0] == .init(.principal, first.invoice.figures.payable.figure))
            #expect(step.days.prefix(2).map(\.date.description) == ["2026-12-08", "2026-12-20"])
            #expect(step.result == invoice.charges[0].amount.figure && invoice.charges[0].code == .lateFee)
            // Ahead of the sum that it goes into.
            let base = try #require(invoice.derivation.firstIndex { $0.code == .valueAddedTaxBase })
            #expect(try #require(invoice.derivation.firstIndex(of: step)) < base)
            let kept = try await books.store.read { try $0.lateFeeSteps(chargedBy: second.number) }
            #expect(kept == [step])
        }
    }

    @Test("Several late fees have a step each, and one for their sum")
    func lateFees() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        try await pay(books, "A", Money(kurus: 1_000), "2026-12-15")
        let rest = Money(kurus: first.invoice.figures.payable.kurus - 1_000)
        try await pay(books, "B", rest, "2026-12-20")
        let invoice = try await read(
            books, try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2))))
        #expect(invoice.derivation.count { $0.code == .lateFee } == 2)
        let total = try #require(invoice.derivation.first { $0.code == .lateFeeTotal })
        #expect(total.operands.count == 2 && total.result == invoice.charges[0].amount.figure)
    }

    @Test("A late fee of before there were steps is told by its row, and no rate is looked up anew")
    func oldLateFee() async throws {
        let books = try await books(nil)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        try await pay(books, "A", first.invoice.figures.payable, "2026-12-20")
        _ = try await books.store.write { transaction in
            try transaction.run(
                """
                INSERT INTO late_fee (payment, invoice, subscriber, principal_kurus, due_day, paid_day, clause, fee_kurus,
                    policy, recorded_at)
                VALUES ((SELECT max(id) FROM ledger_entry), (SELECT max(id) FROM invoice), 1, 2000, '2026-12-08',
                    '2026-12-20', 'public-claims', 30, 'late-fee-2019.9', 0)
                """)
        }
        let invoice = try await read(
            books, try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2))))
        let step = try #require(invoice.derivation.first { $0.code == .lateFee })
        #expect(step.policy == "late-fee-2019.9" && step.reference == first.number.text)
        #expect(step.operands == [.init(.principal, Money(kurus: 2_000).figure)] && step.result.description == "0.30")
        #expect(step.days.map(\.date.description) == ["2026-12-08", "2026-12-20"])
    }

    @Test("An invoice of before charges had steps shows the fee as the books keep it, and other charges as they stand")
    func oldInvoice() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        try await pay(books, "A", first.invoice.figures.payable, "2026-12-20")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let known = try await books.store.read { try $0.lateFeeSteps(chargedBy: second.number) }
        // As it was stored before: the same JSON without the step of the fee.
        let json = InvoiceRecord.json(second.invoice)
        let start = try #require(json.firstRange(of: ",\"lateFee;"))
        let end = try #require(json[start.upperBound...].firstRange(of: "\""))
        let old = try InvoiceRecord.invoice(json: json.replacingCharacters(in: start.lowerBound..<end.upperBound))
        #expect(PrintedAmounts.unexplained(old, old.derivation) == ["lateFee"])
        #expect(old.explained([.lateFee: known]) == second.invoice.derivation)
        #expect(PrintedAmounts.unexplained(old, old.explained()).isEmpty)
    }

    @Test("A credit, an earlier debt and a minimum are explained by the accounts and the limit")
    func standing() async throws {
        let books = try await books(nil, minimum: MeterVolume(litres: 10_000))
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let payable = first.invoice.figures.payable
        try await pay(books, "A", Money(kurus: payable.kurus - 500), "2026-11-30")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let owing = try await read(books, second)
        let debt = try #require(owing.derivation.last)
        #expect(debt.code == .earlierDebt && debt.operands == [.init(.earlierReceivable, Money(kurus: 500).figure)])
        let minimum = try #require(owing.derivation.first { $0.code == .minimumUse })
        #expect(
            minimum.operands.map(\.figure.description) == ["38", "10"] && minimum.policy?.contains("konut") == true)
        let more = try Money(kurus: 500).adding(second.invoice.figures.payable).adding(Money(kurus: 1_234))
        try await pay(books, "B", more, "2026-12-22")
        let credited = try await read(
            books, try await books.bill(try books.candidate(0, 1_120, "2027-01-19", origin: .photo(3))))
        let credit = try #require(credited.derivation.first { $0.code == .appliedCredit })
        #expect(credit.result.description == "-12.34" && credit.policy == InvoiceRules.creditVersion)
    }

    @Test("K of each month is there with its pressures, its soil and its edition, and the average goes on from it")
    func months() async throws {
        let books = try await books(nil)
        let invoice = try await read(
            books, try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1))))
        let months = invoice.derivation.filter { $0.code == .monthlyCorrectionFactor }
        #expect(
            months.map { $0.operands.map(\.figure.description) } == [
                ["0.911", "0.021", "1.01325", "288.15", "283.65"], ["0.911", "0.021", "1.01325", "288.15", "284.65"],
            ])
        let average = try #require(invoice.derivation.first { $0.code == .averageCorrectionFactor })
        #expect(average.operands.filter { $0.role == .correctionFactor }.map(\.figure) == months.map(\.result))
        // Each month's days are its weight.
        let days = try months.map { step in
            DecimalFigure(Int64(step.days[0].date.days(until: try #require(step.days.last).date) + 1))
        }
        #expect(average.operands.filter { $0.role == .days }.map(\.figure) == days)
        #expect((months + [average]).allSatisfy { $0.policy == "2026.2" })
        let values = invoice.derivation.filter { $0.code == .monthlyCalorificValue }
        #expect(values.map(\.result.description) == ["9220.25", "9221.25"] && values[0].policy == "2026.2")
        #expect(invoice.derivation.first { $0.code == .valueAddedTax }?.policy == "2026.2")
        #expect(invoice.derivation.first { $0.code == .energy }?.policy == "standard")
        #expect(invoice.derivation.first { $0.code == .consumptionCharge }?.policy == "konut · 2026.2")
    }

    @Test("A meter of another pressure has the K of its own pressure, and its indexes their wheels")
    func meterChange() async throws {
        let books = try await books(nil)
        _ = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let change = try MeterChangeTests.change(pressure: 300)
        try await books.store.write {
            _ = try $0.importMeterChanges([change], sha256: "", actor: .command, at: at("2026-12-06"))
        }
        let invoice = try await read(
            books, try await books.bill(try books.candidate(0, 12, "2026-12-20", origin: .photo(2))))
        let volumes = invoice.derivation.filter { $0.code == .measuredVolume }
        #expect(volumes.count == 2 && volumes.allSatisfy { $0.policy == InvoiceRules.meterChangeVersion })
        #expect(volumes.allSatisfy { step in step.operands.contains { $0.role == .wheels } })
        let pressures = invoice.derivation.filter { $0.code == .monthlyCorrectionFactor }.compactMap { step in
            step.operands.first { $0.role == .meterPressure }?.figure.description
        }
        #expect(Set(pressures) == ["0.021", "0.3"])
    }

    @Test("A reversal has a step for each of its amounts, about the invoice that it takes back")
    func reversal() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        try await pay(books, "A", first.invoice.figures.payable, "2026-12-20")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let done = try await books.store.write {
            try $0.reverse(
                ReversalOrder(second.number, reason: .other, clerk: "Deniz", replacement: .none), at: at("2026-12-21"))
        }
        let reversal = done.reversal
        let amounts =
            reversal.lines.map(\.amount) + reversal.charges.map(\.amount) + [
                reversal.valueAddedTaxBase, reversal.valueAddedTax, reversal.total, reversal.payable,
            ]
        let results = reversal.derivation.map(\.result)
        #expect(amounts.allSatisfy { results.contains($0.figure) })
        #expect(reversal.derivation.allSatisfy { $0.reference == second.number.text && $0.policy != nil })
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>) -> String {
        var text = self
        text.removeSubrange(range)
        return text
    }
}
