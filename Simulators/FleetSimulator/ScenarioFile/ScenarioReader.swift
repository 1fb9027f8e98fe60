import MeterCore
public import WrittenFiles

/// Reads scenario files, strictly: every key is known, every figure is in its range, nothing is passed over.
public enum ScenarioReader {
    /// The plan of a scenario file.
    ///
    /// - Parameters:
    ///   - yaml: the text of the file.
    ///   - file: how messages name it.
    /// - Returns: the plan, checked as a whole.
    /// - Throws: `FileMistakes` with the line and column of everything that is wrong.
    public static func plan(yaml: String, file: String) throws(FileMistakes) -> FleetPlan {
        var checker = ScenarioChecker(file: file)
        guard let root = checker.root(yaml), let value = checker.table(root, ScenarioForm.scenario),
            checker.mistakes.isEmpty
        else { throw checker.mistakes }
        var draft = ScenarioDraft(value, root)
        let plan = draft.read(&checker)
        guard checker.mistakes.isEmpty, let plan else { throw checker.mistakes }
        return plan
    }
}

/// The draft of a plan, read from a file that has the right form.
struct ScenarioDraft {
    let root: ScenarioValue
    private let node: YAMLNode

    init(_ root: ScenarioValue, _ node: YAMLNode) {
        self.root = root
        self.node = node
    }

    /// The plan; mistakes go to the checker.
    mutating func read(_ checker: inout ScenarioChecker) -> FleetPlan? {
        guard let name = root.text("name"), let seed = root.number("seed"), let start = root.date("start"),
            let months = root.number("months")
        else { return nil }
        let groups = root.list("fleet").map { group($0) }
        let faults = root.list("faults").enumerated().map { fault($0.element, groups, &checker) }
        checkSum(groups, &checker)
        checkNames(groups, &checker)
        guard checker.mistakes.isEmpty else { return nil }
        let contractors = root.list("contractors").map { contractor($0) }
        let draft = FleetPlanDraft(
            name: name, seed: UInt64(seed), start: start, months: months, groups: groups, calendar: calendar,
            contractors: contractors.isEmpty ? [Contractor(name: "own")] : contractors,
            faults: faults.compactMap { $0 }, tariff: tariff, prepaid: prepaid)
        for mistake in FleetPlan.mistakes(in: draft) {
            let (place, words) = ScenarioWords(root: root, groups: groups).tell(mistake)
            checker.add(place, words)
        }
        return try? FleetPlan(draft)
    }

    private var tariff: PlanTariff {
        let value = root["tariff"]
        let source: PlanTariff.Source =
            if let file = value?.text("file") { .file(file) } else { .text(policyText) }
        return PlanTariff(name: value?.text("name") ?? "", region: value?.text("region"), policies: source)
    }

    /// The policies as a file of their own, with every figure as it was written.
    private var policyText: String { node["tariff"]?["policies"]?.document ?? "" }

    private var calendar: ReadingCalendar {
        var calendar = ReadingCalendar()
        guard let value = root["calendar"] else { return calendar }
        if let days = value.number("cycle") {
            calendar.cycle = .days(days)
            calendar.readingDays = days
        }
        calendar.readingDays = value.number("reading_days") ?? calendar.readingDays
        calendar.week = value.text("week").flatMap { ReadingCalendar.Week(rawValue: $0) } ?? calendar.week
        calendar.holidays = Set(value.list("holidays").compactMap(\.date))
        calendar.metersPerBook = value.number("book_meters") ?? calendar.metersPerBook
        calendar.metersPerPage = value.number("page_meters") ?? calendar.metersPerPage
        return calendar
    }

    private var prepaid: PrepaidBuying {
        var prepaid = PrepaidBuying()
        guard let value = root["prepaid"] else { return prepaid }
        prepaid.unit = value.text("credit") == "money" ? .money : .volume
        prepaid.days = value.range("buys_days") ?? prepaid.days
        prepaid.reserve = value.range("reserve_days") ?? prepaid.reserve
        prepaid.emergencyCubicMetres = value.number("emergency_m3") ?? prepaid.emergencyCubicMetres
        prepaid.mostMonths = value.number("most_months") ?? prepaid.mostMonths
        return prepaid
    }

    private func contractor(_ value: ScenarioValue) -> Contractor {
        func share(_ key: String) -> Share { Share(millionths: UInt32(value.number(key) ?? 0)) }
        var contractor = Contractor(name: value.text("name") ?? "")
        if value["books"] != nil { contractor.books = share("books") }
        contractor.late = share("late")
        contractor.daysLate = value.range("late_days") ?? contractor.daysLate
        contractor.digitErrors = share("digit_errors")
        contractor.swappedNeighbours = share("swapped_neighbours")
        contractor.estimates = share("estimates")
        contractor.notesMissing = share("notes_missing")
        contractor.notesFalse = share("notes_false")
        return contractor
    }

