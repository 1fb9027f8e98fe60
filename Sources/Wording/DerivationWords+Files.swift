extension DerivationWords {
    /// The steps, roles and days of files for Legal, and of late fees taken back.
    package static let files: [Phrase] = [
        Phrase("step.lateFeeCancelled", tr: "İptal edilen gecikme zammı", en: "Late fee cancelled"),
        Phrase("step.legalClaim", tr: "Hukuka devredilen alacak", en: "Claim handed to Legal"),
        Phrase("role.reducedLateFee", tr: "gerçek borcun gecikme zammı", en: "late fee on what was owed"),
        Phrase("day.handedOver", tr: "Hukuka devir tarihi", en: "handed over on"),
    ]
}
