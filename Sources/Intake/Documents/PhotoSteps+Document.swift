internal import Accounts
internal import Billing
internal import InvoiceDocuments
internal import Logging
internal import Quantities
package import Storage
internal import Wording

extension PhotoSteps {
    /// Draws the invoice of a photo and posts it as the photo's answer, or as what a person decided.
    ///
    /// The document shows the counter window of the photo that the invoice was made from; the same invoice is the same
    /// bytes, whoever asks for it again.
    package func document(_ job: Job) async throws -> JobEnd {
        let found = try await store.read { view -> DocumentRequest? in try view.documentRequest(job.subject) }
        guard let request = found else { return .done }
        var crop: JPEGImage?
        if let blob = request.crop { crop = try? JPEGImage(try await blobs.get(blob)) }
        let sheet = InvoiceSheet(
            request.invoice.invoice, language: request.language, crop: crop, tariffSource: request.invoice.source,
            isSample: settings.isSample)
        let message: OutgoingMessage
        switch await drawn(sheet) {
        case .success(let bytes):
            message = request.message(document: try await blobs.put(bytes))
        case .failure(.characterMissing), .failure(.textTooLong):
            // A name that the page cannot hold never will: the customer gets the figures, staff a line to act on.
            message = .text(request.caption)
            logger.error(
                "an invoice cannot be drawn: its subscriber's name or address does not fit the page",
                metadata: ["photo": "\(job.subject)", "invoice": "\(request.invoice.number.text)"])
        case .failure(let error): throw error
        }
        steps.reach(.documentDrawn)
        let now = now()
        try await store.write { transaction in
            try transaction.finish(job)
            try transaction.say(message, on: request.photo, purpose: request.purpose, at: now)
        }
        return .finished
    }

    private func drawn(_ sheet: InvoiceSheet) async -> Result<[UInt8], DocumentError> {
        let fonts = fonts
        return await drawing.run { () -> Result<[UInt8], DocumentError> in
            Result { () throws(DocumentError) in try sheet.pdf(fonts: fonts) }
        }
    }
}

/// All that the answer with an invoice is made of.
struct DocumentRequest: Sendable {
    let photo: PhotoRow
    let invoice: StoredInvoice
    /// The reversed invoice that it takes the place of.
    let replaced: StoredInvoice?
    let language: Language
    /// The window of the photo that the invoice was made from.
    let crop: BlobID?
    let words: Phrase
    /// The next photo should show the serial number too.
    let asksSerial: Bool

    var purpose: OutgoingPurpose { words == PhotoAnswers.invoice ? .answer : .verdict }

    func message(document: BlobID) -> OutgoingMessage {
        .document(blob: document, fileName: fileName, caption: caption)
    }

    /// The words below the document: index, amount and the last day to pay.
    var caption: String {
        var values = InvoiceCaption.values(of: invoice, in: language)
        if let replaced {
            values["replaced"] = replaced.number.text
            values["before"] = InvoiceCaption.values(of: replaced, in: language)["amount"]
        }
        var caption = words.text(in: language, values)
        if asksSerial { caption += " " + PhotoAnswers.askSerial.text(in: language) }
        if purpose == .answer { caption += " " + ChannelAnswers.askForPerson.text(in: language) }
        return caption
    }

    /// Named by the invoice alone: a file name is shown in lists and copied around.
    private var fileName: String {
        (language == .turkish ? "fatura-" : "invoice-") + invoice.number.text + ".pdf"
    }
}

extension Statements {
    /// What the document of a photo is made of; nil for a photo that has no invoice.
    func documentRequest(_ id: Int64) throws -> DocumentRequest? {
        guard let photo = try photo(id), let number = try photo.invoice.map({ try InvoiceNumber($0) }),
            let invoice = try invoice(number), let subscription = try subscription(invoice.subscriber)
        else { return nil }
        let origin = try reading(invoice.reading)?.origin
        let source = try origin?.photo.flatMap { try self.photo($0) }
        let words = [PhotoAnswers.invoiceByPerson, PhotoAnswers.invoiceStands, PhotoAnswers.invoiceCorrected]
            .first { $0.code == photo.invoiceWords }
        return DocumentRequest(
            photo: photo, invoice: invoice, replaced: try invoice.invoice.replaces.flatMap { try self.invoice($0) },
            language: subscription.wording,
            crop: source?.crop, words: words ?? PhotoAnswers.invoice,
            asksSerial: photo.reading?.serial == nil && subscription.meter.serial != nil && words == nil)
    }
}
