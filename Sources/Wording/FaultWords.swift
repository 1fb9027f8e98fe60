/// What a fault flag says, by the fault's number in the catalogue; a flag is for a person to look at.
package enum FaultWords {
    /// The words of a fault's number; the code itself where there is none.
    package static func words(_ fault: Int, in language: Language) -> String {
        (1...all.count).contains(fault) ? all[fault - 1].text(in: language) : "fault-\(fault)"
    }

    /// Every fault, in the catalogue's order.
    package static let all: [Phrase] = [
        Phrase(
            "fault-1", tr: "sayaç gaz geçerken duruyor olabilir: kışın kullanım yok, komşular ısınıyor",
            en: "the counter may stand while gas flows: no use in winter, while the neighbours heat"),
        Phrase(
            "fault-2", tr: "bir tambur eldeyi atlıyor olabilir",
            en: "a wheel may miss a carry"),
        Phrase(
            "fault-3", tr: "sayaç en büyük sayısını geçip sıfırdan devam etti",
            en: "the counter passed its largest number and went on from zero"),
        Phrase(
            "fault-4", tr: "endeks okumadan okumaya düşüyor: ters akış ya da ters takılmış sayaç olabilir",
            en: "the index falls reading after reading: reverse flow, or a meter fitted the wrong way round"),
        Phrase(
            "fault-5", tr: "sürekli küçük bir akış: kaçak olabilir",
            en: "a small flow that never ends: there may be a leak"),
        Phrase(
            "fault-6", tr: "sayaç eksik kaydediyor",
            en: "the meter counts too little"),
        Phrase(
            "fault-7", tr: "sayaç fazla kaydediyor",
            en: "the meter counts too much"),
        Phrase(
            "fault-8", tr: "mühür kopmuş ya da kapak açılmış",
            en: "a seal is broken or the case was opened"),
        Phrase(
            "fault-9", tr: "mıknatıs uyarısı",
            en: "a magnet was reported"),
        Phrase(
            "fault-10", tr: "pil zayıf ya da bitmiş",
            en: "the battery is low or dead"),
        Phrase(
            "fault-11", tr: "yükleme reddedildi, kayboldu ya da iki kez alındı",
            en: "a load was refused, lost or taken twice"),
        Phrase(
            "fault-12", tr: "vana kredi bitince kapanmıyor",
            en: "the valve does not close at the end of the credit"),
        Phrase(
            "fault-13", tr: "vana kredi varken açılmıyor",
            en: "the valve does not open although there is credit"),
        Phrase(
            "fault-14", tr: "sayaçta eksi gaz var",
            en: "gas was used below zero credit"),
        Phrase(
            "fault-15", tr: "yüklenebilecekten fazla gaz yüklenmiş",
            en: "more gas was loaded than may be"),
        Phrase(
            "fault-16", tr: "kart kayıp: sayaçta ne olduğu bilinmiyor",
            en: "the card is lost: what the meter holds is not known"),
        Phrase(
            "fault-17", tr: "saat kayıyor ya da sıfırlanmış",
            en: "the clock drifts or was reset"),
        Phrase(
            "fault-18", tr: "basınç algılayıcısı arızalı",
            en: "the pressure sensor fails"),
        Phrase(
            "fault-19", tr: "sıcaklık algılayıcısı arızalı",
            en: "the temperature sensor fails"),
        Phrase(
            "fault-20", tr: "darbeler kayboluyor ya da iki kez sayılıyor",
            en: "pulses are lost or counted twice"),
        Phrase(
            "fault-21", tr: "düzeltilmiş ve düzeltilmemiş hacim birbirinden ayrılıyor",
            en: "corrected and uncorrected volume diverge"),
        Phrase(
            "fault-22", tr: "korrektör önceki bir ayın gaz niteliğiyle çalışıyor",
            en: "the converter works with the gas quality of an earlier month"),
        Phrase(
            "fault-23", tr: "bir okuma iki kez, geç, sırasız geldi ya da hiç gelmedi",
            en: "a reading came twice, late, out of order or not at all"),
        Phrase(
            "fault-24", tr: "kayıt yolda bozulmuş",
            en: "a record was corrupted on its way"),
        Phrase(
            "fault-25", tr: "okuma başka bir sayacın olabilir",
            en: "the reading may be another meter's"),
    ]
}
