import Billing
import Quantities
import Wording

/// Writes the phrases and figures of an invoice in the subscriber's language.
struct InvoiceWriter {
    let language: Language
    private let style: FigureStyle

    init(_ language: Language) {
        self.language = language
        style = FigureStyle(language)
    }

    func words(_ phrase: Phrase, _ values: [String: String] = [:]) -> String { phrase.text(in: language, values) }

    func date(_ date: CivilDate) -> String { style.date(year: date.year, month: date.month, day: date.day) }

    func figure(_ figure: DecimalFigure) -> String {
        // A figure describes itself as plain decimal text, which is all that the style asks for.
        (try? style.number(figure.description)) ?? figure.description
    }

    func figure(_ quantity: some FixedPointQuantity) -> String { figure(quantity.figure) }

    func money(_ amount: Money) -> String { (try? style.money(amount.description)) ?? amount.description }

    func percentage(_ rate: DecimalFigure) -> String {
        (try? style.percentage(rate.description)) ?? rate.description
    }
}
