/// What makers let a plate's code say: the serial, alone or with what the meter is before it.
package enum CodeText: String, CaseIterable, Sendable {
    case serial
    /// Two digits of the year, then the serial.
    case yearAndSerial = "year-serial"
    /// The meter's size, then the serial.
    case typeAndSerial = "type-serial"
    /// Size, year and serial.
    case all

    static let parameter = Parameter.choice(
        "code.text", CodeText.self, "What a code of letters and digits says; ITF always has the serial alone")
    static let types = ["G1.6", "G2.5", "G4", "G6", "G10", "G16", "G25"]

    /// The text, in characters that every symbology but ITF has; for ITF digits of an even count.
    package func text(_ symbology: CodeSlot.Symbology, serial: String, year: Int, type: String) -> String {
        guard symbology != .itf else { return CodeText.even(serial) }
        let short = String(String(year).suffix(2))
        return switch self {
        case .serial: serial
        case .yearAndSerial: short + serial
        case .typeAndSerial: "\(type)-\(serial)"
        case .all: "\(type)/\(year)/\(serial)"
        }
    }

    /// Digits with a leading zero where their count is odd: ITF writes them in pairs.
    static func even(_ digits: String) -> String { digits.count.isMultiple(of: 2) ? digits : "0\(digits)" }
}
