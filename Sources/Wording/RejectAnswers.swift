/// The reasons for which a clerk rejects a photo: what the clerk chooses, and what the customer reads.
package struct RejectAnswer: Hashable, Sendable {
    /// What the clerk chooses.
    package let label: Phrase
    /// What the customer is told: one reason, one thing to do.
    package let answer: Phrase

    package var code: String { String(label.code.dropFirst("reject.".count)) }

    private init(_ code: String, label: (tr: String, en: String), answer: (tr: String, en: String)) {
        self.label = Phrase("reject.\(code)", tr: label.tr, en: label.en)
        self.answer = Phrase("reject.\(code).answer", tr: answer.tr, en: answer.en)
    }

    /// What is known of a reason's code; nil when the code is unknown.
    package static func of(_ code: String) -> RejectAnswer? { all.first { $0.code == code } }

    /// Every reason, in the order in which the page lists them.
    package static let all: [RejectAnswer] = [
        RejectAnswer(
            "blurred", label: (tr: "Bulanık", en: "Blurred"),
            answer: (
                tr: "Fotoğraf bulanık. Telefonu sabit tutup rakamlara dokunarak netleyip yeniden çeker misiniz?",
                en: "The photo is blurred. Could you hold the phone still, tap on the digits and take it again?"
            )),
        RejectAnswer(
            "glare", label: (tr: "Işık parlıyor", en: "Glare"),
            answer: (
                tr: "Rakamların üstünde ışık parlıyor. Flaşı kapatıp biraz yandan yeniden çeker misiniz?",
                en: "Light glares on the digits. Could you take it again from the side, without flash?"
            )),
        RejectAnswer(
            "too-dark", label: (tr: "Karanlık", en: "Too dark"),
            answer: (
                tr: "Fotoğraf çok karanlık. Işığı yandan tutup yeniden çeker misiniz?",
                en: "The photo is too dark. Could you hold a light from the side and take it again?"
            )),
        RejectAnswer(
            "digits-cut", label: (tr: "Rakamlar kesik", en: "Digits cut off"),
            answer: (
                tr: "Rakamların bir kısmı görünmüyor. Hepsi görünecek şekilde yeniden çeker misiniz?",
                en: "Some of the digits are not in view. Could you take it again with all of them in the picture?"
            )),
        RejectAnswer(
            "other-meter", label: (tr: "Başka bir sayaç", en: "Another meter"),
            answer: (
                tr: "Bu, kayıtlı sayacınız değil. Kendi sayacınızı, seri numarası da görünecek şekilde çeker misiniz?",
                en: "This is not your registered meter. Could you take yours, with its serial number in view?"
            )),
        RejectAnswer(
            "serial-not-visible", label: (tr: "Seri numarası görünmüyor", en: "Serial number not in view"),
            answer: (
                tr: "Sayacın seri numarası görünmüyor. Rakamlarla birlikte yeniden çeker misiniz?",
                en: "The meter's serial number is not in view. Could you take it again together with the digits?"
            )),
        RejectAnswer(
            "not-a-meter", label: (tr: "Sayaç değil", en: "Not a meter"),
            answer: (
                tr: "Fotoğrafta doğal gaz sayacı göremedik. Sayacınızın rakamlarını yakından çeker misiniz?",
                en: "We see no gas meter in the photo. Could you take your meter's digits from close by?"
            )),
        RejectAnswer(
            "screen-photo", label: (tr: "Ekran fotoğrafı", en: "Photo of a screen"),
            answer: (
                tr: "Bu, bir ekranın ya da kâğıdın fotoğrafı. Sayacın kendisini bugün çekip gönderir misiniz?",
                en: "This is a photo of a screen or of paper. Could you take the meter itself today and send it?"
            )),
    ]
}
