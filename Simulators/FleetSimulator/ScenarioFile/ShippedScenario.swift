import CFleetData
public import WrittenFiles

/// The scenarios that ship with the fleet; the raw value is the file's name without `.yaml`.
public enum ShippedScenario: String, CaseIterable, Hashable, Sendable {
    /// 300 meters of a village, all kinds, with a few faults of each sort.
    case village
    /// A city of 100,000 meters over a year.
    case city = "city-100k"
    /// Prepaid meters of a city through a rise of the price.
    case prepaidPriceRise = "prepaid-price-rise"
    /// Sites with correctors from 300 mbar up.
    case correctorSites = "corrector-sites"
    /// A month in which nobody is read, and the month after it.
    case quarantineMonth = "quarantine-month"
    /// Cards that fail by the hundred.
    case cardFaultWave = "card-fault-wave"
    /// A month in which a whole series of meters turns over.
    case rolloverMonth = "rollover-month"
    /// A contractor who reads late and wrong beside one who does not.
    case badContractor = "bad-contractor"
    /// Filling stations for compressed natural gas.
    case cng
    /// Schools and offices.
    case institutions

    /// The file's text, comments and all.
    public var yaml: String {
        let text: endeks_fleet_text =
            switch self {
            case .village: ENDEKS_SCENARIO_VILLAGE
            case .city: ENDEKS_SCENARIO_CITY
            case .prepaidPriceRise: ENDEKS_SCENARIO_PREPAID_PRICE_RISE
            case .correctorSites: ENDEKS_SCENARIO_CORRECTOR_SITES
            case .quarantineMonth: ENDEKS_SCENARIO_QUARANTINE_MONTH
            case .cardFaultWave: ENDEKS_SCENARIO_CARD_FAULT_WAVE
            case .rolloverMonth: ENDEKS_SCENARIO_ROLLOVER_MONTH
            case .badContractor: ENDEKS_SCENARIO_BAD_CONTRACTOR
            case .cng: ENDEKS_SCENARIO_CNG
            case .institutions: ENDEKS_SCENARIO_INSTITUTIONS
            }
        return FleetText.text(text)
    }

    /// The plan.
    ///
    /// - Throws: `FileMistakes` where the shipped file is wrong, which a test rules out.
    public func plan() throws(FileMistakes) -> FleetPlan {
        try ScenarioReader.plan(yaml: yaml, file: "\(rawValue).yaml")
    }
}

/// The scenario that `endeks simulate new` writes.
public enum ScenarioTemplate {
    /// Commented YAML with every key of a scenario.
    public static var text: String { FleetText.text(ENDEKS_SCENARIO_TEMPLATE) }
}

/// The policies that the shipped scenarios name as `policies.yaml`.
public enum ShippedPolicies {
    /// The file's text: tariffs by use, and the six places as regions.
    public static var text: String { FleetText.text(ENDEKS_SCENARIO_POLICIES) }
}

/// The text files that are compiled in.
private enum FleetText {
    static func text(_ which: endeks_fleet_text) -> String {
        var size = 0
        guard let bytes = endeks_fleet_text_bytes(which, &size) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: size), as: UTF8.self)
    }
}
