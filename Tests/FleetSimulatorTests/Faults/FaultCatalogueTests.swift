import FleetSimulator
import Testing

@Suite("The catalogue of faults")
struct FaultCatalogueTests {
    @Test("Each of the 25 stands at its number, with figures that fit each other")
    func traits() {
        #expect(FaultCatalogue.traits.count == 25 && FaultKind.allCases.count == 25)
        for kind in FaultKind.allCases {
            let trait = kind.trait
            #expect(trait.kind == kind)
            #expect(!trait.meters.isEmpty && !trait.title.isEmpty)
            #expect(trait.source.contains("section 4"))
            #expect(trait.severities.lowerBound > 0 && trait.usualDays.lowerBound > 0)
            #expect(trait.severities.contains(trait.usualSeverities.lowerBound))
            #expect(trait.severities.contains(trait.usualSeverities.upperBound))
            #expect(FaultKind(name: kind.name) == kind)
            #expect(FaultKind(rawValue: UInt8(kind.number)) == kind)
        }
    }

    @Test(
        "Who can have a fault is as the catalogue says",
        arguments: [
            (FaultKind.stuckIndex, "DP"), (.slippingWheel, "D"), (.rollover, "DPC"), (.reverseFlow, "DP"),
            (.creep, "DP"), (.underRegistration, "D"), (.overRegistration, "D"), (.sealBroken, "DPC"),
            (.batteryLow, "PC"), (.cardFault, "P"), (.valveStuckOpen, "P"), (.valveStuckClosed, "P"),
            (.emergencyCredit, "P"), (.excessCredit, "P"), (.lostCard, "P"), (.clockShift, "PC"),
            (.pressureSensor, "C"), (.temperatureSensor, "C"), (.conversionDivergence, "C"), (.gasQualityStale, "C"),
            (.readingTransport, "DPC"), (.corruptedRecord, "DPC"), (.meterIdentity, "DPC"),
            // "pulse" in the catalogue: whatever gives pulses.
            (.magneticTamper, "DPC"), (.pulseError, "DC"),
        ])
    func meters(kind: FaultKind, letters: String) {
        let letter: [MeterKind: String] = [.diaphragm: "D", .prepaid: "P", .corrector: "C"]
        #expect(
            MeterKind.allCases.filter { kind.trait.meters.contains($0) }.compactMap { letter[$0] }.joined() == letters)
    }

    @Test("Every variant belongs to one kind, but for the two that say which way C is wrong")
    func variants() {
        var seen: [FaultVariant: Int] = [:]
        for kind in FaultKind.allCases { for variant in kind.variants { seen[variant, default: 0] += 1 } }
        for variant in FaultVariant.allCases where variant != .plain {
            #expect(seen[variant] == (variant == .factorHigh || variant == .factorLow ? 2 : 1), "\(variant)")
            #expect(FaultVariant(name: variant.name) == variant)
        }
    }

    @Test("Every duty of billing is some fault's")
    func duties() {
        let duties = Set(FaultKind.allCases.flatMap { kind in kind.variants.map { kind.trait.duty($0) } })
        #expect(duties == Set(BillingDuty.allCases))
        let untold = FaultKind.allCases.filter { $0.trait.sign == .none }
        #expect(untold == [.creep, .underRegistration, .overRegistration, .gasQualityStale])
        #expect(FaultKind.meterIdentity.trait.sign(.swappedNeighbours) == .use)
        #expect(FaultKind.meterIdentity.trait.sign(.exchange) == .registers)
    }
}
