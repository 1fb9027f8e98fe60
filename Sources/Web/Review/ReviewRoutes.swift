internal import HTTPTypes
package import Hummingbird
package import Intake
internal import Logging
internal import NIOCore
package import Storage
internal import Wording

/// The review page: the queue, a photo with its decision, and the small answers that its script asks for.
///
/// Every action is a form; addresses hold row numbers and nothing else.
package struct ReviewRoutes: Sendable {
    let desk: ReviewDesk
    let now: TimeSource
    let pages: ReviewPages

    package init(desk: ReviewDesk, now: @escaping TimeSource) throws {
        self.desk = desk
        self.now = now
        pages = try ReviewPages()
    }

    package func add(to router: Router<BasicRequestContext>) {
        router.get("/") { _, _ in Response.redirect(toPage: "/review") }
        router.get("/review") { request, context in try await answer(request, context) { try await queue(request) } }
        router.post("/review/next") { request, context in try await answer(request, context) { try await next(request) }
        }
        router.get("/review/done") { request, context in try await answer(request, context) { try await done(request) }
        }
        router.get("/review/:photo") { request, context in
            let photo = try Self.photo(context)
            return try await answer(request, context) { try await openCase(request, photo) }
        }
        router.post("/review/:photo/decision") { request, context in
            let photo = try Self.photo(context)
            return try await answer(request, context) { try await decide(request, photo) }
        }
        router.post("/review/:photo/undo") { request, context in
            let photo = try Self.photo(context)
            return try await answer(request, context) { try await undo(request, photo) }
        }
        router.post("/review/:photo/preview") { request, context in
            try await previewJSON(request, try Self.photo(context))
        }
        router.post("/review/:photo/renew") { request, context in
            await keepClaim(request, try Self.photo(context), renews: true)
        }
        router.post("/review/:photo/release") { request, context in
            await keepClaim(request, try Self.photo(context), renews: false)
        }
        addChoices(to: router)
        addImages(to: router)
        ReviewAssets.add(to: router)
    }

    /// The photo's row number in the address; any other word there is no page.
    static func photo(_ context: BasicRequestContext) throws -> Int64 {
        guard let text = context.parameters.get("photo"), let photo = Int64(text), photo > 0 else {
            throw HTTPError(.notFound)
        }
        return photo
    }

    /// Runs a page; a database that cannot be reached is said, and the decision is not lost silently.
    private func answer(
        _ request: Request, _ context: BasicRequestContext, _ body: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await body()
        } catch let error as StoreError {
            context.logger.error("a staff page failed", metadata: ["reason": "\(error.shortReason)"])
            let frame = frame(ReviewVisitor(request), summary: nil, back: "/review")
            return html(pages.notice(frame, heading: frame.format.words("storeTitle")), .serviceUnavailable)
        }
    }

    func frame(
        _ visitor: ReviewVisitor, summary: ReviewSummary?, back: String, photo: Int64? = nil
    ) -> ReviewPages.Frame {
        ReviewPages.Frame(
            visitor: visitor, format: ReviewFormat(visitor.language), now: now(), summary: summary, back: back,
            hasTemplate: desk.hasTemplate, photo: photo)
    }

    func html(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(status, type: "text/html; charset=utf-8", bytes: Array(text.utf8))
    }

    /// The clerk and the browser; nil where the name has not been given yet.
    func clerk(_ visitor: ReviewVisitor) -> (name: String, session: String)? {
        guard let name = visitor.clerk, let session = visitor.session else { return nil }
        return (name, session)
    }

    private func queue(_ request: Request) async throws -> Response {
        let visitor = ReviewVisitor(request)
        guard clerk(visitor) != nil else {
            return html(pages.name(frame(visitor, summary: nil, back: "/review"), isWrong: false))
        }
        let after = request.uri.queryParameters["after"].flatMap { ReviewCursor(String($0)) }
        let most = 50
        async let summary = desk.summary()
        async let lines = desk.queue(after: after, limit: most)
        let frame = frame(visitor, summary: try await summary, back: "/review")
        let found = try await lines
        let more = found.count == most ? found.last?.cursor.text : nil
        return html(pages.queue(frame, lines: found, more: more, isLater: after != nil, say: nil))
    }

    private func next(_ request: Request) async throws -> Response {
        guard let clerk = clerk(ReviewVisitor(request)),
            let review = try await desk.claimNext(clerk: clerk.name, session: clerk.session)
        else { return .redirect(toPage: "/review") }
        return .redirect(toPage: "/review/\(review.id)")
    }

    private func done(_ request: Request) async throws -> Response {
        let visitor = ReviewVisitor(request)
        guard clerk(visitor) != nil, let last = visitor.last else { return .redirect(toPage: "/review") }
        let frame = frame(visitor, summary: try await desk.summary(), back: "/review/done")
        return html(pages.done(frame, last, hasCrop: try await desk.hasImage(last.photo, kind: .crop)))
    }
}

extension ReviewCursor {
    /// The place as it stands in an address: three numbers that name nobody.
    var text: String { "\(windowEnds.milliseconds)-\(receivedAt.milliseconds)-\(photo)" }

    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int64($0) }
        guard parts.count == 3 else { return nil }
        self.init(
            windowEnds: Moment(milliseconds: parts[0]), receivedAt: Moment(milliseconds: parts[1]), photo: parts[2])
    }
}
