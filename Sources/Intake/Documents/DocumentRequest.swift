internal import Accounts
internal import Billing
internal import Quantities
internal import Storage
internal import Wording

/// All that an answer with a paper is made of.
struct DocumentRequest: Sendable {
    /// What is drawn.
    enum Paper: Sendable {
        /// An invoice with the window of the photo that it was made from; behind it the reversal of the one whose place it
        /// takes.
        case invoice(StoredInvoice, isReadByMachine: Bool, crop: BlobID?, behind: ReversalPaper?)
        /// The reversal of an invoice in whose place none stands.
        case reversal(ReversalPaper)
    }

    let photo: PhotoRow
    let paper: Paper
    let language: Language
    let words: Phrase
    /// The next photo should show the serial number too.
    let asksSerial: Bool

    var purpose: OutgoingPurpose { words == PhotoAnswers.invoice ? .answer : .verdict }

    /// The number of the paper.
    var number: InvoiceNumber {
        switch paper {
        case .invoice(let invoice, _, _, _): invoice.number
        case .reversal(let paper): paper.reversal.number
        }
    }

    func message(document: BlobID) -> OutgoingMessage {
        .document(blob: document, fileName: fileName, caption: caption)
    }

    /// The words below the document: index, amount and the last day to pay, or that nothing is to be paid.
    var caption: String {
        var values: [String: String]
        switch paper {
        case .invoice(let invoice, _, _, let behind):
            values = InvoiceCaption.values(of: invoice, in: language)
            if let behind {
                values["replaced"] = behind.original.number.text
                values["before"] = InvoiceCaption.values(of: behind.original, in: language)["amount"]
            }
        case .reversal(let paper): values = InvoiceCaption.values(of: paper.original, in: language)
        }
        var caption = words.text(in: language, values)
        if asksSerial { caption += " " + PhotoAnswers.askSerial.text(in: language) }
        if purpose == .answer { caption += " " + ChannelAnswers.askForPerson.text(in: language) }
        return caption
    }

    /// Named by the paper alone: a file name is shown in lists and copied around.
    private var fileName: String {
        let kind =
            switch (paper, language) {
            case (.invoice, .turkish): "fatura-"
            case (.invoice, .english): "invoice-"
            case (.reversal, .turkish): "iptal-"
            case (.reversal, .english): "reversal-"
            }
        return kind + number.text + ".pdf"
    }
}

/// A reversal as its paper needs it.
struct ReversalPaper: Sendable {
    let original: StoredInvoice
    let reversal: InvoiceReversal
    /// The invoice in its place.
    let replacement: InvoiceNumber?

    init(_ stored: StoredReversal, of original: StoredInvoice) throws(InvoiceReversalError) {
        self.original = original
        replacement = stored.replacement
        reversal = try stored.document(of: original)
    }
}

extension Statements {
    /// What the document of a photo is made of; nil for a photo that has none.
    func documentRequest(_ id: Int64) throws -> DocumentRequest? {
        guard let photo = try photo(id) else { return nil }
        if let number = try photo.reversal.map({ try InvoiceNumber($0) }) {
            guard let stored = try reversal(number), let original = try invoice(stored.original),
                let subscription = try subscription(original.subscriber)
            else { return nil }
            return DocumentRequest(
                photo: photo, paper: .reversal(try ReversalPaper(stored, of: original)),
                language: subscription.wording, words: PhotoAnswers.invoiceReversed, asksSerial: false)
        }
        guard let number = try photo.invoice.map({ try InvoiceNumber($0) }), let invoice = try invoice(number),
            let subscription = try subscription(invoice.subscriber)
        else { return nil }
        let origin = try reading(invoice.reading)?.origin
        let source = try origin?.photo.flatMap { try self.photo($0) }
        let words = [PhotoAnswers.invoiceByPerson, PhotoAnswers.invoiceStands, PhotoAnswers.invoiceCorrected]
            .first { $0.code == photo.invoiceWords }
        return DocumentRequest(
            photo: photo,
            paper: .invoice(
                invoice, isReadByMachine: origin?.isMachine ?? false, crop: source?.crop,
                behind: try reversalPaper(replacedBy: invoice, words)),
            language: subscription.wording, words: words ?? PhotoAnswers.invoice,
            asksSerial: photo.reading?.serial == nil && subscription.meter.serial != nil && words == nil)
    }

    /// The reversal that goes with the answer that an invoice was corrected: whoever sent the photo had the wrong one, too.
    private func reversalPaper(
        replacedBy invoice: StoredInvoice, _ words: Phrase?
    ) throws -> ReversalPaper? {
        guard words == PhotoAnswers.invoiceCorrected, let number = invoice.invoice.replaces,
            let original = try self.invoice(number), let stored = try reversal(of: number)
        else { return nil }
        return try ReversalPaper(stored, of: original)
    }
}
