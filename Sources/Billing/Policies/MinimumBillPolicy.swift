import Quantities

extension MinimumBill {
    /// Every use is billed; the default.
    public static let off = MinimumBill(least: .zero, version: "minimum-bill-off")

    /// Less than 10 m3 are not billed in the month.
    ///
    /// Source: Zorlu Enerji Gaziantep's page ("10 m3'u aşmayan tüketimler ilgili ayda faturalandırılmamaktadır"); exactly 10 m3
    /// are billed, as `min_bill.csv` has it.
    public static let tenCubicMetres = MinimumBill(least: MeterVolume(litres: 10_000), version: "minimum-bill-10")
}
