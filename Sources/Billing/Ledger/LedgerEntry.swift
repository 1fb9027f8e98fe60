public import Quantities

/// One line of a ledger entry: a debit above zero, a credit below.
public struct LedgerLine: Hashable, Sendable {
    /// The account.
    public let account: LedgerAccount
    /// Whose division of it.
    public let holder: LedgerHolder
    /// The amount.
    public let amount: Money

    /// A line in a holder's division of an account.
    public init(_ account: LedgerAccount, _ holder: LedgerHolder, _ amount: Money) {
        self.account = account
        self.holder = holder
        self.amount = amount
    }
}

/// An entry of the ledger, whose lines add up to zero [çift taraflı kayıt].
public struct LedgerEntry: Hashable, Sendable {
    /// The lines, two or more.
    public let lines: [LedgerLine]

    /// An entry of those lines, in their order.
    ///
    /// Throws `LedgerError` where they do not add up to zero, where there are fewer than two, and where a line's holder
    /// cannot hold its account.
    public init(_ lines: [LedgerLine]) throws(LedgerError) {
        var sum: Int128 = 0
        for line in lines {
            guard line.holder.keeps(line.account) else { throw .wrongHolder(of: line.account) }
            sum += Int128(line.amount.kurus)
        }
        guard sum == 0 else { throw .unbalanced }
        guard lines.count >= 2 else { throw .tooFewLines }
        self.lines = lines
    }

    /// The exact negative of the entry: what reverses it [ters kayıt].
    ///
    /// Throws `overflow` where an amount has no negative.
    public func reversed() throws(LedgerError) -> LedgerEntry {
        var reversed: [LedgerLine] = []
        for line in lines { reversed.append(LedgerLine(line.account, line.holder, try line.amount.negated())) }
        return try LedgerEntry(reversed)
    }
}

/// Why lines make no entry, or a transaction is not posted.
public enum LedgerError: Error, Hashable, Sendable {
    /// The lines do not add up to zero; the figures contradict one another.
    case unbalanced
    /// An entry has two lines or more; nothing was moved.
    case tooFewLines
    /// The holder of a line cannot hold that account; name the right one.
    case wrongHolder(of: LedgerAccount)
    /// An amount that must be above zero is not.
    case notPositive
    /// An amount does not fit its type.
    case overflow
    /// More is taken from something than there is in it.
    case exceeds(LedgerAccount)
    /// Another transaction stands under this key already; the same event was told in two ways, and a person decides.
    case keyTaken
    /// What was reversed before cannot be reversed again.
    case alreadyReversed
    /// There is no transaction under that key.
    case unknownKey
}

extension Money {
    /// The amount with the opposite sign; throws `overflow` where there is none.
    func negated() throws(LedgerError) -> Money {
        do throws(ArithmeticError) {
            return try Money.zero.subtracting(self)
        } catch {
            throw .overflow
        }
    }

    /// The sum; throws `overflow`.
    func plus(_ other: Money) throws(LedgerError) -> Money {
        do throws(ArithmeticError) {
            return try adding(other)
        } catch {
            throw .overflow
        }
    }

    /// The amount itself; throws `notPositive` where it is not above zero.
    func positive() throws(LedgerError) -> Money {
        guard self > .zero else { throw .notPositive }
        return self
    }

    /// The amount itself; throws `notPositive` where it is below zero.
    func zeroOrMore() throws(LedgerError) -> Money {
        guard self >= .zero else { throw .notPositive }
        return self
    }
}
