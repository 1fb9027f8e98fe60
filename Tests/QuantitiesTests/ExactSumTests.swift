import Quantities
import Testing

@Suite("Exact sums")
struct ExactSumTests {
    private func sum(_ quotients: [(Int128, Int64)]) throws -> ExactSum {
        var sum = ExactSum()
        for (numerator, denominator) in quotients { try sum.add(numerator, over: denominator) }
        return sum
    }

    @Test("Thirds and sixths make exact halves, which round up")
    func ties() throws {
        // 1/3 + 1/6 = 1/2
        #expect(try sum([(1, 3), (1, 6)]).rounded(times: 1, over: 1) == 1)
        #expect(try sum([(1, 3), (1, 6)]).rounded(times: 999, over: 1) == 500)  // 499.5
        #expect(try sum([(1, 3), (1, 6)]).rounded(times: 1, over: 2) == 0)  // 0.25
        #expect(try sum([]).rounded(times: 5, over: 1) == 0)
    }

    @Test("A hundred denominators whose common multiple has hundreds of bits still meet exactly")
    func wide() throws {
        // 1/(n(n+1)) over n = 1…N is N/(N+1); primes above the line do not help.
        let terms = (Int64(1)...250).map { (Int128(1), $0 * ($0 + 1)) }
        let telescoped = try sum(terms)
        let expected = try sum([(250, 251)])
        #expect(!(telescoped < expected) && !(expected < telescoped))
        #expect(try telescoped.rounded(times: 251, over: 1) == 250)
        #expect(try telescoped.rounded(times: 251, over: 500) == 1)  // 0.5, a tie
        var more = telescoped
        try more.add(1, over: 4_294_967_291)
        #expect(telescoped < more)
    }

    @Test("A mean of sums is divided once")
    func mean() throws {
        let mean = try sum([(860, 181), (810, 181), (935, 181)]).divided(by: 3)
        #expect(try mean.rounded(times: 100_000_000, over: 1) == 479_742_173)  // kiyas.csv: 4.79742173
        #expect(try mean.rounded(times: 30 * 100, over: 1) == 14_392)  // 143.92
    }

    @Test("What has no result is refused, never wrapped")
    func refused() throws {
        var sum = ExactSum()
        #expect(throws: ArithmeticError.divisionByZero) { try sum.add(1, over: 0) }
        #expect(throws: ArithmeticError.overflow) { try sum.add(-1, over: 3) }
        #expect(throws: ArithmeticError.overflow) { try sum.add(1, over: 4_294_967_296) }
        #expect(throws: ArithmeticError.divisionByZero) { try sum.divided(by: 0) }
        try sum.add(.max, over: 1)
        #expect(try sum.rounded(times: 1, over: 1) == .max)
        #expect(throws: ArithmeticError.overflow) { try sum.rounded(times: 2, over: 1) }
        try sum.add(.max, over: 1)
        #expect(throws: ArithmeticError.overflow) { try sum.rounded(times: 1, over: 1) }
        #expect(try sum.rounded(times: 1, over: 2) == .max)
    }

    @Test("A quotient is cut off towards zero")
    func truncation() throws {
        #expect(try ExactQuotient(7, times: 1, over: 2).truncatedToInt64() == 3)
        #expect(try ExactQuotient(-7, times: 1, over: 2).truncatedToInt64() == -3)
        #expect(try ExactQuotient(.max, times: .max, over: .max).rounded() == .max)
        #expect(throws: ArithmeticError.overflow) { try ExactQuotient(.max, over: 1).truncatedToInt64() }
        #expect(throws: ArithmeticError.divisionByZero) { try ExactQuotient(1, over: 0).truncatedToInt64() }
        #expect(throws: ArithmeticError.overflow) { try ExactQuotient(.max, times: .max, over: 1).truncatedToInt64() }
    }
}
