extension VectorKind {
    /// Every kind of vector file that Endeks knows, by name.
    package static let all: [VectorKind] = built + notYet.map(VectorKind.init(notYet:))

    /// The kind of that name.
    package static func named(_ name: String) -> VectorKind? { all.first { $0.name == name } }

    private static let built: [VectorKind] = [
        invoiceBasic, correctionFactor, publishedCorrectionFactor, dayWeighted, calorificValueAverage,
        standardVolumeEnergy, tariffComponents, rollover,
        // Gas and identifiers
        identifiers, paymentCodeChecksum, standardAtmosphere, usakCorrectionFactor, compositions, detailCompression,
        publishedCompression, sgergCompression,
        // Prepaid and estimates
        prepaidLoad, debtSplit, fifoLots, fifoPeriods, fifoMatches, fifoRemaining, fifoTotals, comparativeEstimate,
        estimateSettlement, faultBackBilling,
        // Metering and tariffs
        corrector, periods, minimumBill, freeVolume, tiers,
        // Debts
        instalments, lateFee, depositRefund, paymentAllocation, transferMatching, reminderSuppression, finalInvoice,
        illegalUse, progressPayment,
    ]

    private static let notYet = ["telegrams"]
}
