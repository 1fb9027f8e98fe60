/// What is said to somebody who writes to us, apart from what becomes of a photo.
package enum ChannelAnswers {
    /// The privacy notice [KVKK m.10]: who, why, by what, for how long, which rights.
    ///
    /// Sent before a first photo is read. A changed text gets a new `privacyNoticeVersion`, and everybody gets it again.
    package static let privacyNotice = Phrase(
        "channel.privacy-notice",
        tr: """
            Kişisel verileriniz hakkında: {issuer}, gönderdiğiniz fotoğrafı ve numaranızı yalnızca endeksinizi okumak \
            ve faturanızı düzenlemek için, abonelik sözleşmesi ve kanun gereği işler. Fotoğrafı bir program okur; \
            fotoğraftaki konum gibi ek bilgiler silinir. Mesajlar WhatsApp üzerinden, yurt dışından geçer; \
            faturalar kanunun istediği süre saklanır. KVKK m.11'e göre verilerinizi öğrenmeyi, düzeltilmesini, \
            silinmesini isteyebilir ve programın sonucuna itiraz edebilirsiniz. Bir kişiye sormak için: YETKİLİ
            """,
        en: """
            About your data: {issuer} uses the photo you sent and your number only to read your index and to make \
            your invoice, by your contract and by law. A program reads the photo; extras in it, such as the place, \
            are removed. Messages travel by WhatsApp, through other countries; invoices are kept as long as the law \
            asks. You may see your data, have it corrected or erased, and object to what the program decided \
            (law 6698, art. 11). To ask a person: write PERSON
            """)
    /// The edition of `privacyNotice`, stored with whoever got it.
    package static let privacyNoticeVersion = "2026-11"

    /// To a sender whom no subscription names.
    package static let howToLink = Phrase(
        "channel.how-to-link",
        tr: """
            Bu numara bir aboneliğe bağlı değil, bu yüzden buradan gelen fotoğraflara bakamıyoruz. Bağlamak için faturanızdaki \
            abone numarasıyla müşteri hizmetlerimizi arayın; sonra fotoğrafı yeniden gönderin. \
            Bir kişiye sormak için: YETKİLİ
            """,
        en: """
            This number is not linked to a subscription, so we cannot look at photos from it. To link it, call our \
            customer service with the subscriber number of your invoice, then send the photo again. \
            To ask a person: write PERSON
            """)

    /// To words that ask for nothing that we know.
    package static let sendPhoto = Phrase(
        "channel.send-photo",
        tr:
            "Faturanız için sayacınızın rakamlarını yakından çekip fotoğrafını gönderin. Bir kişiye sormak için: YETKİLİ",
        en:
            "For your invoice, take a photo of your meter's digits from close by and send it. To ask a person: write PERSON"
    )

    /// To a document that is no photo.
    package static let documentKind = Phrase(
        "channel.document",
        tr: """
            Bu belgeyi açamıyoruz. Sayacınızı telefonunuzla çekip fotoğraf olarak gönderir misiniz? \
            Bir kişiye sormak için: YETKİLİ
            """,
        en: """
            We cannot open this document. Could you take your meter with your phone and send it as a photo? \
            To ask a person: write PERSON
            """)

    /// To a voice message, a video, a sticker, a place and whatever else is no photo.
    package static let otherKind = Phrase(
        "channel.other-kind",
        tr: """
            Bu tür mesajları okuyamıyoruz. Faturanız için sayacınızın rakamlarının fotoğrafını gönderir misiniz? \
            Bir kişiye sormak için: YETKİLİ
            """,
        en: """
            We cannot read this kind of message. For your invoice, could you send a photo of your meter's digits? \
            To ask a person: write PERSON
            """)

    /// To somebody who asked for a person, when there is a photo that a person can look at.
    package static let personLooks = Phrase(
        "channel.person-looks",
        tr: "Fotoğrafınızı ve endeksinizi bir çalışanımız inceleyecek ve sonucu size yazacak.",
        en: "A colleague of ours will look at your photo and your index and write to you with the result.")

    /// To somebody who asked for a person and has sent no photo yet.
    package static let personWithoutPhoto = Phrase(
        "channel.person-without-photo",
        tr: """
            Henüz fotoğrafınız yok. Sayacınızın fotoğrafını gönderirseniz bir çalışanımız inceleyebilir; \
            başka konular için müşteri hizmetlerimizi arayın.
            """,
        en: """
            There is no photo from you yet. Send one of your meter and a colleague can look at it; \
            for anything else call our customer service.
            """)

    /// To somebody who asked for a person and whom no subscription names.
    package static let personUnlinked = Phrase(
        "channel.person-unlinked",
        tr: """
            Bu numara bir aboneliğe bağlı değil, bu yüzden buradan bir çalışanımıza aktaramıyoruz. Lütfen faturanızdaki \
            abone numarasıyla müşteri hizmetlerimizi arayın; numaranızı aboneliğinize bağlarlar.
            """,
        en: """
            This number is not linked to a subscription, so we cannot pass you on from here. Please call our customer \
            service with the subscriber number of your invoice; they will link your number.
            """)

    /// Ends every automatic answer that does not say it already [KVKK m.11/g].
    package static let askForPerson = Phrase(
        "channel.ask-for-person",
        tr: "Bir kişiye sormak için: YETKİLİ",
        en: "To ask a person: write PERSON")

    /// Every one of them.
    package static let all: [Phrase] = [
        privacyNotice, howToLink, sendPhoto, documentKind, otherKind, personLooks, personWithoutPhoto,
        personUnlinked, askForPerson,
    ]
}
