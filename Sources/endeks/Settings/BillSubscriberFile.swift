import Billing
import Quantities
import Wording
import WrittenFiles

/// What a subscriber file says: the subscriber, the meter, and where the last invoice ended.
struct SubscriberFile {
    let path: String
    let subscriber: Subscriber
    let meter: Meter
    let lastReading: MeterReading
    let language: Language
    let identityNumber: String?
    let plausibleLimit: MeterVolume?

    static let keys: [YAMLKey] = [
        YAMLKey("subscriber_number", "\"4100012345\""), YAMLKey("installation_number", "\"7700054321\""),
        YAMLKey("name", "Ayşe Örnek"), YAMLKey("address", "Örnek Mah. Gaz Sok. No 3/5, Çankaya/Ankara"),
        YAMLKey("identity_number", "\"10000000146\""), YAMLKey("use", "residential"),
        YAMLKey("language", "tr"), YAMLKey("kind", "mechanical"), YAMLKey("meter_serial", "\"00882400\""),
        YAMLKey("g_class", "G4"), YAMLKey("wheels", "5"), YAMLKey("decimals", "3"),
        YAMLKey("multiplier", "1"), YAMLKey("pressure_mbar", "21"), YAMLKey("last_index", "\"01021\""),
        YAMLKey("last_date", "2026-10-21"), YAMLKey("plausible_limit_m3", "500"),
    ]

    /// The file at a path.
    ///
    /// - Throws: `FileMistake` with the place of what is wrong.
    init(path: String) throws(FileMistake) {
        try self.init(yaml: try SettingsFile.text(path), path: path)
    }

    init(yaml: String, path: String) throws(FileMistake) {
        let table = try YAMLTable(
            yaml: yaml, file: path, name: "a subscriber file", example: "bill --example", keys: Self.keys)
        self.path = path
        language = try table.text("language").choice([("tr", .turkish), ("en", .english)])
        identityNumber = try table.optionalText("identity_number").map { text throws(FileMistake) in
            guard [10, 11].contains(text.text.count), text.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                // Not the usual words: they would repeat the number.
                throw text.hidden("must be the 11 digits of a TCKN or the 10 of a VKN")
            }
            return text.text
        }
        subscriber = try Self.subscriber(table)
        meter = try Self.meter(table)
        lastReading = try Self.lastReading(table, wheels: meter.wheels)
        plausibleLimit = try table.optionalText("plausible_limit_m3").map { text throws(FileMistake) in
            let limit = try text.parsed(as: "a number of m³ such as 500") {
                try MeterVolume(parsing: $0, notation: .plain)
            }
            guard limit > .zero else { throw text.mistake("must be above zero") }
            return limit
        }
    }

    private static func subscriber(_ table: YAMLTable) throws(FileMistake) -> Subscriber {
        Subscriber(
            number: try table.text("subscriber_number").parsed(as: "1 to 20 digits") { try SubscriberNumber($0) },
            installation: try table.text("installation_number").parsed(as: "1 to 20 digits") {
                try InstallationNumber($0)
            },
            name: try table.text("name").line(most: 150), address: try table.text("address").line(most: 250),
            kind: try table.optionalText("use")?.choice(Subscriber.Kind.allCases.map { ($0.rawValue, $0) })
                ?? .residential,
            paymentScheme: try table.text("kind").choice([("mechanical", .afterUse), ("prepaid", .prepaid)]))
    }

    private static func meter(_ table: YAMLTable) throws(FileMistake) -> Meter {
        var multiplier = MeterMultiplier(thousandths: 1000)
        if let text = try table.optionalText("multiplier") {
            multiplier = try text.parsed(as: "a number such as 1 or 10") {
                try MeterMultiplier(parsing: $0, notation: .plain)
            }
            guard multiplier > .zero else { throw text.mistake("must be above zero") }
        }
        let pressure = try table.text("pressure_mbar")
        let millibar = try pressure.whole(in: 0...4000)
        let most = Meter.mostMillibarWithoutCorrector
        guard millibar <= most else {
            throw pressure.mistake("is above \(most) mbar, where a volume corrector is compulsory: not billed by photo")
        }
        return Meter(
            serial: try table.text("meter_serial").parsed(as: "1 to 20 digits and letters") { try MeterSerial($0) },
            gClass: try table.text("g_class").line(most: 12), pressureMillibar: millibar, multiplier: multiplier,
            wheels: try table.text("wheels").whole(in: 3...9), decimals: try table.text("decimals").whole(in: 0...4))
    }

    /// The last index may be written with or without its leading zeros.
    private static func lastReading(_ table: YAMLTable, wheels: Int) throws(FileMistake) -> MeterReading {
        let text = try table.text("last_index")
        let index = try text.parsed(as: "the black digits, at most \(wheels) of them, such as \"01021\"") { digits in
            try Index(value: try Index(printed: digits).value, digits: wheels)
        }
        return MeterReading(index: index, date: try table.text("last_date").date())
    }
}

extension WrittenValue {
    /// A day written as `2026-10-21`.
    func date() throws(FileMistake) -> CivilDate {
        try parsed(as: "a day such as 2026-10-21") { try CivilDate(iso8601: $0) }
    }
}

extension Optional {
    /// `map` with a typed error.
    fileprivate func map<Result>(
        _ transform: (Wrapped) throws(FileMistake) -> Result
    ) throws(FileMistake) -> Result? {
        guard let self else { return nil }
        return try transform(self)
    }
}
