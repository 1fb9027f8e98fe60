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
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .slippingWheel, title: "slipping wheel (atlayan numaratör)",
            meters: [.diaphragm], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 200_000...800_000, usualDays: 30...400, sign: .use,
            source: "effect simulator.md, section 4; share and days: assumption"),
        FaultTrait(
            kind: .rollover, title: "rollover (sayacın başa dönmesi)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 1...1, sign: .registers,
            source: "simulator.md, section 4"),
        FaultTrait(
            kind: .reverseFlow, title: "reverse flow, fitted backwards (ters bağlı sayaç)",
            meters: [.diaphragm, .prepaid], unit: .share, severities: 100_000...1_000_000,
            usualSeverities: 1_000_000...1_000_000, usualDays: 20...120, sign: .registers,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .creep, title: "leak, creep (kaçak, sızıntı)",
            meters: [.diaphragm, .prepaid], unit: .flow, severities: 1_000...1_000_000,
            usualSeverities: 10_000...60_000, usualDays: 20...200, sign: .none,
            source: "effect simulator.md, section 4; 10 to 60 l/h: assumption"),
        FaultTrait(
            kind: .underRegistration, title: "under-registration (eksik kayıt)",
            meters: [.diaphragm], unit: .sharePerYear, severities: 1_000...100_000,
            usualSeverities: 3_000...20_000, usualDays: 365...1825, sign: .none,
            source: "effect simulator.md, section 4; figures: assumption, to leave the 3 % of MI-002 in 2 to 10 years"),
        FaultTrait(
            kind: .overRegistration, title: "over-registration (fazla kayıt)",
            meters: [.diaphragm], unit: .sharePerYear, severities: 1_000...100_000,
            usualSeverities: 3_000...20_000, usualDays: 365...1825, sign: .none,
            source: "effect simulator.md, section 4; figures: assumption, to leave the 3 % of MI-002 in 2 to 10 years"),
        FaultTrait(
            kind: .sealBroken, title: "seal broken, case opened (mühür fekki)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 5...90, sign: .status,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .magneticTamper, title: "magnet on the reed (mıknatıs)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .share, severities: 50_000...1_000_000,
            usualSeverities: 500_000...1_000_000, usualDays: 20...300, sign: .use,
            source: "effect simulator.md, section 4; share of hours and days: assumption"),
        FaultTrait(
            kind: .batteryLow, title: "battery low, then dead (pil bitti)",
            meters: [.prepaid, .corrector], unit: .share, severities: 50_000...1_000_000,
            usualSeverities: 300_000...700_000, usualDays: 30...90, sign: .status,
            source:
                "effect simulator.md, section 4; the severity is the share of its time in which the battery is dead: assumption"
        ),
        FaultTrait(
            kind: .cardFault, title: "card damaged, wrong or loaded twice (kart arızası)",
            meters: [.prepaid], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 300_000...1_000_000, usualDays: 1...40, sign: .card,
            source: "effect simulator.md, section 4; share of loads: assumption"),
        FaultTrait(
            kind: .valveStuckOpen, title: "valve stuck open (vana açık kaldı)",
            meters: [.prepaid], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 20...200, sign: .card,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .valveStuckClosed, title: "valve stuck closed (vana kapalı kaldı)",
            meters: [.prepaid], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 1...10, sign: .card,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .emergencyCredit, title: "emergency credit used (eksi gaz)",
            meters: [.prepaid], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 10...40, sign: .card,
            source: "effect simulator.md, section 4; days without a purchase: assumption"),
        FaultTrait(
            kind: .excessCredit, title: "more than the meter may hold (fazla gaz)",
            meters: [.prepaid], unit: .times, severities: 1_001...20_000,
            usualSeverities: 1_200...4_000, usualDays: 10...60, sign: .card,
            source: "rule simulator.md, section 4; times: assumption"),
        FaultTrait(
            kind: .lostCard, title: "lost card (kayıp kart)",
            meters: [.prepaid], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 3...30, sign: .card,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .clockShift, title: "clock drifts, resets, jumps (saat hatası)",
            meters: [.prepaid, .corrector], unit: .secondsPerDay, severities: 1...3_600,
            usualSeverities: 20...600, usualDays: 20...200, sign: .registers,
            source: "effect simulator.md, section 4; seconds a day: assumption; a reset and summer time do not use them"
        ),
        FaultTrait(
            kind: .pressureSensor, title: "pressure sensor failed (basınç sensörü arızası)",
            meters: [.corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 1...30, sign: .registers,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .temperatureSensor, title: "temperature sensor failed (sıcaklık sensörü arızası)",
            meters: [.corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 1...30, sign: .registers,
            source: "effect simulator.md, section 4; days: assumption"),
        FaultTrait(
            kind: .pulseError, title: "pulses lost or doubled (darbe kaybı)",
            meters: [.diaphragm, .corrector], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 100_000...500_000, usualDays: 10...120, sign: .registers,
            source: "effect simulator.md, section 4; share and days: assumption"),
        FaultTrait(
            kind: .conversionDivergence, title: "Vb does not fit Vm (dönüşüm sapması)",
            meters: [.corrector], unit: .share, severities: 50_000...900_000,
            usualSeverities: 100_000...400_000, usualDays: 5...90, sign: .registers,
            source: "effect simulator.md, section 4; share: assumption"),
        FaultTrait(
            kind: .gasQualityStale, title: "table of gas quality not updated (eski gaz kalitesi)",
            meters: [.corrector], unit: .share, severities: 100...50_000,
            usualSeverities: 1_000...15_000, usualDays: 28...93, sign: .none,
            source: "effect simulator.md, section 4; share: assumption"),
        FaultTrait(
            kind: .readingTransport, title: "twice, late, out of order, missing (okuma iletimi)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 100_000...1_000_000, usualDays: 10...90, sign: .registers,
            source: "effect simulator.md, section 4; share of readings: assumption"),
        FaultTrait(
            kind: .corruptedRecord, title: "damaged record (bozuk kayıt)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .share, severities: 10_000...1_000_000,
            usualSeverities: 100_000...1_000_000, usualDays: 10...90, sign: .registers,
            source: "effect simulator.md, section 4; share of readings: assumption"),
        FaultTrait(
            kind: .meterIdentity, title: "exchanged, swapped, misnamed, unreadable (sayaç değişimi, karışması)",
            meters: [.diaphragm, .prepaid, .corrector], unit: .event, severities: 1...1,
            usualSeverities: 1...1, usualDays: 20...200, sign: .registers,
            source: "effect simulator.md, section 4; days: assumption"),
    ]
}
