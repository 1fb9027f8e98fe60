internal import HTTPTypes
internal import Hummingbird

/// Lets only this machine's own pages act on the staff port.
///
/// The port is bound to loopback, but any page in the clerk's browser could send requests there: one that points its
/// own name at 127.0.0.1 (DNS rebinding) is told by its Host, one that posts a form from elsewhere by its Origin.
struct StaffGate<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let host = request.head.authority, Self.isThisMachine(host) else {
            return Response(.misdirectedRequest, text: "this port serves this machine alone\n")
        }
        if request.method != .get, request.method != .head, !isOwn(request, host: host) {
            return Response(.forbidden, text: "this form was sent from another page\n")
        }
        return try await next(request, context)
    }

    /// The host of a Host header, whatever its port: a tunnel may use another one.
    private static func isThisMachine(_ host: String) -> Bool {
        if let address = ListenAddress(host) { return address.isLoopback }
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        return ListenAddress(host: bare.lowercased(), port: 0).isLoopback
    }

    /// Every browser says where a POST comes from; only a program that is no browser may leave it out.
    private func isOwn(_ request: Request, host: String) -> Bool {
        if let origin = request.headers[.origin] { return origin == "http://\(host)" || origin == "https://\(host)" }
        guard let site = HTTPField.Name.fetchSite.flatMap({ request.headers[$0] }) else { return true }
        return site == "same-origin" || site == "none"
    }
}

extension HTTPField.Name {
    fileprivate static let fetchSite = Self("Sec-Fetch-Site")
}

/// What every answer of the staff port says to the browser: run nothing foreign, keep nothing, be framed by nobody.
struct StaffHeaders<Context: RequestContext>: RouterMiddleware {
    private static var policy: String {
        """
        default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        }
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in [
            ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ] {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
