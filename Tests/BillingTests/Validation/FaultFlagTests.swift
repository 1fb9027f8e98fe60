import Billing
import GasPhysics
import Quantities
import Testing

/// Each fault with a case that shows it and one that nearly does.
///
/// Mutations, tried in a scratch copy, each of which fails its test: one fall instead of two (4), `>=` for `>` heating days
/// (1), a slipped wheel without the look at the next reading (2), a rollover taken for a review (3).
@Suite("Fault flags")
struct FaultFlagTests {
    private let policy = FaultPolicy()
    private let peers = [12, 15, 40].map { MeterVolume(litres: $0 * 1_000) }

    private func index(_ text: String) throws -> Index { try Index(printed: text) }

    private func reading(_ text: String, _ day: String) throws -> MeterReading {
        MeterReading(index: try index(text), date: try CivilDate(iso8601: day))
    }

    /// 100 m3 in thirty days of June are expected, 40 to 160 at most.
    private func expected() throws -> ExpectedUse {
        var question = try SampleQuestion().question()
        question.history = [try period("2025-06-01", "2025-07-01", 100)]
        return try #require(ExpectedUse(of: question, .current))
    }

    @Test("Every fault of the catalogue has its number and says what shows it")
    func catalogue() {
        #expect(MeterFault.allCases.map { $0.rawValue } == Array(1...25))
        #expect(MeterFault.allCases.filter { $0.evidence == .none } == [.leak])
        #expect(MeterFault.allCases.filter { $0.evidence == .inspection } == [.underRegistration, .overRegistration])
    }

    @Test("1: a counter that stands in 31 heating days while the peers heat is stuck; each near miss is not")
    func stuckIndex() throws {
        let used = try period("2025-10-01", "2025-11-01", 30)
        let stands = try period("2025-11-01", "2025-12-02", 0)
        func flag(_ periods: [PastUse], _ peers: [MeterVolume], isActive: Bool = true) -> FaultFlag? {
            policy.stuckIndex(periods: periods, peers: peers, isActive: isActive)
        }
        #expect(flag([used, stands], peers)?.fault == .stuckIndex)
        // Thirty heating days; summer; peers that used nothing; too few of them; nobody there; never any use.
        #expect(flag([used, try period("2025-11-01", "2025-12-01", 0)], peers) == nil)
        #expect(flag([used, try period("2026-06-01", "2026-08-01", 0)], peers) == nil)
        #expect(flag([used, stands], [9, 9, 40].map { MeterVolume(litres: $0 * 1_000) }) == nil)
        #expect(flag([used, stands], Array(peers.prefix(2))) == nil)
        #expect(flag([used, stands], peers, isActive: false) == nil)
        #expect(flag([stands], peers) == nil)
        #expect(flag([used, stands, try period("2025-12-02", "2026-01-01", 1)], peers) == nil)
    }

    @Test("2: a missed carry is not taken back; a misread digit is")
    func slippingWheel() throws {
        let both = (try expected(), try expected())
        func flag(_ next: String) throws -> FaultFlag? {
            policy.slippingWheel(
                readings: (try index("01250"), try index("01245"), try index(next)),
                multiplier: MeterMultiplier(thousandths: 1_000), expected: both)
        }
        // 01250 → 01345 would have been 95 m3; the hundreds' wheel stayed, and the next 100 m3 count on from there.
        let slipped = try #require(try flag("01345"))
        #expect(slipped.fault == .slippingWheel && slipped.figures.last?.figure.description == "1345")
        // The digit was only misread: the next reading is 01445.
        #expect(try flag("01445") == nil)
        // 150 m3 more would be expected either way.
        #expect(try flag("01395") == nil)
    }

    @Test("2: a drop behind an estimate, a fall, or as much as can flow back is no missed carry")
    func otherDrops() throws {
        func flag(_ before: String?, _ first: String, _ dropped: String, _ next: String) throws -> FaultFlag? {
            var question = try SampleQuestion().question()
            question.history = [
                try period("2025-03-01", "2025-04-01", 95), try period("2025-04-01", "2025-05-01", 95),
                try period("2025-05-01", "2025-06-01", 95), try period("2025-06-01", "2025-07-01", 95),
            ]
            let days = ["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"]
            let texts = [before, first, dropped, next]
            let readings = try zip(texts, days).compactMap { text, day in try text.map { try reading($0, day) } }
            question.first = readings[readings.count - 2]
            question.last = readings[readings.count - 1]
            return policy.slippingWheel(readings: readings, asked: question, .current)
        }
        // 95 m3 a month: the carry of a hundred was missed once.
        #expect(try flag("01155", "01250", "01245", "01340")?.fault == .slippingWheel)
        #expect(try flag(nil, "01250", "01245", "01340")?.fault == .slippingWheel)
        // 195 were estimated for the first month, and both together are 190.
        #expect(try flag("01055", "01250", "01245", "01340") == nil)
        // It fell before, too.
        #expect(try flag("01300", "01250", "01245", "01340") == nil)
        // 45 m3 may have flown back as well as 55 forwards.
        #expect(try flag("01155", "01250", "01205", "01300") == nil)
    }

