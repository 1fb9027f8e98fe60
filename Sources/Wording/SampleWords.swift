/// What the sample page and the table of `tools/run` say around the photos and the invoices.
package enum SampleWords {
    package static let title = Phrase("sample.title", tr: "Fotoğraftan faturaya", en: "From photo to invoice")
    package static let billed = Phrase(
        "sample.billed", tr: "{total} fotoğraftan {count} fatura", en: "{count} of {total} photos billed")
    package static let waiting = Phrase(
        "sample.waiting", tr: "{count} fotoğraf çalışan bekliyor", en: "{count} waiting for a person")
    package static let asked = Phrase(
        "sample.asked", tr: "{count} fotoğraf yeniden istendi", en: "{count} asked for again")
    package static let lead = Phrase(
        "sample.lead",
        tr: """
            Her fotoğrafın yanında Endeks'in okuduğu ve ondan çıkan fatura durur. Fotoğraflar gerçek, aboneler ve \
            tarife uydurmadır. Emin olunmayan okuma faturalanmaz.
            """,
        en: """
            Beside each photo stands what Endeks read in it and the invoice that came of it. The photos are real, the \
            subscribers and the tariff are invented. A reading that is not certain is not billed.
            """)

    package static let intro = Phrase(
        "sample.intro", tr: "Endeks · {utility} · veriler: {folder}", en: "Endeks · {utility} · data in {folder}")
    package static let page = Phrase("sample.page", tr: "Sayfa     ", en: "Page      ")
    package static let documents = Phrase("sample.documents", tr: "Faturalar ", en: "Invoices  ")
    package static let yours = Phrase("sample.yours", tr: "Kendi fotoğrafınız:", en: "With your own photo:")

    package static let photo = Phrase("sample.photo", tr: "Fotoğraf", en: "Photo")
    package static let subscriber = Phrase("sample.subscriber", tr: "Abone", en: "Subscriber")
    package static let index = Phrase("sample.index", tr: "Endeks, m³", en: "Index, m³")
    package static let decision = Phrase("sample.decision", tr: "Karar", en: "Decision")
    package static let invoice = Phrase("sample.invoice", tr: "Fatura", en: "Invoice")
    package static let reply = Phrase("sample.reply", tr: "Aboneye yanıt", en: "Reply to the customer")
    package static let serial = Phrase("sample.serial", tr: "Sayaç no", en: "Serial")
    package static let probability = Phrase(
        "sample.probability", tr: "Doğru olma olasılığı", en: "Chance that it is right")
    package static let reasons = Phrase("sample.reasons", tr: "Neden", en: "Why")
    package static let lastIndex = Phrase("sample.last-index", tr: "Önceki endeks", en: "Index before")
    package static let volume = Phrase("sample.volume", tr: "Tüketim", en: "Volume")
    package static let energy = Phrase("sample.energy", tr: "Enerji", en: "Energy")
    package static let told = Phrase("sample.told", tr: "Aboneye yazılan", en: "What the customer is told")
    package static let due = Phrase("sample.due", tr: "son ödeme {date}", en: "due {date}")
    package static let openDocument = Phrase("sample.open", tr: "PDF'i kaydet", en: "Save the PDF")

    package static let accept = Phrase("sample.accept", tr: "faturalandı", en: "billed")
    package static let review = Phrase("sample.review", tr: "bir çalışan bakacak", en: "a person looks")
    package static let refuse = Phrase("sample.refuse", tr: "yeniden istendi", en: "asked for again")

    package static let sure = Phrase("sample.sure", tr: "kesin", en: "sure")
    package static let unsure = Phrase("sample.unsure", tr: "kuşkulu", en: "unsure")
    package static let guess = Phrase("sample.guess", tr: "tahmin", en: "guess")

    package static let skip = Phrase("sample.skip", tr: "Fotoğraflara geç", en: "Skip to the photos")
    package static let language = Phrase("sample.language", tr: "Dil", en: "Language")
    package static let appearance = Phrase("sample.appearance", tr: "Görünüm", en: "Appearance")
    package static let automatic = Phrase("sample.automatic", tr: "otomatik", en: "auto")
    package static let light = Phrase("sample.light", tr: "açık", en: "light")
    package static let dark = Phrase("sample.dark", tr: "koyu", en: "dark")
    package static let next = Phrase("sample.next", tr: "sonraki", en: "next")
    package static let previous = Phrase("sample.previous", tr: "önceki", en: "previous")
    package static let enlarge = Phrase("sample.enlarge", tr: "büyüt", en: "enlarge")
    package static let close = Phrase("sample.close", tr: "kapat", en: "close")

    /// Every one of them.
    package static let all: [Phrase] = [
        title, billed, waiting, asked, lead, intro, page, documents, yours, photo, subscriber, index, decision, invoice,
        reply, serial, probability,
        reasons, lastIndex, volume, energy, told, due, openDocument, accept, review, refuse, sure, unsure, guess,
        skip, language, appearance, automatic, light, dark, next, previous, enlarge, close,
    ]
}
