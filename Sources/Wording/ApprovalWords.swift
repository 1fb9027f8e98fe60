/// The letter by which a contractor's pay is put before the General Directorate for approval [Olur].
package enum ApprovalWords {
    package static let request = Phrase(
        "approval.request",
        tr: """
            {contractor} firmasının {period} dönemine ait {count} iş için düzenlenen hakedişinin, {payable} TL (yalnız: {words}) \
            tutarıyla ödenmesi hususunu Olurlarınıza arz ederim.
            """,
        en: """
            The progress payment of {contractor} for {count} pieces of work in {period}, which comes to TL {payable} (in words: \
            {words}), is submitted for your approval.
            """)
    package static let work = Phrase("approval.work", tr: "İş tutarı", en: "Work done")
    package static let penalties = Phrase("approval.penalties", tr: "Kesintiler (ceza)", en: "Deductions (penalties)")
    package static let base = Phrase("approval.base", tr: "KDV matrahı", en: "Base of VAT (KDV)")
    package static let valueAddedTax = Phrase("approval.kdv", tr: "KDV", en: "VAT (KDV)")
    package static let withheldTax = Phrase("approval.withheld", tr: "KDV tevkifatı", en: "VAT (KDV) withheld")
    package static let payable = Phrase("approval.payable", tr: "Ödenecek", en: "Payable")

    /// Every one of them.
    package static let all: [Phrase] = [request, work, penalties, base, valueAddedTax, withheldTax, payable]
}
