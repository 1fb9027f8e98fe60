import Storage

/// Tables that most books leave empty, so that a billing run asks once and not for each subscriber.
enum SeldomTable: String {
    case freezes = "billing_freeze"
    case lateFees = "late_fee"
    case unbilled = "unbilled_reading"

    fileprivate var key: String { rawValue }
}

extension Statements {
    /// Whether a table has any row; asked once in a transaction or view.
    func hasRows(_ table: SeldomTable) throws(StoreError) -> Bool {
        if let known = memo.value(table.key, Bool.self) { return known }
        let isThere = try row("SELECT 1 FROM \(table.rawValue) LIMIT 1") != nil
        memo.keep(isThere, table.key)
        return isThere
    }
}

extension Transaction {
    /// What follows in this transaction knows of the row that is about to be written.
    func willWrite(_ table: SeldomTable) { memo.keep(true, table.key) }
}
