import Billing
import Storage

/// Rows that most books have none of, so that a billing run asks once and not for each subscriber.
enum SeldomRows: String {
    case freezes
    case lateFees
    case unbilled
    /// Postings of money that came in.
    case payments

    /// The sources of postings that are payments.
    static let paymentSources: [LedgerKey.Source] = [.bank, .receipt]

    fileprivate var key: String { rawValue }

    /// A statement that gives a row where there is one.
    fileprivate var query: String {
        switch self {
        case .freezes: "SELECT 1 FROM billing_freeze LIMIT 1"
        case .lateFees: "SELECT 1 FROM late_fee LIMIT 1"
        case .unbilled: "SELECT 1 FROM unbilled_reading LIMIT 1"
        case .payments:
            "SELECT 1 FROM ledger_entry WHERE source IN ("
                + Self.paymentSources.map { "'\($0.rawValue)'" }.joined(separator: ", ") + ") LIMIT 1"
        }
    }
}

extension Statements {
    /// Whether there is any such row; asked once in a transaction or view.
    func has(_ rows: SeldomRows) throws(StoreError) -> Bool {
        if let known = memo.value(rows.key, Bool.self) { return known }
        let isThere = try row(rows.query) != nil
        memo.keep(isThere, rows.key)
        return isThere
    }
}

extension Transaction {
    /// What follows in this transaction knows of the row that is about to be written.
    func willWrite(_ rows: SeldomRows) { memo.keep(true, rows.key) }
}
