package import Billing
package import Quantities

/// A fault that billing flagged: for a person to look at.
package struct FaultFlagged: Hashable, Sendable {
    /// Number of the meter.
    package var meter: Int
    /// Which fault, by its number in the catalogue of 25.
    package var fault: MeterFault
    /// The day on which it was flagged.
    package var day: CivilDate
    /// What shows it, in a few words or codes.
    package var evidence: String

    /// A flag.
    package init(meter: Int, fault: MeterFault, day: CivilDate, evidence: String) {
        self.meter = meter
        self.fault = fault
        self.day = day
        self.evidence = evidence
    }
}
