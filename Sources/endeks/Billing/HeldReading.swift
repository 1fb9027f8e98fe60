import Accounts
import Billing
import Foundation
import Quantities

/// A line of the file of what a person must look at: the reading as it came, and why it was not billed.
///
/// The file is a round itself: whoever finds a reading right writes their name under `confirmed_by`, or mends the index,
/// and runs the file.
struct HeldReading {
    static let header = "subscriber_number,index,date,not_read,confirmed_by,line,reason,details"

    let line: Int
    /// A short code: the numbers of the plausibility rules, or a word.
    let reason: String
    private let fields: [String]

    init(_ reading: RunReading, _ error: AccountsError) {
        let (reason, details) = Self.told(error)
        self.init(
            line: reading.line, subscriber: reading.subscriber, index: reading.index.description,
            date: reading.date.description, notRead: "", confirmedBy: reading.confirmedBy ?? "", reason, details)
    }

    init(_ notRead: RoundTable.NotRead) {
        self.init(
            line: notRead.line, subscriber: notRead.subscriber, index: "", date: "", notRead: notRead.reason,
            confirmedBy: "", "not-read", "no reading; estimate the use or send somebody again")
    }

    private init(
        line: Int, subscriber: SubscriberNumber, index: String, date: String, notRead: String, confirmedBy: String,
        _ reason: String, _ details: String
    ) {
        self.line = line
        self.reason = reason
        fields = [subscriber.text, index, date, notRead, confirmedBy, "\(line)", reason, details]
    }

    /// The line as the file has it.
    var text: String {
        fields.map { field in
            field.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }
                ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
        }.joined(separator: ",")
    }

    private static func told(_ error: AccountsError) -> (reason: String, details: String) {
        switch error {
        case .unknownSubscriber: ("unknown-subscriber", "nobody has this number; import the subscriber")
        case .prepaid: ("prepaid", "the meter is paid before use")
        case .noFirstReading: ("no-first-reading", "the meter has no reading that a period could begin with")
        case .alreadyBilled(let stored):
            (
                "period-billed",
                "\(stored.number.text) bills \(stored.invoice.firstReading.date) to \(stored.invoice.lastReading.date) "
                    + "by the index \(stored.invoice.lastReading.index)"
            )
        case .notPlausible(let assessment): (assessment.codes, assessment.summary)
        case .policyMissing(let gap): ("policy-missing", "\(gap)")
        case .billing(.emptyPeriod(let first, let last)):
            ("not-billed", "the reading of \(last) does not come after that of \(first); look at the date")
        case .billing(let error): ("not-billed", "\(error)")
        default: ("failed", "\(error)")
        }
    }
}
