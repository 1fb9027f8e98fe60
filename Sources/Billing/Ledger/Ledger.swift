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
    /// The company's divisions, one an account; every entry has some of them, so that they are not looked up by hash.
    private var companySums = [Int64?](repeating: nil, count: LedgerAccount.allCases.count)
    /// Everybody else's divisions.
    private var sums: [Position: Int64] = [:]

    /// A ledger without transactions.
    public init() {}

    /// Makes room for that many more transactions, so that a billing run need not grow the ledger step by step.
    public mutating func reserveCapacity(_ count: Int) {
        transactions.reserveCapacity(transactions.count + count)
        places.reserveCapacity(places.count + count)
        sums.reserveCapacity(sums.count + count)
    }

    /// Posts a transaction, once: the same one again changes nothing.
    ///
    /// Throws `keyTaken` where another one stands under its key and `overflow` where a balance would not fit; then nothing
    /// is posted.
    @discardableResult
    public mutating func post(_ transaction: LedgerTransaction) throws(LedgerError) -> Posting {
        // One look-up finds the key or takes it.
        if let place = Self.take(&places[transaction.key], transactions.count) {
            guard transactions[place] == transaction else { throw .keyTaken }
            return .alreadyPosted
        }
        do throws(LedgerError) {
            try add(transaction.entry.lines)
        } catch {
            places[transaction.key] = nil
            throw error
        }
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
        if holder == .company { return Money(kurus: companySums[account.place] ?? 0) }
        return Money(kurus: sums[Position(account, holder)] ?? 0)
    }

    /// The balance of an account, all its divisions together; throws `overflow` where it does not fit.
    public func balance(of account: LedgerAccount) throws(LedgerError) -> Money {
        var sum = Int128(companySums[account.place] ?? 0)
        for (position, kurus) in sums where position.account == account { sum += Int128(kurus) }
        guard let kurus = Int64(exactly: sum) else { throw .overflow }
        return Money(kurus: kurus)
    }

    /// What a subscriber owes now, late fees with it, less what they have in hand; instalments not yet due left out.
    ///
    /// Throws `overflow` where it does not fit. The decision on a reminder takes this balance.
    public func owedNow(by subscriber: SubscriberNumber) throws(LedgerError) -> Money {
        var owed = Money.zero
        for account in LedgerAccount.owedNow { owed = try owed.plus(balance(of: account, .subscriber(subscriber))) }
        return owed
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
        for (place, line) in lines.enumerated() where !add(line) {
            for undone in lines[..<place] { takeBack(undone) }
            throw .overflow
        }
    }

    /// Adds a line to its division; where the sum does not fit it stays as it was, and the answer is false.
    private mutating func add(_ line: LedgerLine) -> Bool {
        if line.holder == .company { return Self.add(line.amount, to: &companySums[line.account.place]) }
        return Self.add(line.amount, to: &sums[Position(line.account, line.holder)])
    }

    private static func add(_ amount: Money, to sum: inout Int64?) -> Bool {
        let (next, overflow) = (sum ?? 0).addingReportingOverflow(amount.kurus)
        if !overflow { sum = next }
        return !overflow
    }

    /// Undoes `add`: the sum was in bounds before.
    private mutating func takeBack(_ line: LedgerLine) {
        if line.holder == .company {
            companySums[line.account.place] = (companySums[line.account.place] ?? 0) - line.amount.kurus
        } else {
            sums[Position(line.account, line.holder), default: 0] -= line.amount.kurus
        }
    }

    /// The place that a key has; where it has none, it gets `next`.
    private static func take(_ place: inout Int?, _ next: Int) -> Int? {
        if let place { return place }
        place = next
        return nil
    }
}

extension Ledger: CustomStringConvertible {
    /// How many transactions there are, and nothing else.
    public var description: String { "a ledger of \(transactions.count) transactions" }
}
