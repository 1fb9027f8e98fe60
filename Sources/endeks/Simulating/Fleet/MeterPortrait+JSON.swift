import FleetExport
import FleetSimulator
import Foundation
import MeterCore
import Quantities

extension MeterPortrait {
    /// The portrait as one JSON object, volumes in millilitres.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Record(self)), as: UTF8.self) + "\n"
    }

    private struct Record: Encodable {
        let meter, installation, serial, generation: Int
        let at, kind, group, place: String
        let size: String?
        let wheels: String
        let wheelPositions: [Double]
        let indexMillilitres: Int64
        let note: String
        let lastReading, nextReading: String?
        let truth: Truth
        let faults: [FaultRecord]
        let card: CardRecord?
        let corrector: CorrectorRecord?

        init(_ portrait: MeterPortrait) {
            (meter, installation) = (portrait.number, portrait.installation)
            (serial, generation) = (portrait.serial, portrait.generation)
            let hour = portrait.hour.hourOfDay
            at = "\(portrait.hour.date)T\(hour < 10 ? "0" : "")\(hour):00"
            (kind, group, place) = (portrait.group.kind.rawValue, portrait.group.name, portrait.group.place.rawValue)
            size = portrait.group.size?.name
            (wheels, wheelPositions) = (portrait.digits, portrait.positions)
            indexMillilitres = portrait.index
            note = portrait.sight.rawValue
            (lastReading, nextReading) = (portrait.lastReading?.description, portrait.nextReading?.description)
            truth = Truth(
                soundIndexMillilitres: portrait.soundIndex, countedMillilitres: portrait.counted,
                errorMillionths: portrait.partsPerMillion, meanYearMillilitres: portrait.meanYear)
            faults = portrait.conditions.map { FaultRecord($0) }
            card = portrait.card.map {
                CardRecord(
                    creditMillilitres: $0.credit, flags: Int($0.flags.rawValue), load: $0.loadNumber, visits: $0.visits,
                    demandedMillilitres: $0.demanded)
            }
            corrector = portrait.corrector.map { CorrectorRecord($0.meter) }
        }
    }

    private struct Truth: Encodable {
        let soundIndexMillilitres, countedMillilitres: Int64
        let errorMillionths: Int
        let meanYearMillilitres: UInt64
    }

    private struct CardRecord: Encodable {
        let creditMillilitres: Int64
        let flags, load, visits: Int
        let demandedMillilitres: Int64
    }

    private struct CorrectorRecord: Encodable {
        let volume, disturbedVolume, baseVolume, disturbedBaseVolume: UInt64
        let pressurePascals, temperatureMillikelvins, factorTenMillionths: UInt32
        let status, latched: Int

        init(_ meter: CorrectorMeter) {
            (volume, disturbedVolume) = (meter.volume, meter.disturbedVolume)
            (baseVolume, disturbedBaseVolume) = (meter.baseVolume, meter.disturbedBaseVolume)
            (pressurePascals, temperatureMillikelvins) = (meter.pressure, meter.temperature)
            factorTenMillionths = meter.factor
            (status, latched) = (Int(meter.status.rawValue), Int(meter.latched.rawValue))
        }
    }

    private struct FaultRecord: Encodable {
        let kind: String
        let number: Int
        let variant: String?
        let isOn: Bool
        let from, to: String
        let severity: Int
        let registeredMillilitres, baseMillilitres, useMillilitres: Int64
        let duty, sign: String

        init(_ condition: Condition) {
            let (fault, truth) = (condition.fault, condition.truth)
            (kind, number) = (fault.kind.name, fault.kind.number)
            variant = fault.variant == .plain ? nil : fault.variant.name
            isOn = condition.isOn
            (from, to) = (fault.start.date.description, fault.end.date.description)
            severity = fault.severity
            (registeredMillilitres, baseMillilitres) = (truth.registered, truth.base)
            useMillilitres = truth.use
            (duty, sign) = (truth.duty.rawValue, truth.sign.rawValue)
        }
    }
}
