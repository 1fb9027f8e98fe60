/// What a utility advises its customers, in notices, at the desk and beside answers.
package enum AdviceWords {
    /// Load as you use [kullandıkça yükle]: for those who buy gas on a card. [119]
    package static let loadAsYouUse = Phrase(
        "advice.load-as-you-use",
        tr: """
            Gazınızı kullandıkça yükleyin: ihtiyacınızdan fazla gaz almazsanız, ne zaman kullanıp ne zaman ödeyeceğinize siz \
            karar verirsiniz. Yüklediğiniz gaz, kullandığınız günün fiyatıyla düzeltilir.
            """,
        en: """
            Load gas as you use it: if you buy no more than you need, you choose yourself when to use it and when to pay. \
            Gas that you have loaded is corrected to the price of the day you use it.
            """)

    /// Every one of them.
    package static let all: [Phrase] = [loadAsYouUse]
}
