internal import HTTPTypes
internal import Hummingbird
internal import Intake
internal import Quantities
internal import Storage
internal import Wording

extension ReviewRoutes {
    /// A photo with its decision; looking at it takes it for two minutes.
    func openCase(_ request: Request, _ photo: Int64) async throws -> Response {
        let wasUndone = request.uri.queryParameters["undone"] != nil
        let words = ReviewFormat(ReviewVisitor(request).language).words("undone")
        return try await openCase(
            request, photo, say: wasUndone ? ReviewPages.Say(text: words, kind: "good") : nil, ReviewEntry(),
            status: .ok)
    }

    private func openCase(
        _ request: Request, _ photo: Int64, say: ReviewPages.Say?, _ entry: ReviewEntry, status: HTTPResponse.Status
    ) async throws -> Response {
        let visitor = ReviewVisitor(request)
        guard let clerk = clerk(visitor) else {
            return html(pages.name(frame(visitor, summary: nil, back: "/review/\(photo)"), isWrong: false))
        }
        let frame = frame(visitor, summary: try await desk.summary(), back: "/review/\(photo)", photo: photo)
        do {
            let review = try await desk.claim(photo, clerk: clerk.name, session: clerk.session)
            let part = await preview(of: entry, review, frame.format)
            return html(pages.casePage(frame, review, entry, preview: part, say: say), status)
        } catch let error as ReviewError {
            return problem(error, frame)
        }
    }

    /// What the page says where the desk does not do what it is asked for.
    private func problem(_ error: ReviewError, _ frame: ReviewPages.Frame) -> Response {
        let words = frame.format
        switch error {
        case .claimed(let clerk, _):
            return html(pages.notice(frame, heading: words.words("takenTitle", ["clerk": clerk])), .conflict)
        case .gone: return html(pages.notice(frame, heading: words.words("goneTitle")), .notFound)
        case .notClaimed: return html(pages.notice(frame, heading: words.words("lostTitle")), .conflict)
        case .tooLate: return html(pages.notice(frame, heading: words.words("tooLateTitle")), .conflict)
        case .meterNotChosen: return html(pages.notice(frame, heading: words.words("chooseMeter")), .conflict)
        case .problem(let code):
            return html(pages.notice(frame, heading: ReviewReasons.words(code, in: words.language)), .conflict)
        }
    }

    func decide(_ request: Request, _ photo: Int64) async throws -> Response {
        let visitor = ReviewVisitor(request)
        guard let clerk = clerk(visitor) else { return .redirect(toPage: "/review/\(photo)") }
        let form = try await ReviewForm(request)
        let format = ReviewFormat(visitor.language)
        var entry = ReviewEntry(form)
        func again(_ words: String) async throws -> Response {
            try await openCase(
                request, photo, say: ReviewPages.Say(text: words, kind: "bad"), entry, status: .unprocessableContent)
        }
        do {
            // Whoever has no script cannot keep the claim alive: if nobody else took it, it is taken anew.
            let review = try await desk.claim(photo, clerk: clerk.name, session: clerk.session)
            let decision: ReviewDecision
            let kind: LastDecision.Kind
            var index = ""
            switch form["action"] {
            case "reject":
                guard let reason = form["reason"].flatMap({ RejectReason(rawValue: $0) }) else {
                    return try await again(format.words("chooseReason"))
                }
                (decision, kind) = (.reject(reason), .rejected)
            default:
                index = entry.index ?? review.reading?.index ?? ""
                guard (1...Index.mostDigits).contains(index.utf8.count),
                    index.utf8.allSatisfy({ (0x30...0x39).contains($0) })
                else { return try await again(format.words("problemTitle")) }
                if let caution = await outcome(of: entry, review).caution, entry.checked != caution.mark {
                    entry.asked = caution.mark
                    return try await again(caution.words(format))
                }
                let isAsRead = index == review.reading?.index
                (decision, kind) = isAsRead ? (.accept, .accepted) : (.correct(index: index), .corrected)
            }
            let pending = try await desk.decide(
                photo, decision, subscriber: entry.subscriber.flatMap { try? SubscriberNumber($0) },
                seen: form["seen"].map { Set($0.split(separator: " ").map { String($0) }) },
                clerk: clerk.name, session: clerk.session)
            var response = Response.redirect(toPage: "/review/done")
            let last = LastDecision(photo: photo, takesEffectAt: pending.takesEffectAt, kind: kind, index: index)
            response.setStaffCookie("endeks-last", last.text, seconds: 60)
            return response
        } catch ReviewError.meterNotChosen {
            return try await again(format.words("chooseMeter"))
        } catch ReviewError.problem(let code) {
            return try await again(ReviewReasons.words(code, in: format.language))
        } catch let error as ReviewError {
            return problem(error, frame(visitor, summary: try await desk.summary(), back: "/review"))
        }
    }

    func undo(_ request: Request, _ photo: Int64) async throws -> Response {
        let visitor = ReviewVisitor(request)
        guard let clerk = clerk(visitor) else { return .redirect(toPage: "/review") }
        do {
            try await desk.undo(photo, session: clerk.session)
        } catch let error as ReviewError {
            return problem(error, frame(visitor, summary: try await desk.summary(), back: "/review"))
        }
        var response = Response.redirect(toPage: "/review/\(photo)?undone")
        response.setStaffCookie("endeks-last", "", seconds: 0)
        return response
    }

    /// What the entered index would come to, and whether it is looked at once more; the desk's own check decides when it
    /// is sent.
    private func outcome(
        of entry: ReviewEntry, _ review: ReviewCase
    ) async -> (preview: ReviewPreview?, caution: ReviewCaution?) {
        let meter = review.meter(for: entry)
        let index = entry.index ?? review.reading?.index
        var preview: ReviewPreview?
        if let index, !index.isEmpty, let meter {
            preview = try? await desk.preview(review.id, index: index, subscriber: meter.id)
        }
        return (
            preview,
            ReviewCaution(
                index: index, meter: meter?.id, reading: review.reading, preview: preview, isRetyped: entry.isRetyped)
        )
    }

    /// The part of the page that shows it.
    func preview(of entry: ReviewEntry, _ review: ReviewCase, _ format: ReviewFormat) async -> String {
        let outcome = await outcome(of: entry, review)
        return pages.preview(outcome.preview, meter: review.meter(for: entry), caution: outcome.caution, format)
    }
}
