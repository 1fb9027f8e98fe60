/// What the review page says around a photo: its controls, figures and small talk.
///
/// The page finds them by the last part of their code.
package enum ReviewPageWords {
    package static let all: [Phrase] = head + name + queue + photo + decision + outcome + keys + problems

    /// The words of a language by the name that the templates use.
    package static func byName(in language: Language) -> [String: String] {
        Dictionary(
            all.map { (String($0.code.split(separator: ".").last ?? ""), $0.template(in: language)) },
            uniquingKeysWith: { first, _ in first })
    }

    private static let head = [
        Phrase("page.title", tr: "Fotoğraf inceleme", en: "Photo review"),
        Phrase("page.waiting", tr: "bekliyor", en: "waiting"),
        Phrase("page.doneToday", tr: "bugün bitti", en: "done today"),
        Phrase("page.language", tr: "Dil", en: "Language"),
        Phrase("page.theme", tr: "Görünüm", en: "Theme"),
        Phrase("page.themeAuto", tr: "Sistem", en: "System"),
        Phrase("page.themeLight", tr: "Açık", en: "Light"),
        Phrase("page.themeDark", tr: "Koyu", en: "Dark"),
        Phrase("page.changeName", tr: "ad değiştir", en: "change name"),
        Phrase("page.skip", tr: "Karara geç", en: "Skip to the decision"),
    ]

    private static let name = [
        Phrase("page.nameTitle", tr: "Hoş geldiniz. Adınız nedir?", en: "Welcome. What is your name?"),
        Phrase(
            "page.nameWhy",
            tr: """
                Verdiğiniz her kararın yanına yazılır. Oturum açma henüz olmadığından ad doğrulanmaz ve \
                “doğrulanmamış” olarak kaydedilir.
                """,
            en: """
                It is written beside every decision you take. There is no sign-in yet, so it is not checked and is \
                recorded as “unverified”.
                """),
        Phrase("page.nameLabel", tr: "Adınız", en: "Your name"),
        Phrase("page.nameContinue", tr: "Devam", en: "Continue"),
        Phrase(
            "page.nameWrong", tr: "Lütfen 1-60 harflik bir ad yazın.",
            en: "Please write a name of 1 to 60 letters."),
    ]

    private static let queue = [
        Phrase("page.queueTitle", tr: "{count} fotoğraf bir karar bekliyor", en: "{count} photos wait for a decision"),
        Phrase("page.queueTitleOne", tr: "1 fotoğraf bir karar bekliyor", en: "1 photo waits for a decision"),
        Phrase(
            "page.queueLead",
            tr: "Önce, müşterinin 24 saati dolmak üzere olanlar gelir; sonra en çok bekleyenler.",
            en: "Those whose 24 hours end soonest come first; then those who have waited longest."),
        Phrase("page.begin", tr: "İlkinden başla", en: "Begin with the first"),
        Phrase("page.next", tr: "Sıradaki fotoğraf", en: "Next photo"),
        Phrase("page.columnPhoto", tr: "Fotoğraf", en: "Photo"),
        Phrase("page.columnLeft", tr: "Kalan süre", en: "Time left"),
        Phrase("page.columnWhy", tr: "Neden bekliyor", en: "Why it waits"),
        Phrase("page.columnIndex", tr: "Okunan", en: "Read"),
        Phrase("page.columnReceived", tr: "Geldi", en: "Came in"),
        Phrase("page.takenBy", tr: "{clerk} bakıyor", en: "taken by {clerk}"),
        Phrase("page.more", tr: "Sonrakiler", en: "More"),
        Phrase("page.fromTheStart", tr: "Başa dön", en: "Back to the first"),
        Phrase("page.emptyTitle", tr: "Hepsi tamam.", en: "All done."),
        Phrase(
            "page.emptyLead",
            tr: "Şu anda karar bekleyen fotoğraf yok. Yenisi gelince burada görünür.",
            en: "No photo waits for a decision. A new one will show up here."),
        Phrase("page.lastPhoto", tr: "Son fotoğraf {when} geldi.", en: "The last photo came in on {when}."),
        Phrase("page.noPhotoYet", tr: "Henüz hiç fotoğraf gelmedi.", en: "No photo has come in yet."),
        Phrase(
            "page.correctionsOne", tr: "1 düzeltme, kesilmiş bir faturayı bekliyor.",
            en: "1 correction waits for an invoice that was issued already."),
        Phrase(
            "page.corrections",
            tr: "{count} düzeltme, kesilmiş bir faturayı bekliyor.",
            en: "{count} corrections wait for an invoice that was issued already."),
    ]

    private static let photo = [
        Phrase("page.photoLabel", tr: "Sayacın fotoğrafı", en: "The photo of the meter"),
        Phrase("page.noPhoto", tr: "Bu fotoğrafın gösterilebilir bir kopyası yok.", en: "There is no picture to show."),
        Phrase("page.wholePhoto", tr: "Tümü", en: "Whole"),
        Phrase("page.zoomIn", tr: "Yakınlaştır", en: "Zoom in"),
        Phrase("page.zoomOut", tr: "Uzaklaştır", en: "Zoom out"),
        Phrase("page.turnLeft", tr: "Sola çevir", en: "Turn left"),
        Phrase("page.turnRight", tr: "Sağa çevir", en: "Turn right"),
        Phrase("page.contrast", tr: "Kontrast", en: "Contrast"),
        Phrase("page.invert", tr: "Ters renk", en: "Invert"),
        Phrase("page.digits", tr: "Rakamlar", en: "Digits"),
        Phrase("page.sure", tr: "kesin", en: "sure"),
        Phrase("page.unsure", tr: "emin değil", en: "unsure"),
        Phrase("page.guess", tr: "tahmin", en: "guess"),
        Phrase("page.earlierPhotos", tr: "Bu sayacın önceki fotoğrafları", en: "Earlier photos of this meter"),
        Phrase("page.cropLabel", tr: "Rakam penceresi, düzeltilmiş", en: "The counter window, straightened"),
    ]

    private static let decision = [
        Phrase("page.whyTitle", tr: "Neden bekliyor", en: "Why it waits"),
        Phrase("page.meter", tr: "Sayaç", en: "Meter"),
        Phrase("page.noSerial", tr: "seri no kayıtlı değil", en: "no serial on record"),
        Phrase("page.subscriber", tr: "abone", en: "subscriber"),
        Phrase("page.wheels", tr: "hane", en: "wheels"),
        Phrase("page.whichMeter", tr: "Fotoğraf hangi sayacın?", en: "Which meter is it?"),
        Phrase(
            "page.meterIsPrepaid", tr: "Ön ödemeli sayaç, fotoğrafından fatura kesilmez:",
            en: "A prepaid meter, of whose photo no invoice is made:"),
        Phrase("page.unknownSender", tr: "Gönderen kayıtlı değil.", en: "The sender is not on record."),
        Phrase("page.index", tr: "Endeks", en: "Index"),
        Phrase("page.howComputed", tr: "Nasıl hesaplandı", en: "How it was computed"),
        Phrase("page.indexHint", tr: "siyah haneler; yazın ya da ↑ ↓", en: "black digits; type, or ↑ ↓"),
        Phrase("page.last", tr: "önceki {index}, {date}", en: "last {index} on {date}"),
        Phrase("page.noLast", tr: "önceki okuma yok", en: "no earlier reading"),
        Phrase("page.use", tr: "{volume} m³, {days} gün", en: "{volume} m³ in {days} days"),
        Phrase("page.due", tr: "son ödeme {date}", en: "due {date}"),
        Phrase("page.invoiceWillBe", tr: "Fatura", en: "Invoice"),
        Phrase(
            "page.checkGuess", tr: "{place}. hane ({digit}) bir tahmin: fotoğrafla karşılaştırın.",
            en: "Digit {place} ({digit}) is a guess: check it against the photo."),
        Phrase(
            "page.checkUse", tr: "Bu günler için alışılmadık bir tüketim: haneleri fotoğrafla karşılaştırın.",
            en: "An unusual use for these days: check the digits against the photo."),
        Phrase("page.enterAgain", tr: "Bir daha Enter onaylar.", en: "Enter again accepts."),
        Phrase(
            "page.checked", tr: "Haneleri fotoğrafla karşılaştırdım", en: "I have checked the digits against the photo"),
        Phrase(
            "page.invoiceStands", tr: "Bu dönemin faturası {number} bu endeksle kesildi; yeniden gönderilir.",
            en: "Invoice {number} of this period has this index; it is sent again."),
        Phrase(
            "page.periodBilled",
            tr: "Bu dönem {number} ile {index} üzerinden faturalandı; düzeltme kaydedilir, şimdi fatura kesilmez.",
            en: "This period was billed by {number} at {index}; a correction is written down, nothing is billed now."),
        Phrase(
            "page.reverses",
            tr: "{number} ({index}, {before}) iptal edilir; yerine {after} tutarında yeni bir fatura kesilir.",
            en: "{number} ({index}, {before}) is reversed; a new invoice of {after} takes its place."),
        Phrase(
            "page.reversesAlone", tr: "{number} ({index}, {before}) iptal edilir; doğru sayacın faturası geçerli.",
            en: "{number} ({index}, {before}) is reversed; the right meter has its invoice."),
        Phrase(
            "page.nextInvoice",
            tr: "Bu dönem {number} ile faturalandı; bu okuma bir sonraki faturaya sayılır.",
            en: "This period was billed by {number}; this reading counts for the next invoice."),
        Phrase(
            "page.earlierPhoto",
            tr: "Bu dönem {number} ile, daha yeni bir okumayla ({index}) faturalandı; fatura geçerli.",
            en: "This period was billed by {number} from a newer reading ({index}); the invoice stands."),
        Phrase("page.chartLabel", tr: "Son dönemlerin günlük tüketimi", en: "Daily use of the last periods"),
        Phrase("page.thisTime", tr: "bu kez", en: "this time"),
        Phrase("page.windowLeft", tr: "Müşterinin süresi: {left} kaldı", en: "Customer's window: {left} left"),
        Phrase(
            "page.windowOver", tr: "Müşterinin 24 saati doldu: yanıt şablonla gider",
            en: "The customer's 24 hours are over: the answer goes as a template"),
        Phrase(
            "page.windowOverForGood", tr: "Müşterinin 24 saati doldu, şablon da yok: yanıt gitmez, lütfen arayın",
            en: "The customer's 24 hours are over and there is no template: no answer goes out, please call"),
        Phrase("page.hoursMinutes", tr: "{hours} sa {minutes} dk", en: "{hours} h {minutes} min"),
        Phrase("page.minutes", tr: "{minutes} dk", en: "{minutes} min"),
        Phrase("page.accept", tr: "Onayla", en: "Accept"),
        Phrase("page.correct", tr: "Düzelt", en: "Correct"),
        Phrase("page.correctTo", tr: "Düzelt:", en: "Correct:"),
        Phrase("page.reject", tr: "Reddet", en: "Reject"),
        Phrase("page.rejectTitle", tr: "Neden? Müşteriye şu cümle gider:", en: "Why? The customer gets this sentence:"),
        Phrase("page.rejectSend", tr: "Reddet ve yaz", en: "Reject and write"),
        Phrase("page.cancel", tr: "Vazgeç", en: "Cancel"),
        Phrase("page.backToQueue", tr: "Kuyruk", en: "Queue"),
    ]

    private static let outcome = [
        Phrase("page.accepted", tr: "Onaylandı: {index}", en: "Accepted {index}"),
        Phrase("page.corrected", tr: "Düzeltildi: {index}", en: "Corrected to {index}"),
        Phrase("page.rejected", tr: "Reddedildi", en: "Rejected"),
        Phrase("page.takesEffect", tr: "{seconds} sn sonra geçerli", en: "takes effect in {seconds} s"),
        Phrase(
            "page.hasEffect", tr: "Geçerli oldu; yanıt yola çıktı.",
            en: "It has taken effect; the answer is on its way."),
        Phrase("page.undo", tr: "Geri al", en: "Undo"),
        Phrase("page.undone", tr: "Geri alındı. Yeniden karar verebilirsiniz.", en: "Undone. You can decide again."),
    ]

    private static let keys = [
        Phrase("page.keysTitle", tr: "Tuşlar", en: "Keys"),
        Phrase("page.keyEnter", tr: "onayla, sonra sıradaki", en: "accept, then next"),
        Phrase("page.keyE", tr: "endeksi düzelt (ya da rakam yazın)", en: "correct the index (or type a digit)"),
        Phrase("page.keyX", tr: "reddet; 1-8 nedeni seçer", en: "reject; 1 to 8 choose the reason"),
        Phrase("page.keyZ", tr: "10 sn içinde geri al", en: "undo within 10 s"),
        Phrase("page.keyZoom", tr: "yakınlaştır, uzaklaştır, tümü", en: "zoom in, out, whole photo"),
        Phrase("page.keyTurn", tr: "çevir", en: "turn"),
        Phrase("page.keyLook", tr: "kontrast, ters renk, rakamlar", en: "contrast, invert, digits"),
        Phrase("page.keyQ", tr: "kuyruğa dön", en: "back to the queue"),
        Phrase("page.keyEscape", tr: "alandan çık, kapat", en: "leave the field, close"),
        Phrase("page.keyHelp", tr: "bu liste", en: "this list"),
    ]

    private static let problems = [
        Phrase(
            "page.takenTitle", tr: "Bu fotoğrafa {clerk} bakıyor.", en: "{clerk} is looking at this photo."),
        Phrase("page.goneTitle", tr: "Bu fotoğraf artık beklemiyor.", en: "This photo does not wait any more."),
        Phrase(
            "page.lostTitle", tr: "Süreniz doldu; fotoğrafı başka biri aldı.",
            en: "Your two minutes are over, and somebody else has the photo."),
        Phrase(
            "page.tooLateTitle", tr: "Geri almak için geç: karar geçerli oldu.",
            en: "Too late to undo: it has taken effect."),
        Phrase("page.chooseMeter", tr: "Önce sayacı seçin.", en: "Choose the meter first."),
        Phrase("page.chooseReason", tr: "Önce bir neden seçin.", en: "Choose a reason first."),
        Phrase("page.problemTitle", tr: "Bu endeks kabul edilemiyor.", en: "This index cannot be taken."),
        Phrase(
            "page.storeTitle", tr: "Veritabanına şu anda ulaşılamıyor. Kararınız kaydedilmedi; yeniden deneyin.",
            en: "The database cannot be reached now. Your decision was not kept; please try again."),
    ]
}
