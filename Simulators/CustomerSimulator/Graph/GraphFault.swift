/// Something that goes wrong on purpose for some requests of a route.
package struct GraphFault: Sendable, Decodable {
    /// A route of the Graph API.
    package enum Route: String, Sendable, Decodable {
        case media, download, upload, messages
    }

    package let on: Route
    /// How many requests it meets.
    package var times: Int
    /// The answer's status and error code; without a status the request is served, only later.
    package let status: Int?
    package let code: Int?
    /// Milliseconds until the answer.
    package let delay: Int?
    /// The message is taken all the same, as if only the answer had been lost.
    package let taken: Bool?

    var error: GraphError? {
        status.map { GraphError(status: $0, code: code ?? 131000, title: "Asked for", details: "A fault on purpose.") }
    }
}

/// The faults that wait for their requests.
struct FaultPlan {
    private var faults: [GraphFault] = []

    mutating func add(_ fault: GraphFault) { faults.append(fault) }

    /// The fault that meets this request, counted down.
    mutating func next(on route: GraphFault.Route) -> GraphFault? {
        guard let place = faults.firstIndex(where: { $0.on == route && $0.times > 0 }) else { return nil }
        faults[place].times -= 1
        return faults[place]
    }
}
