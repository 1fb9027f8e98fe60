/// What `endeks demo` shows while the sample utility runs.
package enum DemoWords {
    package static let title = Phrase(
        "demo.title", tr: "Endeks · örnek şirket “{utility}” · veriler: {folder}",
        en: "Endeks · sample utility “{utility}” · data in {folder}")

    package static let photo = Phrase("demo.photo", tr: "fotoğraf", en: "photo")
    package static let sender = Phrase("demo.sender", tr: "gönderen", en: "sender")
    package static let read = Phrase("demo.read", tr: "okunan, m³", en: "read, m³")
    package static let decision = Phrase("demo.decision", tr: "karar", en: "decision")
    package static let invoice = Phrase("demo.invoice", tr: "fatura", en: "invoice")
    package static let reply = Phrase("demo.reply", tr: "yanıt", en: "reply")

    package static let notSent = Phrase("demo.not-sent", tr: "gönderilecek", en: "to be sent")
    package static let sent = Phrase("demo.sent", tr: "gönderildi", en: "sent")
    package static let received = Phrase("demo.received", tr: "alındı", en: "received")
    package static let waiting = Phrase("demo.waiting", tr: "bilgilendirme", en: "notice first")
    package static let reading = Phrase("demo.reading", tr: "okunuyor", en: "being read")
    package static let accepted = Phrase("demo.accepted", tr: "kabul", en: "accept")
    package static let review = Phrase("demo.review", tr: "inceleme", en: "review")
    package static let refused = Phrase("demo.refused", tr: "ret", en: "refuse")
    package static let waitsForClerk = Phrase("demo.waits", tr: "çalışan bekliyor", en: "waits for a clerk")
    package static let amount = Phrase("demo.amount", tr: "{amount} · son ödeme {due}", en: "{amount} · due {due}")

    package static let progress = Phrase(
        "demo.progress", tr: "{total} fotoğrafın {count} tanesi yanıtlandı", en: "{count} of {total} answered")
    package static let reviewPage = Phrase("demo.review-page", tr: "İnceleme sayfası", en: "Review page")
    package static let open = Phrase(
        "demo.open", tr: "{count} fotoğraf bekliyor", en: "photos that wait: {count}")
    package static let invoices = Phrase("demo.invoices", tr: "Faturalar", en: "Invoices")
    package static let stop = Phrase(
        "demo.stop", tr: "Ctrl-C durdurur. Sonraki başlangıç buradan sürer.",
        en: "Stop with Ctrl-C. The next start goes on from here.")
    package static let stopping = Phrase("demo.stopping", tr: "Duruyor …", en: "Stopping …")

    /// Every one of them.
    package static let all: [Phrase] = [
        title, photo, sender, read, decision, invoice, reply, notSent, sent, received, waiting, reading, accepted,
        review, refused, waitsForClerk, amount, progress, reviewPage, open, invoices, stop, stopping,
    ]
}
