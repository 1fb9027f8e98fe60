/// What a customer is told when a reading was fine but no invoice can be made of it.
package enum BillingAnswers {
    package static let indexLower = Phrase(
        "billing.index-lower",
        tr: "Endeksiniz {index}, önceki endeksiniz {last} değerinden düşük. Sayacınızı yeniden çeker misiniz?",
        en: "Your index {index} is lower than your last one, {last}. Could you take your meter again?")
    package static let implausible = Phrase(
        "billing.implausible",
        tr: "Endeksiniz {index} beklediğimizden çok yüksek. Bir çalışanımız inceleyip size yazacak.",
        en: "Your index {index} is much higher than we expected. A colleague of ours will check it and write to you.")
    package static let prepaid = Phrase(
        "billing.prepaid",
        tr: "Sayacınız ön ödemeli; fatura için fotoğraf gerekmez. Gazınızı kartınıza yükleyerek kullanırsınız.",
        en: "Your meter is prepaid, so no photo is needed: you load your gas onto your card.")
    package static let belowMinimum = Phrase(
        "billing.below-minimum",
        tr: """
            Endeksiniz {index} m³. Kullanımınız {limit} m³'ü aşmadığı için şimdi fatura kesilmedi; sonraki faturanıza \
            yansır.
            """,
        en: """
            Your index is {index} m³. You used no more than {limit} m³, so there is no invoice now; it will be on a later \
            one.
            """)
    package static let frozen = Phrase(
        "billing.frozen",
        tr: "Endeksiniz {index} m³. Dilekçeniz üzerine faturalarınız durduruldu; dönüşünüzde faturalandırılır.",
        en: "Your index is {index} m³. Your invoices are stopped as you asked; it will be billed after your return.")

    /// Every one of them.
    package static let all: [Phrase] = [indexLower, implausible, prepaid, belowMinimum, frozen]
}
