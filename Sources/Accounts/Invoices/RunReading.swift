package import Billing
package import Quantities

/// A reading of a billing run, as the utility's reader took it on the round.
package struct RunReading: Hashable, Sendable {
    /// Where it stands in the file.
    package let line: Int
    package let subscriber: SubscriberNumber
    /// As the file prints it; leading zeros may be missing.
    package let index: Index
    package let date: CivilDate
    /// Who looked at a remarkable reading and found it right, if somebody did.
    package let confirmedBy: String?

    package init(line: Int, subscriber: SubscriberNumber, index: Index, date: CivilDate, confirmedBy: String? = nil) {
        (self.line, self.subscriber, self.index, self.date) = (line, subscriber, index, date)
        self.confirmedBy = confirmedBy
    }
}

/// What became of a reading of a run.
package enum RunOutcome: Hashable, Sendable {
    /// This invoice was made of it.
    case billed(InvoiceNumber, payable: Money)
    /// This invoice was made of it before: the run was started again, or the file.
    case billedBefore(InvoiceNumber)
    /// So little was used that it stays on the index until the next period.
    case putOff(BillingDeferral)
    /// No invoice was made; a person looks.
    case held(AccountsError)
}

/// A reading and what became of it.
package struct RunResult: Hashable, Sendable {
    package let reading: RunReading
    package let outcome: RunOutcome
    /// The faults that the reading shows, billed or not, for a person to look at.
    package var flags: [FaultFlag] = []
}
