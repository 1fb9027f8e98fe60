public import Quantities

/// Transactions in the order in which they were posted: nothing is changed or taken away, and a key posts once.
///
/// A balance is the sum of its lines and nothing else; the sums are kept beside the transactions, and `recomputedBalances`
/// makes them anew.
public struct Ledger: Sendable {
    /// One holder's division of an account.
    public struct Position: Hashable, Sendable {
        /// The account.
        public let account: LedgerAccount
        /// Whose division.
        public let holder: LedgerHolder

        /// That division of an account.
        public init(_ account: LedgerAccount, _ holder: LedgerHolder) {
            self.account = account
            self.holder = holder
        }
    }

    /// What became of a transaction that was posted.
    public enum Posting: Hashable, Sendable {
        /// It stands in the ledger now.
        case posted
        /// It stood there before: the same event was told again.
        case alreadyPosted
    }

    /// The transactions, oldest first.
    public private(set) var transactions: [LedgerTransaction] = []
    private var places: [LedgerKey: Int] = [:]
    private var sums: [Position: Int64] = [:]

    /// A ledger without transactions.
    public init() {}

    /// Posts a transaction, once: the same one again changes nothing.
    ///
    /// Throws `keyTaken` where another one stands under its key and `overflow` where a balance would not fit; then nothing
    /// is posted.
    @discardableResult
    public mutating func post(_ transaction: LedgerTransaction) throws(LedgerError) -> Posting {
        if let place = places[transaction.key] {
            guard transactions[place] == transaction else { throw .keyTaken }
            return .alreadyPosted
        }
        try add(transaction.entry.lines)
        places[transaction.key] = transactions.count
        transactions.append(transaction)
        return .posted
    }

    /// Reverses the transaction under `key`, once; throws `unknownKey` where there is none.
    @discardableResult
    public mutating func reverse(_ key: LedgerKey, on day: CivilDate) throws(LedgerError) -> Posting {
        guard let place = places[key] else { throw .unknownKey }
        guard places[key.reversal] == nil else { throw .alreadyReversed }
        return try post(try transactions[place].reversed(on: day))
    }

    /// The transaction under `key`, if there is one.
    public func transaction(_ key: LedgerKey) -> LedgerTransaction? { places[key].map { transactions[$0] } }

    /// The balance of a holder's division of an account: debits less credits.
    public func balance(of account: LedgerAccount, _ holder: LedgerHolder) -> Money {
        Money(kurus: sums[Position(account, holder)] ?? 0)
    }

    /// The balance of an account, all its divisions together; throws `overflow` where it does not fit.
    public func balance(of account: LedgerAccount) throws(LedgerError) -> Money {
        var sum: Int128 = 0
        for (position, kurus) in sums where position.account == account { sum += Int128(kurus) }
        guard let kurus = Int64(exactly: sum) else { throw .overflow }
        return Money(kurus: kurus)
    }

    /// What a subscriber owes now, late fees with it, less what they have in hand; instalments not yet due left out.
    ///
    /// Throws `overflow` where it does not fit. The decision on a reminder takes this balance.
    public func owedNow(by subscriber: SubscriberNumber) throws(LedgerError) -> Money {
        let owner = LedgerHolder.subscriber(subscriber)
        return try balance(of: .receivables, owner).plus(balance(of: .lateFees, owner))
            .plus(balance(of: .customerCredit, owner))
    }

    /// Every balance, summed anew from the transactions; throws `overflow` where one does not fit.
    public func recomputedBalances() throws(LedgerError) -> [Position: Money] {
        var sums: [Position: Int128] = [:]
        for transaction in transactions {
            for line in transaction.entry.lines {
                sums[Position(line.account, line.holder), default: 0] += Int128(line.amount.kurus)
            }
        }
        var balances: [Position: Money] = [:]
        for (position, sum) in sums {
            guard let kurus = Int64(exactly: sum) else { throw .overflow }
            balances[position] = Money(kurus: kurus)
        }
        return balances
    }

    /// Adds the lines to the sums, all of them or none.
    private mutating func add(_ lines: [LedgerLine]) throws(LedgerError) {
        for (place, line) in lines.enumerated() {
            let position = Position(line.account, line.holder)
            let (sum, overflow) = (sums[position] ?? 0).addingReportingOverflow(line.amount.kurus)
            if overflow {
                for undone in lines[..<place] {
                    sums[Position(undone.account, undone.holder), default: 0] -= undone.amount.kurus
                }
                throw .overflow
            }
            sums[position] = sum
        }
    }
}

extension Ledger: CustomStringConvertible {
    /// How many transactions there are, and nothing else.
    public var description: String { "a ledger of \(transactions.count) transactions" }
}
