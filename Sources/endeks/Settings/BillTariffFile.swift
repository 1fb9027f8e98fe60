import Billing
import GasPhysics
import Quantities
import WrittenFiles

/// What a tariff file says: the issuer, the prices, the gas of each month and the policies.
struct TariffFile {
    let path: String
    let issuer: Issuer
    /// The three characters that the issuer's invoice numbers begin with.
    let invoicePrefix: String
    let tariff: TariffVersion
    let workingDays: WorkingDays
    let source: String?
    /// Whether its invoices say that nobody is to pay them.
    let isSample: Bool
    let gas: MonthlyGas

    static let keys: [YAMLKey] = [
        YAMLKey("version", "ornek-2026.1"), YAMLKey("source", "where the figures come from"),
        YAMLKey("sample", "yes"), YAMLKey("issuer", "(a table)"), YAMLKey("rounding", "standard"),
        YAMLKey("day_convention", "exclude_first"), YAMLKey("due_days", "15"),
        YAMLKey("price_change", "average"), YAMLKey("tax_change", "tax_date"), TariffRuleData.listKey,
        YAMLKey("holidays", "[2026-10-29]"), YAMLKey("prices", "(a list)"), YAMLKey("kdv", "(a list)"),
        YAMLKey("correction", "(a list)"), YAMLKey("calorific_value", "(a list)"),
    ]

    /// The file at a path.
    ///
    /// - Throws: `FileMistake` with the place of what is wrong.
    init(path: String) throws(FileMistake) {
        try self.init(yaml: try SettingsFile.text(path), path: path)
    }

    init(yaml: String, path: String) throws(FileMistake) {
        let table = try YAMLTable(
            yaml: yaml, file: path, name: "a tariff file", example: "bill --example", keys: Self.keys)
        self.path = path
        source = try table.optionalText("source")?.line(most: 150)
        isSample = try table.optionalText("sample")?.choice([("yes", true), ("no", false)]) ?? false
        (issuer, invoicePrefix) = try Self.issuer(table)
        var holidays: Set<CivilDate> = []
        for text in try table.texts("holidays") { holidays.insert(try text.date()) }
        workingDays = WorkingDays(holidays: holidays)
        let version = try table.text("version").line(most: 60)
        gas = try MonthlyGas(table).named(version)
        let prices = try Self.prices(table)
        let terms = TariffTerms(
            rounding: try table.text("rounding").choice(RoundingProfile.shipped.map { ($0.name, $0) }),
            dayCount: try table.text("day_convention").choice([
                ("exclude_first", .excludeFirst), ("exclude_last", .excludeLast),
            ]),
            dueDays: try table.text("due_days").whole(in: 0...PolicyLimits.shipped.longestDueDays),
            priceChange: try table.optionalText("price_change")?.choice(WrittenValue.priceChanges)
                ?? .dayWeightedAverage,
            taxChange: try table.optionalText("tax_change")?.choice(WrittenValue.taxChanges) ?? .taxDate,
            rules: try TariffRuleData.rules(table))
        // A file has one set of terms, for whatever day.
        let from = prices.steps.first?.from ?? .nearest(toDayNumber: 0)
        let schedule = TariffSchedule(
            name: version, prices: prices, valueAddedTax: try Self.kdv(table),
            terms: try Self.rates([.init(from: from, value: terms)], table, "prices"))
        guard let schedule else { throw table.mistake("has no terms.") }
        tariff = schedule.version(ofPeriodEndingOn: from)
    }

    private static func issuer(_ file: YAMLTable) throws(FileMistake) -> (Issuer, prefix: String) {
        let table = try file.table(
            "issuer",
            keys: [
                YAMLKey("name", "Örnek Gaz Dağıtım A.Ş."), YAMLKey("address", "Örnek Mah. No 1, Ankara"),
                YAMLKey("tax_office", "Örnek V.D."), YAMLKey("vkn", "\"4540536920\""),
                YAMLKey("iban", "TR33 0006 1005 1978 6457 8413 26"), YAMLKey("call_centre", "0850 000 00 00"),
                YAMLKey("emergency_phone", "\"187\""), YAMLKey("invoice_prefix", "OGZ"),
            ])
        let issuer = Issuer(
            name: try table.text("name").line(most: 120), address: try table.text("address").line(most: 160),
            taxOffice: try table.text("tax_office").line(most: 60),
            taxNumber: try table.text("vkn").parsed(as: "a VKN of ten digits with a right check digit") { try VKN($0) },
            bankAccounts: try table.bankAccounts("iban"),
            emergencyPhone: try table.optionalText("emergency_phone")?.line(most: 20) ?? "187",
            callCentre: try table.optionalText("call_centre")?.line(most: 30))
        let prefix = try table.text("invoice_prefix")
        // The number's own check says whether these are three letters or digits.
        _ = try prefix.parsed(as: "three of the letters A to Z and the digits") {
            try InvoiceNumber($0 + "2026000000001")
        }
        return (issuer, prefix.text)
    }

