package import Billing
package import Quantities
package import Storage

/// That an invoice is to be taken back, why, and by what.
package struct ReversalOrder: Hashable, Sendable {
    /// What stands in its place.
    package enum Replacement: Hashable, Sendable {
        /// Nothing yet: the period can be billed again by the next reading of it.
        case none
        /// An invoice from the same readings and on the same terms, as the policies are now.
        case sameReading
        /// An invoice from the same first reading and this last one; of another subscriber, where it was for the wrong one.
        case reading(ReadingCandidate)
    }

    package let invoice: InvoiceNumber
    package let reason: InvoiceReversal.Reason
    /// Who took it back, by the name that they gave.
    package let clerk: String
    package let replacement: Replacement

    package init(
        _ invoice: InvoiceNumber, reason: InvoiceReversal.Reason, clerk: String, replacement: Replacement
    ) {
        (self.invoice, self.reason, self.clerk, self.replacement) = (invoice, reason, clerk, replacement)
    }
}

/// Why an invoice is not taken back; then nothing was written, and no number is lost.
package enum ReversalRefusal: Error, Hashable, Sendable {
    case unknownInvoice
    /// It was before; the reversal, with the invoice in its place.
    case alreadyReversed(StoredReversal)
    /// A later invoice stands on its last reading: that one goes first, or this one is replaced with its own readings.
    case laterInvoice(InvoiceNumber)
    /// A reading of that day stands in or after its period; give the reading that it should have ended with.
    case laterReading(CivilDate)
    /// The meter was taken off on that day with an index that is lower.
    case aboveRemoved(Index, on: CivilDate)
    /// There is no invoice to be made in its place.
    case replacement(AccountsError)
    /// `Billing` takes it back in no way.
    case billing(InvoiceReversalError)
    case store(StoreError)

    init(_ error: AccountsError) {
        if case .store(let error) = error { self = .store(error) } else { self = .replacement(error) }
    }
}

/// An invoice that was taken back, and what stands in its place.
package struct ReversedInvoice: Hashable, Sendable {
    package let original: StoredInvoice
    package let reversal: InvoiceReversal
    package let replacement: StoredInvoice?
    /// What the customer pays more or less by both.
    package let difference: Money
}
