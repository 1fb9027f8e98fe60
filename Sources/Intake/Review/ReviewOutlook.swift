internal import Accounts
internal import Billing
internal import Quantities
internal import Storage

/// What an index that a clerk holds for right would lead to.
enum ReviewOutlook: Sendable {
    /// A new invoice, and what the plausibility rules asked about before a clerk confirms it.
    case invoice(Invoice, asked: [PhotoReason])
    /// The period's invoice has this very index: it stands.
    case stands(StoredInvoice)
    /// An earlier photo of a period that is billed from a newer reading: the invoice stands.
    case earlier(StoredInvoice)
    /// A later photo of a period that is billed: what was used since is on the next invoice.
    case nextInvoice(StoredInvoice)
    /// The period's invoice would be wrong: it is taken back, and another one stands in its place. Where that cannot be done
    /// by itself, it is written down.
    case correction(StoredInvoice, Correction?)
    /// The invoice that was made from this photo is that of another meter of the sender: it is wrong, too.
    case otherMeter(StoredInvoice, Correction?)
    /// The reading is fine, and nothing is billed of it now.
    case deferred(PhotoReason, BillingDeferral)
    case problem(PhotoReason)

    /// How an invoice is put right: what is to be done, and the invoice that would stand in its place, if one would.
    struct Correction: Sendable {
        let order: ReversalOrder
        let draft: Invoice?
    }

    /// The invoice that there is already.
    var billed: StoredInvoice? {
        switch self {
        case .stands(let invoice), .earlier(let invoice), .nextInvoice(let invoice), .correction(let invoice, _),
            .otherMeter(let invoice, _):
            invoice
        case .invoice, .deferred, .problem: nil
        }
    }

    /// How an invoice that is wrong is put right.
    var correction: Correction? {
        switch self {
        case .correction(_, let correction), .otherMeter(_, let correction): correction
        case .invoice, .stands, .earlier, .nextInvoice, .deferred, .problem: nil
        }
    }

    /// What it is, and about which invoice, as it is kept with a decision.
    var code: String {
        let kind =
            switch self {
            case .invoice: Self.newInvoice
            case .stands: "stands"
            case .earlier: "earlier"
            case .nextInvoice: "next-invoice"
            case .correction: "correction"
            case .otherMeter: "other-meter"
            case .deferred: "deferred"
            case .problem: "problem"
            }
        // A clerk confirms an amount: for another one they are asked again.
        let amount = correction?.draft.map { " \($0.figures.payable)" } ?? ""
        return billed.map { "\(kind) \($0.number.text)\(amount)" } ?? kind
    }

    /// Whether a clerk who decided for `code` gets what they decided for.
    ///
    /// An invoice that another photo brought with the very same index in the meantime is the invoice that they meant.
    func keeps(_ code: String) -> Bool {
        if case .stands = self, code == Self.newInvoice { return true }
        return self.code == code
    }

    private static let newInvoice = "invoice"
}

extension Statements {
    /// What it would lead to that a photo shows `index` on the meter of `subscriber`.
    func reviewOutlook(
        _ photo: PhotoRow, _ subscriber: SubscriberNumber, index text: String, clerk: String, issuer: InvoiceIssuer,
        at now: Moment
    ) throws -> ReviewOutlook {
        guard let subscription = try subscription(subscriber) else { return .problem(.subscriberUnknown) }
        guard let index = try? Index(printed: text) else { return .problem(.notAnIndex) }
        let own = try invoice(madeFromPhoto: photo.id)
        if let own, own.subscriber == subscriber {
            // The photo itself was billed; its meter may have been exchanged since.
            let billed = own.invoice.lastReading.index
            guard index.digits == billed.digits else { return .problem(.notAnIndex) }
            guard index != billed else { return .stands(own) }
            let candidate = ReadingCandidate(
                subscriber: subscriber, index: index, date: own.invoice.lastReading.date,
                origin: .clerk(name: clerk, photo: photo.id))
            return .correction(own, try correction(of: own, .index, by: candidate, clerk: clerk, at: now))
        }
        guard index.digits == subscription.meter.wheels else { return .problem(.notAnIndex) }
        let byClerk = ReadingCandidate(
            subscriber: subscriber, index: index, date: photo.day, origin: .clerk(name: clerk, photo: photo.id))
        if let own {
            return .otherMeter(own, try correction(of: own, .subscriber, by: byClerk, clerk: clerk, at: now))
        }
        if let invoice = try invoice(of: subscriber, periodOf: photo.day) {
            let found = try outlook(of: photo, index, beside: invoice, on: subscription.meter)
            guard case .correction = found else { return found }
            return .correction(invoice, try correction(of: invoice, .index, by: byClerk, clerk: clerk, at: now))
        }
        let byMachine = ReadingCandidate(
            subscriber: subscriber, index: index, date: photo.day, origin: .photo(photo.id),
            // Of another index than the one that was read nothing is known of its digits.
            doubtfulPlaces: photo.reading?.index == text ? photo.reading?.doubtfulPlaces ?? [] : [])
        let draft: Invoice
        do throws(AccountsError) {
            draft = try self.draft(byClerk, issuer: issuer, on: now.civilDate)
        } catch {
            if case .billing(.deferred(let deferral)) = error { return .deferred(PhotoReason(deferral), deferral) }
            return .problem(try PhotoReason(error))
        }
        do throws(AccountsError) {
            _ = try self.draft(byMachine, issuer: issuer, on: now.civilDate)
            return .invoice(draft, asked: [])
        } catch {
            guard case .notPlausible = error else { return .problem(try PhotoReason(error)) }
            return .invoice(draft, asked: try PhotoReason.reasons(of: error))
        }
    }

