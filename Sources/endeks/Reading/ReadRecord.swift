import Foundation
import MeterVision

/// A reading as a line of JSON, its keys always in the same order.
struct ReadRecord {
    let file: String
    let reading: PhotoReading

    var json: String {
        let digits = reading.digits.map { digit in
            "{\"value\":\(digit.value),\"position\":\(Self.decimal(digit.position, 1)),"
                + "\"confidence\":\(Self.decimal(digit.confidence, 4)),\"box\":\(Self.corners(digit.box))}"
        }
        let fields = [
            ("file", Self.text(file)),
            ("index", Self.text(reading.index)),
            ("decimals", Self.text(reading.decimals)),
            ("serial", Self.text(reading.serial)),
            ("serialWay", Self.text(reading.serialFinding?.way.name)),
            ("serialText", Self.text(reading.serialFinding?.text)),
            ("serialListed", Self.text(reading.serialFinding?.listed)),
            ("serialDistance", reading.serialFinding?.distance.map { Self.decimal($0, 2) } ?? "null"),
            ("decision", Self.text(reading.decision.rawValue)),
            ("probability", Self.decimal(reading.probability, 4)),
            ("digits", "[" + digits.joined(separator: ",") + "]"),
            ("window", reading.window.map(Self.corners) ?? "null"),
            ("reasons", "[" + reading.reasons.map { Self.text($0.rawValue) }.joined(separator: ",") + "]"),
            ("interval", interval),
            ("uses", "[" + reading.uses.map(Self.object).joined(separator: ",") + "]"),
            ("milliseconds", Self.decimal(reading.milliseconds, 1)),
        ]
        return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    /// The two indices that the wheels leave open, or null.
    private var interval: String {
        reading.interval.map { "{\"lower\":\(Self.text($0.lower)),\"upper\":\(Self.text($0.upper))}" } ?? "null"
    }

    /// What something known of the meter changed: its code, and its values by their names.
    private static func object(_ use: HintUse) -> String {
        let values = use.values.sorted { $0.key < $1.key }.map { ",\(text($0.key)):\(text($0.value))" }
        return "{\"code\":\(text(use.code))\(values.joined())}"
    }

    /// A number with so many decimals at most.
    static func decimal(_ value: Double, _ places: Int) -> String {
        guard value.isFinite else { return "0" }
        let factor = (0..<places).reduce(1.0) { product, _ in product * 10 }
        let rounded = (value * factor).rounded() / factor
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int64(rounded)) : String(rounded)
    }

    /// A JSON string, or null.
    static func text(_ value: String?) -> String {
        guard let value else { return "null" }
        var quoted = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func corners(_ quad: Quad) -> String {
        "[" + quad.corners.map { "[\(decimal($0.x, 1)),\(decimal($0.y, 1))]" }.joined(separator: ",") + "]"
    }
}
