internal import HTTPTypes
internal import Hummingbird

/// Turns away methods that no route has, before anything is counted by method: a label must not be a stranger's word.
struct KnownMethods<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard [.get, .head, .post, .put, .delete, .options, .patch].contains(request.method) else {
            return Response(.methodNotAllowed, text: "no such method\n")
        }
        return try await next(request, context)
    }
}
