import FleetSimulator
import MeterCore
import Quantities

extension RegisterRow {
    /// Periods of 30 days before the plan that the office knows of: last year, and the weeks before it.
    private static let earlierPeriods = 14

    /// A meter of a plan as the office has it.
    init(_ meter: PlanMeter, _ terms: PrepaidTerms?, _ fleet: PlanFleet) {
        let plan = fleet.planned.plan
        let group = plan.groups[meter.group]
        let opened = CivilDate.nearest(toDayNumber: plan.start.dayNumber - 1)
        let isCorrector = meter.kind == .corrector
        var history: [EarlierUse] = []
        var last: Int64?
        for period in (0...RegisterRow.earlierPeriods).reversed() {
            let hour = plan.hours.lowerBound.advanced(byHours: -period * 30 * 24)
            let volume = meter.curve.millilitres(at: hour) / 1_000_000
            if let last {
                let through = opened.dayNumber - period * 30
                history.append(
                    EarlierUse(
                        from: Int32(through - 30), through: Int32(through),
                        cubicMetres: UInt32(clamping: volume - last)))
            }
            last = volume
        }
        self.init(
            number: meter.number, serial: UInt64(fleet.planned.serial(of: meter.number, generation: 0)),
            installation: UInt64(fleet.planned.installation(of: meter.number)), kind: LoadedKind(meter.kind),
            group: meter.group, size: group.size.map { RegisterRow.name($0) } ?? "",
            wheels: group.blackWheels, millibar: group.supplyMillibar, tariff: fleet.places[meter.group].tariff,
            region: fleet.places[meter.group].region, openingIndex: Int64(meter.openingIndex),
            openingCorrected: isCorrector ? 0 : nil, openingConverter: isCorrector ? 0 : nil, openingDay: opened,
            history: history,
            holdLimitMillilitres: terms.map { $0.maximumVolume },
            emergencyLitres: Int64(plan.prepaid.emergencyCubicMetres) * 1_000,
            money: terms.flatMap { MoneyMeter($0) })
    }

    /// A size as it stands on the plate: `G1.6`.
    private static func name(_ size: DiaphragmSize) -> String {
        "\(size)".uppercased().replacing("_", with: ".")
    }
}

extension MoneyMeter {
    /// What is set in a meter that counts money; nil for one that counts gas.
    init?(_ terms: PrepaidTerms) {
        guard terms.unit == .money else { return nil }
        self.init(
            price: Int64(terms.price), holdLimitKurus: Int64(clamping: terms.maximumCredit),
            emergencyKurus: Int64(terms.emergencyLimit))
    }
}

extension LoadedKind {
    init(_ kind: MeterKind) {
        self =
            switch kind {
            case .diaphragm: .mechanical
            case .prepaid: .prepaid
            case .corrector: .corrector
            }
    }
}
