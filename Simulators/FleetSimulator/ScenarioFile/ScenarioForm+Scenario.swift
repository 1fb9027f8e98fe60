import MeterCore

extension ScenarioForm {
    private static let share = ScenarioForm.decimal(6, 0...1_000_000)

    /// A whole scenario file.
    static let scenario = ScenarioTable(
        "a scenario",
        [
            .needs("name", .name, "By which reports speak of it.", "village"),
            .needs(
                "seed", .whole(0...Int.max), "All chance is drawn from it: the same seed gives the same bytes.", "1"),
            .needs("start", .date, "The first day.", "2026-01-01"),
            .needs("months", .whole(1...120), "How many months it lasts.", "12"),
            .may("meters", .whole(1...FleetPlan.mostMeters), "How many meters the groups must make together.", "300"),
            .needs("tariff", .table(tariff), "With what the fleet is billed.", "(a table)"),
            .needs(
                "fleet", .list(.table(group), least: 1), "Groups of meters [sayaç], numbered from 0 in order.",
                "(a list)"),
            .may("prepaid", .table(prepaid), "How prepaid gas is bought [ön ödemeli].", "(a table)"),
            .may("calendar", .table(calendar), "When meters are read [okuma takvimi].", "(a table)"),
            .may("contractors", .list(.table(contractor), least: 1), "Who reads [okuma yüklenicisi].", "(a list)"),
            .may("faults", .list(.table(fault), least: 0), "What goes wrong [arıza].", "(a list)"),
        ])

    private static let tariff = ScenarioTable(
        "'tariff'",
        [
            .needs("name", .name, "A tariff of the policies, where a group names none.", "konut"),
            .may("region", .name, "A region of the policies; left out: one named as the group's place.", "ankara"),
            .may(
                "file", .line(200), "A file as 'endeks policies example' prints; relative to the scenario's folder.",
                "policies.yaml"),
            .may("policies", .table(.policies), "Their plainer form, in the scenario itself.", "(a table)"),
        ],
        ways: [.init(needs: ["file"], allows: []), .init(needs: ["policies"], allows: [])])

    private static let group = ScenarioTable(
        "a group of 'fleet'",
        [
            .needs("name", .name, "By which faults and reports speak of it.", "flats"),
            .may("kind", .choice(MeterKind.allCases.map(\.rawValue)), "Mechanical unless told otherwise.", "diaphragm"),
            .needs("count", .whole(1...FleetPlan.mostMeters), "How many meters.", "280"),
            .needs("place", .choice(Place.allCases.map(\.rawValue)), "Whose weather they have.", "ankara"),
            .may(
                "demand", .choice(DemandClass.allCases.map(\.rawValue)),
                "What the gas is for; household unless told otherwise.", "household"),
            .may("dwellings", .whole(2...1_000), "Dwellings behind a boiler room's meter.", "40"),
            .may("size", .choice(MeterSizes.names), "G4 unless told otherwise; none with a corrector.", "G4"),
            .may("wheels", .whole(4...9), "Black wheels, whole m³: 5 unless told otherwise, 7 with a corrector.", "5"),
            .may("red_wheels", .whole(0...3), "Red wheels: 3 unless told otherwise, 0 with a corrector.", "3"),
            .may("supply_mbar", .whole(15...75_000), "Gauge pressure at the meter: 21 unless told otherwise.", "21"),
            .may(
                "yearly_m3", .whole(1...1_000_000_000),
                "Mean use of a meter in a year of mean weather, Sm³; left out: by place and demand.",
                "1067"),
            .may(
                "years_in_service", .wholes(0...40), "Years at the start, drawn evenly: 0..9 unless told otherwise.",
                "0..9"),
            .may(
                "start_index_m3", .wholes(0...999_999_999), "Index at the start; left out: by the years in service.",
                "99900..99990"),
            .may("tariff", .name, "A tariff of the policies for this group.", "ticarethane"),
            .may("region", .name, "A region of the policies for this group.", "ankara"),
        ])

