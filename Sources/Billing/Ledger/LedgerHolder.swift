public import Quantities

/// Whose division of an account a line stands in [yardımcı hesap].
public enum LedgerHolder: Hashable, Sendable {
    /// The company's.
    case company
    /// A subscriber's.
    case subscriber(SubscriberNumber)
    /// A cash desk's.
    case cashDesk(CashDesk)
    /// A bank account's.
    case bankAccount(IBAN)

    /// Whether it can hold such an account.
    func keeps(_ account: LedgerAccount) -> Bool {
        switch (self, account.keeping) {
        case (.company, .company), (.subscriber, .subscriber), (.cashDesk, .cashDesk), (.bankAccount, .bankAccount):
            true
        default: false
        }
    }
}

extension LedgerHolder: CustomStringConvertible {
    /// Whose it is, a person's numbers masked.
    public var description: String {
        switch self {
        case .company: "company"
        case .subscriber(let number): "subscriber \(number)"
        case .cashDesk(let desk): "cash desk \(desk)"
        case .bankAccount(let iban): "bank account \(iban)"
        }
    }
}

/// A cash desk [vezne] of a branch; each closes its own day. [8, 24]
public struct CashDesk: Hashable, Sendable, CustomStringConvertible {
    /// The branch.
    public let branch: String
    /// The desk's number in the branch.
    public let number: Int

    /// The desk of that number in a branch.
    public init(branch: String, number: Int) {
        self.branch = branch
        self.number = number
    }

    /// The branch and the number.
    public var description: String { "\(branch)/\(number)" }
}

/// Where money comes in or goes out.
public enum MoneyPlace: Hashable, Sendable {
    /// A cash desk.
    case cashDesk(CashDesk)
    /// A bank account of the utility.
    case bankAccount(IBAN)

    /// Who holds it in the ledger.
    package var holder: LedgerHolder {
        switch self {
        case .cashDesk(let desk): .cashDesk(desk)
        case .bankAccount(let iban): .bankAccount(iban)
        }
    }

    /// The key of a payment that came in there: a reference is one place's own, and another bank or desk has the same numbers.
    public func key(of reference: String) -> LedgerKey {
        switch self {
        case .cashDesk(let desk): LedgerKey(.receipt, "\(desk.branch)/\(desk.number)/\(reference)")
        case .bankAccount(let iban): LedgerKey(.bank, "\(iban.text)/\(reference)")
        }
    }

    /// A line of that place: a debit for money that comes in.
    func line(_ amount: Money) -> LedgerLine {
        switch self {
        case .cashDesk: LedgerLine(.cash, holder, amount)
        case .bankAccount: LedgerLine(.bank, holder, amount)
        }
    }
}
