package import Foundation

/// Plays the WhatsApp Graph API for one phone number: media, uploads, sending, with the bearer and the limits of the real one.
///
/// It decides nothing about HTTP; ``GraphRoutes`` puts it on the wire.
package actor GraphStandIn {
    /// What the stand-in is told at its start.
    package struct Settings: Sendable {
        package let phoneNumberID: String
        package let token: String
        /// How long an address of a customer's media is good.
        package let mediaLifetime: Duration
        /// Goes into every id, so that two runs never give the same one.
        package let run: UInt32

        package init(phoneNumberID: String, token: String, mediaLifetime: Duration, run: UInt32) {
            self.phoneNumberID = phoneNumberID
            self.token = token
            self.mediaLifetime = mediaLifetime
            self.run = run
        }
    }

    nonisolated let settings: Settings
    /// Every message, as it is taken.
    package nonisolated let taken: AsyncStream<SentMessage>
    private nonisolated let take: AsyncStream<SentMessage>.Continuation

    private let memory: StandInMemory?
    private var shelf: MediaShelf
    private var faults = FaultPlan()
    private var counter = 0
    private var lastWritten: [String: Date] = [:]
    private(set) var messages: [SentMessage] = []
    /// Requests for media that failed; a real number is blocked after five in an hour.
    package private(set) var failedMediaRequests = 0

    /// Uploads and messages are kept in `memory` for the next start, where there is one.
    package init(settings: Settings, memory: StandInMemory? = nil) {
        self.settings = settings
        self.memory = memory
        shelf = MediaShelf(lifetime: settings.mediaLifetime)
        for (id, upload) in memory?.uploads ?? [:] { shelf.put(.init(bytes: upload.bytes, type: upload.type), as: id) }
        (taken, take) = AsyncStream.makeStream(of: SentMessage.self)
    }

    // MARK: the customers' side

    /// Puts a customer's file on the shelf; its media id.
    package func offer(_ bytes: [UInt8], type: String, as media: String? = nil) -> String {
        let media = media ?? newID()
        shelf.put(.init(bytes: bytes, type: type), as: media)
        return media
    }

    /// A customer writes: from now on free answers are allowed for 24 hours.
    package func customerWrites(_ identities: [String], at date: Date) {
        for identity in identities { lastWritten[identity] = date }
    }

    /// The bytes of any file that lies here.
    package func file(_ media: String) -> (bytes: [UInt8], type: String)? {
        shelf.item(media).map { ($0.bytes, $0.type) }
    }

    package func allMessages() -> [SentMessage] { messages }

    package func plan(_ fault: GraphFault) { faults.add(fault) }

    // MARK: the service's side

    /// The fault that meets the next request of a route.
    func fault(on route: GraphFault.Route) -> GraphFault? { faults.next(on: route) }

    /// `GET /{media-id}`.
    func describe(_ media: String, origin: String) throws(GraphError) -> JSON {
        let link = newID()
        guard let item = shelf.link(to: media, named: link, at: .now) else {
            failedMediaRequests += 1
            throw .noSuch(media)
        }
        return [
            "messaging_product": "whatsapp", "url": .text("\(origin)/attachments/\(link)"),
            "mime_type": .text(item.type), "sha256": .text(Digests.hexadecimal(Digests.sha256(item.bytes))),
            "file_size": .number(Int64(item.bytes.count)), "id": .text(media),
        ]
    }

    /// The bytes under an address that ``describe(_:origin:)`` gave.
    func download(_ link: String) throws(GraphError) -> MediaShelf.Item {
        guard let item = shelf.linked(link, at: .now) else {
            failedMediaRequests += 1
            throw .noSuch(link)
        }
        return item
    }

    /// `POST /{phone-number-id}/media`.
    func upload(_ form: MultipartForm) throws(GraphError) -> JSON {
        guard form["messaging_product"].map({ $0.bytes == Array("whatsapp".utf8) }) == true else {
            throw .wrong("messaging_product must be whatsapp")
        }
        guard let file = form["file"], !file.bytes.isEmpty else { throw .wrong("Param file is required") }
        let type = form["type"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? file.contentType ?? ""
        guard Self.sendable.contains(type) else {
            throw .wrong("Param file must be a file with one of the known types. Received file of type '\(type)'")
        }
        let media = newID()
        shelf.put(.init(bytes: file.bytes, type: type), as: media)
        memory?.keep(upload: media, bytes: file.bytes, type: type)
        return ["id": .text(media)]
    }

    private static let sendable: Set<String> = [
        "application/pdf", "text/plain", "image/jpeg", "image/png", "image/webp",
    ]

    /// `POST /{phone-number-id}/messages`.
    func send(_ body: OutgoingBody, raw: [UInt8], at date: Date) throws(GraphError) -> JSON {
        guard body.status == nil else { return ["success": true] }
        try body.check()
        if let document = body.attached?.id, shelf.item(document) == nil {
            throw GraphError(
                status: 400, code: 131053, title: "Media upload error", details: "No uploaded media has this id.")
        }
        let recipient = body.recipient ?? body.to ?? ""
        if body.type != "template", let written = lastWritten[recipient], date.timeIntervalSince(written) > 86_400 {
            throw .windowClosed
        }
        let message = SentMessage(
            id: "wamid." + Digests.base64(Array("\(recipient)/\(newID())".utf8)), body: body, raw: raw,
            takenAt: Int64(date.timeIntervalSince1970 * 1000))
        messages.append(message)
        memory?.keep(message)
        take.yield(message)
        return [
            "messaging_product": "whatsapp",
            "contacts": [
                .present([
                    "input": .text(recipient), "wa_id": body.to.map(JSON.text),
                    "user_id": body.recipient.map(JSON.text),
                ])
            ],
            "messages": [["id": .text(message.id)]],
        ]
    }

    /// Digits alone, as the channel's own ids of media are.
    private func newID() -> String {
        counter += 1
        return "\(1_000_000_000 + UInt64(settings.run))\(1_000_000 + counter)"
    }
}
