import Quantities
import Testing

@Suite("Reading numbers")
struct DecimalParsingTests {
    @Test(
        "A number in plain notation is read by value",
        arguments: [
            ("0", "0"), ("-0", "0"), ("12", "12"), ("1730.00", "1730.00"), ("18.73912", "18.739120"),
            ("18.7391200000000000000000", "18.73912"), ("007.5", "7.5"), ("-0.005", "-0.005"),
            ("9223372036854775807", "9223372036854775807"),
        ])
    func plain(text: String, same: String) throws {
        let figure = try DecimalFigure(parsing: text, notation: .plain)
        #expect(figure.isEqual(to: try DecimalFigure(parsing: same, notation: .plain)))
    }

    @Test(
        "A number in Turkish notation is read with or without grouping",
        arguments: [
            ("1.730,00", "1730"), ("1730,00", "1730"), ("1.730", "1730"), ("0,44637590", "0.4463759"),
            ("12.345.678,9", "12345678.9"), ("-1.000,5", "-1000.5"),
        ])
    func turkish(text: String, plain: String) throws {
        let figure = try DecimalFigure(parsing: text, notation: .turkish)
        #expect(figure.isEqual(to: try DecimalFigure(parsing: plain, notation: .plain)))
    }

    // Mistake 1, second half, made on 2026-11-30 in a scratch copy (the parser stopped at the first character that is none of a
    // number): this fails in 24 places, the Turkish texts in 4.
    @Test(
        "What is not a number in plain notation is refused, never read in part",
        arguments: [
            "", "1.730,00", "1,730", "12abc", "abc", " 12", "12 ", "1e5", "1E5", "+5", "--5", "-", ".", ".5", "5.",
            "1..2",
            "1.2.3", "١٢", "１２", "12\u{0}", "0x10", "1_000", "∞", "nan", "−5", "1\u{301}", "12\n", "½",
        ])
    func refusedPlain(text: String) {
        #expect(throws: NumberFormatError.self) { try DecimalFigure(parsing: text, notation: .plain) }
        #expect(throws: NumberFormatError.self) { try Money(parsing: text, notation: .plain) }
    }

    @Test(
        "What is not a number in Turkish notation is refused",
        arguments: [
            "", "1730.00", "1.73", "1.7300,5", "17.30.000", "1234.567,8", ".123", "1.", "1,", ",5", "1,2,3", "1,000.5",
            "1..000", "1.000.00", " 1,5", "12abc", "1,5 TL", "+1,5",
        ])
    func refusedTurkish(text: String) {
        #expect(throws: NumberFormatError.self) { try DecimalFigure(parsing: text, notation: .turkish) }
    }

    @Test(
        "An error names what is wrong and where",
        arguments: [
            ("", NumberFormatError.Reason.empty), ("12abc", .unexpectedCharacter(position: 3)),
            (" 12", .unexpectedCharacter(position: 1)), ("1e5", .unexpectedCharacter(position: 2)),
            ("5.", .digitMissing(position: 3)), (".5", .digitMissing(position: 1)), ("-", .digitMissing(position: 2)),
            ("1..2", .digitMissing(position: 3)), ("99999999999999999999999999999999999999999", .outOfRange),
            ("0.0000000000000000001", .tooManyDecimals(found: 19, allowed: 18)),
        ])
    func reasons(text: String, reason: NumberFormatError.Reason) {
        #expect(throws: NumberFormatError(text: text, reason: reason)) {
            try DecimalFigure(parsing: text, notation: .plain)
        }
    }

    @Test("A quantity refuses decimals that it does not carry, but not zeros after them")
    func decimals() throws {
        #expect(try Money(parsing: "1.2300", notation: .plain) == Money(kurus: 123))
        #expect(throws: NumberFormatError(text: "1.235", reason: .tooManyDecimals(found: 3, allowed: 2))) {
            try Money(parsing: "1.235", notation: .plain)
        }
        #expect(try UnitPrice(parsing: "0.44637590", notation: .plain).hundredMillionths == 44_637_590)
        #expect(
            try StandardVolumePrice(parsing: "18.73912", notation: .plain)
                == StandardVolumePrice(parsing: "18.739120", notation: .plain))
        #expect(throws: NumberFormatError.self) { try StandardVolumePrice(parsing: "18.7391201", notation: .plain) }
    }

    @Test("A quantity holds the whole range of its integer and refuses the next number")
    func range() throws {
        #expect(try Money(parsing: "92233720368547758.07", notation: .plain).kurus == .max)
        #expect(try Money(parsing: "-92233720368547758.08", notation: .plain).kurus == .min)
        for text in ["92233720368547758.08", "-92233720368547758.09", "922337203685477580"] {
            #expect(throws: NumberFormatError(text: text, reason: .outOfRange)) {
                try Money(parsing: text, notation: .plain)
            }
        }
    }
}
