/// What the Graph API says when it refuses; the logic rests on the code, never on a title.
package struct GraphError: Hashable, Sendable {
    package let status: Int
    /// Nil where the answer is none of the Graph's own.
    package let code: Int64?
    package let retryAfter: Duration?

    /// More than 24 hours since the customer's last message.
    static let windowClosed: Int64 = 131047

    package init(status: Int, code: Int64?, retryAfter: Duration? = nil) {
        self.status = status
        self.code = code
        self.retryAfter = retryAfter
    }

    init(_ answer: HTTPAnswer) {
        let tree = try? JSONReader.read(answer.body)
        self.init(status: answer.status, code: tree?["error"]?["code"]?.integer, retryAfter: answer.retryAfter)
    }

    /// What is to be done about it [intake.md 1.7].
    package enum Treatment: Hashable, Sendable {
        /// Busy or broken over there: again, later.
        case retry
        /// Too many messages to this one customer.
        case waitForSender
        /// The token, the account or the number: nothing goes out until somebody sees to it.
        case stop
        /// The 24 hours are over.
        case template
        /// This customer cannot be reached; no fault of ours.
        case undeliverable
        /// The business-scoped id is not taken here; the phone number is.
        case usePhone
        /// The uploaded document is gone or was not taken.
        case uploadAgain
        /// Our request or our template is wrong.
        case ours
        /// A gateway answered, not the Graph: the message may have gone out.
        case unknown
    }

    package var treatment: Treatment {
        guard let code else {
            switch status {
            case 401, 403: return .stop
            case 408, 429: return .retry
            case 500...: return .unknown
            default: return .ours
            }
        }
        switch code {
        case 0, 3, 10, 190, 200...299, 131005, 368, 131031, 131042, 131045: return .stop
        case 131056: return .waitForSender
        case Self.windowClosed: return .template
        case 131062: return .usePhone
        case 131052, 131053: return .uploadAgain
        // 130497: no messages to the country of this customer.
        case 131026, 131021, 131030, 130472, 130497, 131049, 131050, 131063, 131064: return .undeliverable
        case 1, 2, 4, 80007, 130429, 131048, 131057, 133016, 131016, 131000: return .retry
        default: return status >= 500 || status == 429 ? .retry : .ours
        }
    }
}
