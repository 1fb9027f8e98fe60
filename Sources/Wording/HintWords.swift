/// What something known of a meter changed in its reading, and what its wheels leave open, in words for the clerk.
///
/// The codes of the uses are those of `MeterVision`'s `HintUse`, their places the names of its values.
package enum HintWords {
    /// The words of a use; the code itself where nobody knows it.
    package static func words(_ code: String, _ values: [String: String], in language: Language) -> String {
        byCode[code]?.text(in: language, values) ?? code
    }

    /// The words of an interval that the wheels leave open.
    package static let interval = Phrase(
        "index-interval",
        tr: "sayaç {lower} ile {upper} arasında", en: "the counter stands between {lower} and {upper}")

    private static let byCode = Dictionary(uses.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// Every use.
    package static let uses: [Phrase] = [
        Phrase(
            "wheel-count-chose-line",
            tr: "tambur sayısı bu okumayı seçti; tek başına fotoğraf {instead} diye okunurdu",
            en: "the number of wheels chose this reading; by itself the photo would have been read as {instead}"),
        Phrase(
            "decimals-chose-split",
            tr: "ondalık sayısı virgülün yerini seçti; tek başına fotoğraf {instead} diye okunurdu",
            en:
                "the number of decimals chose where the comma stands; by itself the photo would have been read as {instead}"
        ),
        Phrase(
            "wheel-count-lowered-confidence",
            tr: "fotoğrafta {shown} siyah tambur görünüyor, sayaçta başka sayıda var; güven düşürüldü",
            en: "the photo shows {shown} black wheels and the meter has others; the confidence was lowered"),
        Phrase(
            "last-index-settled-half-rolled",
            tr: "bir tambur iki rakam arasındaydı; önceki endeks {instead} yerine bunu seçti",
            en: "a wheel stood between two digits; the last index chose this reading, not {instead}"),
        Phrase(
            "interval-settled-half-rolled",
            tr: "bir tambur iki rakam arasındaydı; beklenen aralık {instead} yerine bunu seçti",
            en: "a wheel stood between two digits; the expected interval chose this reading, not {instead}"),
        Phrase(
            "last-index-lowered-confidence",
            tr: "endeks önceki {last} endeksinden düşük; güven düşürüldü",
            en: "the index is below the last one, {last}; the confidence was lowered"),
        Phrase(
            "interval-lowered-confidence",
            tr: "endeks beklenen {from}–{through} aralığından uzak; güven düşürüldü",
            en: "the index is far from the expected {from} to {through}; the confidence was lowered"),
        Phrase(
            "serial-matched-registered",
            tr: "etiketteki numara kayıtlı seri numarası", en: "a number on the plate is the registered serial"),
        Phrase(
            "serial-differed",
            tr: "etikette kayıtlı olandan başka bir seri numarası var: {shown}",
            en: "the plate shows another serial than the registered one: {shown}"),
    ]

    /// All of them.
    package static let all: [Phrase] = uses + [interval]
}
