internal import Foundation
internal import HTTPTypes
package import Hummingbird
internal import NIOCore

/// The routes of the Graph API, and below `/simulator` those by which a test plays the customers itself.
package struct GraphRoutes {
    private let graph: GraphStandIn

    package init(_ graph: GraphStandIn) { self.graph = graph }

    package var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("/:version/:id") { request, context in
            try await answer(request, on: .media) {
                let id = try context.parameters.require("id")
                return .json(try await graph.describe(id, origin: "http://\(request.head.authority ?? "localhost")"))
            }
        }
        router.get("/attachments/:link") { request, context in
            try await answer(request, on: .download) {
                let item = try await graph.download(try context.parameters.require("link"))
                return .bytes(item.bytes, type: item.type)
            }
        }
        router.post("/:version/:id/media") { request, context in
            try await answer(request, on: .upload) {
                try number(context)
                let type = request.headers[.contentType] ?? ""
                guard let form = MultipartForm(body: try await bytes(request), contentType: type) else {
                    throw GraphError.wrong("The body is no multipart/form-data.")
                }
                return .json(try await graph.upload(form))
            }
        }
        router.post("/:version/:id/messages") { request, context in
            let raw = try await bytes(request)
            return try await answer(request, on: .messages, taking: raw) {
                try number(context)
                return .json(try await send(raw))
            }
        }
        addSimulator(to: router.group("/simulator"))
        return router
    }

    private func addSimulator(to routes: RouterGroup<BasicRequestContext>) {
        routes.post("media") { request, _ -> Response in
            let type = request.headers[.contentType] ?? "image/jpeg"
            let media = await graph.offer(try await bytes(request), type: type)
            return .json(["id": .text(media)])
        }
        routes.get("files/:id") { _, context -> Response in
            guard let file = await graph.file(try context.parameters.require("id")) else {
                return .json(["error": "no such file"], status: .notFound)
            }
            return .bytes(file.bytes, type: file.type)
        }
        routes.get("messages") { _, _ -> Response in
            let encoder = JSONEncoder()
            encoder.outputFormatting = .withoutEscapingSlashes
            return .bytes([UInt8](try encoder.encode(await graph.allMessages())), type: "application/json")
        }
        routes.post("faults") { request, _ -> Response in
            do {
                await graph.plan(try JSONDecoder().decode(GraphFault.self, from: Data(try await bytes(request))))
                return .json(["success": true])
            } catch let error as DecodingError {
                return .json(["error": .text("\(error)")], status: .badRequest)
            }
        }
    }

    private func send(_ raw: [UInt8]) async throws -> JSON {
        let body: OutgoingBody
        do {
            body = try JSONDecoder().decode(OutgoingBody.self, from: Data(raw))
        } catch {
            throw GraphError.wrong("The body does not have the shape of a message: \(error)")
        }
        return try await graph.send(body, raw: raw, at: Date())
    }

    private func number(_ context: BasicRequestContext) throws {
        let id = try context.parameters.require("id")
        guard id == graph.settings.phoneNumberID else { throw GraphError.noSuch(id) }
    }

    /// What the real API does before any route: the bearer, and here the faults that a test asked for.
    private func answer(
        _ request: Request, on route: GraphFault.Route, taking raw: [UInt8] = [], _ body: () async throws -> Response
    ) async throws -> Response {
        do {
            guard request.headers[.authorization] == "Bearer \(graph.settings.token)" else { throw GraphError.badToken }
            if let fault = await graph.fault(on: route) {
                if let delay = fault.delay { try await Task.sleep(for: .milliseconds(delay)) }
                if fault.taken == true { _ = try await body() }
                if let error = fault.error { throw error }
            }
            return try await body()
        } catch let error as GraphError {
            return .json(error.body, status: .init(code: error.status))
        }
    }

    private func bytes(_ request: Request) async throws -> [UInt8] {
        let buffer = try await request.body.collect(upTo: 110 << 20)
        return Array(buffer.readableBytesView)
    }
}

extension Response {
    static func json(_ value: JSON, status: HTTPResponse.Status = .ok) -> Response {
        bytes(value.bytes, type: "application/json", status: status)
    }

    static func bytes(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
