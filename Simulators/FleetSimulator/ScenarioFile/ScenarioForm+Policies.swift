extension ScenarioTable {
    /// The policies of a scenario: the form of the files that `endeks policies import` reads, without the keys `from`, `supply`,
    /// `price_change`, `tax_change` and `rules` of a tariff, which only a file has.
    static let policies = ScenarioTable(
        "'policies'",
        [
            .needs("version", .line(40), "The edition; printed on each invoice.", "ornek-2026.1"),
            .may("source", .line(150), "Where the figures come from.", "invented"),
            .may("holidays", .list(.date, least: 0), "Days that are not working days.", "[2026-10-29]"),
            .needs("kdv", .list(.table(kdv), least: 1), "VAT [KDV]; the invoice date chooses.", "(a list)"),
            .needs("tariffs", .list(.table(tariff), least: 1), "Tariffs by name.", "(a list)"),
            .needs(
                "regions", .list(.table(region), least: 1), "K and calorific value of each month, by region.",
                "(a list)"),
        ])

    private static let kdv = ScenarioTable(
        "an entry of 'kdv'",
        [
            .needs("from", .date, "The first day.", "2023-07-10"),
            .needs("rate", .decimal(4, 0...10_000), "A share.", "0.20"),
        ])

    private static let tariff = ScenarioTable(
        "an entry of 'tariffs'",
        [
            .needs("name", .name, "As groups name it.", "konut"),
            .needs(
                "use", .choice(["residential", "commercial", "official", "industrial"]), "Of whom it is asked.",
                "residential"),
            .needs("rounding", .choice(["standard", "bursagaz", "exact"]), "How amounts are rounded.", "standard"),
            .needs(
                "day_convention", .choice(["exclude_first", "exclude_last"]), "Which reading's day does not count.",
                "exclude_first"),
            .needs("due_days", .whole(0...365), "After the invoice date.", "15"),
            .may("minimum_days", .whole(1...366), "A reading so soon begins no new period.", "15"),
            .may("minimum_bill_m3", .whole(0...1_000), "So little is billed with a later month.", "0"),
            .may(
                "late_fee", .wordOr(["none", "public_claims", "statutory"], .decimal(4, 1...10_000)),
                "What contracts say of late payment.", "none"),
            .needs("prices", .list(.table(price), least: 1), "Before KDV, each from a day on.", "(a list)"),
        ])

    private static let price = ScenarioTable(
        "an entry of 'prices'",
        [
            .needs("from", .date, "The first day.", "2026-01-01"),
            .may("tl_per_kwh", .decimal(8, 0...100_000_000_000), "The whole price.", "0.92728336"),
            .may("unit", .choice(["TL/Sm3", "TL/kWh"]), "Of the parts.", "TL/Sm3"),
            .may("purchase", .decimal(6, 0...1_000_000_000), "Gas.", "5.631275"),
            .may("otv", .decimal(6, 0...1_000_000_000), "Special consumption tax [ÖTV].", "0.118700"),
            .may("system_use", .decimal(6, 0...1_000_000_000), "System use [sistem kullanım].", "4.116320"),
        ],
        ways: [
            .init(needs: ["tl_per_kwh"], allows: []),
            .init(needs: ["unit", "purchase", "otv", "system_use"], allows: []),
        ])

    private static let region = ScenarioTable(
        "an entry of 'regions'",
        [
            .needs("name", .name, "As the tariff or a group names it; or a place.", "ankara"),
            .needs("correction", .list(.table(correction), least: 1), "Of each month.", "(a list)"),
            .needs("calorific_value", .list(.table(calorific), least: 1), "Of each month.", "(a list)"),
            .may(
                "degree_days", .list(.table(degreeDays), least: 1), "Of each month, for plausibility alone.", "(a list)"
            ),
        ])

    private static let correction = ScenarioTable(
        "an entry of 'correction'",
        [
            .needs("month", .month, "2026-01, or 01 for every January.", "01"),
            .may("pa_bara", .decimal(6, 500_000...1_100_000), "Air pressure of the station, bar.", "0.911"),
            .may("t_soil_c", .decimal(6, -40_000_000...60_000_000), "Soil at 75 cm, °C.", "6.21"),
            .may("k", .decimal(7, 1...1_000_000_000), "K itself [düzeltme katsayısı].", "0.94875"),
            .may("pressure_mbar", .whole(0...300), "The meter pressure that K is for.", "21"),
        ],
        ways: [
            .init(needs: ["pa_bara", "t_soil_c"], allows: []), .init(needs: ["k", "pressure_mbar"], allows: []),
        ])

    private static let calorific = ScenarioTable(
        "an entry of 'calorific_value'",
        [
            .needs("month", .month, "2026-01, or 01 for every January.", "01"),
            .needs(
                "kcal_per_m3", .decimal(4, 70_000_000...120_000_000), "Gross calorific value [üst ısıl değer].",
                "9155.00"),
        ])

    private static let degreeDays = ScenarioTable(
        "an entry of 'degree_days'",
        [
            .needs("month", .month, "2026-01.", "2026-01"),
            .needs("kelvin_days", .decimal(1, 0...30_000), "Degree-days.", "512.3"),
        ])
}
