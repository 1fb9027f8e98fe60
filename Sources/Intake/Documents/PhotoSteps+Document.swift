internal import Accounts
internal import Billing
internal import InvoiceDocuments
internal import Logging
internal import Quantities
package import Storage
internal import Wording

extension PhotoSteps {
    /// Draws the paper of a photo and posts it as the photo's answer, or as what a person decided.
    ///
    /// An invoice shows the counter window of the photo that it was made from; the same paper is the same bytes, whoever asks
    /// for it again. Where an invoice takes another one's place, that one's reversal is its second page: one message has both.
    package func document(_ job: Job) async throws -> JobEnd {
        let found = try await store.read { view -> DocumentRequest? in try view.documentRequest(job.subject) }
        guard let request = found else { return .done }
        let message: OutgoingMessage
        switch try await drawn(request) {
        case .success(let bytes):
            message = request.message(document: try await blobs.put(bytes))
        case .failure(.characterMissing), .failure(.textTooLong):
            // A name that the page cannot hold never will: the customer gets the figures, staff a line to act on.
            message = .text(request.caption)
            logger.error(
                "a paper cannot be drawn: its subscriber's name or address does not fit the page",
                metadata: ["photo": "\(job.subject)", "invoice": "\(request.number.text)"])
        case .failure(let error): throw error
        }
        steps.reach(.documentDrawn)
        let now = now()
        try await store.write { transaction in
            try transaction.finish(job)
            // Drawing takes a while: where the photo has another invoice by now, that one is drawn.
            if let present = try transaction.photo(request.photo.id), !present.hasPaper(of: request.photo) {
                try transaction.enqueue(.document, subject: present.id, sender: present.sender, at: now)
                return
            }
            try transaction.say(message, on: request.photo, purpose: request.purpose, at: now)
        }
        return .finished
    }

    private func drawn(_ request: DocumentRequest) async throws -> Result<[UInt8], DocumentError> {
        let (fonts, language, isSample) = (fonts, request.language, settings.isSample)
        switch request.paper {
        case .invoice(let stored, let isReadByMachine, let blob, let behind):
            var crop: JPEGImage?
            if let blob { crop = try? JPEGImage(try await blobs.get(blob)) }
            let sheet = InvoiceSheet(
                stored.invoice, language: language, crop: crop, tariffSource: stored.source,
                isReadByMachine: isReadByMachine, isSample: isSample)
            let reversal = behind.map { ReversalSheet($0, language: language, isSample: isSample) }
            return await drawing.run { () -> Result<[UInt8], DocumentError> in
                Result { () throws(DocumentError) in try sheet.pdf(fonts: fonts, behind: reversal) }
            }
        case .reversal(let paper):
            let sheet = ReversalSheet(paper, language: language, isSample: isSample)
            return await drawing.run { () -> Result<[UInt8], DocumentError> in
                Result { () throws(DocumentError) in try sheet.pdf(fonts: fonts) }
            }
        }
    }
}

extension ReversalSheet {
    fileprivate init(_ paper: ReversalPaper, language: Language, isSample: Bool) {
        self.init(
            paper.reversal, of: paper.original.invoice, replacement: paper.replacement, language: language,
            isSample: isSample)
    }
}
