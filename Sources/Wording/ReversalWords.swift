/// What an explanation says of an invoice that was reversed, and of the one in its place.
package enum ReversalWords {
    package static let replaces = Phrase(
        "reversal.replaces", tr: "Ters kaydı yapılan {number} numaralı faturanın yerine kesildi.",
        en: "It takes the place of {number}, which was reversed.")
    package static let reversed = Phrase(
        "reversal.reversed",
        tr: "{date} tarihinde {number} ile ters kaydı yapıldı ({reason}): bütün satırları ters işaretle, {amount}.",
        en: "It was reversed on {date} by {number} ({reason}): every line with the opposite sign, {amount}.")
    package static let replacedBy = Phrase(
        "reversal.replaced-by", tr: "Yerine {number} numaralı fatura kesildi.", en: "{number} takes its place.")

    /// Why an invoice was reversed; the code itself where it is unknown.
    package static func reason(_ code: String, in language: Language) -> String {
        reasons.first { $0.code == "reversal.reason.\(code)" }?.text(in: language, [:]) ?? code
    }

    private static let reasons = [
        Phrase("reversal.reason.index", tr: "endeks yanlıştı", en: "the index was wrong"),
        Phrase(
            "reversal.reason.meter", tr: "sayaç, çarpan ya da korrektör yanlıştı",
            en: "meter, multiplier or corrector were wrong"),
        Phrase(
            "reversal.reason.price", tr: "tarife, K ya da ısıl değer yanlıştı",
            en: "tariff, K or calorific value were wrong"),
        Phrase("reversal.reason.subscriber", tr: "başka bir aboneye aitti", en: "it was another subscriber's"),
        Phrase("reversal.reason.other", tr: "başka bir değer yanlıştı", en: "another figure was wrong"),
    ]

    /// Every one of them.
    package static let all: [Phrase] = [replaces, reversed, replacedBy] + reasons
}
