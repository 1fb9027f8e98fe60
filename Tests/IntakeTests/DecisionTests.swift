import Intake
import MeterVision
import Quantities
import Testing

/// What a subscriber's number stands for in these tests.
private func number(_ text: String) throws -> SubscriberNumber { try SubscriberNumber(text) }

private func meter(_ subscriber: String, serial: String?, wheels: Int = 5, prepaid: Bool = false) throws -> KnownMeter {
    KnownMeter(subscriber: try number(subscriber), serial: serial, wheels: wheels, isPrepaid: prepaid)
}

@Suite("Which meter a photo shows")
struct MeterMatchTests {
    @Test("One meter needs no serial; its index decides alone")
    func oneMeterNoSerial() throws {
        let own = try meter("1", serial: "39210145")
        #expect(MeterMatch(serial: nil, meters: [own]) == .meter(own))
    }

    @Test(
        "A serial is the registered one whatever letters, points, blanks and leading zeros stand around it",
        arguments: ["39210145", "0039210145", "39.210.145"])
    func sameSerial(printed: String) throws {
        let own = try meter("1", serial: "AB 39210145")
        #expect(MeterMatch(serial: printed, meters: [own]) == .meter(own))
    }

    @Test("A serial that is none of the sender's contradicts, also with several meters")
    func contradicts() throws {
        let (one, two) = (try meter("1", serial: "39210145"), try meter("2", serial: "39210146"))
        #expect(MeterMatch(serial: "39210147", meters: [one]) == .contradicted)
        #expect(MeterMatch(serial: "39210147", meters: [one, two]) == .contradicted)
    }

    @Test("With several meters the serial chooses, and without one a person does")
    func several() throws {
        let (one, two) = (try meter("1", serial: "39210145"), try meter("2", serial: "39210146"))
        #expect(MeterMatch(serial: "39210146", meters: [one, two]) == .meter(two))
        #expect(MeterMatch(serial: nil, meters: [one, two]) == .undecided)
    }

    @Test("Two meters registered with one serial are told apart by a person")
    func sameRegistered() throws {
        let (one, two) = (try meter("1", serial: "39210145"), try meter("2", serial: "39210145"))
        #expect(MeterMatch(serial: "39210145", meters: [one, two]) == .undecided)
    }

    @Test("A meter without a registered serial cannot be contradicted, nor chosen among several")
    func nameless() throws {
        let (own, other) = (try meter("1", serial: nil), try meter("2", serial: "39210146"))
        #expect(MeterMatch(serial: "39210145", meters: [own]) == .meter(own))
        #expect(MeterMatch(serial: "39210145", meters: [own, other]) == .undecided)
        #expect(MeterMatch(serial: "39210146", meters: [own, other]) == .meter(other))
    }
}

@Suite("What becomes of a photo that was read")
struct PhotoDecisionTests {
    private static func facts(
        _ reader: ReadingDecision = .accept, reasons: [String] = [], index: String? = "01042", serial: String? = nil,
        meters: [KnownMeter]? = nil, asksPerson: Bool = false
    ) throws -> PhotoDecision.Facts {
        PhotoDecision.Facts(
            reader: reader, reasons: reasons, index: index, serial: serial,
            meters: try meters ?? [meter("1", serial: "39210145")], asksPerson: asksPerson)
    }

    @Test("An accepted reading of the sender's meter is billed")
    func bills() throws {
        let facts = try Self.facts()
        let candidate = try #require(PhotoDecision.candidate(facts))
        #expect(candidate.subscriber == (try number("1")))
        #expect(candidate.index.description == "01042")
        #expect(PhotoDecision(facts, outlook: .billable) == .bill(try number("1"), try Index(printed: "01042")))
    }