    @Test("3: a counter that passed its end is a rollover; a drop in the middle is none")
    func rollover() throws {
        let passed = PlausibilityPolicy.current.assess(try SampleQuestion(first: "99990", last: "00010").question())
        #expect(policy.rollover(passed)?.fault == .rollover)
        let dropped = PlausibilityPolicy.current.assess(try SampleQuestion(first: "50000", last: "00010").question())
        #expect(policy.rollover(dropped) == nil)
    }

    @Test("4: an index that falls twice flows backwards; one that falls once was misread")
    func reverseFlow() throws {
        let meter = try SampleQuestion().question().meter
        func flag(_ texts: [String]) throws -> FaultFlag? {
            let readings = try texts.enumerated().map { try reading($1, "2026-0\($0 + 1)-01") }
            return policy.reverseFlow(readings: readings, of: meter, .current)
        }
        #expect(try flag(["01000", "00950", "00880"])?.fault == .reverseFlow)
        #expect(try flag(["01000", "01060", "00990"]) == nil)
        #expect(try flag(["01000", "00950", "01010"]) == nil)
        // Twice through zero, and a fall that no gas can make.
        #expect(try flag(["00100", "00010", "99990"]) == nil)
        #expect(try flag(["90000", "50000", "10000"]) == nil)
    }

    @Test(
        "6, 7: an error above 3 % is too much, 3 % is not",
        arguments: [
            (Int64(-31), MeterFault.underRegistration as MeterFault?), (-30, nil), (30, nil), (31, .overRegistration),
        ])
    func inspection(error: Int64, fault: MeterFault?) {
        #expect(policy.inspection(errorPermille: error)?.fault == fault)
    }

