import MeterVision
import Testing

@Suite("Serial number")
struct SerialTests {
    private func run(_ digits: String, _ confidence: Double = 95) -> SerialChoice.Run {
        SerialChoice.Run(text: digits, confidence: confidence)
    }

    private static func printed(_ serial: String) -> SerialFinding {
        SerialFinding(serial: serial, way: .print, text: serial)
    }

    @Test("A registered serial is found among the numbers of a plate, whatever its zeros, dots and spaces")
    func registered() {
        let runs = [run("20050101", 96), run("0057111487", 40)]
        for serial in ["57111487", "0057111487", "57.111.487", "57 111 487"] {
            #expect(SerialChoice.choose(runs, registered: serial) == .read(Self.printed("0057111487")))
        }
    }

    @Test(
        "Another serial differs when it is sure and as long, be it by a single digit: a neighbour's meter",
        arguments: [
            ("62117580", 95.0, PlateResult.other(printed("62117580"))),
            ("62117580", 60, .notRead),  // not sure
            ("39210146", 95, .other(printed("39210146"))),  // one digit: a neighbour, or misread
            ("39210167", 95, .other(printed("39210167"))),  // two
            ("6211758", 95, .notRead),  // of another length: some other number of the plate
        ])
    func differs(digits: String, confidence: Double, result: PlateResult) {
        #expect(SerialChoice.choose([run(digits, confidence)], registered: "39210145") == result)
    }

    @Test(
        "Without a registered serial only a sure number of seven to nine digits is told",
        arguments: [
            ("7118850", 92.0, PlateResult.read(printed("7118850"))), ("7118850", 80, .notRead),
            ("200512", 99, .notRead),
            ("0088240012", 99, .notRead),
        ])
    func unknown(digits: String, confidence: Double, result: PlateResult) {
        #expect(SerialChoice.choose([run(digits, confidence)], registered: nil) == result)
        #expect(SerialChoice.choose([], registered: nil) == .notRead)
    }

    @Test("Where a plate shows two sure numbers of that kind, neither is told as the serial")
    func ambiguous() {
        #expect(SerialChoice.choose([run("7118850"), run("7118850")], registered: nil).serial == "7118850")
        #expect(SerialChoice.choose([run("7118850"), run("62117580")], registered: nil) == .notRead)
    }

    @Test(
        "Groups of digits in a line make one number; a year beside it is none of it, nor is another line",
        arguments: [
            (["62117580"], ["62117580"]), (["62", "117", "580"], ["62117580"]),
            (["38", "2679", "2680"], ["3826792680"]),
            (["62", "117", "580", "2009"], ["62117580"]), (["1998", "7118850"], ["7118850"]),
            (["62117580", "04"], ["62117580"]), (["6211", "7580"], ["62117580"]), (["2009"], []),
            (["123", "4567", "8901", "2345"], []), (["711", "/8850"], []), (["711", "/885012"], ["885012"]),
        ])
    func groups(texts: [String], expected: [String]) {
        let words = texts.enumerated().map { number, text in
            PlateWord(
                text: text.filter { $0 != "/" }, confidence: 90, beginsLine: number == 0 || text.hasPrefix("/"),
                isCut: false)
        }
        #expect(SerialChoice.runs(in: words).map(\.text) == expected)
    }

    @Test("A number is as sure as its least sure group, and not at all where one may be cut off")
    func sureness() {
        let words = [("62", 95.0, false), ("117", 60, false), ("580", 99, false)].enumerated().map { number, word in
            PlateWord(text: word.0, confidence: word.1, beginsLine: number == 0, isCut: word.2)
        }
        #expect(SerialChoice.runs(in: words) == [run("62117580", 60)])
        var cut = words
        cut[0].isCut = true
        #expect(SerialChoice.runs(in: cut) == [run("62117580", 0)])
    }

    private func list(_ serials: String...) throws -> SerialList {
        try SerialList(serials)
    }

    private func code(_ text: String, _ symbology: CodeSymbology = .code128) -> PlateCode {
        PlateCode(symbology: symbology, text: text, corners: .unit, lines: 9)
    }

    @Test("A code of year and serial is settled by the registered serial, by the list, or by what is printed")
    func yearAndSerial() throws {
        let codes = [code("1562117580")]
        #expect(SerialChoice.choose(codes, registered: nil) == nil)
        #expect(SerialChoice.choose(codes, registered: "62117580")?.serial == "62117580")
        #expect(SerialChoice.choose(codes, registered: "1562117580")?.serial == "1562117580")
        #expect(SerialChoice.choose(codes, registered: "62117581")?.differs == true)
        let listed = SerialChoice.choose(codes, registered: nil, list: try list("62117580", "62117581"))
        #expect(listed?.finding?.listing == .listed(serial: "62117580", distance: 0))
        #expect(SerialChoice.choose(codes, registered: nil, list: try list("62117580", "1562117580")) == nil)
        #expect(SerialChoice.choose(codes, printed: [run("62117580", 30)], registered: nil)?.serial == "62117580")
        // The text under the code says no more than the code.
        #expect(SerialChoice.choose(codes, printed: [run("1562117580")], registered: nil) == nil)
    }

    private func match(_ serial: String, overAny: Double = 3) -> SerialMatch {
        SerialMatch(serial: serial, probability: 0.8, overRegistered: 9, overAny: overAny, isCrowded: false)
    }

    @Test("Rows that speak for two registered serials speak for none of them")
    func twoListed() {
        let runs = [run("62117580", 95), run("31415926", 95)]
        let both = [match("62117580"), match("31415926")]
        #expect(SerialChoice.choose(runs, matches: both, registered: nil, hasList: true) == .notRead)
        let one = SerialChoice.choose(runs, matches: [both[1], both[1]], registered: nil, hasList: true)
        #expect(one.finding?.listed == "31415926")
    }

    @Test("A registered serial is told in its own digits, with how far the print by itself is from it")
    func matched() {
        let result = SerialChoice.choose(
            [run("62117588", 60)], matches: [match("62.117 580", overAny: -1.5)], registered: nil, hasList: true)
        #expect(result.serial == "62117580")
        #expect(result.finding?.listing == .listed(serial: "62.117 580", distance: 1.5))
        // Printed zeros are kept, and what the print says by itself is no distance away.
        let zeros = SerialChoice.choose(
            [run("0057111487", 60)], matches: [match("57111487")], registered: nil, hasList: true)
        #expect(zeros.serial == "0057111487")
        #expect(zeros.finding?.distance == 0)
    }

    @Test("A serial that was read for certain and is none of the list is told as such")
    func unlisted() {
        let result = SerialChoice.choose([run("62117581", 95)], registered: nil, hasList: true)
        #expect(result.serial == "62117581")
        #expect(result.finding?.listing == .unlisted)
        #expect(!result.differs)
    }
}
