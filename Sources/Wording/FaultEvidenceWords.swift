/// By what billing can tell a fault, or why it cannot, by the fault's number in the catalogue.
package enum FaultEvidenceWords {
    /// The words of a fault's number; nothing where there is none.
    package static func words(_ fault: Int, in language: Language) -> String {
        (1...all.count).contains(fault) ? all[fault - 1].text(in: language) : ""
    }

    /// Every fault, in the catalogue's order.
    package static let all: [Phrase] = [
        Phrase(
            "fault-1.evidence",
            tr: """
                Geçmişe, havaya ve komşulara göre kullanım olması gerekirken yok; boş bir ev de bir süre aynı \
                görünür.
                """,
            en: """
                No use where the past, the weather and the neighbours say there was some; an empty flat looks \
                the same for a while.
                """),
        Phrase(
            "fault-2.evidence",
            tr: "Kullanımdaki düşüşü yalnız geçmiş ve komşular ele verir; yarım kalmış rakamı okuyan görür.",
            en: """
                Use falls by a share that only the past and the neighbours give away; a digit half-way is seen \
                by the reader.
                """),
        Phrase(
            "fault-3.evidence",
            tr: "Endeks düşer; tambur sayısına göre fark, sayaçtan geçebilecek kadardır.",
            en: "The index falls, and the difference modulo the wheels is what the meter can have passed."),
        Phrase(
            "fault-4.evidence",
            tr: """
                Endeks düşer ve tambur sayısına göre fark sayaçtan geçebilecekten çoktur; akışın yarısından azı \
                tersse endeks yalnız daha az artar.
                """,
            en: """
                The index falls, and the difference modulo the wheels is more than the meter can pass; below \
                half of the flow it only rises less.
                """),
        Phrase(
            "fault-5.evidence",
            tr: """
                Aylık endeks kaçağı pilot alevden ya da ocaktan ayıramaz; saatlik okumalar, hiç sıfırlanmayan \
                gecelerden ayırabilirdi.
                """,
            en: """
                A monthly index cannot tell a leak from a pilot flame or cooking; hourly readings could, by \
                nights that are never zero.
                """),
        Phrase(
            "fault-6.evidence",
            tr: "Yılda yüzde birkaç, havanın içinde kaybolur; muayene istasyonu anlar.",
            en: "A percent a year drowns in the weather; a test bench tells it."),
        Phrase(
            "fault-7.evidence",
            tr: "Yılda yüzde birkaç, havanın içinde kaybolur; muayene istasyonu anlar.",
            en: "A percent a year drowns in the weather; a test bench tells it."),
        Phrase(
            "fault-8.evidence",
            tr: """
                Kartta ya da korrektörde bir durum biti veya ikinci bakışın doğruladığı okuyucu notu (notlar \
                uydurulabilir); hacim doğrudur.
                """,
            en: """
                A status bit on card or corrector, or a reader's note that a second look confirms, as notes are \
                made up, too; the volume is right.
                """),
        Phrase(
            "fault-9.evidence",
            tr: """
                Ön ödemeli sayacın biti kartla gelir; korrektörden önce darbeler tamburlardan az kalır. Okunan \
                tamburlar dönmeye devam eder.
                """,
            en: """
                A prepaid meter brings the bit home on its card; before a corrector pulses fall short of the \
                wheels. Wheels that are read turn on.
                """),
        Phrase(
            "fault-10.evidence",
            tr: "Önce bit gelir; sonra tamburlar dönerken kayıt durur.",
            en: "The bit comes first; then the register stands while the wheels go on."),
        Phrase(
            "fault-11.evidence",
            tr: "Kartla dönen bilgide ret vardır ya da hiçbir satışın açıklamadığı kredi ve yükleme numarası.",
            en: "The read-back has the refusal, or a credit and a load number that no sale explains."),
        Phrase(
            "fault-12.evidence",
            tr: """
                Kartla dönen kredi sıfırın altındadır, oysa eksi gaz açılmamıştır; ya da eksi gaz sınırının da \
                altındadır.
                """,
            en: """
                The read-back has a credit below zero that no emergency credit was released for, or below its \
                limit.
                """),
        Phrase(
            "fault-13.evidence",
            tr: """
                Abone, kredisi varken ve kayıt yerinde dururken gelir; boş evden ya da numaratörü duran sayaçtan \
                kimse gelmez. Gaz geçmediği için faturalanacak bir şey yoktur.
                """,
            en: """
                The customer comes back with credit and an unmoved register; from an empty flat, or with a counter \
                that stands, nobody comes. Nothing is to be billed, as nothing passed.
                """),
        Phrase(
            "fault-14.evidence",
            tr: "Kartla dönen kredi sıfırın altındadır.",
            en: "The read-back has a credit below zero."),
        Phrase(
            "fault-15.evidence",
            tr: "Sınırı hem gişe hem sayaç bilir: iki aylık ortalama kullanım (RG 13.02.2013).",
            en: "Office and meter know the limit: two months' mean use (RG 2013-02-13)."),
        Phrase(
            "fault-16.evidence",
            tr: "Abone bildirir; yeni kart sayaçtan okunana kadar bakiye bilinmez.",
            en: "The customer says so; the balance is unknown until a new card is read back."),
        Phrase(
            "fault-17.evidence",
            tr: """
                Cihazın saati, kaydın yazılmış olabileceği zamanın dışındadır: kartta satışla dönüş arası, \
                korrektörde okuma anı.
                """,
            en: """
                The device's time lies outside of when it can have been written: of a card between sale and \
                return, of a corrector at the readout.
                """),
        Phrase(
            "fault-18.evidence",
            tr: "Alarm vardır ve arıza sayaçları çalışır.",
            en: "The alarm is on and the disturbed counters run."),
        Phrase(
            "fault-19.evidence",
            tr: "Alarm vardır ve arıza sayaçları çalışır.",
            en: "The alarm is on and the disturbed counters run."),
        Phrase(
            "fault-20.evidence",
            tr: """
                Korrektörün Vm değeri sayacın tamburlarından ayrılır; mekanik sayaç tamburlarından faturalanır, \
                onlar doğrudur.
                """,
            en: """
                The corrector's Vm leaves the meter's wheels; a mechanical meter is billed by its wheels, which \
                are right.
                """),
        Phrase(
            "fault-21.evidence",
            tr: "Vb/Vm oranı, p, T ve herhangi bir gazın verebileceğinin dışına çıkar.",
            en: "Vb by Vm leaves what p, T and any gas can make of it."),
        Phrase(
            "fault-22.evidence",
            tr: "C'deki binde beş, p ve T'nin açıkladığı aralıktadır; yalnız korrektörün parametre listesi gösterir.",
            en: "Half a percent of C lies within what p and T explain; only the corrector's list of parameters tells."),
        Phrase(
            "fault-23.evidence",
            tr: "Sayaç, sıra numarası ve zaman; kopyayı, boşluğu ve geç geleni gösterir.",
            en: "Meter, order number and time tell a copy, a gap and a latecomer."),
        Phrase(
            "fault-24.evidence",
            tr: """
                Sağlama, uzunluk ve rakamlar gösterir; 32 bitlik kayan noktanın götürdüğü, sayının biçiminden \
                anlaşılır.
                """,
            en: "Check, length and digits tell; what a 32-bit floating-point number took away is told by its form."),
        Phrase(
            "fault-25.evidence",
            tr: """
                Başka bir seri numarası, hiç numara ya da eksik rakam; komşusuyla karışan sayacın numarası \
                doğrudur, yalnız kullanımlar yer değiştirir.
                """,
            en: """
                Another serial number, or none, or digits that are missing; swapped neighbours have the right \
                serials, and only their use crosses.
                """),
    ]
}
