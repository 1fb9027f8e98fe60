/// What is said about a photo that did not become a reading, by the reason codes of `MeterVision`.
///
/// `answer` is for the customer: one reason, one thing to do, no blame. `notice` is for the clerk's table and log.
package struct ReadingAnswer: Hashable, Sendable {
    package let answer: Phrase
    package let notice: Phrase

    package var code: String { notice.code }

    private init(_ code: String, answer: (tr: String, en: String), notice: (tr: String, en: String)) {
        self.answer = Phrase("\(code).answer", tr: answer.tr, en: answer.en)
        self.notice = Phrase(code, tr: notice.tr, en: notice.en)
    }

    /// What is known of a reason code; nil when the code is unknown.
    package static func of(_ code: String) -> ReadingAnswer? { byCode[code] }

    /// The one answer to a photo that was refused for these reasons: the one that comes first in `all`.
    package static func refusal(_ codes: [String], in language: Language) -> String {
        let known = all.first { codes.contains($0.code) }
        return (known?.answer ?? refusedWithoutReason).text(in: language)
    }

    /// The answer to a photo that a person looks at before anything is billed.
    package static let waitsForPerson = Phrase(
        "review.answer",
        tr: "Teşekkür ederiz. Fotoğrafınızı bir çalışanımız inceliyor; sonucu size yazacağız.",
        en: "Thank you. A colleague of ours is checking your photo and will write to you with the result.")

    /// The answer when no reason is known.
    package static let refusedWithoutReason = Phrase(
        "refused.answer",
        tr: "Bu fotoğraftan endeksi okuyamadık. Sayacın rakamlarını yakından ve net olarak yeniden çeker misiniz?",
        en: "We could not read the index from this photo. Could you take the meter's digits again, close and sharp?")

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// Every reason, the one that a customer should hear of first standing first.
    package static let all: [ReadingAnswer] = [
        // The file itself.
        ReadingAnswer(
            "empty-file",
            answer: (
                tr: "Fotoğraf bize boş ulaştı. Yeniden gönderir misiniz?",
                en: "The photo reached us empty. Could you send it again?"
            ), notice: (tr: "dosya boş (yeniden kopyalayın)", en: "the file is empty (copy it again)")),
        ReadingAnswer(
            "not-a-jpeg",
            answer: (
                tr: "Bu dosyayı açamadık. Sayacı telefonunuzun kamerasıyla çekip fotoğraf olarak gönderir misiniz?",
                en: "We could not open this file. Could you take the meter with your phone and send it as a photo?"
            ), notice: (tr: "JPEG değil (JPEG olarak kaydedin)", en: "not a JPEG (save it as one)")),
        ReadingAnswer(
            "truncated",
            answer: (
                tr: "Fotoğrafın yalnızca bir kısmı ulaştı. Yeniden gönderir misiniz?",
                en: "Only a part of the photo arrived. Could you send it again?"
            ), notice: (tr: "dosya eksik (yeniden kopyalayın)", en: "the file is cut short (copy it again)")),
        ReadingAnswer(
            "too-large",
            answer: (
                tr: "Fotoğraf açılamayacak kadar büyük. Telefonunuzun olağan fotoğraf ayarıyla yeniden çeker misiniz?",
                en: "The photo is too large to open. Could you take it again with your phone's usual photo setting?"
            ), notice: (tr: "çok büyük (küçültün)", en: "too many pixels (make it smaller)")),
        ReadingAnswer(
            "too-small",
            answer: (
                tr: "Fotoğraf bize çok küçük ulaştı. Telefonunuzun kamerasıyla çekip küçültmeden gönderir misiniz?",
                en: "The photo reached us too small. Could you send it as your phone's camera takes it?"
            ), notice: (tr: "fotoğraf çok küçük", en: "the photo is too small")),
        // The scene.
        ReadingAnswer(
            "too-dark",
            answer: (
                tr: "Fotoğraf çok karanlık. Işığı yandan tutup yeniden çeker misiniz?",
                en: "The photo is too dark. Could you hold a light from the side and take it again?"
            ), notice: (tr: "çok karanlık", en: "too dark")),
        ReadingAnswer(
            "too-bright",
            answer: (
                tr: "Rakamların üstünde ışık parlıyor. Flaşı kapatıp biraz yandan yeniden çeker misiniz?",
                en: "Light glares on the digits. Could you take it again from the side, without flash?"
            ), notice: (tr: "çok parlak", en: "too bright")),
        ReadingAnswer(
            "blurred",
            answer: (
                tr: "Fotoğraf bulanık. Telefonu sabit tutup rakamlara dokunarak netleyip yeniden çeker misiniz?",
                en: "The photo is blurred. Could you hold the phone still, tap on the digits and take it again?"
            ), notice: (tr: "bulanık", en: "blurred")),
        ReadingAnswer(
            "too-far",
            answer: (
                tr: "Sayaç fotoğrafta çok uzakta. Rakamlar görüntüyü dolduracak kadar yaklaşıp yeniden çeker misiniz?",
                en:
                    "The meter is too far away. Could you go closer, until the digits fill the picture, and take it again?"
            ), notice: (tr: "rakamlar çok uzakta", en: "the digits are too far away")),
        ReadingAnswer(
            "no-window",
            answer: (
                tr: "Fotoğrafta sayacın rakamlarını bulamadık. Rakam penceresini ortaya alıp yeniden çeker misiniz?",
                en: "We did not find the meter's digits. Could you take it again with the digits in the middle?"
            ), notice: (tr: "rakam penceresi bulunamadı", en: "no counter window found")),
        ReadingAnswer(
            "several-windows",
            answer: (
                tr: "Fotoğrafta birden çok sayaç var. Yalnızca kendi sayacınızı yakından çeker misiniz?",
                en: "There is more than one meter in the photo. Could you take only your own meter, from close by?"
            ), notice: (tr: "birden çok sayaç", en: "several counter windows")),
        ReadingAnswer(
            "window-cut-off",
            answer: (
                tr: "Rakamların bir kısmı fotoğrafın dışında kalmış. Hepsi görünecek şekilde yeniden çeker misiniz?",
                en: "Some of the digits are outside the photo. Could you take it again with all of them in view?"
            ), notice: (tr: "rakamlar kesik", en: "the counter window is cut off")),
        ReadingAnswer(
            "window-not-legible",
            answer: (
                tr: "Rakamlar okunmuyor. Camı silip rakamları yakından yeniden çeker misiniz?",
                en: "The digits cannot be read. Could you wipe the glass and take the digits again from close by?"
            ), notice: (tr: "rakamlar okunmuyor", en: "the digits are not legible")),
        // The reading.
        ReadingAnswer(
            "serial-differs",
            answer: (
                tr: "Fotoğraftaki sayaç kaydınızdaki sayaç değil gibi görünüyor. Kendi sayacınızı çeker misiniz?",
                en: "The meter in the photo is not the one registered to you. Could you take your own meter?"
            ), notice: (tr: "seri numarası farklı", en: "the serial number is another meter's")),
        ReadingAnswer(
            "wheel-count-differs",
            answer: (
                tr: "Rakamların hepsini göremedik. Bütün rakamlar görünecek şekilde yeniden çeker misiniz?",
                en: "We could not see all the digits. Could you take it again with every digit in view?"
            ), notice: (tr: "tambur sayısı farklı", en: "the number of wheels differs")),
        ReadingAnswer(
            "decimals-not-seen",
            answer: (
                tr: "Kırmızı rakamları göremedik. Sayacın bütün rakamlarını görünecek şekilde yeniden çeker misiniz?",
                en: "We could not see the red digits. Could you take it again with all digits of the meter in view?"
            ), notice: (tr: "kırmızı tamburlar yeterince görülmedi", en: "too few red wheels were seen")),
        ReadingAnswer(
            "display-not-read",
            answer: (
                tr: "Fotoğrafta bir ekran görünüyor. Ekrandaki endeksi yakından yeniden çeker misiniz?",
                en: "The photo seems to show a display. Could you take the index on it again, from close by?"
            ), notice: (tr: "ekran olabilir, okunmadı", en: "perhaps a display, not read")),
        ReadingAnswer(
            "index-lower-than-last",
            answer: (
                tr: "Okuduğumuz endeks geçen okumadan düşük. Doğru sayacı, rakamları yakından yeniden çeker misiniz?",
                en: "The index is lower than last time. Could you take your meter's digits again, from close by?"
            ), notice: (tr: "endeks öncekinden düşük", en: "the index is lower than the last")),
        ReadingAnswer(
            "index-unexpected",
            answer: (
                tr:
                    "Okuduğumuz endeks beklediğimizden çok farklı. Rakamları yakından ve net olarak yeniden çeker misiniz?",
                en: "The index is far from what we expected. Could you take the digits again, close and sharp?"
            ), notice: (tr: "endeks beklenenden uzak", en: "the index is far from the expected one")),
        ReadingAnswer(
            "wheel-between",
            answer: (
                tr: "Bir rakam tam dönerken yakalanmış. Birkaç dakika sonra yeniden çeker misiniz?",
                en: "One of the digits was just turning. Could you take it again in a few minutes?"
            ), notice: (tr: "bir tambur iki rakam arasında", en: "a wheel stands between two digits")),
        ReadingAnswer(
            "digit-unsure",
            answer: (
                tr: "Rakamlardan birini kesin okuyamadık. Rakamları yakından ve net olarak yeniden çeker misiniz?",
                en: "We are not sure of one of the digits. Could you take the digits again, close and sharp?"
            ), notice: (tr: "bir rakam kesin değil", en: "a digit is unsure")),
        ReadingAnswer(
            "serial-not-read",
            answer: (
                tr: "Sayacın seri numarası okunmuyor. Seri numarası da görünecek şekilde yeniden çeker misiniz?",
                en: "The meter's serial number cannot be read. Could you take it again with the serial number in view?"
            ), notice: (tr: "seri numarası okunamadı", en: "the serial number was not read")),
    ]
}
