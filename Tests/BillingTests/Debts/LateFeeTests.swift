import Billing
import Quantities
import Testing
import Trials

@Suite("Late fee")
struct LateFeeTests {
    private func fee(
        _ principal: String, _ due: String, _ paid: String, _ clause: LateFeeClause? = .publicClaimRate,
        debtor: InterestDebtor = .household, freezes: [BillingFreeze] = [], policy: LateFeePolicy = .shipped
    ) throws -> LateFee {
        try LateFee(
            principal: DebtSample.lira(principal), due: DebtSample.day(due), paid: DebtSample.day(paid), clause: clause,
            debtor: debtor, freezes: freezes, policy: policy)
    }

    private static func policy(_ counting: LateFeePolicy.Counting) throws -> LateFeePolicy {
        let shipped = LateFeePolicy.shipped
        return try #require(
            LateFeePolicy(
                version: "test", publicClaimRates: shipped.publicClaimRates, counting: counting,
                statutoryInterest: shipped.statutoryInterest, valueAddedTax: shipped.valueAddedTax))
    }

    // Mistake 7 of the domain's list, first half. Made in a scratch copy (`rates` answered the public-claim rates where
    // the contract has no clause): this test failed with 17.14.
    @Test("Without a clause in the contract there is interest by law, and not the rate of law 6183")
    func clause() throws {
        // Domain B.14: 926.68 due 24/2/2026, paid 11/3: 17.14 by 6183, 9.14 by law.
        let byClause = try fee("926.68", "2026-02-24", "2026-03-11")
        #expect(byClause.fee.description == "17.14" && byClause.valueAddedTax.description == "3.43")
        #expect(byClause.total.description == "20.57" && byClause.daysLate == 15)
        let byLaw = try fee("926.68", "2026-02-24", "2026-03-11", nil)
        #expect(byLaw.fee.description == "9.14")
        #expect(byLaw.derivation.first?.code == .statutoryInterest)
        let own = try fee("926.68", "2026-02-24", "2026-03-11", .monthlyRate(Rate(partsPerMillion: 20_000)))
        #expect(own.fee.description == "9.27")  // 926.68 × 0.02 × 15 ÷ 30 = 9.2668
    }

    // Mistake 7, second half. Made in a scratch copy (a day is a 31st of a month): this test failed in three places, the ten
    // days after two months among them.
    @Test("A full month costs a month's rate, however many days it has; a day is a thirtieth")
    func months() throws {
        for (due, paid) in [("2026-02-24", "2026-03-24"), ("2026-03-24", "2026-04-24"), ("2026-04-24", "2026-05-24")] {
            #expect(try fee("926.68", due, paid).fee.description == "34.29")
        }
        let daily = try Self.policy(.daily)
        #expect(try fee("926.68", "2026-03-24", "2026-04-24", policy: daily).fee.description == "35.43")
        #expect(try fee("926.68", "2026-02-24", "2026-03-24", policy: daily).fee.description == "32.00")
        // 31 January and two months are 31 March, not 28: ten days are left.
        #expect(try fee("1500.00", "2026-01-31", "2026-04-10").fee.description == "129.50")
    }

    @Test("The due day is free, the day of payment counts, and who pays early owes nothing")
    func edges() throws {
        #expect(try fee("926.68", "2026-02-24", "2026-02-25").fee.description == "1.14")
        for paid in ["2026-02-24", "2026-02-20"] {
            let free = try fee("926.68", "2026-02-24", paid)
            #expect(free.total == .zero && free.daysLate == 0 && free.derivation.isEmpty)
        }
    }

    @Test("A tie of half a kuruş goes up: 0.50 at 3 % for a month is 1.5 kuruş")
    func tie() throws {
        #expect(
            try fee("0.50", "2026-03-24", "2026-04-24", .monthlyRate(Rate(partsPerMillion: 30_000))).fee
                == Money(kurus: 2))
    }

    @Test("Months begin anew where the rate changes: 3 months and 3 days at the new one")
    func rateChange() throws {
        // 20/10 to 12/11/2025: 23 days at 4.5 %; 12/11 to 15/2/2026: 3 months and 3 days at 3.7 %. 34.50 + 114.70
        let fee = try fee("1000.00", "2025-10-20", "2026-02-15")
        #expect(fee.fee.description == "149.20")
        #expect(fee.stretches.map(\.months) == [0, 3] && fee.stretches.map(\.days) == [23, 3])
        #expect(fee.stretches[1].from.description == "2025-11-13")
    }

    @Test("No fee runs while billing is frozen; freezes that overlap count once")
    func freezes() throws {
        let policy = try Self.policy(.daily)
        let trip = try BillingFreeze(first: DebtSample.day("2026-03-01"), returned: DebtSample.day("2026-03-06"))
        let other = try BillingFreeze(first: DebtSample.day("2026-03-04"), returned: DebtSample.day("2026-03-09"))
        // 25/2 to 11/3 are 15 days, 1 to 8 March are frozen: 7 days are left. 926.68 × 0.037 × 7 ÷ 30
        let frozen = try fee("926.68", "2026-02-24", "2026-03-11", freezes: [other, trip], policy: policy)
        #expect(frozen.fee.description == "8.00")
        let open = try BillingFreeze(first: DebtSample.day("2026-02-25"), returned: nil)
        #expect(try fee("926.68", "2026-02-24", "2026-03-11", freezes: [open]).fee == .zero)
        #expect(throws: DebtError.self) {
            try BillingFreeze(first: DebtSample.day("2026-03-06"), returned: DebtSample.day("2026-03-05"))
        }
    }

    @Test("A trader's interest needs rates that the utility gives")
    func trader() throws {
        #expect(throws: DebtError.noCommercialRates) {
            try fee("926.68", "2026-02-24", "2026-03-11", nil, debtor: .trader)
        }
        #expect(InterestDebtor(.commercial) == .trader && InterestDebtor(.official) == .household)
    }

    @Test("A day before the table, a negative principal and a fee that does not fit are errors")
    func errors() throws {
        #expect(throws: DebtError.noRate(on: try DebtSample.day("2022-07-01"))) {
            try fee("1.00", "2022-06-30", "2022-08-01")
        }
        #expect(throws: DebtError.outOfBounds(.principal)) { try fee("-0.01", "2026-01-01", "2026-02-01") }
        #expect(throws: DebtError.overflow(.lateFee)) {
            try fee("92233720368547758.07", "2024-06-01", "2999-01-01")
        }
        #expect(throws: DebtError.outOfBounds(.monthlyRate)) {
            try fee("1.00", "2026-01-01", "2026-02-01", .monthlyRate(Rate(partsPerMillion: -1)))
        }
    }

    @Test("The daily fee is the sum over the days, frozen ones left out, and the step says how it came about")
    func byTheDay() throws {
        let policy = try Self.policy(.daily)
        forAll("daily fee", seed: 71) { generator in
            let principal = DebtSample.amount(&generator)
            let due = try DebtSample.day(&generator, after: CivilDate(shipped: 2022, 7, 20), within: 1_500)
            let paid = try DebtSample.day(&generator, after: due, within: 400)
            var freezes: [BillingFreeze] = []
            for _ in 0..<generator.count(in: 0...3) {
                let first = try DebtSample.day(&generator, after: due.advanced(byDays: -50), within: 500)
                let returned = try DebtSample.day(&generator, after: first, within: 60)
                freezes.append(try BillingFreeze(first: first, returned: generator.oneIn(20) ? nil : returned))
            }
            generator.note("principal, due, paid, freezes", (principal, due, paid, freezes))
            var weight: Int128 = 0
            var day = due
            while day < paid {
                day = try day.advanced(byDays: 1)
                let isFrozen = freezes.contains { freeze in
                    freeze.first <= day && (freeze.returned.map { day < $0 } ?? true)
                }
                if !isFrozen { weight += Int128(try policy.publicClaimRates.value(on: day).partsPerMillion) }
            }
            let fee = try LateFee(
                principal: principal, due: due, paid: paid, clause: .publicClaimRate, freezes: freezes, policy: policy)
            try holdEqual(
                fee.fee.kurus, DebtSample.rounded(Int128(principal.kurus) * weight, over: 30_000_000), "fee")
            try holdEqual(try Self.recomputed(fee), fee.fee, "the step")
        }
    }

    @Test("By months and days a fee differs from the daily one by what months have more or less than thirty days")
    func byMonths() {
        forAll("monthly fee", seed: 72) { generator in
            let principal = DebtSample.amount(&generator)
            let due = try DebtSample.day(&generator)
            let paid = try DebtSample.day(&generator, after: due, within: 1_000)
            generator.note("principal, due, paid", (principal, due, paid))
            var (months, start) = (0, due)
            while try due.advanced(byMonths: months + 1) <= paid {
                months += 1
                start = try due.advanced(byMonths: months)
            }
            let weight = Int128(months * 30 + start.days(until: paid)) * 37_000
            let fee = try LateFee(
                principal: principal, due: due, paid: paid, clause: .monthlyRate(Rate(partsPerMillion: 37_000)),
                policy: .shipped)
            try holdEqual(
                fee.fee.kurus, DebtSample.rounded(Int128(principal.kurus) * weight, over: 30_000_000), "fee")
            try holdEqual(try Self.recomputed(fee), fee.fee, "the step")
        }
    }

    @Test("Whatever goes in, a fee or a typed error comes out")
    func neverTraps() {
        forAll("any fee", seed: 73) { generator in
            let rate = Rate(partsPerMillion: generator.extremeInt64())
            let due = CivilDate.nearest(toDayNumber: Int(generator.integer(in: 600_000...1_200_000)))
            let paid = CivilDate.nearest(toDayNumber: Int(generator.integer(in: 600_000...1_200_000)))
            let clause: LateFeeClause? = generator.element(of: [nil, .publicClaimRate, .monthlyRate(rate)])
            do throws(DebtError) {
                _ = try LateFee(
                    principal: Money(kurus: generator.extremeInt64()), due: due, paid: paid, clause: clause,
                    policy: .shipped)
            } catch {
                switch error {
                case .outOfBounds, .overflow, .noRate: break
                default: throw error
                }
            }
        }
    }

    /// What the fee's step comes to, from its operands alone.
    private static func recomputed(_ fee: LateFee) throws -> Money {
        guard let step = fee.derivation.first else { return .zero }
        var weight: Int128 = 0
        var (rate, months): (Int128, Int128) = (0, 0)
        for operand in step.operands {
            let figure = try operand.figure.rounded(toFractionDigits: 6).units
            switch operand.role {
            case .monthlyRate: (rate, months) = (figure, 0)
            case .months: months = operand.figure.units
            case .days: weight += rate * (months * 30 + operand.figure.units)
            default: break
            }
        }
        let principal = step.operands[0].figure.units
        return Money(kurus: DebtSample.rounded(principal * weight, over: 30_000_000))
    }
}
