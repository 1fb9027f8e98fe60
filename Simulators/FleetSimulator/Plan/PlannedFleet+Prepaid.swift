public import MeterCore

extension PlannedFleet {
    /// What is set in a prepaid meter.
    ///
    /// It may hold as many months of the meter's mean use as the plan says, and at least what the emergency credit is.
    ///
    /// - Parameters:
    ///   - meter: number of a prepaid meter.
    ///   - generation: how often it has been exchanged.
    ///   - price: of a m³ in ten-thousandths of a kuruş, where cards carry money; 0 where they carry gas.
    ///   - unit: what cards carry; nil for what the plan says.
    /// - Returns: terms in millilitres or kuruş, as the cards are.
    public func prepaidTerms(
        of meter: Int, generation: Int = 0, price: UInt32 = 0, unit: CreditUnit? = nil
    ) -> PrepaidTerms {
        let group = plan.group(of: meter)
        let year = moulds[group].meter(meter).demand.meanYear
        let emergency = UInt64(plan.prepaid.emergencyCubicMetres) * 1_000_000
        let most = max(year / 12 * UInt64(plan.prepaid.mostMonths), emergency)
        let unit = unit ?? plan.prepaid.unit
        let isMoney = unit == .money
        func amount(_ millilitres: UInt64) -> UInt64 {
            // Millilitres times ten-thousandths of a kuruş a m³, cut to kuruş.
            isMoney ? min(millilitres / 1_000 * UInt64(price) / 10_000_000, 400_000_000) : millilitres
        }
        return PrepaidTerms(
            serial: UInt64(serial(of: meter, generation: generation)), unit: unit,
            price: isMoney ? max(price, 1) : 0, emergencyLimit: UInt32(amount(emergency)),
            maximumCredit: min(amount(most), 1_000_000_000_000), blackWheels: plan.groups[group].blackWheels)
    }
}
