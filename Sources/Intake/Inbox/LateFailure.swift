internal import Logging
internal import Metrics

/// A message that the channel took, and told later that it could not deliver.
struct LateFailure: Sendable {
    let outbox: Int64
    let code: Int64?
    /// It goes out once more; otherwise the customer does not get it.
    let goesAgain: Bool

    /// Once it is committed: staff must see a reply that nobody got.
    func report(to logger: Logger) {
        let code = code.map { "\($0)" } ?? "none"
        let end = goesAgain ? "sent-again" : "lost"
        Counter(label: "wa_failed_late_total", dimensions: [("code", code), ("end", end)]).increment()
        let metadata: Logger.Metadata = ["outbox": "\(outbox)", "code": "\(code)"]
        if goesAgain {
            logger.warning("the channel could not deliver a message; it is sent again", metadata: metadata)
        } else {
            logger.error("the channel could not deliver a message", metadata: metadata)
        }
    }
}
