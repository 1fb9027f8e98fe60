package import Quantities
package import Storage

/// An index that a clerk holds for right where an invoice was issued with another one.
///
/// Posted invoices are never edited, and this one could not be reversed by itself, such as where a later invoice stands on
/// it. It stays open until somebody reverses the invoice.
package struct ReviewCorrection: Hashable, Sendable, Identifiable {
    package let id: Int64
    package let photo: Int64
    package let invoice: InvoiceNumber
    package let index: Index
    /// The subscription whose meter shows the index: another one's than the invoice's, where the meters were mixed up.
    package let subscriber: SubscriberNumber?
    package let clerk: String
    package let decidedAt: Moment
}
