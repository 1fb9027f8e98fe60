package import Quantities
package import Storage

/// What a clerk decides on a photo.
package enum ReviewDecision: Hashable, Sendable, Codable {
    /// The index is as it was read.
    case accept
    /// The index is this one: the black digits as printed.
    case correct(index: String)
    /// The photo cannot be used; the reason answers the customer.
    case reject(RejectReason)
}

/// Why a clerk rejects a photo; its words for the clerk and for the customer stand in `Wording`.
package enum RejectReason: String, Hashable, Sendable, Codable, CaseIterable {
    case blurred
    case glare
    case tooDark = "too-dark"
    case digitsCut = "digits-cut"
    case otherMeter = "other-meter"
    case serialNotVisible = "serial-not-visible"
    case notAMeter = "not-a-meter"
    case screenPhoto = "screen-photo"
}

/// A decision that takes effect in a moment; until then it can be withdrawn.
package struct PendingDecision: Hashable, Sendable {
    package let photo: Int64
    package let decision: ReviewDecision
    package let takesEffectAt: Moment
}

/// What an index would mean, worked out while it is typed; nothing is stored.
package enum ReviewPreview: Hashable, Sendable {
    case invoice(ReviewAmount)
    /// The period is billed with this index: the invoice stands and is sent again.
    case invoiceStands(ReviewInvoice)
    /// The period is billed with a lower index: the photo is taken for the next invoice, nothing is billed now.
    case nextInvoice(ReviewInvoice)
    /// The period is billed from a newer reading, which the photo does not contradict: the invoice stands.
    case earlier(ReviewInvoice)
    /// The period is billed with an index that would be wrong: the invoice is taken back, and one of this amount stands in its
    /// place; without an amount it is only written down, or only taken back.
    case correction(ReviewInvoice, ReviewReplacement)
    /// The index is fine, and nothing is billed of it now, with the code of the reason.
    case nothingNow(code: String)
    /// The index cannot be taken, with the code of the reason.
    case problem(code: String)
}

/// What becomes of an invoice that would be wrong.
package enum ReviewReplacement: Hashable, Sendable {
    /// One of this amount stands in its place.
    case amount(ReviewAmount)
    /// It is taken back; the right meter has its invoice.
    case reversalAlone
    /// It is written down for somebody to look further.
    case noted
}

/// The amount that an index would come to.
package struct ReviewAmount: Hashable, Sendable {
    package let payable: Money
    /// The m³ on the counter since the last reading.
    package let cubicMetres: Int64
    package let days: Int
    package let dueDate: CivilDate
    /// The last reading's index and day.
    package let since: ReviewReading
    /// What the plausibility rules ask about, as codes of reasons; a clerk may confirm it.
    package let reasons: [String]
    /// How the amount comes about.
    package let steps: ReviewSteps

    /// Whether the rules ask about it.
    package var isImplausible: Bool { !reasons.isEmpty }
}

/// Why the desk does not do what it is asked for.
package enum ReviewError: Error, Hashable, Sendable {
    /// Another clerk looks at the photo.
    case claimed(by: String, until: Moment)
    /// There is no such photo, or it waits for nobody any more.
    case gone
    /// The clerk's two minutes are over, and the photo is not theirs now.
    case notClaimed
    /// Several meters, and none was chosen; or one that is not the sender's.
    case meterNotChosen
    /// The index cannot be taken, with the code of the reason.
    case problem(code: String)
    /// The decision took effect, or was withdrawn before.
    case tooLate
}
