/// How a plate is laid out; each is seen on meters in the field.
enum PlateLayout: String, CaseIterable, Sendable {
    /// Lines above the window, the last of them with number and year.
    case lines
    /// Number and year along the upper edge, flows below the window.
    case numberTop = "number-top"
    /// Name centred above, sizes at both ends, columns below, number and year large at the foot.
    case wide
    /// Flows close above the window, number stamped below.
    case stamped
    /// Nearly all print below the window.
    case below
    /// Boxes with values above, spaced number below.
    case boxes

    static let parameter = Parameter.choice("plate.layout", PlateLayout.self, "How the plate is laid out")

    func fill(_ sheet: inout PlateSheet, _ random: inout SeededRandom) {
        switch self {
        case .lines: sheet.fillLines(&random)
        case .numberTop: sheet.fillNumberTop(&random)
        case .wide: sheet.fillWide(&random)
        case .stamped: sheet.fillStamped(&random)
        case .below: sheet.fillBelow(&random)
        case .boxes: sheet.fillBoxes(&random)
        }
        // Whatever the form, a plate says these somewhere.
        let h = sheet.print
        for (x, y) in [
            (0.0, sheet.belowWindow + h * 0.8), (0, sheet.aboveWindow - h * 0.8), (0, sheet.bounds.bottom - h),
        ] {
            sheet.putSerial("No.", x, y, PlateMark.Style(face: .serial, height: h))
        }
        sheet.putRow(
            sheet.words.extras, sheet.bounds.bottom - h * 0.5, height: h * 0.7, from: sheet.bounds.left + 8,
            to: sheet.bounds.right - 8)
        sheet.putSerialBeyond(height: h * 1.2)
    }
}
