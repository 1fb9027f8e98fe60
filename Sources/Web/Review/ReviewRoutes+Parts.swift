internal import HTTPTypes
internal import Hummingbird
internal import Intake
internal import Quantities
internal import Storage
internal import Wording

extension ReviewRoutes {
    /// The amount while typing, as the part of the page that shows it.
    func previewJSON(_ request: Request, _ photo: Int64) async throws -> Response {
        let visitor = ReviewVisitor(request)
        guard let clerk = clerk(visitor) else { return Response(status: .forbidden) }
        let entry = ReviewEntry(try await ReviewForm(request))
        do {
            let review = try await desk.claim(photo, clerk: clerk.name, session: clerk.session)
            let part = await preview(of: entry, review, ReviewFormat(visitor.language))
            return json("{\"html\":\(JSONText.quoted(part))}")
        } catch is ReviewError {
            return Response(status: .conflict)
        }
    }

    /// The heartbeat of a page that is looked at, and the good-bye of one that is left.
    func keepClaim(_ request: Request, _ photo: Int64, renews: Bool) async -> Response {
        guard let clerk = clerk(ReviewVisitor(request)) else { return Response(status: .forbidden) }
        do {
            if renews {
                _ = try await desk.renew(photo, session: clerk.session)
            } else {
                try await desk.release(photo, session: clerk.session)
            }
            return Response(status: .noContent)
        } catch is ReviewError {
            return Response(status: .conflict)
        } catch {
            return Response(status: .serviceUnavailable)
        }
    }

    private func json(_ text: String) -> Response {
        Response(.ok, type: "application/json", bytes: Array(text.utf8))
    }

    /// The pictures: copies without metadata that the worker made, never what a stranger sent.
    func addImages(to router: Router<BasicRequestContext>) {
        for (name, kind) in [("photo.jpg", ReviewImage.cleaned), ("crop.jpg", ReviewImage.crop)] {
            router.get("/review/:photo/\(name)") { request, context in
                let photo = try Self.photo(context)
                guard let clerk = clerk(ReviewVisitor(request)) else { throw HTTPError(.forbidden) }
                let found = try await desk.image(photo, kind: kind, clerk: clerk.name, session: clerk.session)
                guard let bytes = found else { throw HTTPError(.notFound) }
                var headers: HTTPFields = [.cacheControl: "no-store"]
                if let name = HTTPField.Name("Content-Disposition") { headers[name] = "inline" }
                return Response(.ok, type: "image/jpeg", bytes: bytes, headers: headers)
            }
        }
    }

    /// Name, language and theme: chosen once, kept by the browser.
    func addChoices(to router: Router<BasicRequestContext>) {
        let month = 30 * 86_400
        router.post("/review/name") { request, _ in
            let form = try await ReviewForm(request)
            var visitor = ReviewVisitor(request)
            if form["forget"] != nil {
                var response = Response.redirect(toPage: "/review")
                // Another person at the same browser is another session: what the last one holds or may undo is not theirs.
                for cookie in ["endeks-clerk", "endeks-session", "endeks-last"] {
                    response.setStaffCookie(cookie, "", seconds: 0)
                }
                return response
            }
            guard let name = form["name"].flatMap(ReviewVisitor.name) else {
                visitor.clerk = nil
                return html(
                    pages.name(frame(visitor, summary: nil, back: "/review"), isWrong: true), .unprocessableContent)
            }
            var response = Response.redirect(toPage: "/review")
            var generator = SystemRandomNumberGenerator()
            response.setStaffCookie("endeks-clerk", name.addingURLPercentEncoding(), seconds: month)
            response.setStaffCookie("endeks-session", ReviewVisitor.newSession(using: &generator), seconds: month)
            response.setStaffCookie("endeks-last", "", seconds: 0)
            return response
        }
        router.post("/review/language") { request, _ in
            let form = try await ReviewForm(request)
            var response = Response.redirect(toPage: Self.back(form["back"]))
            if let language = form["language"].flatMap({ Language(rawValue: $0) }) {
                response.setStaffCookie("endeks-language", language.rawValue, seconds: month)
            }
            return response
        }
        router.post("/review/theme") { request, _ in
            let form = try await ReviewForm(request)
            var response = Response.redirect(toPage: Self.back(form["back"]))
            if let theme = form["theme"].flatMap({ ReviewVisitor.Theme(rawValue: $0) }) {
                response.setStaffCookie("endeks-theme", theme.rawValue, seconds: month)
            }
            return response
        }
    }

    /// A page of ours to go back to; anything else leads to the queue.
    private static func back(_ path: String?) -> String {
        guard let path, path.hasPrefix("/review"), !path.contains("//"),
            path.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2F })
        else { return "/review" }
        return path
    }
}
