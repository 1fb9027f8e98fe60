import Testing
import Wording

@Suite("Figures in words of a language")
struct FigureStyleTests {
    @Test(
        "An exact number keeps each digit",
        arguments: [
            ("0", "0", "0"), ("927.00", "927,00", "927.00"), ("1234.56", "1.234,56", "1,234.56"),
            ("-0.32", "-0,32", "-0.32"), ("134122.30", "134.122,30", "134,122.30"),
            ("1000000", "1.000.000", "1,000,000"), ("0.44637590", "0,44637590", "0.44637590"),
            ("-999", "-999", "-999"), ("-1000", "-1.000", "-1,000"),
        ])
    func numbers(exact: String, turkish: String, english: String) throws {
        #expect(try FigureStyle(.turkish).number(exact) == turkish)
        #expect(try FigureStyle(.english).number(exact) == english)
    }

    @Test(
        "What is not a plain decimal number is refused",
        arguments: ["", "-", ".", "1.", ".5", "1.2.3", "1,5", "1e3", "+1", "--1", " 1", "١", "1-"])
    func refused(text: String) {
        #expect(throws: FigureError.notPlainDecimal(text)) { try FigureStyle(.turkish).number(text) }
    }

    @Test("Money names its currency where the language puts it: after the amount, or before")
    func money() throws {
        #expect(try FigureStyle(.turkish).money("412.35") == "412,35 TL")
        #expect(try FigureStyle(.english).money("-1412.35") == "TL -1,412.35")
    }

    @Test(
        "A rate is a percentage with no more decimals than it needs",
        arguments: [
            ("0.20", "%20", "20%"), ("0.2", "%20", "20%"), ("0.18", "%18", "18%"), ("0.01", "%1", "1%"),
            ("0.185", "%18,5", "18.5%"), ("0.20000000", "%20", "20%"), ("1", "%100", "100%"), ("0", "%0", "0%"),
        ])
    func rates(exact: String, turkish: String, english: String) throws {
        #expect(try FigureStyle(.turkish).percentage(exact) == turkish)
        #expect(try FigureStyle(.english).percentage(exact) == english)
    }

    @Test("A day is written day first, with leading zeros")
    func dates() {
        #expect(FigureStyle(.turkish).date(year: 2026, month: 12, day: 7) == "07.12.2026")
        #expect(FigureStyle(.english).date(year: 987, month: 1, day: 31) == "31.01.0987")
    }
}
