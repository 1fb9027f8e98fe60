import Billing
import BillingSamples
import Foundation
import Quantities
import Synchronization

/// A month of a city's readings, judged, billed and posted in memory: two threads, each with a ledger of its own.
///
/// The register of subscribers is there before, as it is in a utility. Counted is all from a reading to its transaction in
/// the ledger: the plausibility rules, number, request, invoice, entry, posting. The ledgers are checked afterwards.
struct MonthOfACity {
    static let threads = 2
    static let least = 10.0
    let count: Int

    func run() throws -> Bool {
        let city = try City()
        let share = count / Self.threads
        let parts = try (0..<Self.threads).map { try city.households($0 * share..<($0 + 1) * share) }
        var times: [Double] = []
        for round in 1...5 {
            let start = ContinuousClock.now
            let (ledgers, processor) = try post(parts, of: city)
            let took = ContinuousClock.now - start
            times.append(seconds(took))
            let check = ContinuousClock.now
            let sum = try checked(ledgers)
            print(
                "a month of \(count) subscribers, run \(round): \(text(seconds(took))) s on the wall (processor of the slower "
                    + "thread \(text(processor)) s); \(sum), checked in "
                    + "\(text(seconds(ContinuousClock.now - check))) s")
        }
        print("a month: median \(text(median(times))) s, at most \(text(Self.least)) s wanted")
        return median(times) <= Self.least
    }

    /// The ledgers, and the seconds of processor that the slower thread took.
    private func post(_ parts: [[Household]], of city: City) throws -> ([Ledger], Double) {
        let results = Mutex<[Result<(Ledger, Double), any Error>]>([])
        DispatchQueue.concurrentPerform(iterations: parts.count) { thread in
            let start = threadNanoseconds()
            let result = Result {
                let ledger = try ledger(of: parts[thread], firstNumber: thread * parts[thread].count + 1, city)
                return (ledger, (threadNanoseconds() - start) / 1e9)
            }
            results.withLock { $0.append(result) }
        }
        let done = try results.withLock { results in try results.map { try $0.get() } }
        return (done.map { $0.0 }, done.map { $0.1 }.max() ?? 0)
    }

    /// Each thread has a range of invoice numbers of its own.
    private func ledger(of households: [Household], firstNumber: Int, _ city: City) throws -> Ledger {
        let policy = PlausibilityPolicy.holding(on: city.invoiceDate)
        var ledger = Ledger()
        ledger.reserveCapacity(households.count)
        for (place, household) in households.enumerated() {
            var question = PlausibilityQuestion(
                meter: household.meter, first: household.lastMonth, last: household.thisMonth)
            question.today = city.invoiceDate
            precondition(policy.assess(question).zone == .accept, "the sample's readings are plausible")
            let digits = String(firstNumber + place)
            let number = try InvoiceNumber("OGZ2026" + String(repeating: "0", count: 9 - digits.utf8.count) + digits)
            let limit = policy.counterLimit(of: household.meter, days: question.days)
            let invoice = try Invoice(city.request(for: household, number: number, plausibleLimit: limit))
            try ledger.post(
                try .invoice(
                    InvoicePosting(invoice), key: LedgerKey(.invoice, number.text), on: city.invoiceDate))
        }
        return ledger
    }

    /// That every balance is the sum of its lines, and that all lines of each ledger add up to zero.
    private func checked(_ ledgers: [Ledger]) throws -> String {
        var (transactions, owed): (Int, Int64) = (0, 0)
        for ledger in ledgers {
            transactions += ledger.transactions.count
            var sum: Int64 = 0
            for (position, balance) in try ledger.recomputedBalances() {
                guard ledger.balance(of: position.account, position.holder) == balance else {
                    throw LedgerError.unbalanced
                }
                sum += balance.kurus
            }
            guard sum == 0 else { throw LedgerError.unbalanced }
            owed += try ledger.balance(of: .receivables).kurus
        }
        guard transactions == count else { throw LedgerError.unknownKey }
        return "\(transactions) transactions, receivables \(Money(kurus: owed)) TL, all lines add up to zero"
    }

    private func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private func text(_ value: Double) -> String { String(format: "%.2f", value) }
}
