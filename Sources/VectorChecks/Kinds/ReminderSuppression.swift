import Billing
import Quantities

extension VectorKind {
    /// `sms_suppression`: whether an overdue customer is written to, by the ledger at the moment of sending.
    static let reminderSuppression = VectorKind(
        name: "sms_suppression",
        columns: [
            "case", "due", "balance_when_listed", "listed_at", "payment_at", "balance_at_send", "send_at", "disputed",
            "consent_withdrawn", "send",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            // What the list said decides nothing; it must be well written all the same.
            _ = (try row.quantity("balance_when_listed", as: Money.self), try row.moment("listed_at"))
            let (day, hour) = try row.moment("send_at")
            var facts = ReminderDecision.Facts(
                due: try row.date("due"), balance: try row.quantity("balance_at_send"), day: day, hour: hour)
            facts.isBankFilePending = try row.isBankFilePending("payment_at")
            facts.isDisputed = try row.flag("disputed")
            facts.isConsentWithdrawn = try row.flag("consent_withdrawn")
            let decision = ReminderDecision(facts, policy: .anyHour)
            let expected = try row.flag("send")
            if expected != decision.isSent {
                let reasons = decision.reasons.map(\.rawValue).joined(separator: ", ")
                comparison.note("send", "\(expected)", decision.isSent ? "true" : "false: \(reasons)")
            }
        })
}

extension VectorRow {
    /// The day and the hour of a moment written as `2026-02-04T09:00`.
    fileprivate func moment(_ column: String) throws(VectorFileError) -> (day: CivilDate, hour: Int) {
        let text = try text(column)
        let parts = text.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
        let clock = (parts.count == 2 ? parts[1] : "").split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (2...3).contains(clock.count), clock.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Int(clock[0]), (0...23).contains(hour), let minute = Int(clock[1]), (0...59).contains(minute)
        else { throw failure(column, "'\(text)' is not a moment; write it as 2026-02-04T09:00") }
        return (try date(parts[0], in: column), hour)
    }

    /// Whether the field says that a bank's file is not posted yet; otherwise it is a moment or empty.
    fileprivate func isBankFilePending(_ column: String) throws(VectorFileError) -> Bool {
        let text = try text(column)
        if CommentTable.range(of: "unposted", in: text) != nil || CommentTable.range(of: "pending", in: text) != nil {
            return true
        }
        if !text.isEmpty { _ = try moment(column) }
        return false
    }
}
