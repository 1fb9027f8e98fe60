package import Quantities

/// An account of the ledger, by its number in the uniform chart of accounts [Tekdüzen Hesap Planı].
package enum LedgerAccount: String, Hashable, Sendable, CaseIterable {
    /// What customers owe [Alıcılar].
    case receivables = "120"
    /// KDV collected for the state [Hesaplanan KDV].
    case valueAddedTax = "391"
    /// Sales at home [Yurt İçi Satışlar].
    case sales = "600"
    /// Other income: what rounding a payable amount up brings [Diğer Olağan Gelir ve Kârlar].
    case roundingGain = "649"
    /// Other cost: what rounding a payable amount down takes [Diğer Olağan Gider ve Zararlar].
    case roundingLoss = "659"
}

/// One line of a ledger entry: a debit above zero, a credit below.
package struct LedgerLine: Hashable, Sendable {
    package let account: LedgerAccount
    package let amount: Money

    package init(_ account: LedgerAccount, _ amount: Money) {
        self.account = account
        self.amount = amount
    }
}

/// An entry of the ledger, whose lines add up to zero.
package struct LedgerEntry: Hashable, Sendable {
    package let lines: [LedgerLine]

    /// An entry of those lines; throws `LedgerError` where they do not add up to zero, or not to a number at all.
    package init(_ lines: [LedgerLine]) throws(LedgerError) {
        var sum: Int128 = 0
        for line in lines { sum += Int128(line.amount.kurus) }
        guard sum == 0 else { throw .unbalanced }
        guard lines.count >= 2 else { throw .tooFewLines }
        self.lines = lines
    }

    /// What an invoice posts: the receivable against the sale, the KDV and the rounding difference.
    ///
    /// Throws `LedgerError.unbalanced` where the invoice's figures contradict one another.
    package init(_ invoice: Invoice) throws(LedgerError) {
        let figures = invoice.figures
        var lines = [
            LedgerLine(.receivables, figures.payable),
            LedgerLine(.sales, try Self.credit(figures.consumptionCharge)),
        ]
        if figures.valueAddedTax != .zero {
            lines.append(LedgerLine(.valueAddedTax, try Self.credit(figures.valueAddedTax)))
        }
        if figures.payableRounding != .zero {
            lines.append(
                LedgerLine(
                    figures.payableRounding > .zero ? .roundingGain : .roundingLoss,
                    try Self.credit(figures.payableRounding)))
        }
        try self.init(lines)
    }

    private static func credit(_ amount: Money) throws(LedgerError) -> Money {
        do throws(ArithmeticError) {
            return try Money.zero.subtracting(amount)
        } catch {
            throw .unbalanced
        }
    }
}

/// Why lines make no entry.
package enum LedgerError: Error, Hashable, Sendable {
    case unbalanced
    case tooFewLines
}
