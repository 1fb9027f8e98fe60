import Quantities

// The Board's decision differs from company to company (row 142): another company's set is another value here.
extension TLCorrectionRules {
    /// Çinigaz: corrections from the cut-off on.
    ///
    /// Source: announcement of Çinigaz, "Ön ödemeli sayaçlarda uygulanacak Türk Lirası düzeltme uygulama yöntemi";
    /// Yönetmelik m.40, RG 29/07/2018-30493. Its text gives the decision no number of its own.
    public static let cinigaz = TLCorrectionRules(
        name: "cinigaz", version: "tl-correction-cinigaz-2018.1",
        decision: Decision(
            identifier: "Yönetmelik m.40, RG 29/07/2018-30493", on: day(2018, 7, 29),
            textHash: "b809283f6afbc098d9cd58d1155312af8650dacb203654b15b873cc89d1343fb"),
        cutOff: day(2018, 7, 29), beginning: .cutOff)

    /// İzgaz: corrections from the last reading before the Board's approval on, which must be given.
    ///
    /// Source: decision upon the memo of 06/09/2022, no 83011386-120.07.01-518655, Yönetmelik m.40. The memo's day is not
    /// the day of the approval, which its text does not give.
    public static let izgaz = TLCorrectionRules(
        name: "izgaz", version: "tl-correction-izgaz-2022.1",
        decision: Decision(
            identifier: "83011386-120.07.01-518655", on: day(2022, 9, 6),
            textHash: "e648fc7d6fb3f7d2c702627ed3f9b436e326fcf7c6f2d1c976196ed16dc3c253"),
        cutOff: day(2018, 7, 29), beginning: .approval)

    /// The sets that ship.
    public static let shipped = [cinigaz, izgaz]

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = try? CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("the shipped day \(year)-\(month)-\(day) is none")
        }
        return date
    }
}
