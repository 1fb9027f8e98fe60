package import Quantities
package import Storage

/// The invoice numbers of one prefix and year.
package struct InvoiceSeries: Hashable, Sendable {
    package let prefix: String
    package let year: Int
    /// The last one that was issued, without prefix and year.
    package let last: Int

    /// The number that the next invoice gets.
    package var next: InvoiceNumber {
        get throws(IdentifierError) {
            let digits = String(last + 1)
            let zeros = String(repeating: "0", count: max(0, 9 - digits.utf8.count))
            return try InvoiceNumber("\(prefix)\(year)\(zeros)\(digits)")
        }
    }
}

extension InvoiceSeries {
    /// `next`, as a failure of the books.
    func nextNumber() throws(AccountsError) -> InvoiceNumber {
        do throws(IdentifierError) {
            return try next
        } catch {
            throw .store(.failed("the numbers of the series are used up"))
        }
    }

    /// The series after its next number was taken.
    func afterNext() -> InvoiceSeries { InvoiceSeries(prefix: prefix, year: year, last: last + 1) }
}

/// Why a series cannot begin at a number.
package enum InvoiceSeriesError: Error, Hashable, Sendable {
    /// The series has come as far already: this one is next.
    case notLater(than: InvoiceNumber)
    /// No invoice has this prefix.
    case unknownPrefix(String)
    case store(StoreError)
}

extension Statements {
    /// The series that an invoice of that year is numbered by.
    func series(_ prefix: String, year: Int) throws(AccountsError) -> InvoiceSeries {
        do throws(StoreError) {
            let row = try row("SELECT last FROM invoice_series WHERE prefix = ? AND year = ?", prefix, year)
            return InvoiceSeries(prefix: prefix, year: year, last: Int(try row?.integer("last") ?? 0))
        } catch {
            throw .store(error)
        }
    }

    /// Every series, the newest year of a prefix last.
    package func invoiceSeries() throws(StoreError) -> [InvoiceSeries] {
        try rows("SELECT prefix, year, last FROM invoice_series ORDER BY prefix, year").map { row throws(StoreError) in
            InvoiceSeries(
                prefix: try row.text("prefix"), year: Int(try row.integer("year")), last: Int(try row.integer("last")))
        }
    }
}

extension Transaction {
    /// Makes `number` the next one of its series; those before it that were not issued here stay a gap.
    package func beginSeries(at number: InvoiceNumber) throws(InvoiceSeriesError) {
        let prefix = String(number.text.prefix(3))
        let all: [InvoiceSeries]
        do throws(StoreError) {
            all = try invoiceSeries()
        } catch {
            throw .store(error)
        }
        guard let year = Int(number.text.dropFirst(3).prefix(4)), let count = Int(number.text.dropFirst(7)),
            all.isEmpty || all.contains(where: { $0.prefix == prefix })
        else { throw .unknownPrefix(prefix) }
        if let series = all.first(where: { $0.prefix == prefix && $0.year == year }), count <= series.last {
            throw .notLater(than: (try? series.next) ?? number)
        }
        do throws(StoreError) {
            try run(
                """
                INSERT INTO invoice_series (prefix, year, last) VALUES (?, ?, ?)
                ON CONFLICT (prefix, year) DO UPDATE SET last = excluded.last
                """, prefix, year, max(0, count - 1))
        } catch {
            throw .store(error)
        }
    }
}