    static let priceKeys = [
        YAMLKey("from", "2026-01-01"), YAMLKey("tl_per_kwh", "0.92728336"), YAMLKey("unit", "TL/Sm3"),
        YAMLKey("purchase", "5.631275"), YAMLKey("otv", "0.118700"), YAMLKey("system_use", "4.116320"),
    ]

    private static func prices(_ file: YAMLTable) throws(FileMistake) -> RateTable<RetailPrice> {
        var steps: [RateTable<RetailPrice>.Step] = []
        for entry in try file.tables("prices", keys: priceKeys) { steps.append(try priceStep(entry)) }
        return try rates(steps, file, "prices")
    }

    /// The list `prices` of a table, each wrong entry kept as a mistake.
    static func prices(_ table: YAMLTable, _ mistakes: inout FileMistakes) -> RateTable<RetailPrice>? {
        var steps: [RateTable<RetailPrice>.Step] = []
        for entry in mistakes.keep(tables: try table.tables("prices", keys: priceKeys, isStrict: false)) {
            if let step = mistakes.keep(try priceStep(entry)) { steps.append(step) }
        }
        return mistakes.keep(try rates(steps, table, "prices"))
    }

    /// An entry of a list of prices.
    static func priceStep(_ entry: YAMLTable) throws(FileMistake) -> RateTable<RetailPrice>.Step {
        let price = try price(entry)
        let most = PolicyLimits.shipped.highestPrice
        guard price.perKilowattHour > .zero, price.perKilowattHour <= most else {
            throw entry.mistake(
                "has a price of \(price.perKilowattHour) TL/kWh. It must be above 0 and at most \(most.hundredMillionths / 100_000_000)."
            )
        }
        return .init(from: try entry.text("from").date(), value: price)
    }

    private static func price(_ entry: YAMLTable) throws(FileMistake) -> RetailPrice {
        if entry.has("tl_per_kwh") {
            for part in ["unit", "purchase", "otv", "system_use"] where entry.has(part) {
                throw entry.mistake("has both 'tl_per_kwh' and '\(part)'. Give the price or its parts, not both.")
            }
            return RetailPrice(perKilowattHour: try entry.text("tl_per_kwh").price(UnitPrice.self))
        }
        do {
            let parts: RetailPrice.Parts =
                try entry.text("unit").choice([("TL/Sm3", true), ("TL/kWh", false)])
                ? .perStandardVolume(try priceParts(entry)) : .perKilowattHour(try priceParts(entry))
            return try RetailPrice(parts: parts)
        } catch let error as FileMistake {
            throw error
        } catch {
            throw entry.mistake("has parts whose sum is too large for a price.")
        }
    }

    private static func priceParts<Price>(_ entry: YAMLTable) throws(FileMistake) -> PriceParts<Price> {
        PriceParts(
            purchase: try entry.text("purchase").price(Price.self),
            specialConsumptionTax: try entry.text("otv").price(Price.self),
            systemUse: try entry.text("system_use").price(Price.self))
    }

    static let kdvKeys = [YAMLKey("from", "2023-07-10"), YAMLKey("rate", "0.20")]

    private static func kdv(_ file: YAMLTable) throws(FileMistake) -> RateTable<Rate> {
        var steps: [RateTable<Rate>.Step] = []
        for entry in try file.tables("kdv", keys: kdvKeys) { steps.append(try kdvStep(entry)) }
        return try rates(steps, file, "kdv")
    }

    /// An entry of a list of KDV rates.
    static func kdvStep(_ entry: YAMLTable) throws(FileMistake) -> RateTable<Rate>.Step {
        let text = try entry.text("rate")
        let rate = try text.parsed(as: "a share such as 0.20") { try Rate(parsing: $0, notation: .plain) }
        let most = PolicyLimits.shipped.highestValueAddedTax
        guard rate >= .zero, rate <= most else {
            throw text.mistake("must be from 0 to \(most.figure.withoutTrailingZeros), such as 0.20")
        }
        return .init(from: try entry.text("from").date(), value: rate)
    }

    /// The entries of the list `key` as a table; no two begin on one day.
    static func rates<Value>(
        _ steps: [RateTable<Value>.Step], _ file: YAMLTable, _ key: String
    ) throws(FileMistake) -> RateTable<Value> {
        do {
            return try RateTable(steps)
        } catch {
            throw file.mistake("has two entries of '\(key)' that begin on the same day. Keep one.")
        }
    }
}

extension WrittenValue {
    /// A price that is not negative, with no more decimals than its kind carries.
    func price<Price: FixedPointQuantity>(_ kind: Price.Type) throws(FileMistake) -> Price {
        let price = try parsed(as: "a price with a point and at most \(Price.fractionDigits) decimals") {
            try Price(parsing: $0, notation: .plain)
        }
        guard price >= .zero else { throw mistake("must not be negative") }
        return price
    }
}
