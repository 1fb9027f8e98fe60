import Billing
import Quantities
import Wording

extension InvoiceLayout {
    /// The issuer on the left, the paper's own number and date on the right; the answer is where it ends.
    mutating func head(top: Double) throws(DocumentError) -> Double {
        let head = PaperHead(
            issuer: invoice.issuer, title: InvoiceWords.title,
            labelled: (invoice.number.map { [(InvoiceWords.invoiceNumber, $0.text)] } ?? [])
                + [(InvoiceWords.invoiceDate, writer.date(invoice.invoiceDate))],
            warning: sheet.isSample ? InvoiceWords.sample : nil)
        return try head.compose(on: &page, writer, top: top)
    }

    /// The amount and its due date, the two largest things on the page, and where to pay.
    mutating func amount(top: Double) throws(DocumentError) -> Double {
        page.rule(y: top + 9, from: Self.left, to: Self.right, width: 1.6)
        let label = TextStyle(size: 10, gray: Self.labelGray)
        let dueLeft = Self.left + Self.width * 0.56
        page.text(writer.words(InvoiceWords.payable), x: Self.left, baseline: top + 29, style: label)
        page.text(writer.words(InvoiceWords.dueDate), x: dueLeft, baseline: top + 29, style: label)
        try page.fitted(
            writer.money(invoice.figures.payable), x: Self.left, baseline: top + 64, width: Self.width * 0.53,
            style: TextStyle(size: 36, weight: .bold), place: "payable")
        try page.fitted(
            writer.date(invoice.dueDate), x: dueLeft, baseline: top + 64, width: Self.right - dueLeft,
            style: TextStyle(size: 30, weight: .bold), place: "due date")
        var y = top + 74
        // Any of the accounts will do; what to quote stands beside the first.
        for (place, account) in invoice.issuer.bankAccounts.enumerated() {
            let width = page.text(
                writer.words(InvoiceWords.iban), x: Self.left, baseline: y + 11,
                style: TextStyle(size: 9, gray: Self.labelGray))
            page.text(
                account.grouped, x: Self.left + width + 6, baseline: y + 11,
                style: TextStyle(size: 10, weight: .bold))
            if place == 0 {
                try page.fitted(
                    writer.words(
                        InvoiceWords.paymentReference, ["subscriber": invoice.subscriber.number.text]),
                    x: dueLeft, baseline: y + 11, width: Self.right - dueLeft, style: TextStyle(size: 8.5),
                    place: "payment reference")
            }
            y += place + 1 < invoice.issuer.bankAccounts.count ? 14 : 16
        }
        page.rule(y: y + 4, from: Self.left, to: Self.right, width: 0.5)
        return y + 4
    }
}
