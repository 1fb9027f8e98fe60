import FleetSimulator
import MeterCore
import Quantities

/// A house by hand: 10 litres an hour at night, 130 from six in the morning to eleven in the evening; 2,280 a day.
struct HouseCurve: VolumeCurve {
    var litresByDay: Int64 = 130

    func millilitres(at hour: FleetHour) -> Int64 {
        let day = 17 * litresByDay + 7 * 10
        let ofDay = Int64(hour.hourOfDay)
        let night = min(ofDay, 6) + max(ofDay - 23, 0)
        return (Int64(hour.day) * day + night * 10 + (ofDay - night) * litresByDay) * 1_000
    }
}

/// 4 bar absolute by day and 3.9 by night, 10 to 12 °C.
struct SteadyGas: GasConditions {
    func pascals(at hour: FleetHour) -> UInt32 { hour.hourOfDay < 8 ? 390_000 : 400_000 }
    func millikelvins(at hour: FleetHour) -> UInt32 { 283_150 + UInt32(hour.hourOfDay % 3) * 1_000 }
}

enum Synthetic {
    /// 1 January 2026, 00:00.
    static let epoch = FleetHour(number: 227_928)

    static func date(_ text: String) throws -> CivilDate { try CivilDate(iso8601: text) }

    static func hour(_ day: Int, _ hour: Int = 0) -> FleetHour { epoch.advanced(byHours: day * 24 + hour) }

    static func fault(
        _ kind: FaultKind, _ variant: FaultVariant = .plain, days: Range<Int> = 10..<40, severity: Int? = nil,
        key: UInt64 = 4
    ) -> Fault {
        Fault(
            meter: 0, kind: kind, variant: variant, start: hour(days.lowerBound), end: hour(days.upperBound),
            severity: severity ?? kind.trait.usualSeverities.upperBound, key: key)
    }

    static func meter(_ faults: [Fault], startIndex: Int64 = 12_345_678_900, wheels: Int = 5) -> FaultyMeter<HouseCurve>
    {
        FaultyMeter(HouseCurve(), faults: faults, blackWheels: wheels, startIndex: startIndex, hours: epoch..<hour(700))
    }

    static let settings = CorrectorSettings(
        grid: ConversionGrid(
            firstPressure: 100_000, pressureStep: 100_000, pressures: 8, firstTemperature: 253_150,
            temperatureStep: 10_000, temperatures: 6),
        substitutePressure: 350_000, substituteTemperature: 288_150)

    /// C of an ideal gas at the grid's points, in ten-millionths.
    static let factors: [UInt32] = (0..<8).flatMap { row in
        (0..<6).map { column in
            let (pressure, temperature) = (100_000 + 100_000 * UInt64(row), 253_150 + 10_000 * UInt64(column))
            return UInt32(pressure * 288_150 * 10_000_000 / (101_325 * temperature))
        }
    }

    static func corrector(_ faults: [Fault]) -> CorrectorRun<HouseCurve, SteadyGas> {
        CorrectorRun(
            wheels: meter(faults, wheels: 7), gas: SteadyGas(), faults: faults, settings: settings, factors: factors,
            pulseVolume: 100_000, epoch: epoch)
    }

    static func prepaid(
        _ faults: [Fault], startLitres: UInt32 = 500_000, successors: [PrepaidTerms] = []
    ) -> PrepaidRun<HouseCurve> {
        PrepaidRun(
            HouseCurve(), faults: faults,
            terms: PrepaidTerms(serial: 4_711, unit: .volume, emergencyLimit: 5_000_000, maximumCredit: 400_000_000),
            successors: successors, startLitres: startLitres, epoch: epoch)
    }

    static func card(_ cubicMetres: UInt64, number: UInt16) -> PrepaidCard {
        PrepaidCard(unit: .volume, loadNumber: number, serial: 4_711, amount: cubicMetres * 1_000_000)
    }

    /// Hourly readings of some days, as they were taken.
    static func readings(_ days: Int, serial: UInt64 = 41_523_006) -> [TakenReading] {
        let meter = meter([])
        return (1...days * 24).map { number in
            let hour = epoch.advanced(byHours: number)
            return TakenReading(
                record: MeterRecord(
                    serial: serial, order: UInt32(number), time: MeterClock(faults: []).time(at: hour).seconds,
                    litres: UInt64(meter.index(at: hour).millilitres / 1_000)),
                hour: hour)
        }
    }

    static func plan(
        groups: [MeterGroup] = [MeterGroup(name: "flats", count: 1_000, place: .ankara)], faults: [FaultRule] = [],
        seed: UInt64 = 7, months: Int = 12, calendar: ReadingCalendar = ReadingCalendar(),
        contractors: [Contractor] = [Contractor(name: "own")]
    ) throws -> FleetPlan {
        try FleetPlan(
            draft(
                groups: groups, faults: faults, seed: seed, months: months, calendar: calendar, contractors: contractors
            ))
    }

    static func draft(
        groups: [MeterGroup] = [MeterGroup(name: "flats", count: 1_000, place: .ankara)], faults: [FaultRule] = [],
        seed: UInt64 = 7, months: Int = 12, calendar: ReadingCalendar = ReadingCalendar(),
        contractors: [Contractor] = [Contractor(name: "own")]
    ) throws -> FleetPlanDraft {
        FleetPlanDraft(
            name: "test", seed: seed, start: try date("2026-01-01"), months: months, groups: groups,
            calendar: calendar, contractors: contractors, faults: faults,
            tariff: PlanTariff(name: "konut", policies: .file("policies.yaml")))
    }
}
