internal import Accounts
internal import Billing
internal import Quantities
internal import Wording

/// The figures of an invoice as they are put into a customer's answer.
enum InvoiceCaption {
    static func values(of stored: StoredInvoice, in language: Language) -> [String: String] {
        let invoice = stored.invoice
        let (style, due) = (FigureStyle(language), invoice.dueDate)
        let payable = invoice.figures.payable.description
        return [
            "index": invoice.lastReading.index.description,
            "month": Months.name(invoice.lastReading.date.month, in: language),
            "amount": (try? style.money(payable)) ?? payable,
            "due": style.date(year: due.year, month: due.month, day: due.day),
            "number": stored.number.text,
        ]
    }
}