    @Test(
        "What cannot be billed goes to a person, with its reason first",
        arguments: [
            PhotoReason.indexLower, .useImplausible, .noFirstReading, .policyMissing, .cannotBeBilled,
        ])
    func problems(reason: PhotoReason) throws {
        let facts = try Self.facts(reasons: ["serial-not-read"])
        #expect(
            PhotoDecision(facts, outlook: .problem([reason], [:]))
                == .review(try number("1"), [reason.rawValue, "serial-not-read"]))
    }

    @Test("The period's invoice is sent again for the same index, and a person looks at another one")
    func samePeriod() throws {
        let invoice = try InvoiceNumber("OGZ2026000000001")
        #expect(
            PhotoDecision(try Self.facts(), outlook: .billedAlike(invoice)) == .repeatInvoice(try number("1"), invoice))
        #expect(
            PhotoDecision(try Self.facts(), outlook: .billedOtherwise) == .review(try number("1"), ["period-billed"]))
    }

    @Test("The reader's own refusal is a tip for the customer, and its doubt a person's work")
    func reader() throws {
        let dark = try Self.facts(.refuse, reasons: ["too-dark"], index: nil)
        #expect(PhotoDecision.candidate(dark) == nil)
        #expect(PhotoDecision(dark, outlook: nil) == .refuse(["too-dark"]))
        let doubt = try Self.facts(.review, reasons: ["wheel-between"])
        #expect(PhotoDecision.candidate(doubt) == nil)
        #expect(PhotoDecision(doubt, outlook: nil) == .review(try number("1"), ["wheel-between"]))
    }

    @Test("A serial that contradicts is never billed, however sure the index is")
    func contradiction() throws {
        let facts = try Self.facts(reasons: ["serial-differs"], serial: "39210199")
        #expect(PhotoDecision.candidate(facts) == nil)
        #expect(PhotoDecision(facts, outlook: .billable) == .review(try number("1"), ["serial-differs"]))
    }

    @Test("None legible and several meters: a person chooses")
    func severalMeters() throws {
        let meters = [try meter("1", serial: "39210145"), try meter("2", serial: "39210146")]
        let facts = try Self.facts(meters: meters)
        #expect(PhotoDecision.candidate(facts) == nil)
        #expect(PhotoDecision(facts, outlook: .billable) == .review(nil, ["several-meters"]))
        let named = try Self.facts(serial: "39210146", meters: meters)
        #expect(PhotoDecision(named, outlook: .billable) == .bill(try number("2"), try Index(printed: "01042")))
    }

    @Test("As many digits as the meter has wheels, or a person looks", arguments: ["1042", "001042", "1O42"])
    func wheels(index: String) throws {
        let facts = try Self.facts(index: index)
        #expect(PhotoDecision.candidate(facts) == nil)
        #expect(PhotoDecision(facts, outlook: nil) == .review(try number("1"), ["wheel-count-differs"]))
    }

    @Test("A prepaid meter makes no invoice, also where its serial chose it among several")
    func prepaid() throws {
        let meters = [try meter("1", serial: "39210145"), try meter("2", serial: "39210146", prepaid: true)]
        let facts = try Self.facts(serial: "39210146", meters: meters)
        #expect(PhotoDecision.candidate(facts) == nil)
        #expect(PhotoDecision(facts, outlook: nil) == .prepaid(try number("2")))
    }

    @Test("Who asks for a person gets one, whatever the reader would have done", arguments: ReadingDecision.allCases)
    func asksPerson(reader: ReadingDecision) throws {
        let facts = try Self.facts(reader, reasons: ["blurred"], asksPerson: true)
        #expect(PhotoDecision.candidate(facts) == nil)
        #expect(PhotoDecision(facts, outlook: .billable) == .review(try number("1"), ["objection", "blurred"]))
    }

    @Test("A sender whose subscription ended meanwhile waits for a person")
    func gone() throws {
        let facts = try Self.facts(meters: [])
        #expect(PhotoDecision(facts, outlook: nil) == .review(nil, ["subscriber-unknown"]))
    }
}
