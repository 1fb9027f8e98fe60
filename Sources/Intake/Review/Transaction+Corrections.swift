package import Accounts
internal import Billing
internal import Quantities
package import Storage
internal import Wording

extension Transaction {
    /// Tells the customer whose photo an invoice was made from that it was taken back, and sends the one in its place.
    ///
    /// False where the invoice was made from no photo, and nobody is told.
    package func tellCustomer(of reversed: ReversedInvoice, at now: Moment) throws -> Bool {
        guard let source = try reading(reversed.original.reading)?.origin.photo, let photo = try photo(source) else {
            try close(reversed, besides: nil)
            return false
        }
        try tell(reversed, on: photo, at: now)
        return true
    }

    /// The same as an answer to a photo.
    func tell(_ reversed: ReversedInvoice, on photo: PhotoRow, at now: Moment) throws {
        try close(reversed, besides: photo.id)
        if let replacement = reversed.replacement {
            try accept(
                photo, replacement.subscriber, replacement.number, reasons: photo.reading?.reasons ?? [],
                words: PhotoAnswers.invoiceCorrected, at: now)
            return
        }
        try decide(photo.id, outcome: "accepted", reasons: photo.reading?.reasons ?? [], at: now)
        try run(
            "UPDATE photo SET invoice = NULL, invoice_words = NULL, reversal = ? WHERE id = ?",
            reversed.reversal.number.text, photo.id)
        try enqueue(.document, subject: photo.id, sender: photo.sender, at: now)
    }

    /// What was noted about the invoice is done, and other photos of it have the one in its place.
    private func close(_ reversed: ReversedInvoice, besides photo: Int64?) throws {
        let number = reversed.original.number.text
        try run("UPDATE review_correction SET state = 'booked' WHERE invoice = ? AND state = 'open'", number)
        let isAlike = reversed.replacement?.subscriber == reversed.original.subscriber
        try run(
            "UPDATE photo SET invoice = ? WHERE invoice = ? AND id <> ?",
            isAlike ? reversed.replacement?.number.text : nil, number, photo ?? 0)
    }
}

extension BillingDeferral {
    /// What the customer is told when nothing is billed now.
    func answer(index: String, in language: Language) -> String {
        switch self {
        case .belowMinimum(_, let limit):
            let style = FigureStyle(language)
            let text = limit.figure.withoutTrailingZeros.description
            return BillingAnswers.belowMinimum.text(
                in: language, ["index": index, "limit": (try? style.number(text)) ?? text])
        case .frozen: return BillingAnswers.frozen.text(in: language, ["index": index])
        }
    }
}