    @Test("8, 9, 10, 17, 18, 19: what a status reports is flagged, and nothing else")
    func status() {
        #expect(policy.reported([]).isEmpty && policy.reported(MeterStatus(rawValue: 1 << 20)).isEmpty)
        #expect(policy.reported(.caseOpened).map { $0.fault } == [.sealBroken])
        #expect(policy.reported([.sealBroken, .caseOpened]).map { $0.fault } == [.sealBroken])
        #expect(policy.reported([.magnet, .batteryLow]).map { $0.fault } == [.magneticTamper, .battery])
        #expect(policy.reported([.clockInvalid, .emergencyCredit]).map { $0.fault } == [.clock])
        #expect(
            policy.reported([.pressureSensor, .temperatureSensor]).map { $0.fault }
                == [.pressureSensor, .temperatureSensor])
    }

    @Test("8: a reader's note accuses nobody; it asks for a second look, which does")
    func note() {
        #expect(policy.reported(.sealBroken, by: .reader).isEmpty)
        #expect(policy.asksForLook(.sealBroken, by: .reader) && !policy.asksForLook([], by: .reader))
        #expect(!policy.asksForLook(.sealBroken, by: .meter))
        #expect(policy.reported(.sealBroken, by: .secondLook).map { $0.fault } == [.sealBroken])
    }

    @Test("10, 20: a converter that stands is dead, one that differs loses pulses; one in a hundred is neither")
    func counters() {
        func fault(_ mechanical: Int64, _ converter: Int64) -> MeterFault? {
            policy.counters(
                mechanical: MeterVolume(litres: mechanical * 1_000), converter: MeterVolume(litres: converter * 1_000)
            )?.fault
        }
        #expect(fault(1_000, 0) == .battery)
        #expect(fault(5, 0) == nil)
        #expect(fault(1_000, 989) == .pulses && fault(1_000, 1_011) == .pulses)
        #expect(fault(1_000, 990) == nil && fault(1_000, 1_010) == nil)
        // With an empty battery it is that: part of the time it stood. One that counts too much does not.
        func withBattery(_ converter: Int64) -> MeterFault? {
            policy.counters(
                mechanical: MeterVolume(litres: 1_000_000), converter: MeterVolume(litres: converter * 1_000),
                status: .batteryLow)?.fault
        }
        #expect(withBattery(700) == .battery && withBattery(1_300) == .pulses && withBattery(995) == nil)
        // Five pulses of a small use are no fault, nor is nothing on both.
        #expect(fault(10, 5) == nil && fault(0, 0) == nil && fault(0, 6) == .pulses)
    }

    private func load(_ number: Int64, _ day: String, litres: Int64 = 100_000) throws -> CardLoad {
        CardLoad(number: number, date: try CivilDate(iso8601: day), volume: MeterVolume(litres: litres))
    }

    /// A card on a day of January: register, credit, last load, status and refusal.
    private func report(
        _ day: Int, register: Int64 = 0, credit: Int64, taken: Int64 = 7, status: MeterStatus = [],
        refusal: CardRefusal? = nil
    ) throws -> CardReport {
        let date = try CivilDate(year: 2026, month: 1, day: day)
        let moment = try CivilMoment(date, hour: 18, minute: 0)
        return CardReport(
            day: date, register: MeterVolume(litres: register), credit: MeterVolume(litres: credit), taken: taken,
            status: status, refusal: refusal, clock: ClockReading(shown: moment, earliest: moment, latest: moment))
    }

    private let limits = CreditLimits(emergency: MeterVolume(litres: 20_000), cap: MeterVolume(litres: 400_000))

    @Test("11: a load number twice is flagged, two loads of one amount are not")
    func repeatedLoads() throws {
        let loads = try [7, 8, 7].map { try load($0, "2026-01-10") }
        #expect(policy.repeatedLoads(loads).map { $0.figures[0].figure.description } == ["7"])
        #expect(policy.repeatedLoads(try [7, 8, 9].map { try load($0, "2026-01-10") }).isEmpty)
    }

    @Test("11: a load that the meter did not take by a later read-back was refused; one of the very day was not")
    func refusedLoads() throws {
        let (day, next) = (try CivilDate(iso8601: "2026-01-10"), try CivilDate(iso8601: "2026-01-11"))
        let loads = [try load(8, "2026-01-10")]
        #expect(policy.refusedLoads(loads, taken: 7, readBackOn: next).map { $0.fault } == [.cardLoad])
        #expect(policy.refusedLoads(loads, taken: 7, readBackOn: day).isEmpty)
        #expect(policy.refusedLoads(loads, taken: 8, readBackOn: next).isEmpty)
    }

    @Test("8, 10, 11: a card that was refused is the fault of what refused it")
    func refusals() throws {
        func faults(_ status: MeterStatus, _ refusal: CardRefusal?) throws -> [MeterFault] {
            policy.readBack(
                try report(12, credit: 1_000, status: status, refusal: refusal), before: nil,
                loads: [try load(8, "2026-01-10")], limits
            ).map { $0.fault }
        }
        #expect(try faults([], .card) == [.cardLoad])
        #expect(try faults([], nil) == [.cardLoad])
        #expect(try faults(.caseOpened, .caseOpened) == [.sealBroken])
        #expect(try faults(.batteryLow, .batteryDead) == [.battery])
        // A card that was put in again while the case was open.
        #expect(try faults(.caseOpened, .card) == [.sealBroken])
        // The desk sells no more than fits.
        #expect(try faults([], .overMaximum) == [.cardLoad])
        // The battery was replaced since: what it refused is still its doing.
        #expect(try faults([], .batteryDead) == [.battery] && faults([], .caseOpened) == [.sealBroken])
    }

    @Test("11: credit that no sale explains is a load that was taken twice; ten litres are the display's")
    func unsoldCredit() throws {
        let loads = [try load(7, "2026-01-01"), try load(8, "2026-01-10")]
        // 50 m3 left of load 7, 100 more sold, 30 used: 120.
        func fault(_ credit: Int64, taken: Int64 = 8, register: Int64 = 530_000) throws -> MeterFault? {
            policy.unsoldCredit(
                try report(20, register: register, credit: credit, taken: taken),
                since: try report(10, register: 500_000, credit: 50_000), loads)?.fault
        }
        #expect(try fault(120_010) == nil && fault(120_011) == .cardLoad)
        // Taken under another number, too; and less is no doubled load.
        #expect(try fault(220_000, taken: 9) == .cardLoad)
        #expect(try fault(20_000) == nil)
        // A technician's card has a number and no gas; a register that fell says nothing.
        #expect(try fault(120_000, taken: 9) == nil && fault(900_000, register: 499_999) == nil)
    }

    @Test(
        "12, 14, 15: each limit of a credit is itself allowed; below zero without emergency credit the valve stayed open",
        arguments: [
            (Int64(-20_001), true, MeterFault.valveStuckOpen as MeterFault?), (-20_000, true, .negativeCredit),
            (-1, true, .negativeCredit), (-1, false, .valveStuckOpen), (0, false, nil), (400_000, false, nil),
            (400_001, false, .excessCredit),
        ])
    func credit(litres: Int64, isOnTick: Bool, fault: MeterFault?) throws {
        let found = policy.credit(
            of: try report(2, credit: litres, status: isOnTick ? .emergencyCredit : []), limits)
        #expect(found?.fault == fault)
    }

    @Test("13: who comes back with credit and an unmoved register has no gas")
    func valveStuckClosed() throws {
        func fault(_ now: CardReport, since before: CardReport) -> MeterFault? {
            policy.valveStuckClosed(now, since: before)?.fault
        }
        let before = try report(10, register: 500_000, credit: 50_000)
        let now = try report(11, register: 500_000, credit: 60_000, taken: 8)
        #expect(fault(now, since: before) == .valveStuckClosed)
        // The same day; gas that passed; an empty meter; a load that was refused; a case that was opened.
        #expect(fault(try report(10, register: 500_000, credit: 60_000, taken: 8), since: before) == nil)
        #expect(fault(try report(11, register: 500_001, credit: 60_000, taken: 8), since: before) == nil)
        #expect(fault(now, since: try report(10, register: 500_000, credit: 0)) == nil)
        #expect(fault(try report(11, register: 500_000, credit: 50_000), since: before) == nil)
        #expect(
            fault(try report(11, register: 500_000, credit: 60_000, taken: 8, status: .caseOpened), since: before)
                == nil)
    }

    @Test("16: a second card that is loaded before it brought back what the meter holds")
    func lostCard() {
        let first: [CardEvent] = [.issued(card: 1), .load(card: 1), .issued(card: 2)]
        #expect(policy.lostCard(first + [.load(card: 2)])?.fault == .lostCard)
        #expect(policy.lostCard(first + [.readBack(card: 2), .load(card: 2)]) == nil)
        #expect(policy.lostCard(first + [.readBack(card: 1), .load(card: 2)])?.fault == .lostCard)
        #expect(policy.lostCard([.issued(card: 1), .load(card: 1)]) == nil)
    }

    @Test("17: a clock outside of when it was read by more than three minutes is a clock's fault")
    func clock() throws {
        let day = try CivilDate(iso8601: "2026-03-01")
        func moment(_ hour: Int, _ minute: Int, _ second: Int = 0) throws -> CivilMoment {
            try CivilMoment(day, hour: hour, minute: minute, second: second)
        }
        func fault(_ shown: CivilMoment) throws -> MeterFault? {
            policy.clock(ClockReading(shown: shown, earliest: try moment(9, 0), latest: try moment(18, 0)))?.fault
        }
        #expect(try fault(moment(9, 0)) == nil && fault(moment(18, 3)) == nil && fault(moment(8, 57)) == nil)
        #expect(try fault(moment(18, 3, 1)) == .clock && fault(moment(8, 56, 59)) == .clock)
        // Summer time, and a clock that began anew.
        #expect(try fault(moment(19, 0)) == .clock)
        #expect(try fault(CivilMoment(CivilDate(iso8601: "2000-01-01"), secondOfDay: 0)) == .clock)
    }

    @Test("18, 19: gas counted while disturbed is the sensor's that the status names, or may be either's")
    func disturbed() {
        let volume = MeterVolume(litres: 1)
        #expect(policy.disturbed(volume, status: .pressureSensor).map { $0.fault } == [.pressureSensor])
        #expect(
            policy.disturbed(volume, status: [.temperatureSensor, .magnet]).map { $0.fault } == [.temperatureSensor])
        #expect(policy.disturbed(volume, status: []).map { $0.fault } == [.pressureSensor, .temperatureSensor])
        #expect(policy.disturbed(.zero, status: .pressureSensor).isEmpty)
    }

    @Test(
        "21: 5 % from the factor expected are tolerated, more are not",
        arguments: [
            (Int64(3_150_000), MeterFault?.none), (3_150_001, .conversionFactor), (2_850_000, nil),
            (2_849_999, .conversionFactor),
        ])
    func factor(corrected: Int64, fault: MeterFault?) throws {
        let expected = try CorrectionFactor(parsing: "3.00000", notation: .plain)
        let found = policy.factor(
            corrected: MeterVolume(litres: corrected), uncorrected: MeterVolume(litres: 1_000_000), expected: expected)
        #expect(found?.fault == fault)
        // Five m3 are too few for a comparison.
        #expect(policy.factor(corrected: .zero, uncorrected: MeterVolume(litres: 5_000), expected: expected) == nil)
    }

    @Test("22: last month's calorific value is a fault where the published one is another")
    func gasQuality() throws {
        func value(_ text: String) throws -> GrossCalorificValue {
            try GrossCalorificValue(parsing: text, notation: .plain)
        }
        let (before, now) = (try value("9155.00"), try value("9201.50"))
        #expect(policy.gasQuality(used: before, published: now, monthBefore: before)?.fault == .gasQuality)
        #expect(policy.gasQuality(used: now, published: now, monthBefore: before) == nil)
        #expect(policy.gasQuality(used: before, published: before, monthBefore: before) == nil)
    }

    @Test("23: what comes twice, late, out of order, changed or not at all is said once each")
    func transport() throws {
        func record(_ order: Int64, late: Int = 0, litres: Int64 = 5) throws -> ArchiveRecord {
            let day = try CivilDate(iso8601: "2026-01-01").advanced(byDays: Int(order))
            return ArchiveRecord(order: order, date: day, received: try day.advanced(byDays: late), litres: litres)
        }
        func said(_ records: [ArchiveRecord]) -> [String] {
            policy.transport(records).map { "\($0.transport?.rawValue ?? "") \($0.figures[0].figure)" }
        }
        #expect(try said([record(1), record(2, late: 2), record(3)]) == [])
        #expect(try said([record(1), record(1)]) == ["duplicate 1"])
        #expect(try said([record(1), record(1, litres: 6)]) == ["conflict 1"])
        #expect(try said([record(1), record(5)]) == ["missing 2"])
        #expect(try said([record(1, late: 3), record(2)]) == ["late 1"])
        #expect(try said([record(2), record(1)]) == ["outOfOrder 1"])
    }

    @Test("23: one record beside the highest number before it says the same as all of them")
    func transportOfOne() throws {
        func said(_ order: Int64, after highest: Int64, late: Int = 0) throws -> [String] {
            let day = try CivilDate(iso8601: "2026-01-01")
            let record = ArchiveRecord(order: order, date: day, received: try day.advanced(byDays: late), litres: 5)
            return policy.transport(of: record, after: highest).map {
                "\($0.transport?.rawValue ?? "") \($0.figures[0].figure)"
            }
        }
        #expect(try said(1, after: 0).isEmpty && said(8, after: 7, late: 2).isEmpty)
        // The first record that comes is not the first there was.
        #expect(try said(3, after: 0) == ["missing 1"])
        #expect(try said(5, after: 4, late: 3) == ["late 5"])
        #expect(try said(4, after: 6) == ["outOfOrder 4"])
        #expect(try said(4, after: 6, late: 9) == ["late 4", "outOfOrder 4"])
    }

    @Test("24: counters that are all steps of a 32-bit float have lost their last digits")
    func floatRounded() throws {
        let day = try CivilDate(iso8601: "2026-01-01")
        func flag(_ litres: [Int64]) -> FaultFlag? {
            policy.floatRounded(
                litres.enumerated().map { ArchiveRecord(order: Int64($0), date: day, received: day, litres: $1) })
        }
        // 123,456.784 m3: a float of that size steps by 8 litres, 3 bits each.
        let rounded: [Int64] = [123_456_784, 123_460_000, 123_470_008, 123_480_016]
        #expect(flag(rounded)?.fault == .corruptRecord)
        #expect(flag(rounded + [123_490_001]) == nil)
        // Too few to be sure; one counter that stands; and small enough for a float.
        #expect(flag(Array(rounded.prefix(3))) == nil)
        #expect(flag(Array(repeating: 123_456_784, count: 9)) == nil)
        #expect(flag([16_000_000, 16_000_002, 16_000_004, 16_000_006]) == nil)
    }

    @Test("25: two readings that fit only crosswise are swapped; those that fit either way are not")
    func swapped() throws {
        func question(_ first: String, _ last: String) throws -> PlausibilityQuestion {
            try SampleQuestion(first: first, last: last).question()
        }
        let limits = PlausibilityPolicy.current
        #expect(
            policy.swapped(try question("01000", "07090"), try question("07000", "01080"), limits)?.fault == .wrongMeter
        )
        #expect(policy.swapped(try question("01000", "01090"), try question("01020", "01080"), limits) == nil)
        // Only one of them is out of place: another fault.
        #expect(policy.swapped(try question("01000", "07090"), try question("07000", "07080"), limits) == nil)
    }
}
