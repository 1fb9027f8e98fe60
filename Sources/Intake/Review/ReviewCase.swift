package import Billing
package import Quantities
package import Storage
package import Wording

/// A line of the review queue.
package struct ReviewLine: Hashable, Sendable, Identifiable {
    /// The photo's row, which is also its place in an address.
    package let id: Int64
    package let receivedAt: Moment
    /// When the customer's 24 hours end; after that an answer costs a template.
    package let windowEnds: Moment
    /// The weightiest reason's code first.
    package let reasons: [String]
    /// The index as it was read.
    package let index: String?
    /// Who looks at it now, if somebody does.
    package let claimedBy: String?

    /// The place in the queue after which the next page begins.
    package var cursor: ReviewCursor { ReviewCursor(windowEnds: windowEnds, receivedAt: receivedAt, photo: id) }
}

/// A place in the review queue.
package struct ReviewCursor: Hashable, Sendable {
    package let windowEnds: Moment
    package let receivedAt: Moment
    package let photo: Int64

    package init(windowEnds: Moment, receivedAt: Moment, photo: Int64) {
        (self.windowEnds, self.receivedAt, self.photo) = (windowEnds, receivedAt, photo)
    }
}

/// What the head of the page says.
package struct ReviewSummary: Hashable, Sendable {
    /// Photos that wait for a person.
    package let open: Int
    /// Photos that were decided today (Türkiye).
    package let doneToday: Int
    /// When the last photo of all came in.
    package let lastPhotoAt: Moment?
    /// Corrections of invoices already issued that a later issue books; they are listed in `ReviewDesk.corrections`.
    package let openCorrections: Int
}

/// A meter that the sender is known for, with what a clerk weighs.
package struct ReviewMeter: Hashable, Sendable, Identifiable {
    package let subscriber: Subscriber
    package let meter: Meter
    package let region: String
    /// `tr` or `en`: the language that the customer is answered in.
    package let language: String
    /// Readings that are stored, the newest first.
    package let readings: [ReviewReading]
    /// The invoice of the photo's period, if there is one already.
    package let invoice: ReviewInvoice?

    package var id: SubscriberNumber { subscriber.number }
}

/// A reading of the past.
package struct ReviewReading: Hashable, Sendable {
    package let index: Index
    package let date: CivilDate
}

/// An invoice that was issued for the photo's period.
package struct ReviewInvoice: Hashable, Sendable {
    package let number: InvoiceNumber
    package let index: Index
    package let payable: Money
    package let dueDate: CivilDate
}

/// All that a clerk needs to decide a photo.
package struct ReviewCase: Hashable, Sendable, Identifiable {
    package let id: Int64
    package let receivedAt: Moment
    package let windowEnds: Moment
    package let reasons: [String]
    /// What was read; nil for a photo that was never read.
    package let reading: ReadingRecord?
    /// The sender's meters that are billed; none for a sender whom nobody knows any more.
    package let meters: [ReviewMeter]
    /// The sender's prepaid meters, of which no photo is billed.
    package let prepaid: [Meter]
    /// The meter that the photo was found to show; nil where a clerk has to choose one of several.
    package let chosen: SubscriberNumber?
    /// The language that the sender is answered in where no meter says another.
    package let language: Language
    /// The invoices that the case shows; a decision about another one is taken only after a second look.
    package let invoices: Set<InvoiceNumber>
    /// The meter's earlier photos that have a picture, the newest first.
    package let previousPhotos: [Int64]
    package let hasImage: Bool
    package let hasCrop: Bool
    package let claim: ReviewClaim
}

/// Who looks at a photo, and until when nobody else may decide it.
package struct ReviewClaim: Hashable, Sendable {
    package let clerk: String
    package let until: Moment
}