    private static let prepaid = ScenarioTable(
        "'prepaid'",
        [
            .may("credit", .choice(["volume", "money"]), "What cards carry: m³ or lira.", "volume"),
            .may("buys_days", .wholes(1...365), "Days of use that a customer buys at a time.", "20..40"),
            .may("reserve_days", .wholes(0...365), "Days of use left when a customer buys.", "2..7"),
            .may("emergency_m3", .whole(0...1_000), "How far credit may fall below zero [eksi gaz].", "5"),
            .may("most_months", .whole(1...24), "Months of mean use that a meter may hold [fazla gaz].", "2"),
        ])

    private static let calendar = ScenarioTable(
        "'calendar'",
        [
            .may("cycle", .wordOr(["monthly"], .whole(7...92)), "monthly, or a number of days such as 15.", "monthly"),
            .may(
                "reading_days", .whole(1...92),
                "Over how many days the books are spread: 20 working days of a month, or days of a cycle.", "20"),
            .may(
                "week", .choice(ReadingCalendar.Week.allCases.map(\.rawValue)), "On which days readers walk.",
                "mondayToFriday"),
            .may("holidays", .list(.date, least: 0), "Days on which nobody reads [tatil].", "[2026-10-29]"),
            .may("book_meters", .whole(1...10_000), "Meters of a book [defter].", "500"),
            .may("page_meters", .whole(1...1_000), "Meters of a page [sayfa].", "25"),
        ])

    private static let contractor = ScenarioTable(
        "an entry of 'contractors'",
        [
            .needs("name", .name, "By which reports speak of it.", "own"),
            .may("books", share, "Share of the books; all shares make 1.", "1"),
            .may("late", share, "Share of walks that are late.", "0.02"),
            .may("late_days", .wholes(1...60), "How many days late.", "1..3"),
            .may("digit_errors", share, "Share of readings with a wrong digit.", "0.001"),
            .may("swapped_neighbours", share, "Share of pairs of neighbours written on each other's line.", "0.0005"),
            .may(
                "estimates", share, "Share of readings that are none: usual use added to the last [tahmini].", "0.004"),
            .may("notes_missing", share, "Share of due notes that are not written.", "0.1"),
            .may("notes_false", share, "Share of readings with a note without a reason.", "0.002"),
        ])

    private static let fault = ScenarioTable(
        "an entry of 'faults'",
        [
            .needs("kind", .choice(FaultKind.allCases.map(\.name)), "One of the 25 of the catalogue.", "stuckIndex"),
            .may(
                "variant", .choice(FaultVariant.allCases.dropFirst().map(\.name)),
                "In which way; left out: each as likely.", "exchange"),
            .may("rate", .decimal(3, 0...50_000_000), "How many in 1,000 meters and a year, by chance.", "2.5"),
            .may("groups", .list(.name, least: 1), "Groups that have it; left out: all that can.", "[flats]"),
            .may("meter", .whole(0...FleetPlan.mostMeters), "One meter, by its number from 0, for certain.", "12"),
            .may("from", .date, "It begins on this day or later; a named meter's on this day.", "2026-03-01"),
            .may("to", .date, "It begins before this day.", "2026-06-01"),
            .may("days", .wholes(1...3_650), "How long it lasts; left out: as the catalogue says.", "20..240"),
            .may(
                "severity", .decimals(6, 0...10_000_000_000),
                "How badly, in the kind's unit; left out: as the catalogue says.", "0.3..0.6"),
        ],
        ways: [.init(needs: ["rate"], allows: ["groups", "to"]), .init(needs: ["meter"], allows: [])])
}

/// Names of meter sizes in scenario files.
enum MeterSizes {
    static let names = ["G1.6", "G2.5", "G4", "G6", "G10", "G16", "G25"]
}

extension MeterSizes {
    /// The size of a name, nil where there is none.
    static func size(_ name: String) -> DiaphragmSize? {
        names.firstIndex(of: name).flatMap { DiaphragmSize(rawValue: UInt8($0)) }
    }
}
