internal import HTTPTypes
package import Hummingbird
package import Intake
internal import Logging
internal import NIOCore
internal import Storage

/// What WhatsApp calls: the handshake, and the events, each answered after it is on the disk.
package struct WebhookRoutes: Sendable {
    /// Meta documents payloads of up to 3 MB.
    package static let mostBytes = 3 << 20

    private let intake: IntakeService
    private let stop: StopFlag
    private let measures = WebhookMeasures()
    private let room = BodyRoom(bytes: 24 << 20)

    package init(intake: IntakeService, stop: StopFlag) {
        self.intake = intake
        self.stop = stop
    }

    package func add(to router: Router<BasicRequestContext>) {
        router.get("/webhook") { request, _ in handshake(request) }
        router.post("/webhook") { request, context in try await event(request, context) }
    }

    /// The challenge comes back as plain text to the one who knows our token, and only to them.
    private func handshake(_ request: Request) -> Response {
        let query = request.uri.queryParameters
        let mode = query["hub.mode"].map(String.init)
        let token = query["hub.verify_token"].map(String.init)
        guard let challenge = query["hub.challenge"], challenge.utf8.count <= 1024,
            intake.answersVerification(mode: mode, token: token)
        else { return Response(.forbidden, text: "forbidden\n") }
        return Response(.ok, text: String(challenge))
    }

    private func event(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let began = ContinuousClock.now
        guard !stop.isRaised else { return answer(.stopping) }
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        guard announced ?? 0 <= Self.mostBytes else { return answer(.tooLarge) }
        // Whoever brings no signature need not be read to the end.
        guard let signature = HTTPField.Name.hubSignature.flatMap({ request.headers[$0] }) else {
            return answer(.unsigned)
        }
        var body: [UInt8] = []
        defer { room.giveBack(body.count) }
        do {
            for try await part in request.body {
                let length = body.count + part.readableBytes
                guard length <= Self.mostBytes else { return answer(.tooLarge) }
                guard room.grow(from: body.count, to: length) else { return answer(.crowded) }
                body.append(contentsOf: part.readableBytesView)
            }
        } catch {
            return answer(.cut)
        }
        guard intake.isSigned(body, header: signature) else { return answer(.unsigned) }
        do {
            try await intake.receive(body)
        } catch {
            // The channel repeats what is not answered with 200; so nothing is lost while the disk is full.
            context.logger.error("a webhook could not be stored", metadata: ["reason": "\(error.shortReason)"])
            return answer(.unavailable)
        }
        measures.acknowledged(in: ContinuousClock.now - began)
        return answer(.stored)
    }

    private func answer(_ result: WebhookMeasures.Result) -> Response {
        measures.count(result)
        return switch result {
        case .stored: Response(status: .ok)
        case .unsigned: Response(.unauthorized, text: "the signature is missing or wrong\n")
        case .tooLarge: Response(.contentTooLarge, text: "more than 3 MB\n")
        case .cut: Response(.badRequest, text: "the body ended early\n")
        case .unavailable, .stopping, .crowded:
            Response(.serviceUnavailable, text: "come again\n", headers: [.retryAfter: "5"])
        }
    }
}

extension HTTPField.Name {
    fileprivate static let hubSignature = Self("X-Hub-Signature-256")
}
