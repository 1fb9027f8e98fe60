package import Quantities

/// How a meter counts and is paid.
package enum LoadedKind: Int, CaseIterable, Hashable, Sendable, Codable {
    /// A mechanical meter, read and billed afterwards.
    case mechanical
    /// A prepaid meter with a card.
    case prepaid
    /// A meter with a volume corrector.
    case corrector

    /// Its code in files.
    package var code: String {
        switch self {
        case .mechanical: "mechanical"
        case .prepaid: "prepaid"
        case .corrector: "corrector"
        }
    }
}

/// A meter as the office has it in its register when the load test begins.
package struct RegisterRow: Hashable, Sendable {
    /// Number in the fleet, from 0.
    package var number: Int
    /// Serial on the plate.
    package var serial: UInt64
    /// Number of the installation.
    package var installation: UInt64
    /// How it counts and is paid.
    package var kind: LoadedKind
    /// Meters of one group are alike: their use is compared.
    package var group: Int
    /// Its size, such as `G4`.
    package var size: String
    /// Wheels of whole m³.
    package var wheels: Int
    /// Gauge pressure, in millibar.
    package var millibar: Int
    /// Place of its tariff in ``BillingTerms/tariffs``.
    package var tariff: Int
    /// Place of its region in ``BillingTerms/regions``.
    package var region: Int
    /// What it showed when the first period began, in whole m³.
    package var openingIndex: Int64
    /// What its corrector's Vb showed then, in whole m³; nil without a corrector.
    package var openingCorrected: Int64?
    /// What its corrector's own Vm showed then, in whole m³; nil without a corrector.
    package var openingConverter: Int64?
    /// The day of that reading.
    package var openingDay: CivilDate
    /// What was used in periods before, the oldest first; empty where the office knows nothing.
    package var history: [EarlierUse]
    /// The most gas that a prepaid meter may hold, in millilitres; nil without a limit.
    package var holdLimitMillilitres: Int64?
    /// How far its credit may fall below zero, in litres.
    package var emergencyLitres: Int64
    /// What is set in a prepaid meter whose cards carry money; nil where they carry gas.
    package var money: MoneyMeter?

    /// A mechanical household meter unless told otherwise.
    package init(
        number: Int, serial: UInt64, installation: UInt64, kind: LoadedKind = .mechanical, group: Int = 0,
        size: String = "G4", wheels: Int = 5, millibar: Int = 21, tariff: Int = 0, region: Int = 0,
        openingIndex: Int64, openingCorrected: Int64? = nil, openingConverter: Int64? = nil, openingDay: CivilDate,
        history: [EarlierUse] = [], holdLimitMillilitres: Int64? = nil, emergencyLitres: Int64 = 0,
        money: MoneyMeter? = nil
    ) {
        self.number = number
        self.serial = serial
        self.installation = installation
        self.kind = kind
        self.group = group
        self.size = size
        self.wheels = wheels
        self.millibar = millibar
        self.tariff = tariff
        self.region = region
        self.openingIndex = openingIndex
        self.openingCorrected = openingCorrected
        self.openingConverter = openingConverter
        self.openingDay = openingDay
        self.history = history
        self.holdLimitMillilitres = holdLimitMillilitres
        self.emergencyLitres = emergencyLitres
        self.money = money
    }
}

/// What a meter used in a period before the load test: 12 bytes.
package struct EarlierUse: Hashable, Sendable {
    /// Day number of the reading that began it.
    package var from: Int32
    /// Day number of the reading that ended it.
    package var through: Int32
    /// Whole m³.
    package var cubicMetres: UInt32

    /// A use between two days.
    package init(from: Int32, through: Int32, cubicMetres: UInt32) {
        self.from = from
        self.through = through
        self.cubicMetres = cubicMetres
    }
}
