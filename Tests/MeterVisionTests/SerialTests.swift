import MeterVision
import Testing

@Suite("Serial number")
struct SerialTests {
    private func run(_ digits: String, _ confidence: Double = 95) -> SerialChoice.Run {
        SerialChoice.Run(digits: digits, confidence: confidence)
    }

    @Test("A registered serial is found among the numbers of a plate, whatever its zeros, dots and spaces")
    func registered() {
        let runs = [run("20050101", 96), run("0057111487", 40)]
        for serial in ["57111487", "0057111487", "57.111.487", "57 111 487"] {
            #expect(SerialChoice.choose(runs, registered: serial) == .read("0057111487"))
        }
    }

    @Test(
        "Another serial differs when it is sure and as long, be it by a single digit: a neighbour's meter",
        arguments: [
            ("62117580", 95.0, PlateResult.other("62117580")),
            ("62117580", 60, .notRead),  // not sure
            ("39210146", 95, .other("39210146")),  // one digit: a neighbour, or a misread print; a person looks
            ("39210167", 95, .other("39210167")),  // two
            ("6211758", 95, .notRead),  // of another length: some other number of the plate
        ])
    func differs(digits: String, confidence: Double, result: PlateResult) {
        #expect(SerialChoice.choose([run(digits, confidence)], registered: "39210145") == result)
    }

    @Test(
        "Without a registered serial only a sure number of seven to nine digits is told",
        arguments: [
            ("7118850", 92.0, PlateResult.read("7118850")), ("7118850", 80, .notRead), ("200512", 99, .notRead),
            ("0088240012", 99, .notRead),
        ])
    func unknown(digits: String, confidence: Double, result: PlateResult) {
        #expect(SerialChoice.choose([run(digits, confidence)], registered: nil) == result)
        #expect(SerialChoice.choose([], registered: nil) == .notRead)
    }
}