    /// How an invoice is put right by a reading; nil where a person has to look further, such as where a later invoice
    /// stands on it.
    private func correction(
        of stored: StoredInvoice, _ reason: InvoiceReversal.Reason, by candidate: ReadingCandidate, clerk: String,
        at now: Moment
    ) throws -> ReviewOutlook.Correction? {
        var order = ReversalOrder(
            stored.number, reason: reason, clerk: clerk, replacement: .reading(candidate))
        do throws(ReversalRefusal) {
            return ReviewOutlook.Correction(
                order: order, draft: try replacementDraft(order, on: now.civilDate))
        } catch {
            switch error {
            case .store(let error): throw error
            case .replacement(.alreadyBilled) where candidate.subscriber != stored.subscriber: break
            default: return nil
            }
        }
        // The right meter has its invoice: this one is only taken back.
        order = ReversalOrder(stored.number, reason: reason, clerk: clerk, replacement: .none)
        do throws(ReversalRefusal) {
            _ = try replacementDraft(order, on: now.civilDate)
            return ReviewOutlook.Correction(order: order, draft: nil)
        } catch {
            if case .store(let error) = error { throw error }
            return nil
        }
    }

    /// What an index says about an invoice that was made from another photo: a counter only goes forward.
    private func outlook(
        of photo: PhotoRow, _ index: Index, beside stored: StoredInvoice, on meter: Meter
    ) throws -> ReviewOutlook {
        let billed = stored.invoice.lastReading
        let isEarlier = try wasSent(photo, before: stored)
        // Over an exchanged meter the two indexes say nothing about each other.
        guard billed.index.digits == index.digits, try isOfPresentMeter(reading: stored.reading) else {
            return isEarlier ? .earlier(stored) : .nextInvoice(stored)
        }
        if index == billed.index { return .stands(stored) }
        let shown = MeterReading(index: index, date: photo.day)
        let (first, last) = isEarlier ? (shown, billed) : (billed, shown)
        let assessment = PlausibilityPolicy.holding(on: max(first.date, last.date)).assess(
            PlausibilityQuestion(meter: meter, first: first, last: last))
        // Through zero, or a contradiction.
        guard assessment.zone(of: .lowerIndex) < .refuse else { return .correction(stored, nil) }
        return isEarlier ? .earlier(stored) : .nextInvoice(stored)
    }

    /// Whether a photo was sent before the one that an invoice was made from; by the day, where it was made from none.
    private func wasSent(_ photo: PhotoRow, before stored: StoredInvoice) throws -> Bool {
        let billed = stored.invoice.lastReading.date
        guard photo.day == billed else { return photo.day < billed }
        guard let source = try reading(stored.reading)?.origin.photo, let other = try self.photo(source) else {
            return false
        }
        return (photo.sentAt, photo.id) < (other.sentAt, other.id)
    }
}

extension ReviewInvoice {
    init(_ stored: StoredInvoice) {
        self.init(
            number: stored.number, index: stored.invoice.lastReading.index, payable: stored.invoice.figures.payable,
            dueDate: stored.invoice.dueDate)
    }
}
