extension MonthlyGasLimit.Policy {
    /// Two average months a month.
    ///
    /// Source: Yönetmelik m.40 as amended, RG 13/2/2013-28558 (whole text at adaletbiz.com).
    public static let shipped = MonthlyGasLimit.Policy(
        version: "monthly-limit-2013.1", averageMonths: 2, monthsInQuarter: 3)
}
