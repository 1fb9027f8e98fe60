import Billing
import Quantities

/// What the books know of one meter.
///
/// A class, as a shard looks at each of its thousands of accounts a dozen times a reading; only the shard's own thread does.
final class CoreAccount {
    let row: RegisterRow
    let subscriber: Subscriber
    /// The meter on the wall; an exchange changes it.
    var meter: Meter
    var serial: UInt64
    /// The reading that the last period ended with, and the one before it of the same meter.
    var first: MeterReading
    var beforeFirst: MeterReading?
    /// What the corrector's registers showed then; nil without one.
    var firstRegisters: CorrectorRegisters?
    /// The order number of the reading that it ended with; 0 for that of the opening.
    var billedOrder = 0
    /// The first day on which a reading makes the next invoice; nil before the first one.
    var nextFrom: CivilDate?
    /// What was used before, oldest first.
    var uses: [PastUse]
    /// Readings since `first` that were not billed, oldest first.
    var unbilled: [MeterReading] = []
    /// The records that came, by their order numbers; those of second looks apart.
    var records: [ArchiveRecord] = []
    var looked: [Int] = []
    /// The record with the highest number.
    var newest: ArchiveRecord?
    /// The newest heating periods beside what was expected of them.
    var compared: [ComparedUse] = []
    /// Whether the meter may have let nothing through for a while since the last period.
    var isShut = false
    /// Lots, loads and debts of a card; nil for what is billed afterwards.
    var card: CardAccount?

    init(_ row: RegisterRow, _ terms: BillingTerms) throws {
        self.row = row
        subscriber = Subscriber(
            number: try SubscriberNumber("\(1_000_000_000 + row.number)"),
            installation: try InstallationNumber("\(row.installation)"), name: "Örnek", address: "Örnek",
            kind: terms.tariffs[row.tariff].use)
        meter = CoreAccount.meter(row, serial: row.serial)
        serial = row.serial
        first = MeterReading(index: try Index(value: row.openingIndex, digits: row.wheels), date: row.openingDay)
        if let corrected = row.openingCorrected {
            firstRegisters = CorrectorRegisters(
                corrected: corrected, converter: row.openingConverter ?? row.openingIndex, disturbed: 0)
        }
        uses = row.history.compactMap { use in
            PastUse(
                from: .nearest(toDayNumber: Int(use.from)), through: .nearest(toDayNumber: Int(use.through)),
                volume: MeterVolume(litres: Int64(use.cubicMetres) * 1_000))
        }
        if row.kind == .prepaid { card = try CardAccount(row) }
    }

    static func meter(_ row: RegisterRow, serial: UInt64) -> Meter {
        Meter(
            serial: try? MeterSerial("\(serial)"), gClass: row.size, pressureMillibar: row.millibar,
            wheels: row.wheels, decimals: row.kind == .corrector ? 0 : 3)
    }

    /// The earlier uses that say what is expected between two days.
    func history(before first: CivilDate, through last: CivilDate) -> [PastUse] {
        guard let days = PlausibilityHistory.days(before: first, through: last, withWeather: false) else { return [] }
        return uses.filter { days.contains($0.from) && days.contains($0.through) }
    }

    /// Keeps a use, as far back as the rules look.
    func keep(_ use: PastUse?, _ policy: FaultPolicy) {
        guard let use else { return }
        uses.append(use)
        if uses.count > policy.mostReadings { uses.removeFirst(uses.count - policy.mostReadings) }
    }
}
