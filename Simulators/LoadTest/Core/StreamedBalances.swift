import Billing
import Quantities

/// Balances of a shard: entries are added up and let go, as a ledger of a million customers is not kept in memory twice.
///
/// The entries are `Billing`'s, each checked to add up to zero when it was made; what is kept is every customer's balance and
/// every account of the company.
struct StreamedBalances {
    private var customers: [Int64]
    private var company = [Int64](repeating: 0, count: LedgerAccount.allCases.count)
    private var desk: Int64 = 0
    private var check = LedgerCheck()
    private static let places = Dictionary(
        uniqueKeysWithValues: LedgerAccount.allCases.enumerated().map { ($1, $0) })

    init(count: Int) { customers = [Int64](repeating: 0, count: count) }

    /// Adds an entry of the customer at a place.
    mutating func post(_ transaction: LedgerTransaction, of customer: Int) throws {
        check.transactions += 1
        for line in transaction.entry.lines {
            check.lines += 1
            switch line.holder {
            case .subscriber: try Self.add(line.amount, to: &customers[customer])
            case .company: try Self.add(line.amount, to: &company[Self.places[line.account] ?? 0])
            case .cashDesk, .bankAccount: try Self.add(line.amount, to: &desk)
            }
        }
    }

    private static func add(_ amount: Money, to sum: inout Int64) throws {
        let (next, overflow) = sum.addingReportingOverflow(amount.kurus)
        if overflow { throw AdapterError("a balance does not fit 64 bits") }
        sum = next
    }

    /// What the books come to.
    func closed() -> LedgerCheck {
        var closed = check
        closed.owedKurus = customers.reduce(0, &+)
        closed.cashKurus = desk
        closed.sumKurus = closed.owedKurus &+ desk &+ company.reduce(0, &+)
        return closed
    }
}
