internal import Foundation
internal import Storage

/// The calls of the WhatsApp Cloud API that the room makes.
struct GraphAPI: Sendable {
    /// So many messages go out at the same time at most.
    static let sendersAtOnce = 4

    /// Threads of their own: a slow host of photos holds up no message.
    private let callers: HTTPCallers
    private let fetchers: HTTPCallers
    private let base: WebAddress
    private let allowance: MediaAllowance
    private let version: String
    private let phoneNumberID: String
    private let token: String
    /// Stands where our number's id is not known; nothing is called then.
    private static let unset = "unset"

    /// Nil where the address of the Graph is none that may be called: https, or http on this machine.
    init?(settings: IntakeSettings) {
        guard let base = WebAddress(settings.graph.absoluteString), base.scheme == "https" || base.isLoopback,
            [settings.graphVersion, settings.phoneNumberID ?? Self.unset].allSatisfy(Self.isPathPart)
        else { return nil }
        callers = HTTPCallers(count: Self.sendersAtOnce)
        fetchers = HTTPCallers(count: MediaBudget.most)
        self.base = base
        allowance = MediaAllowance(graph: base)
        version = settings.graphVersion
        phoneNumberID = settings.phoneNumberID ?? Self.unset
        token = settings.token
    }

    /// What came of a call that should give a `Value`.
    enum Result<Value: Sendable>: Sendable {
        case done(Value)
        case refused(GraphError)
        /// Nothing was sent, or the answer is lost where that does no harm.
        case unreachable(Int)
        /// It may have had its effect.
        case noResponse(Int)
        case tooLarge
    }

    /// Asks where a photo lies now; the address lives for five minutes.
    func addressOfMedia(_ id: String) async -> Result<String> {
        let call = call("\(id)?phone_number_id=\(phoneNumberID)")
        return map(await fetchers.make(call)) { $0["url"]?.text }
    }

    /// Whether the bytes may be fetched from there; nil where not.
    func allowed(_ text: String) -> WebAddress? { WebAddress(text).flatMap { allowance.allows($0) ? $0 : nil } }

    /// Fetches a photo's bytes from an address that `allowed` gave.
    func media(at address: WebAddress, most: Int) async -> Result<[UInt8]> {
        var call = HTTPCall(address: address, headers: ["Authorization: Bearer \(token)"])
        call.most = most
        call.patience = .seconds(30)
        switch await fetchers.make(call) {
        case .answered(let answer) where answer.status == 200: return .done(answer.body)
        case .answered(let answer): return .refused(GraphError(answer))
        case .tooLarge: return .tooLarge
        case .notSent(let code), .noResponse(let code): return .unreachable(code)
        }
    }

    /// Uploads a document; its id lives for 30 days.
    func upload(_ bytes: [UInt8], name: String, type: String, boundary: String) async -> Result<String> {
        let form = MultipartForm(boundary: boundary)
        var call = call("\(phoneNumberID)/media")
        call.method = .post
        call.headers.append("Content-Type: \(form.contentType)")
        call.body = form.body(file: bytes, name: name, type: type)
        call.patience = .seconds(30)
        return map(await callers.make(call)) { $0["id"]?.text }
    }

    /// Sends a message; the channel's id of it, nil where it took the message and told none.
    func send(_ message: [UInt8]) async -> Result<String?> {
        var call = call("\(phoneNumberID)/messages")
        call.method = .post
        call.headers.append("Content-Type: application/json")
        call.body = message
        call.hasEffect = true
        switch await callers.make(call) {
        case .answered(let answer) where (200..<300).contains(answer.status):
            let tree = try? JSONReader.read(answer.body)
            if tree?["error"] != nil { return .refused(GraphError(answer)) }
            let id = tree?["messages"]?.elements.first?["id"]?.text
            return .done(id.flatMap { (1...512).contains($0.utf8.count) ? $0 : nil })
        case .answered(let answer): return .refused(GraphError(answer))
        case .notSent(let code): return .unreachable(code)
        case .noResponse(let code): return .noResponse(code)
        // The Graph answered, at a length that it never has.
        case .tooLarge: return .noResponse(0)
        }
    }

    private static func isPathPart(_ text: String) -> Bool {
        !text.isEmpty && text != "." && text != ".."
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    private func call(_ path: String) -> HTTPCall {
        let root = base.text.hasSuffix("/") ? String(base.text.dropLast()) : base.text
        // The parts are checked where they come in: letters, digits, dots, dashes.
        let address = WebAddress("\(root)/\(version)/\(path)") ?? base
        return HTTPCall(address: address, headers: ["Authorization: Bearer \(token)", "Accept: application/json"])
    }

    private func map<Value: Sendable>(_ outcome: HTTPOutcome, _ value: (JSONTree) -> Value?) -> Result<Value> {
        switch outcome {
        case .answered(let answer) where answer.status == 200:
            guard let tree = try? JSONReader.read(answer.body), let value = value(tree) else {
                return .refused(GraphError(status: answer.status, code: 131000))
            }
            return .done(value)
        case .answered(let answer): return .refused(GraphError(answer))
        case .notSent(let code), .noResponse(let code): return .unreachable(code)
        case .tooLarge: return .tooLarge
        }
    }
}
