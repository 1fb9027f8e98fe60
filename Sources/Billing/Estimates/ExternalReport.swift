public import Quantities

/// A report of another's that a debt or a credit may rest on: Alfagaz, the emergency service 187, a team of ours. [22]
public struct ExternalReport: Hashable, Sendable {
    /// Who reports.
    public enum Reporter: String, Hashable, Sendable, CaseIterable {
        /// The maintenance company Alfagaz.
        case alfagaz
        /// The emergency service [187 Doğal Gaz Acil].
        case emergency187 = "187"
        /// A team of the utility [ekip raporu].
        case team
    }

    /// Who reports.
    public let reporter: Reporter
    /// The report's number.
    public let number: String
    /// The meter.
    public let meter: MeterSerial
    /// What it showed, and when.
    public let reading: MeterReading
    /// The name of the photo that shows it, if there is one.
    public let photo: String?

    /// A report; throws `numberMissing` without a number.
    public init(
        reporter: Reporter, number: String, meter: MeterSerial, reading: MeterReading, photo: String?
    ) throws(ReportError) {
        guard !number.isEmpty else { throw .numberMissing }
        self.reporter = reporter
        self.number = number
        self.meter = meter
        self.reading = reading
        self.photo = photo
    }
}

/// Why reports give no debt and no credit.
public enum ReportError: Error, Hashable, Sendable {
    /// A report has a number.
    case numberMissing
    /// There is no report.
    case noReport
    /// The report of that number is of another meter.
    case otherMeter(report: String)
    /// The reports of that day, or two contents of one report, disagree: a person goes there.
    case reportsDisagree(on: CivilDate)
    /// All that they tell was settled with a reading of that day or a later one: nothing is accrued a second time.
    case settledBefore(through: CivilDate)
    /// A person decides: the index and the last settled one make no use that may be charged.
    case indexHeld(first: Index, last: Index)
    /// A volume is negative.
    case outOfBounds(DerivationStep.Role)
    /// A figure does not fit its type.
    case overflow(DerivationStep.Code)
}
