import Billing
package import Quantities
package import Storage

/// Money that somebody, or the next invoice, has still to do something about.
package struct MoneyInWaiting: Hashable, Sendable {
    /// So many of a kind, and what they come to.
    package struct Sum: Hashable, Sendable {
        package let number: Int
        package let amount: Money
    }

    /// Payments that nobody could be found for.
    package let suspense: Sum
    /// Late fees before KDV that the next invoices charge.
    package let lateFees: Sum
    /// What subscribers have in hand, which the next invoices take.
    package let credit: Sum
    /// Subscribers whose invoices are stopped today.
    package let frozen: Int
}

extension Statements {
    /// What waits on a day.
    package func moneyInWaiting(on day: CivilDate) throws(StoreError) -> MoneyInWaiting {
        let frozen = try row(
            """
            SELECT count(DISTINCT subscriber) AS number FROM billing_freeze
            WHERE first_day <= ? AND (returned_day IS NULL OR returned_day > ?)
            """, day.description, day.description)
        return MoneyInWaiting(
            suspense: try sum("SELECT kurus FROM suspended_payment WHERE cleared IS NULL"),
            lateFees: try waitingLateFees(),
            credit: try sum(
                """
                SELECT -sum(kurus) AS kurus FROM ledger_line
                WHERE account = '\(LedgerAccount.customerCredit.rawValue)' AND holder_kind = 'subscriber'
                GROUP BY holder HAVING sum(kurus) < 0
                """),
            frozen: Int(try frozen?.integer("number") ?? 0))
    }

    private func waitingLateFees() throws(StoreError) -> MoneyInWaiting.Sum {
        let plain = try sum(
            """
            SELECT f.fee_kurus AS kurus FROM late_fee f JOIN invoice i ON i.id = f.invoice
            WHERE \(StoredInvoice.stands) AND f.subscriber NOT IN (SELECT subscriber FROM billing_freeze)
                AND NOT EXISTS (
                    SELECT 1 FROM late_fee_charge c WHERE c.fee = f.id
                        AND \(StoredInvoice.stands("c.invoice")))
            """)
        var (number, kurus) = (plain.number, plain.amount.kurus)
        // What those who had a freeze pay is known only once it is computed.
        let frozen =
            "SELECT DISTINCT subscriber FROM late_fee WHERE subscriber IN (SELECT subscriber FROM billing_freeze)"
        for row in try rows(frozen) {
            for fee in try openLateFees(of: try row.integer("subscriber"), without: nil) {
                number += 1
                kurus += fee.fee.kurus
            }
        }
        return MoneyInWaiting.Sum(number: number, amount: Money(kurus: kurus))
    }

    private func sum(_ amounts: String) throws(StoreError) -> MoneyInWaiting.Sum {
        let row = try row("SELECT count(*) AS number, coalesce(sum(kurus), 0) AS kurus FROM (\(amounts))")
        return MoneyInWaiting.Sum(
            number: Int(try row?.integer("number") ?? 0), amount: Money(kurus: try row?.integer("kurus") ?? 0))
    }
}
