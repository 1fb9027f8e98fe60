/// The 25 faults as data: what each does at most, what it does usually, and whether billing can tell it.
///
/// Effects are those of the catalogue; most figures are assumptions and marked so, since no utility publishes them. A
/// change here changes fleets, so it goes with a new ``version``.
public enum FaultCatalogue {
    /// Edition of the figures.
    public static let version = "2026.1"

    /// By number: the trait of fault n stands at n − 1.
    public static let traits: [FaultTrait] = [
        FaultTrait(
            kind: .stuckIndex, title: "stuck index (takılı sayaç)",
            meters: [.diaphragm, .prepaid], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 20...240, sign: .use,
            why: """
                No use where the past, the weather and the neighbours say there was some; an empty flat looks \
                the same for a while.
                """,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .slippingWheel, title: "slipping wheel (atlayan numaratör)",
            meters: [.diaphragm], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 200_000...800_000, usualDays: 30...400, sign: .use,
            why: """
                Use falls by a share that only the past and the neighbours give away; a digit half-way is seen \
                by the reader.
                """,
            source: "effect simulator.md, section 4; share and days: assumption"),
        FaultTrait(
            kind: .rollover, title: "rollover (sayacın başa dönmesi)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 1...1, sign: .registers,
            why: """
                The index falls, and the difference modulo the wheels is what the meter can have passed.
                """,
            source: "simulator.md, section 4"),
        FaultTrait(
            kind: .reverseFlow, title: "reverse flow, fitted backwards (ters bağlı sayaç)",
            meters: [.diaphragm, .prepaid], unit: .share, severities: 100_000...1_000_000,
            usualSeverities: 1_000_000...1_000_000, usualDays: 20...120, sign: .registers,
            why: """
                The index falls, and the difference modulo the wheels is more than the meter can pass; below \
                half of the flow it only rises less.
                """,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .creep, title: "leak, creep (kaçak, sızıntı)",
            meters: [.diaphragm, .prepaid], unit: .flow, severities: 1_000...1_000_000,
            usualSeverities: 10_000...60_000, usualDays: 20...200, sign: .none,
            why: """
                A monthly index cannot tell a leak from a pilot flame or cooking; hourly readings could, by \
                nights that are never zero.
                """,
            source: "effect simulator.md, section 4; 10 to 60 l/h: assumption"),
        FaultTrait(
            kind: .underRegistration, title: "under-registration (eksik kayıt)",
            meters: [.diaphragm], unit: .sharePerYear, severities: 1_000...100_000,
            usualSeverities: 3_000...20_000, usualDays: 365...1825, sign: .none,
            why: """
                A percent a year drowns in the weather; a test bench tells it.
                """,
            source: "effect simulator.md, section 4; figures: assumption, to leave the 3 % of MI-002 in 2 to 10 years"),
        FaultTrait(
            kind: .overRegistration, title: "over-registration (fazla kayıt)",
            meters: [.diaphragm], unit: .sharePerYear, severities: 1_000...100_000,
            usualSeverities: 3_000...20_000, usualDays: 365...1825, sign: .none,
            why: """
                A percent a year drowns in the weather; a test bench tells it.
                """,
            source: "effect simulator.md, section 4; figures: assumption, to leave the 3 % of MI-002 in 2 to 10 years"),
        FaultTrait(
            kind: .sealBroken, title: "seal broken, case opened (mühür fekki)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 5...90, sign: .status,
            why: """
                A status bit on card or corrector, or a reader's note that a second look confirms, as notes are made \
                up, too; the volume is right.
                """,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .magneticTamper, title: "magnet on the reed (mıknatıs)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .share, severities: 50_000...1_000_000,
            usualSeverities: 500_000...1_000_000, usualDays: 20...300, sign: .use,
            why: """
                A prepaid meter brings the bit home on its card; before a corrector pulses fall short of the wheels. \
                Wheels that are read turn on.
                """,
            source: "effect simulator.md, section 4; share of hours and days: assumption"),
        FaultTrait(
            kind: .batteryLow, title: "battery low, then dead (pil bitti)",
            meters: [.prepaid, .corrector], unit: .share, severities: 50_000...1_000_000,
            usualSeverities: 300_000...700_000, usualDays: 30...90, sign: .status,
            why: """
                The bit comes first; then the register stands while the wheels go on.
                """,
            source:
                "effect simulator.md, section 4; the severity is the share of its time in which the battery is dead: assumption"
        ),
        FaultTrait(
            kind: .cardFault, title: "card damaged, wrong or loaded twice (kart arızası)",
            meters: [.prepaid], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 300_000...1_000_000, usualDays: 1...40, sign: .card,
            why: """
                The read-back has the refusal, or a credit and a load number that no sale explains.
                """,
            source: "effect simulator.md, section 4; share of loads: assumption"),
        FaultTrait(
            kind: .valveStuckOpen, title: "valve stuck open (vana açık kaldı)",
            meters: [.prepaid], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 20...200, sign: .card,
            why: """
                The read-back has a credit below zero that no emergency credit was released for, or below its limit.
                """,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .valveStuckClosed, title: "valve stuck closed (vana kapalı kaldı)",
            meters: [.prepaid], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 1...10, sign: .card,
            why: """
                The customer comes back with credit and an unmoved register; from an empty flat, or with a counter \
                that stands, nobody comes. Nothing is to be billed, as nothing passed.
                """,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .emergencyCredit, title: "emergency credit used (eksi gaz)",
            meters: [.prepaid], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 10...40, sign: .card,
            why: """
                The read-back has a credit below zero.
                """,
            source: "effect simulator.md, section 4; days without a purchase: assumption"),
        FaultTrait(
            kind: .excessCredit, title: "more than the meter may hold (fazla gaz)",
            meters: [.prepaid], unit: .times, severities: 1_001...20_000,
            usualSeverities: 1_200...4_000, usualDays: 10...60, sign: .card,
            why: """
                Office and meter know the limit: two months' mean use (RG 2013-02-13).
                """,
            source: "rule simulator.md, section 4; times: assumption"),
        FaultTrait(
            kind: .lostCard, title: "lost card (kayıp kart)",
            meters: [.prepaid], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 3...30, sign: .card,
            why: """
                The customer says so; the balance is unknown until a new card is read back.
                """,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .clockShift, title: "clock drifts, resets, jumps (saat hatası)",
            meters: [.prepaid, .corrector], unit: .secondsPerDay, severities: 1...3_600,
            usualSeverities: 20...600, usualDays: 20...200, sign: .registers,
            why: """
                The device's time lies outside of when it can have been written: of a card between sale and \
                return, of a corrector at the readout.
                """,
            source: "effect simulator.md, section 4; seconds a day: assumption; a reset and summer time do not use them"
        ),
        FaultTrait(
            kind: .pressureSensor, title: "pressure sensor failed (basınç sensörü arızası)",
            meters: [.corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 1...30, sign: .registers,
            why: """
                The alarm is on and the disturbed counters run.
                """,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .temperatureSensor, title: "temperature sensor failed (sıcaklık sensörü arızası)",
            meters: [.corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 1...30, sign: .registers,
            why: """
                The alarm is on and the disturbed counters run.
                """,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .pulseError, title: "pulses lost or doubled (darbe kaybı)",
            meters: [.diaphragm, .corrector], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 100_000...500_000, usualDays: 10...120, sign: .registers,
            why: """
                The corrector's Vm leaves the meter's wheels; a mechanical meter is billed by its wheels, \
                which are right.
                """,
            source: "effect simulator.md, section 4; share and days: assumption"),
        FaultTrait(
            kind: .conversionDivergence, title: "Vb does not fit Vm (dönüşüm sapması)",
            meters: [.corrector], unit: .share, severities: 50_000...900_000,
            usualSeverities: 100_000...400_000, usualDays: 5...90, sign: .registers,
            why: """
                Vb by Vm leaves what p, T and any gas can make of it.
                """,
            source: "effect simulator.md, section 4; share: assumption"),
        FaultTrait(
            kind: .gasQualityStale, title: "table of gas quality not updated (eski gaz kalitesi)",
            meters: [.corrector], unit: .share, severities: 100...50_000,
            usualSeverities: 1_000...15_000, usualDays: 28...93, sign: .none,
            why: """
                Half a percent of C lies within what p and T explain; only the corrector's list of parameters tells.
                """,
            source: "effect simulator.md, section 4; share: assumption"),
        FaultTrait(
            kind: .readingTransport, title: "twice, late, out of order, missing (okuma iletimi)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 100_000...1_000_000, usualDays: 10...90, sign: .registers,
            why: """
                Meter, order number and time tell a copy, a gap and a latecomer.
                """,
            source: "effect simulator.md, section 4; share of readings: assumption"),
        FaultTrait(
            kind: .corruptedRecord, title: "damaged record (bozuk kayıt)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 100_000...1_000_000, usualDays: 10...90, sign: .registers,
            why: """
                Check, length and digits tell; what a 32-bit floating-point number took away is told by its form.
                """,
            source: "effect simulator.md, section 4; share of readings: assumption"),
        FaultTrait(
            kind: .meterIdentity, title: "exchanged, swapped, misnamed, unreadable (sayaç değişimi, karışması)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 20...200, sign: .registers,
            why: """
                Another serial number, or none, or digits that are missing; swapped neighbours have the right \
                serials, and only their use crosses.
                """,
            source: "effect simulator.md, section 4; days: assumption"),
    ]
}
