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

    // The paper of a reversal.
    package static let title = Phrase("reversal.title", tr: "Fatura iptal belgesi", en: "Reversal of an invoice")
    package static let number = Phrase("reversal.number", tr: "Belge no", en: "Document no.")
    package static let date = Phrase("reversal.date", tr: "Belge tarihi", en: "Date")
    package static let takenBack = Phrase(
        "reversal.taken-back", tr: "İptal edilen fatura", en: "Invoice that is taken back")
    package static let amount = Phrase("reversal.amount", tr: "Geri alınan tutar", en: "Amount taken back")
    package static let issued = Phrase(
        "reversal.issued", tr: "{date} tarihinde kesilmişti.", en: "It was issued on {date}.")
    package static let why = Phrase("reversal.why", tr: "Neden: {reason}.", en: "Why: {reason}.")
    package static let amounts = Phrase(
        "reversal.amounts", tr: "Faturanın bütün tutarları, ters işaretle",
        en: "Every amount of it, with the opposite sign")
    package static let money = Phrase(
        "reversal.money",
        tr: """
            Bu faturayı ödediyseniz ödediğiniz tutar sizindir: alacağınıza yazılır ve sonraki faturanızdan düşülür; \
            isterseniz geri ödenir.
            """,
        en: """
            If you paid that invoice, the money is yours: it is written to your credit and taken off your next invoice, \
            or paid back if you ask for it.
            """)
    package static let contact = Phrase(
        "reversal.contact", tr: "Sorularınız için: {contact}.", en: "Questions: {contact}.")

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
    package static let all: [Phrase] =
        [
            replaces, reversed, replacedBy, title, number, date, takenBack, amount, issued, why, amounts, money,
            contact,
        ] + reasons
}
