import Quantities
import Testing
import Trials

@Suite("Figures")
struct DecimalFigureTests {
    @Test(
        "A figure is printed with all its decimals in either notation",
        arguments: [
            (Int128(173_000), 2, "1730.00", "1.730,00"), (5, 3, "0.005", "0,005"), (-5, 3, "-0.005", "-0,005"),
            (0, 2, "0.00", "0,00"), (1_234_567_890, 0, "1234567890", "1.234.567.890"), (123, 0, "123", "123"),
            (-123_456, 2, "-1234.56", "-1.234,56"), (-100_000, 2, "-1000.00", "-1.000,00"),
        ])
    func printing(units: Int128, digits: Int, plain: String, turkish: String) {
        let figure = DecimalFigure(units: units, fractionDigits: digits)
        #expect(figure.description == plain)
        #expect(figure.printed(in: .turkish) == turkish)
    }

    @Test("What is printed is read back as the same figure, in both notations")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 20_261_122)
        for round in 0..<5_000 {
            let figure = DecimalFigure(
                units: Int128(generator.extremeInt64()), fractionDigits: Int.random(in: 0...18, using: &generator))
            for notation in [DecimalNotation.plain, .turkish] {
                let text = figure.printed(in: notation)
                #expect(
                    try DecimalFigure(parsing: text, notation: notation) == figure,
                    "seed 20261122, round \(round): \(text)")
            }
        }
    }

    @Test(
        "Dropped decimals are rounded half away from zero",
        arguments: [
            ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("0.124999", 2, "0.12"), ("2.5", 0, "3"), ("-2.5", 0, "-3"),
            ("0.5", 0, "1"), ("-0.49", 0, "0"), ("1.5", 3, "1.500"),
        ])
    func rounding(text: String, digits: Int, expected: String) throws {
        let figure = try DecimalFigure(parsing: text, notation: .plain)
        #expect(try figure.rounded(toFractionDigits: digits).description == expected)
    }

    @Test("A figure that does not fit with more decimals is an overflow")
    func overflow() {
        #expect(throws: ArithmeticError.overflow) {
            try DecimalFigure(units: .max, fractionDigits: 0).rounded(toFractionDigits: 1)
        }
    }
}
