/// The words that stand on every invoice, whatever its figures.
package enum InvoiceWords {
    // The head.
    package static let title = Phrase("invoice.title", tr: "Doğal gaz faturası", en: "Natural gas invoice")
    package static let sample = Phrase(
        "invoice.sample", tr: "Örnek fatura – ödeme yapmayınız", en: "Sample invoice – do not pay")
    package static let payable = Phrase("invoice.payable", tr: "Ödenecek", en: "Amount due")
    package static let dueDate = Phrase("invoice.due-date", tr: "Son ödeme tarihi", en: "Due date")
    package static let iban = Phrase("invoice.iban", tr: "IBAN", en: "IBAN")
    package static let paymentReference = Phrase(
        "invoice.payment-reference", tr: "Açıklamaya abone numaranızı yazınız: {subscriber}",
        en: "Please quote your subscriber number: {subscriber}")
    package static let invoiceNumber = Phrase("invoice.number", tr: "Fatura no", en: "Invoice no.")
    package static let invoiceDate = Phrase("invoice.date", tr: "Fatura tarihi", en: "Invoice date")
    package static let taxNumber = Phrase("invoice.tax-number", tr: "VKN", en: "Tax no. (VKN)")
    package static let callCentre = Phrase("invoice.call-centre", tr: "Çağrı merkezi", en: "Call centre")
    package static let customer = Phrase("invoice.customer", tr: "Sayın", en: "To")

    // The reading.
    package static let firstIndex = Phrase("invoice.first-index", tr: "İlk endeks", en: "First index")
    package static let lastIndex = Phrase("invoice.last-index", tr: "Son endeks", en: "Last index")
    package static let photoCaption = Phrase(
        "invoice.photo-caption", tr: "Fotoğrafınızdan okunan endeks: {index}",
        en: "Index read from your photo: {index}")
    package static let days = Phrase("invoice.days", tr: "{days} gün", en: "{days} days")
    package static let consumption = Phrase("invoice.consumption", tr: "Tüketim", en: "Consumption")

    // The derivation.
    package static let derivation = Phrase("invoice.derivation", tr: "Nasıl hesaplandı", en: "How it was computed")

    // What is known of subscriber, meter and gas.
    package static let subscriber = Phrase("invoice.subscriber", tr: "Abone", en: "Subscriber")
    package static let subscriberNumber = Phrase("invoice.subscriber-number", tr: "Abone no", en: "Subscriber no.")
    package static let installationNumber = Phrase(
        "invoice.installation-number", tr: "Tesisat no", en: "Installation no.")
    package static let subscriberKind = Phrase("invoice.subscriber-kind", tr: "Abone türü", en: "Kind")
    package static let identityNumber = Phrase("invoice.identity-number", tr: "TCKN/VKN", en: "TCKN/VKN")
    package static let meter = Phrase("invoice.meter", tr: "Sayaç", en: "Meter")
    package static let meterSerial = Phrase("invoice.meter-serial", tr: "Sayaç no", en: "Meter serial")
    package static let meterClass = Phrase("invoice.meter-class", tr: "Sayaç tipi", en: "Meter class")
    package static let meterPressure = Phrase(
        "invoice.meter-pressure", tr: "Sayaç ölçüm basıncı", en: "Metering pressure")
    package static let multiplier = Phrase("invoice.multiplier", tr: "Çarpan", en: "Multiplier")
    package static let periodAndGas = Phrase("invoice.period-and-gas", tr: "Dönem ve gaz", en: "Period and gas")
    package static let period = Phrase("invoice.period", tr: "Dönem", en: "Period")
    package static let energy = Phrase("invoice.energy", tr: "Enerji", en: "Energy")
    package static let correctionFactor = Phrase(
        "invoice.correction-factor", tr: "Düzeltme katsayısı K", en: "Correction factor K")
    package static let calorificValue = Phrase(
        "invoice.calorific-value", tr: "Ort. fiili üst ısıl değer", en: "Average gross calorific value")
    package static let energyFactor = Phrase("invoice.energy-factor", tr: "kWh dönüşüm katsayısı", en: "kWh factor")
    package static let averagePrice = Phrase(
        "invoice.average-price", tr: "Ortalama birim fiyat", en: "Average unit price")

    // The foot.
    package static let tariffVersion = Phrase("invoice.tariff-version", tr: "Tarife {version}", en: "Tariff {version}")
    package static let source = Phrase("invoice.source", tr: "Kaynak: {source}", en: "Source: {source}")
    package static let wordingVersion = Phrase(
        "invoice.wording-version", tr: "metin {version}", en: "wording {version}")
    package static let objection = Phrase(
        "invoice.objection",
        tr: """
            İtiraz: Endeks fotoğrafınızdan otomatik okundu. Endekse veya faturaya itiraz edebilir, bir çalışanın \
            incelemesini isteyebilirsiniz: {contact}. İtiraz ücretsizdir.
            """,
        en: """
            Objections: the index was read from your photo automatically. You may object to it or to the invoice and \
            ask for a person to check it: {contact}. Objecting is free of charge.
            """)
    package static let objectionToPerson = Phrase(
        "invoice.objection-to-person",
        tr: """
            İtiraz: Endekse veya faturaya itiraz edebilir, bir çalışanın incelemesini isteyebilirsiniz: {contact}. \
            İtiraz ücretsizdir.
            """,
        en: """
            Objections: you may object to the index or to the invoice and ask for a person to check it: {contact}. \
            Objecting is free of charge.
            """)
    package static let privacy = Phrase(
        "invoice.privacy",
        tr: """
            Kişisel veriler: Adınız, adresiniz, endeksiniz ve fotoğrafınız, 6698 sayılı Kanun'un (KVKK) 5/2-c ve ç \
            bentlerine göre gaz sözleşmeniz ve kanuni yükümlülükler için işlenir. 11. madde uyarınca bilgi, düzeltme \
            ve yalnız otomatik sonuca itiraz hakkınız vardır.
            """,
        en: """
            Personal data: your name, address, index and photo are processed for your gas contract and legal duties \
            (law 6698, KVKK, art. 5/2-c and ç). Under art. 11 you may ask for information and correction, and object \
            to a result of automated processing alone.
            """)
    package static let emergency = Phrase(
        "invoice.emergency", tr: "Gaz kokusu alırsanız: {phone} Doğal Gaz Acil, 7 gün 24 saat",
        en: "If you smell gas: {phone}, gas emergency, day and night")

    /// Every one of them.
    package static let all: [Phrase] = [
        title, sample, payable, dueDate, iban, paymentReference, invoiceNumber, invoiceDate, taxNumber, callCentre,
        customer, firstIndex, lastIndex, photoCaption, days, consumption, derivation, subscriber,
        subscriberNumber, installationNumber, subscriberKind, identityNumber, meter, meterSerial, meterClass,
        meterPressure, multiplier, periodAndGas, period, correctionFactor, calorificValue, energyFactor, energy,
        averagePrice, tariffVersion, source, wordingVersion, objection, privacy, emergency,
    ]
}
