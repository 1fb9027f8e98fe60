import Accounts
import Billing
import Foundation
import InvoiceDocuments
import Quantities
import Wording
import WrittenFiles

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
        let (reason, details) = Self.told(error, of: reading.index)
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
    var text: String { CSVWriter.line(fields) }

    private static func told(_ error: AccountsError, of index: Index) -> (reason: String, details: String) {
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
        case .notPlausible(let assessment): (assessment.codes, compared(assessment, of: index))
        case .policyMissing(let gap): ("policy-missing", gap.words)
        case .billing(let error): ("not-billed", error.words(in: .english))
        case .failed: ("failed", BillingErrorWords.phrase("failed")?.text(in: .english) ?? "")
        case .store(let error): ("failed", "the data folder failed (\(error)); run the file again")
        }
    }

    /// The rules that had something to say, with the figures that they compared.
    private static func compared(_ assessment: PlausibilityAssessment, of index: Index) -> String {
        Explanation(of: assessment.derivation, indexes: [index], in: .english).lines.map { line in
            let days = line.grounds.dropLast()  // all but the edition of the rules
            let values = ([line.formula] + days).filter { !$0.isEmpty }.joined(separator: "; ")
            return values.isEmpty ? line.name : line.name + ": " + values
        }.joined(separator: " | ")
    }
}

extension PolicyGap {
    /// What is to be imported, in words.
    fileprivate var words: String {
        let style = FigureStyle(.english)
        func words(_ code: String, _ name: String, _ value: String) -> String {
            BillingErrorWords.phrase(code)?.text(in: .english, [name: value]) ?? code
        }
        func date(_ day: CivilDate) -> String { style.date(year: day.year, month: day.month, day: day.day) }
        return switch self {
        case .tariff(let name): words("no-tariff", "name", name)
        case .region(let name): words("no-region", "name", name)
        case .price(let day): words("no-price", "day", date(day))
        case .valueAddedTax(let day): words("no-tax-rate", "day", date(day))
        case .correction(let month): words("no-correction", "day", "\(month)")
        case .calorificValue(let month): words("no-calorific-value", "day", "\(month)")
        }
    }
}
