internal import Accounts
internal import Billing
internal import Quantities
internal import Storage

/// What an index that a clerk holds for right would lead to.
enum ReviewOutlook: Sendable {
    /// A new invoice.
    case invoice(Invoice, isImplausible: Bool)
    /// The period's invoice has this very index: it stands.
    case stands(StoredInvoice)
    /// A later photo of a period that is billed: what was used since is on the next invoice.
    case nextInvoice(StoredInvoice)
    /// The period's invoice would be wrong. Nothing posted is edited, so it is written down.
    case correction(StoredInvoice)
    case problem(PhotoReason)
}

extension Statements {
    /// What it would lead to that a photo shows `index` on the meter of `subscriber`.
    func reviewOutlook(
        _ photo: PhotoRow, _ subscriber: SubscriberNumber, index text: String, clerk: String, issuer: InvoiceIssuer,
        at now: Moment
    ) throws -> ReviewOutlook {
        guard let subscription = try subscription(subscriber) else { return .problem(.subscriberUnknown) }
        guard let index = try? Index(printed: text), index.digits == subscription.meter.wheels else {
            return .problem(.notAnIndex)
        }
        let date = photo.receivedAt.civilDate
        if let invoice = try ownInvoice(photo, subscriber) ?? invoice(of: subscriber, periodOf: date) {
            let billed = invoice.invoice.lastReading.index
            if billed == index { return .stands(invoice) }
            // The photo that this invoice was made from, or one that shows less than was billed, says that it is wrong.
            let isLater = photo.invoice == nil && index.value > billed.value
            return isLater ? .nextInvoice(invoice) : .correction(invoice)
        }
        let byClerk = ReadingCandidate(
            subscriber: subscriber, index: index, date: date, origin: .clerk(name: clerk, photo: photo.id))
        let byMachine = ReadingCandidate(subscriber: subscriber, index: index, date: date, origin: .photo(photo.id))
        do {
            let draft = try draft(byClerk, issuer: issuer, on: now.civilDate)
            do {
                _ = try self.draft(byMachine, issuer: issuer, on: now.civilDate)
                return .invoice(draft, isImplausible: false)
            } catch .notPlausible {
                return .invoice(draft, isImplausible: true)
            }
        } catch {
            return .problem(try PhotoReason(error))
        }
    }

    /// The invoice that the photo was answered with before the customer objected.
    private func ownInvoice(_ photo: PhotoRow, _ subscriber: SubscriberNumber) throws -> StoredInvoice? {
        guard photo.subscriber == subscriber.text, let number = try photo.invoice.map({ try InvoiceNumber($0) }) else {
            return nil
        }
        return try invoice(number)
    }
}

extension ReviewInvoice {
    init(_ stored: StoredInvoice) {
        self.init(
            number: stored.number, index: stored.invoice.lastReading.index, payable: stored.invoice.figures.payable,
            dueDate: stored.invoice.dueDate)
    }
}
