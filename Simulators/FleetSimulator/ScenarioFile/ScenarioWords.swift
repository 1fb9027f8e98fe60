/// Tells a mistake of a plan in words, at the place of the file that has to be mended.
struct ScenarioWords {
    let root: ScenarioValue
    let groups: [MeterGroup]

    func tell(_ mistake: FleetPlanError) -> (place: ScenarioValue, words: String) {
        let part = part(mistake.part)
        switch mistake.reason {
        case .nothing: return (part, "a scenario needs at least one group and one contractor.")
        case .outside(let name, let found, let range):
            let key = name == "cycle" || part[name] != nil ? name : ScenarioWords.keys[name] ?? name
            let unit = unit(mistake.part)
            let words =
                key == "severity"
                ? "'severity' must be from \(unit(range.lowerBound)) to \(unit(range.upperBound)); it is \(unit(found))."
                : "'\(key)' must be from \(range.lowerBound) to \(range.upperBound) here; it is \(found)."
            return (part[key] ?? part, words)
        case .nameTwice(let name):
            return (part["name"] ?? part, "'\(name)' is the name of another entry too. Keep one.")
        case .tooManyMeters(let count):
            return (part, "the groups make \(count) meters; a fleet has at most \(FleetPlan.mostMeters).")
        case .datesOutside:
            let years = "\(FleetPlan.years.lowerBound) to \(FleetPlan.years.upperBound)"
            return (
                part["start"] ?? part, "the scenario must lie in the years \(years). Change 'start' or 'months'."
            )
        case .booksDoNotSum(let sum):
            return (
                part["books"] ?? part,
                "the contractors' 'books' make \(ScenarioFigure.text(sum, places: 6)) together; they must make 1."
            )
        case .demandDoesNotFit(let kind, let demand):
            return (
                part["demand"] ?? part["kind"] ?? part,
                "a \(kind.rawValue) meter does not serve '\(demand.rawValue)'. Change 'kind' or 'demand'."
            )
        case .pressureNeedsCorrector(let pressure):
            return (part["supply_mbar"] ?? part, "\(pressure) mbar needs 'kind: corrector'; others have at most 300.")
        case .sizeDoesNotFit:
            return (part["size"] ?? part, "a corrector's meter has no 'size' of G1.6 to G25. Leave it out.")
        case .useAboveMeter(let use, let most):
            let size = part.text("size") ?? (part.text("kind") == MeterKind.corrector.rawValue ? nil : "G4")
            return (
                part["yearly_m3"] ?? part["dwellings"] ?? part["size"] ?? part,
                size.map {
                    "the mean use is \(use) m³ a year, but a \($0) here passes \(most) at most. Change 'yearly_m3' or 'size'."
                } ?? "the mean use is \(use) m³ a year; of such a group it can be \(most) at most. Lower 'yearly_m3'."
            )
        case .indexAboveWheels(let index, let wheels):
            return (part["start_index_m3"] ?? part, "\(wheels) black wheels do not show \(index) m³.")
        default: return (at(mistake.reason, part), fault(mistake.reason))
        }
    }

    /// Keys that are not named as the value's part is.
    private static let keys = [
        "reserve": "reserve_days", "days_late": "late_days", "days": "buys_days",
    ]

    private func part(_ part: FleetPlanError.Part) -> ScenarioValue {
        func entry(_ key: String, _ place: Int) -> ScenarioValue {
            let list = root.list(key)
            return list.indices.contains(place) ? list[place] : root
        }
        return switch part {
        case .plan: root
        case .group(let place): entry("fleet", place)
        case .fault(let place): entry("faults", place)
        case .contractor(let place): entry("contractors", place)
        case .calendar: root["calendar"] ?? root
        case .prepaid: root["prepaid"] ?? root
        }
    }

    /// How a severity of a rule is written.
    private func unit(_ part: FleetPlanError.Part) -> (Int) -> String {
        let kind = self.part(part).text("kind").flatMap { FaultKind(name: $0) }
        let places = String(kind?.trait.unit.scale ?? 1).count - 1
        return { ScenarioFigure.text($0, places: places) }
    }

    private func at(_ reason: FleetPlanError.Reason, _ part: ScenarioValue) -> ScenarioValue {
        let key =
            switch reason {
            case .faultDoesNotFit, .faultFitsNoGroup: "kind"
            case .variantDoesNotFit: "variant"
            case .noSuchMeter, .noNeighbour: "meter"
            case .noSuchGroup: "groups"
            case .timeOutside: "from"
            case .tooOften: "rate"
            default: ""
            }
        return part[key] ?? part
    }

    private func fault(_ reason: FleetPlanError.Reason) -> String {
        switch reason {
        case .faultDoesNotFit(let kind, let meter):
            let kinds = MeterKind.allCases.filter { kind.trait.meters.contains($0) }.map(\.rawValue)
            return "a \(meter.rawValue) meter does not have '\(kind.name)': \(kinds.joined(separator: ", ")) meters do."
        case .faultFitsNoGroup(let kind):
            let kinds = MeterKind.allCases.filter { kind.trait.meters.contains($0) }.map(\.rawValue)
            return "no group can have '\(kind.name)': \(kinds.joined(separator: ", ")) meters do. Leave it out."
        case .variantDoesNotFit(let kind, let variant):
            let variants = kind.variants.filter { $0 != .plain }.map(\.name)
            return variants.isEmpty
                ? "'\(kind.name)' has no variants. Leave '\(variant.name)' out."
                : "'\(variant.name)' is no variant of '\(kind.name)', which has: \(variants.joined(separator: ", "))."
        case .noSuchMeter(let meter):
            return
                "there is no meter \(meter): the fleet's have numbers from 0 to \(groups.reduce(0) { $0 + $1.count } - 1)."
        case .noSuchGroup(let group): return "there is no group \(group)."
        case .timeOutside:
            return "a fault begins within the scenario's time, and 'to' lies behind 'from'. Change 'from' or 'to'."
        case .overlaps(let other):
            return "entry \(other + 1) of 'faults' may be on at the same time in the same register of this meter. "
                + "Move one, or make it shorter."
        case .noNeighbour(let meter):
            return "meter \(meter) has no neighbour in its group with whom to be swapped; pairs are 0 and 1, 2 and 3 …"
        case .tooOften(let count):
            return "the rates up to here give each meter \(count) faults or more; at most 20 make sense. Lower 'rate'."
        default: return "this does not fit."
        }
    }
}
