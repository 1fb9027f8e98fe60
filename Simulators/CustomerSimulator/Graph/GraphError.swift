/// An error as the Graph API answers it.
package struct GraphError: Error, Hashable, Sendable {
    package let status: Int
    package let code: Int
    package let title: String
    package let details: String

    package init(status: Int, code: Int, title: String, details: String) {
        self.status = status
        self.code = code
        self.title = title
        self.details = details
    }

    var body: JSON {
        [
            "error": [
                "message": .text("(#\(code)) \(title)"), "type": "OAuthException", "code": .number(Int64(code)),
                "error_data": ["messaging_product": "whatsapp", "details": .text(details)],
                "fbtrace_id": "AStandInOfTheGraph",
            ]
        ]
    }

    static let badToken = GraphError(
        status: 401, code: 190, title: "Authentication Error", details: "Invalid OAuth access token.")

    static func noSuch(_ thing: String) -> GraphError {
        GraphError(
            status: 404, code: 100, title: "Unsupported request",
            details: "Object with ID '\(thing)' does not exist or has expired.")
    }

    static func wrong(_ details: String) -> GraphError {
        GraphError(status: 400, code: 100, title: "Invalid parameter", details: details)
    }

    static let windowClosed = GraphError(
        status: 400, code: 131047, title: "Re-engagement message",
        details: "More than 24 hours have passed since the customer last wrote to this number.")
}
