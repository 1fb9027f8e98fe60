package import Billing
package import Quantities
package import Storage

/// Why an event is not posted.
package enum PostingError: Error, Hashable, Sendable {
    /// Another event stands under this key already.
    case keyTaken
    case store(StoreError)
}

extension Transaction {
    /// Posts an event, once; what is posted is never changed, only reversed.
    ///
    /// The same event again changes nothing. It returns the entry's key, or that of the entry that stood there. Throws `keyTaken` where the key has another event.
    @discardableResult
    package func post(
        _ transaction: LedgerTransaction, invoice: Int64? = nil, at moment: Moment
    ) throws(PostingError) -> Int64 {
        let posted: (id: Int64, transaction: LedgerTransaction)?
        do throws(StoreError) {
            posted = try ledgerEntry(transaction.key)
        } catch {
            throw .store(error)
        }
        if let posted {
            guard posted.transaction == transaction else { throw .keyTaken }
            return posted.id
        }
        do throws(StoreError) {
            return try insert(transaction, invoice: invoice, at: moment)
        } catch {
            throw .store(error)
        }
    }

    /// Writes an event that is not posted yet; the table refuses a key that is.
    func insert(
        _ transaction: LedgerTransaction, invoice: Int64?, at moment: Moment
    ) throws(StoreError) -> Int64 {
        let lines = transaction.entry.lines
        if SeldomRows.paymentSources.contains(transaction.key.source) { willWrite(.payments) }
        try run(
            """
            INSERT INTO ledger_entry (source, reference, event, invoice, day, lines, posted_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, transaction.key.source.rawValue, transaction.key.reference, transaction.event.rawValue, invoice,
            transaction.day.description, lines.count, moment)
        let key = lastInsertedKey
        // All lines in one statement: a billing run writes hundreds of thousands.
        let places = "(?, ?, ?, ?, ?, ?)" + String(repeating: ", (?, ?, ?, ?, ?, ?)", count: lines.count - 1)
        var values: [any SQLConvertible] = []
        values.reserveCapacity(6 * lines.count)
        for (place, line) in lines.enumerated() {
            let holder = HolderRecord(line.holder)
            values +=
                [key, place + 1, line.account.rawValue, holder.kind, holder.text, line.amount.kurus]
                as [any SQLConvertible]
        }
        try run(
            "INSERT INTO ledger_line (entry, line, account, holder_kind, holder, kurus) VALUES \(places)",
            values: values)
        return key
    }
}

extension Statements {
    /// The event under a key with the key of its row, if it was posted.
    package func ledgerEntry(
        _ key: LedgerKey
    ) throws(StoreError) -> (id: Int64, transaction: LedgerTransaction)? {
        let row = try row(
            "SELECT * FROM ledger_entry WHERE source = ? AND reference = ?", key.source.rawValue, key.reference)
        guard let row else { return nil }
        let id = try row.integer("id")
        var lines: [LedgerLine] = []
        for line in try rows("SELECT * FROM ledger_line WHERE entry = ? ORDER BY line", id) {
            lines.append(
                LedgerLine(
                    try line.code("account"), try HolderRecord(line).value(),
                    Money(kurus: try line.integer("kurus"))))
        }
        let entry: LedgerEntry
        do throws(LedgerError) {
            entry = try LedgerEntry(lines)
        } catch {
            throw .column("kurus")
        }
        return (
            id, LedgerTransaction(key: key, event: try row.code("event"), day: try row.day("day"), entry: entry)
        )
    }

    /// The sum of each account: debits less credits.
    package func ledgerBalances() throws(StoreError) -> [LedgerAccount: Money] {
        var balances: [LedgerAccount: Money] = [:]
        for row in try rows("SELECT account, sum(kurus) AS kurus FROM ledger_line GROUP BY account") {
            balances[try row.code("account")] = Money(kurus: try row.integer("kurus"))
        }
        return balances
    }

    /// The sum of each of a subscriber's accounts: debits less credits.
    package func ledgerBalances(
        of subscriber: SubscriberNumber
    ) throws(StoreError) -> [LedgerAccount: Money] {
        var balances: [LedgerAccount: Money] = [:]
        let rows = try rows(
            """
            SELECT account, sum(kurus) AS kurus FROM ledger_line
            WHERE holder_kind = 'subscriber' AND holder = ? GROUP BY account
            """, subscriber.text)
        for row in rows { balances[try row.code("account")] = Money(kurus: try row.integer("kurus")) }
        return balances
    }

    /// What a subscriber owes now less what they have in hand, as `Ledger.owedNow` sums it: below zero for what is theirs.
    package func owedNow(by subscriber: SubscriberNumber) throws(StoreError) -> Money {
        let balances = try ledgerBalances(of: subscriber)
        var owed = Money.zero
        do throws(ArithmeticError) {
            for account in LedgerAccount.owedNow {
                owed = try owed.adding(balances[account] ?? .zero)
            }
        } catch {
            throw .column("kurus")
        }
        return owed
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
