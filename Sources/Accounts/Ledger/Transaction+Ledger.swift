package import Billing
package import Quantities
package import Storage

extension Transaction {
    /// Posts an invoice's entry; it is never changed afterwards, only reversed.
    func post(_ entry: LedgerEntry, invoice: Int64, on day: CivilDate, at moment: Moment) throws(StoreError) {
        try run(
            "INSERT INTO ledger_entry (invoice, day, lines, posted_at) VALUES (?, ?, ?, ?)", invoice, day.description,
            entry.lines.count, moment)
        let key = lastInsertedKey
        // All lines in one statement: a billing run writes hundreds of thousands.
        let places = Array(repeating: "(?, ?, ?, ?)", count: entry.lines.count).joined(separator: ", ")
        var values: [any SQLConvertible] = []
        for (place, line) in entry.lines.enumerated() {
            values += [key, place + 1, line.account.rawValue, line.amount.kurus] as [any SQLConvertible]
        }
        try run("INSERT INTO ledger_line (entry, line, account, kurus) VALUES \(places)", values: values)
    }
}

extension Statements {
    /// The sum of each account: debits less credits.
    package func ledgerBalances() throws(StoreError) -> [LedgerAccount: Money] {
        var balances: [LedgerAccount: Money] = [:]
        for row in try rows("SELECT account, sum(kurus) AS kurus FROM ledger_line GROUP BY account") {
            balances[try row.code("account")] = Money(kurus: try row.integer("kurus"))
        }
        return balances
    }

    /// The keys of entries that do not add up to zero, or have not all their lines; there are none.
    package func unbalancedLedgerEntries() throws(StoreError) -> [Int64] {
        let rows = try rows(
            """
            SELECT e.id FROM ledger_entry e LEFT JOIN ledger_line l ON l.entry = e.id
            GROUP BY e.id HAVING count(l.line) <> e.lines OR sum(l.kurus) <> 0
            """)
        var keys: [Int64] = []
        for row in rows { keys.append(try row.integer("id")) }
        return keys
    }
}