    private func group(_ value: ScenarioValue) -> MeterGroup {
        let kind = value.text("kind").flatMap { MeterKind(rawValue: $0) } ?? .diaphragm
        let demand = value.text("demand").flatMap { DemandClass(rawValue: $0) } ?? .household
        let corrector = kind == .corrector
        var group = MeterGroup(
            name: value.text("name") ?? "", kind: kind, count: value.number("count") ?? 0,
            place: value.text("place").flatMap { Place(rawValue: $0) } ?? .ankara, demand: demand)
        group.dwellings = value.number("dwellings") ?? (demand == .boilerRoom ? 40 : 1)
        group.size = value.text("size").flatMap { MeterSizes.size($0) } ?? (corrector ? nil : .g4)
        group.blackWheels = value.number("wheels") ?? (corrector ? 7 : 5)
        group.redWheels = value.number("red_wheels") ?? (corrector ? 0 : 3)
        group.supplyMillibar = value.number("supply_mbar") ?? 21
        group.yearlyCubicMetres = value.number("yearly_m3")
        group.yearsInService = value.range("years_in_service") ?? group.yearsInService
        group.startIndex = value.range("start_index_m3")
        group.tariff = value.text("tariff")
        group.region = value.text("region")
        return group
    }

    private func fault(
        _ value: ScenarioValue, _ groups: [MeterGroup], _ checker: inout ScenarioChecker
    ) -> FaultRule? {
        guard let kind = value.text("kind").flatMap({ FaultKind(name: $0) }) else { return nil }
        let scope: FaultRule.Scope =
            if let meter = value.number("meter") { .meter(meter) } else {
                .rate(perMillionMeterYears: value.number("rate") ?? 0)
            }
        var places: [Int]?
        if value["groups"] != nil {
            places = []
            for name in value.list("groups") {
                if let place = groups.firstIndex(where: { $0.name == name.text }) {
                    places?.append(place)
                } else {
                    let names = groups.map(\.name)
                    let advice = NearestWord.advice(
                        name.text ?? "", names, otherwise: "Its groups are: \(names.joined(separator: ", ")).")
                    checker.add(name, "'fleet' has no group '\(name.text ?? "")'. \(advice)")
                }
            }
        }
        var severity: ClosedRange<Int>?
        if let range = value.range("severity") {
            severity = ScenarioDraft.severity(range, kind.trait.unit)
            if severity == nil, let place = value["severity"] {
                let unit = kind.trait.unit
                let words = "must be in \(unit.words), with at most \(String(unit.scale).count - 1) decimals."
                checker.add(
                    place, "'severity' of \(kind.name) \(unit == .event ? "is always 1. Leave it out." : words)")
            }
        }
        return FaultRule(
            kind: kind, variant: value.text("variant").flatMap { FaultVariant(name: $0) }, scope: scope,
            groups: places, from: value.date("from"), to: value.date("to"), days: value.range("days"),
            severity: severity)
    }

    /// Millionths of what a file writes in the unit's finest part; nil where that is no whole number.
    private static func severity(_ range: ClosedRange<Int>, _ unit: SeverityUnit) -> ClosedRange<Int>? {
        let (low, high) = (range.lowerBound * unit.scale, range.upperBound * unit.scale)
        guard low % 1_000_000 == 0, high % 1_000_000 == 0 else { return nil }
        return low / 1_000_000...high / 1_000_000
    }

    private func checkSum(_ groups: [MeterGroup], _ checker: inout ScenarioChecker) {
        guard let meters = root.number("meters"), let place = root["meters"] else { return }
        let sum = groups.reduce(0) { $0 + $1.count }
        if sum != meters {
            checker.add(
                place, "'meters' is \(meters), but the groups of 'fleet' make \(sum). Change it, or a group's 'count'.")
        }
    }

    /// Holds the tariffs and regions that groups name against policies that stand in the file.
    private func checkNames(_ groups: [MeterGroup], _ checker: inout ScenarioChecker) {
        guard let tariff = root["tariff"], let policies = tariff["policies"] else { return }
        let tariffs = policies.list("tariffs").compactMap { $0.text("name") }
        let regions = policies.list("regions").compactMap { $0.text("name") }
        func check(_ name: String?, _ names: [String], _ list: String, _ place: ScenarioValue?) {
            guard let name, !names.contains(name), let place else { return }
            let advice = NearestWord.advice(
                name, names, otherwise: "Its entries are: \(names.joined(separator: ", ")).")
            checker.add(place, "'policies' has no entry '\(name)' in '\(list)'. \(advice)")
        }
        check(tariff.text("name"), tariffs, "tariffs", tariff["name"])
        check(tariff.text("region"), regions, "regions", tariff["region"])
        for (group, value) in zip(groups, root.list("fleet")) {
            check(group.tariff, tariffs, "tariffs", value["tariff"])
            let region = group.region ?? tariff.text("region") ?? group.place.rawValue
            check(region, regions, "regions", value["region"] ?? (tariff["region"] == nil ? value["place"] : nil))
        }
    }
}
