import Billing
import Quantities
import Testing
import Trials

@Suite("Use between two indexes")
struct CounterDecisionTests {
    private func index(_ text: String, digits: Int) throws -> Index {
        // An index that does not fit its counter keeps the digits that it has.
        try Index(value: try #require(Int64(text)), digits: max(digits, text.count))
    }

    @Test("Each case of the golden file is decided as it says", arguments: try GoldenRow.rows("rollover"))
    func golden(row: GoldenRow) throws {
        let wheels = try #require(Int(row["digits"]))
        var exchange: MeterExchange?
        if try !row["removed_at"].isEmpty {
            exchange = MeterExchange(
                removedAt: try index(row["removed_at"], digits: wheels), removedWheels: wheels,
                newMeterStart: try index(row["new_meter_start"], digits: wheels))
        }
        let decision = CounterDecision(
            from: try index(row["first"], digits: wheels), to: try index(row["last"], digits: wheels), wheels: wheels,
            exchange: exchange, limit: try MeterVolume(parsing: row["cap_m3"], notation: .plain))
        let consumption = try Int64(row["consumption"])
        switch try row["status"] {
        case "ok": #expect(decision == .accepted(cubicMetres: try #require(consumption), course: .ordinary))
        case "rollover": #expect(decision == .accepted(cubicMetres: try #require(consumption), course: .rollover))
        case "meter-change":
            #expect(decision == .accepted(cubicMetres: try #require(consumption), course: .meterChange))
        case "hold-for-review":
            let limit = try MeterVolume(parsing: row["cap_m3"], notation: .plain)
            #expect(decision == .heldLower || decision == .heldImplausible(limit: limit))
        case "reject-digits": #expect(decision == .rejectedDigits)
        case let status: Issue.record("the golden file has the unknown status \(status)")
        }
    }

    @Test(
        "A drop is a rollover up to the limit and held above it",
        arguments: [
            ("99990", "00010", 20, CounterDecision.accepted(cubicMetres: 20, course: .rollover)),
            ("99990", "00011", 20, .heldLower),
            ("00000", "99999", 20, .heldImplausible(limit: MeterVolume(litres: 20_000))),
            ("00000", "00020", 20, .accepted(cubicMetres: 20, course: .ordinary)),
            ("00000", "00021", 20, .heldImplausible(limit: MeterVolume(litres: 20_000))),
            ("99999", "00000", 1, .accepted(cubicMetres: 1, course: .rollover)),
        ])
    func limit(first: String, last: String, cubicMetres: Int64, expected: CounterDecision) throws {
        let decision = CounterDecision(
            from: try Index(printed: first), to: try Index(printed: last), wheels: 5,
            limit: MeterVolume(litres: cubicMetres * 1_000))
        #expect(decision == expected)
    }

    @Test("Without a limit a rise is accepted and every drop is held")
    func withoutLimit() throws {
        let (low, high) = (try Index(printed: "00010"), try Index(printed: "99990"))
        #expect(
            CounterDecision(from: low, to: high, wheels: 5, limit: nil)
                == .accepted(cubicMetres: 99_980, course: .ordinary))
        #expect(CounterDecision(from: high, to: low, wheels: 5, limit: nil) == .heldLower)
    }

    @Test("A new meter may have another number of wheels, and the old one may have passed zero")
    func exchange() throws {
        let exchange = MeterExchange(
            removedAt: try Index(printed: "0003"), removedWheels: 4, newMeterStart: try Index(printed: "000000"))
        let decision = CounterDecision(
            from: try Index(printed: "9998"), to: try Index(printed: "000010"), wheels: 6, exchange: exchange,
            limit: MeterVolume(litres: 100_000))
        #expect(decision == .accepted(cubicMetres: 15, course: .meterChange))
        let other = CounterDecision(
            from: try Index(printed: "9998"), to: try Index(printed: "00010"), wheels: 6, exchange: exchange, limit: nil
        )
        #expect(other == .rejectedDigits)
    }

    @Test("The largest counters are compared without overflow")
    func largest() throws {
        let (zero, last) = (try Index(value: 0, digits: 18), try Index(printed: String(repeating: "9", count: 18)))
        let limit = MeterVolume(litres: .max)
        #expect(
            CounterDecision(from: last, to: zero, wheels: 18, limit: limit)
                == .accepted(cubicMetres: 1, course: .rollover))
        #expect(CounterDecision(from: zero, to: last, wheels: 18, limit: limit) == .heldImplausible(limit: limit))
        #expect(throws: ArithmeticError.overflow) {
            try MeterVolume(counted: .max, multiplier: MeterMultiplier(thousandths: 1_000))
        }
    }
}
