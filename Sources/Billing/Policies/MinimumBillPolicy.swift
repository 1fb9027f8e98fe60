import Quantities

extension MinimumBill {
    /// Every use is billed; the default.
    public static let off = MinimumBill(limit: .zero, version: "minimum-bill-off")

    /// Up to 10 m3 are not billed in the month.
    ///
    /// Source: Zorlu Enerji Gaziantep's page ("10 m3'u aşmayan tüketimler ilgili ayda faturalandırılmamaktadır").
    public static let tenCubicMetres = MinimumBill(limit: MeterVolume(litres: 10_000), version: "minimum-bill-10")
}
