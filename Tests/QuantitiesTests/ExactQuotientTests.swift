import Quantities
import Testing
import Trials

@Suite("Exact quotients")
struct ExactQuotientTests {
    @Test(
        "A tie goes away from zero, whatever the signs",
        arguments: [
            (Int128(5), Int128(10), Int128(1)), (15, 10, 2), (25, 10, 3), (-5, 10, -1), (-15, 10, -2), (5, -10, -1),
            (-25, -10, 3), (4, 10, 0), (-4, 10, 0), (14, 10, 1), (16, 10, 2), (0, 7, 0), (1, 3, 0), (2, 3, 1),
            (7, 1, 7),
        ])
    func ties(numerator: Int128, divisor: Int128, expected: Int128) throws {
        #expect(try ExactQuotient(numerator, over: divisor).rounded() == expected)
    }

    @Test("A product wider than 128 bits is divided exactly")
    func wide() throws {
        let large = Int128(Int64.max) * Int128(Int64.max)
        #expect(try ExactQuotient(large, times: large, over: large).rounded() == large)
        #expect(try ExactQuotient(-large, times: large, over: large).rounded() == -large)
        // (2·large + 1) × large ÷ (2·large) is large + ½: a tie behind 252 bits.
        #expect(try ExactQuotient(large * 2 + 1, times: large, over: large * 2).rounded() == large + 1)
        #expect(try ExactQuotient(large * 2 - 1, times: large, over: large * 2).rounded() == large)
        #expect(try ExactQuotient(-(large * 2 + 1), times: large, over: large * 2).rounded() == -large - 1)
    }

    @Test("A result that does not fit is an overflow, a zero divisor an error")
    func errors() throws {
        #expect(throws: ArithmeticError.overflow) { try ExactQuotient(.max, times: .max, over: 1).rounded() }
        #expect(throws: ArithmeticError.overflow) { try ExactQuotient(.max, times: 2, over: 1).rounded() }
        #expect(throws: ArithmeticError.overflow) { try ExactQuotient(.min, over: -1).rounded() }
        #expect(throws: ArithmeticError.overflow) { try ExactQuotient(1 << 63, over: 1).roundedToInt64() }
        #expect(throws: ArithmeticError.divisionByZero) { try ExactQuotient(1, over: 0).rounded() }
        #expect(try ExactQuotient(.min, over: 1).rounded() == .min)
        #expect(try ExactQuotient(-(1 << 63), over: 1).roundedToInt64() == .min)
    }

    @Test("Every way to divide gives the nearest whole number, ties away from zero")
    func property() throws {
        var generator = SeededGenerator(seed: 97)
        for round in 0..<20_000 {
            let (a, b, d) = (
                Int128(generator.extremeInt64()), Int128(generator.extremeInt64()), Int128(generator.extremeInt64())
            )
            guard d != 0 else { continue }
            let quotient = try ExactQuotient(a, times: b, over: d).rounded()
            // Checked without the code under test: |a·b − quotient·d| ≤ |d| ÷ 2, and a tie is the farther one.
            let product = a * b
            let remainder = product - (product / d) * d
            let isUp = remainder.magnitude >= d.magnitude - remainder.magnitude && remainder != 0
            let away: Int128 = (product < 0) == (d < 0) ? 1 : -1
            #expect(quotient == product / d + (isUp ? away : 0), "seed 97, round \(round): \(a) × \(b) ÷ \(d)")
        }
    }

    @Test("Sums and differences of quantities overflow as errors")
    func sums() throws {
        #expect(throws: ArithmeticError.overflow) { try Money(kurus: .max).adding(Money(kurus: 1)) }
        #expect(throws: ArithmeticError.overflow) { try Money(kurus: .min).subtracting(Money(kurus: 1)) }
        #expect(try Money(kurus: .max).adding(Money(kurus: .min)) == Money(kurus: -1))
    }
}
