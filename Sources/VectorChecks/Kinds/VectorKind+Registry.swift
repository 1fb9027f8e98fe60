extension VectorKind {
    /// Every kind of vector file that Endeks knows, by name.
    package static let all: [VectorKind] = built + notYet.map(VectorKind.init(notYet:))

    /// The kind of that name.
    package static func named(_ name: String) -> VectorKind? { all.first { $0.name == name } }

    private static let built: [VectorKind] = [
        invoiceBasic, correctionFactor, publishedCorrectionFactor, dayWeighted, calorificValueAverage,
        standardVolumeEnergy, tariffComponents, rollover,
        // Metering and tariffs
        corrector, periods, minimumBill, freeVolume, tiers,
        // Debts
        instalments, lateFee, depositRefund, paymentAllocation, transferMatching, reminderSuppression, finalInvoice,
        illegalUse, progressPayment,
    ]

    private static let notYet = [
        "debt_split",
        // These five are one kind: lots and periods in, matches, remaining lots and totals out.
        "fifo_lots", "fifo_matches", "fifo_periods", "fifo_remaining", "fifo_totals",
        "identifiers", "isa_pressure", "kiyas", "mahsup", "prepaid_fault_8890", "prepaid_load", "telegrams",
        "tr_karekod_crc",
    ]
}
