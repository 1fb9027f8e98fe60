/// What a customer is told about a photo, beside the tips of `ReadingAnswer`.
///
/// Every one that goes out without a person having looked is followed by `ChannelAnswers.askForPerson`.
package enum PhotoAnswers {
    package static let askSerial = Phrase(
        "photo.ask-serial",
        tr: "Bir dahaki sefere sayacın seri numarası da görünsün, lütfen.",
        en: "Next time, please have the meter's serial number in the picture too.")

    // An invoice.
    package static let invoice = Phrase(
        "photo.invoice",
        tr: "Endeksiniz {index} m³. {month} faturanız {amount}, son ödeme {due}.",
        en: "Your index is {index} m³. Your {month} invoice is {amount}, due on {due}.")
    package static let invoiceByPerson = Phrase(
        "photo.invoice-by-person",
        tr: "Fotoğrafınıza bir çalışanımız baktı. Endeksiniz {index} m³. {month} faturanız {amount}, son ödeme {due}.",
        en: """
            A colleague of ours looked at your photo. Your index is {index} m³. Your {month} invoice is {amount}, due \
            on {due}.
            """)
    package static let invoiceStands = Phrase(
        "photo.invoice-stands",
        tr: """
            Fotoğrafınıza bir çalışanımız baktı: {index} m³ doğru okunmuş, faturanız geçerli. {month} faturanız \
            {amount}, son ödeme {due}.
            """,
        en: """
            A colleague of ours looked at your photo: {index} m³ was read correctly, and the invoice stands. Your \
            {month} invoice is {amount}, due on {due}.
            """)

    package static let invoiceCorrected = Phrase(
        "photo.invoice-corrected",
        tr: """
            Faturanızı yeniden inceledik: {replaced} numaralı fatura iptal edildi. Endeksiniz {index} m³. Yerine geçen \
            {number} numaralı {month} faturanız {amount} (önceki {before}), son ödeme {due}.
            """,
        en: """
            We looked at your invoice again: {replaced} is cancelled. Your index is {index} m³. Invoice {number} takes \
            its place: your {month} invoice is {amount} ({before} before), due on {due}.
            """)
    package static let invoiceReversed = Phrase(
        "photo.invoice-reversed",
        tr: """
            Faturanızı yeniden inceledik: {number} numaralı fatura ({amount}) iptal edildi, bu fatura için ödeme \
            yapmanız gerekmez.
            """,
        en: "We looked at your invoice again: {number} ({amount}) is cancelled, and nothing is to be paid for it.")

    // Without one.
    package static let overLimit = Phrase(
        "photo.over-limit",
        tr: "Son bir saatte sizden {limit} fotoğraf aldık; fazlasına bakamıyoruz. Lütfen bir saat sonra gönderin.",
        en: "We had {limit} photos from you within an hour and cannot look at more. Please send it in an hour.")
    package static let notReceived = Phrase(
        "photo.not-received",
        tr: "Fotoğrafınız bize ulaşmadı. Yeniden gönderir misiniz?",
        en: "Your photo did not reach us. Could you send it again?")

    // What a person decided where no invoice follows.
    package static let rejectedByPerson = Phrase(
        "photo.rejected-by-person",
        tr: "Fotoğrafınıza bir çalışanımız baktı. {tip}",
        en: "A colleague of ours looked at your photo. {tip}")
    package static let nextInvoice = Phrase(
        "photo.next-invoice",
        tr: """
            Fotoğrafınıza bir çalışanımız baktı: {index} m³. Bu dönemin faturası daha önce gönderildi ({amount}, son \
            ödeme {due}); aradaki kullanım bir sonraki faturanıza yansır.
            """,
        en: """
            A colleague of ours looked at your photo: {index} m³. This period's invoice was sent before ({amount}, due \
            on {due}); what you used since will be on the next one.
            """)
    package static let earlierPhoto = Phrase(
        "photo.earlier-photo",
        tr: """
            Fotoğrafınıza bir çalışanımız baktı: {index} m³. Bu dönemin faturası daha yeni bir okumayla gönderildi ve \
            geçerli ({amount}, son ödeme {due}).
            """,
        en: """
            A colleague of ours looked at your photo: {index} m³. This period's invoice was made from a newer reading \
            and stands ({amount}, due on {due}).
            """)
    package static let otherMeter = Phrase(
        "photo.other-meter",
        tr: """
            Fotoğrafınıza bir çalışanımız baktı: bu, öteki sayacınız ({index} m³). {number} numaralı faturanızın \
            düzeltilmişini size ayrıca göndereceğiz.
            """,
        en: """
            A colleague of ours looked at your photo: it shows your other meter ({index} m³). We will send you a \
            corrected invoice in the place of {number}.
            """)
    package static let correctionNoted = Phrase(
        "photo.correction-noted",
        tr: """
            Fotoğrafınıza bir çalışanımız baktı ve doğru endeksi {index} m³ olarak not etti. {number} numaralı \
            faturanızın düzeltilmişini size ayrıca göndereceğiz.
            """,
        en: """
            A colleague of ours looked at your photo and noted {index} m³ as the right index. We will send you a \
            corrected invoice in the place of {number}.
            """)
    package static let rejectedInvoiceStands = Phrase(
        "photo.rejected-invoice-stands",
        tr: "{number} numaralı faturanız yeni bir fotoğraf gelene kadar olduğu gibi kalıyor.",
        en: "Your invoice {number} stays as it is until a new photo arrives.")

    /// Every one of them.
    package static let all: [Phrase] = [
        askSerial, invoice, invoiceByPerson, invoiceStands, invoiceCorrected, invoiceReversed, overLimit, notReceived,
        rejectedByPerson, nextInvoice,
        earlierPhoto, correctionNoted, otherMeter, rejectedInvoiceStands,
    ]
}
