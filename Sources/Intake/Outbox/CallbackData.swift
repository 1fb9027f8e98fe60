/// What goes with a message and comes back with each of its statuses: what it is for, and its row in the outbox.
package struct CallbackData: Hashable, Sendable {
    package let outbox: Int64
    package let isNotice: Bool

    package init(outbox: Int64, purpose: OutgoingPurpose) {
        self.outbox = outbox
        isNotice = purpose == .notice
    }

    /// Nil for anything that we did not write.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "notice" || parts[0] == "answer", let row = Int64(parts[1]), row > 0 else {
            return nil
        }
        outbox = row
        isNotice = parts[0] == "notice"
    }

    /// `notice:12` or `answer:12`; a verdict is an answer too.
    package var text: String { (isNotice ? "notice:" : "answer:") + String(outbox) }
}
