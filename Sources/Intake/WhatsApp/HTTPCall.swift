/// A request to the channel.
struct HTTPCall: Sendable {
    enum Method: String, Sendable { case get = "GET", post = "POST" }

    var method = Method.get
    let address: WebAddress
    var headers: [String] = []
    var body: [UInt8]?
    /// The most bytes of an answer.
    var most = 1 << 20
    var patience = Duration.seconds(20)
    /// The call has an effect, so libcurl may never repeat it by itself.
    var hasEffect = false
}

/// What came of a call.
enum HTTPOutcome: Sendable {
    case answered(HTTPAnswer)
    /// Nothing left this machine; libcurl's number says why.
    case notSent(Int)
    /// The request went out and no whole answer came: it may have had its effect.
    case noResponse(Int)
    case tooLarge
}

/// An answer, whatever its status.
struct HTTPAnswer: Sendable {
    let status: Int
    let body: [UInt8]
    let retryAfter: Duration?
}
