public import Quantities

/// What reports of one event come to [eksi gaz / fazla gaz]: one difference under one key, however many report it. [16, 20, 22]
///
/// An event is not a report: Alfagaz and 187 may both tell of one meter, under numbers of their own. It is the meter since
/// the reading up to which bought and used gas was settled last. Its key says just that, so the debt's entry in the ledger
/// and the credit's order to load stand under it once. Once settled, the reading moves on: a report that comes later with
/// nothing new is refused, and one with a later index brings only what was used since.
public struct ReportedDifference: Hashable, Sendable {
    /// The meter.
    public let meter: MeterSerial
    /// The reading up to which everything was settled.
    public let settled: MeterReading
    /// The reports of the event, each once, in the order given.
    public let reports: [ExternalReport]
    /// The reading that decides: the latest of the reports.
    public let reading: MeterReading
    /// What went through the meter since.
    public let used: MeterVolume
    /// What it was bought for, and which way the difference goes.
    public let difference: GasDifference

    /// The one key of the event, for the ledger and for a `LoadOrder`.
    public var key: LedgerKey {
        LedgerKey(.report, "\(meter.text)/\(settled.date)/\(settled.index)")
    }

    /// The difference that `reports` tell of `meter`.
    ///
    /// - Parameters:
    ///   - meter: The meter, whose reports all are.
    ///   - settled: The reading up to which everything was settled.
    ///   - reports: The reports; those of the settled day or before it tell nothing new and are left out.
    ///   - bought: What was bought since, and loaded.
    ///   - unused: What the meter still holds as credit.
    ///   - wheels: How many black digits the meter has.
    ///   - multiplier: The meter's multiplier.
    ///   - limit: The most m3 on the counter that are plausible.
    /// - Throws: `ReportError`.
    public init(
        of meter: MeterSerial, settled: MeterReading, reports: [ExternalReport], bought: MeterVolume,
        unused: MeterVolume = .zero, wheels: Int, multiplier: MeterMultiplier = MeterMultiplier(thousandths: 1000),
        limit: MeterVolume?
    ) throws(ReportError) {
        guard !reports.isEmpty else { throw .noReport }
        let told = try Self.unique(reports, of: meter)
        let new = told.filter { $0.reading.date > settled.date }
        guard let latest = new.max(by: { $0.reading.date < $1.reading.date })?.reading else {
            throw .settledBefore(through: settled.date)
        }
        for report in new {
            let same = new.contains { $0.reading.date == report.reading.date && $0.reading != report.reading }
            if same { throw .reportsDisagree(on: report.reading.date) }
        }
        let decision = CounterDecision(from: settled.index, to: latest.index, wheels: wheels, limit: limit)
        guard case .accepted(let cubicMetres, _) = decision else {
            throw .indexHeld(first: settled.index, last: latest.index)
        }
        self.meter = meter
        self.settled = settled
        self.reports = new
        reading = latest
        do throws(ArithmeticError) {
            used = try MeterVolume(counted: cubicMetres, multiplier: multiplier)
        } catch {
            throw .overflow(.measuredVolume)
        }
        do throws(EstimateError) {
            difference = try GasDifference(bought: bought, used: used, unused: unused)
        } catch {
            switch error {
            case .outOfBounds(let role): throw .outOfBounds(role)
            default: throw .overflow(.faultBackBilling)
            }
        }
    }

    /// The reports, each number of a reporter once.
    private static func unique(
        _ reports: [ExternalReport], of meter: MeterSerial
    ) throws(ReportError) -> [ExternalReport] {
        var unique: [ExternalReport] = []
        for report in reports {
            guard report.meter == meter else { throw .otherMeter(report: report.number) }
            let known = unique.first { $0.reporter == report.reporter && $0.number == report.number }
            guard let known else {
                unique.append(report)
                continue
            }
            guard known == report else { throw .reportsDisagree(on: report.reading.date) }
        }
        return unique
    }
}
