import FleetExport
import FleetSimulator
import Foundation
import MeterCore
import Quantities

extension MeterPortrait {
    /// What the wheels show, with a comma before the red ones.
    var digits: String {
        let all = (0..<wheels.wheels).reversed().map { String(wheels.digit(of: $0)) }
        let red = all.suffix(group.redWheels).joined()
        return all.prefix(group.blackWheels).joined() + (red.isEmpty ? "" : ",\(red)")
    }

    /// Where each wheel stands, in digits, the leftmost first.
    var positions: [Double] { (0..<wheels.wheels).reversed().map { Double(wheels.position(of: $0)) / 1_000 } }

    private var time: String {
        let hour = self.hour.hourOfDay
        return "\(self.hour.date) \(hour < 10 ? "0" : "")\(hour):00"
    }

    /// Whole litres of millilitres, as m³ with three decimals.
    static func cubicMetres(_ millilitres: Int64) -> String {
        let litres = millilitres / 1_000
        let rest = String(1_000 + litres.magnitude % 1_000).dropFirst()
        return "\(millilitres < 0 ? "-" : "")\(litres.magnitude / 1_000).\(rest) m³"
    }

    /// The portrait for people, in English with the trade's Turkish words.
    var text: String {
        var lines: [(String, String)] = [
            (
                "meter [sayaç]",
                "\(number), \(group.kind.rawValue) \(group.size?.name ?? ""), group \(group.name), \(group.place.rawValue)"
            ),
            ("installation [tesisat]", "\(installation), book \(place.book) page \(place.page) line \(place.line)"),
            (
                "serial [seri no]",
                "\(serial), fitted \(fitted)\(generation > 0 ? ", the meter that came in exchange \(generation)" : "")"
            ),
            ("time", time),
            ("wheels [endeks]", "\(digits) m³"),
            ("positions", positions.map { String(format: "%.3f", $0) }.joined(separator: " ")),
            (
                "readings [okuma]",
                "last \(lastReading?.description ?? "none"), next \(nextReading?.description ?? "none")"
            ),
        ]
        if sight != .none { lines.append(("seen beside", "note \(sight.rawValue)")) }
        lines += cardLines + correctorLines
        lines += [
            ("true index", Self.cubicMetres(soundIndex) + (soundIndex == index ? ", as shown" : "")),
            ("passed since \(startOfCount)", Self.cubicMetres(counted)),
            ("error", "\(partsPerMillion) millionths; \(Self.cubicMetres(Int64(meanYear))) in a mean year"),
        ]
        for condition in conditions { lines.append(faultLine(condition)) }
        if conditions.isEmpty { lines.append(("faults [arıza]", "none")) }
        let wide = lines.map(\.0.count).max() ?? 0
        return lines.map { label, value in
            "\(label)\(String(repeating: " ", count: wide - label.count))  \(value)\n"
        }.joined()
    }

    private var startOfCount: String { "the plan began" }

    private var cardLines: [(String, String)] {
        guard let card else { return [] }
        var words: [String] = [
            card.flags.contains(.valveClosed) ? "valve closed [vana kapalı]" : "valve open [vana açık]"
        ]
        if card.flags.contains(.emergencyReleased) { words.append("emergency credit [eksi gaz]") }
        if card.flags.contains(.caseOpened) { words.append("case opened") }
        if card.flags.contains(.magnet) { words.append("magnet") }
        if card.flags.contains(.batteryLow) { words.append("battery low") }
        if card.flags.contains(.batteryDead) { words.append("battery dead") }
        return [
            (
                "credit [kalan]",
                "\(Self.cubicMetres(card.credit)), load \(card.loadNumber), \(words.joined(separator: ", "))"
            ),
            ("customer", "\(card.visits) visits with the card; would have used \(Self.cubicMetres(card.demanded))"),
        ]
    }

    private var correctorLines: [(String, String)] {
        guard let meter = corrector?.meter else { return [] }
        let pressure = String(
            format: "%.5f bar, %.2f °C, C %.7f", Double(meter.pressure) / 100_000,
            Double(meter.temperature) / 1_000 - 273.15, Double(meter.factor) / 10_000_000)
        return [
            (
                "corrector [düzeltici]",
                "Vm \(Self.cubicMetres(Int64(meter.volume))), Vb \(Self.cubicMetres(Int64(meter.baseVolume)))"
            ),
            (
                "disturbed",
                "Vm \(Self.cubicMetres(Int64(meter.disturbedVolume))), Vb \(Self.cubicMetres(Int64(meter.disturbedBaseVolume)))"
            ),
            ("gas", pressure),
            ("status", "\(meter.status.rawValue) now, \(meter.latched.rawValue) latched"),
        ]
    }

    private func faultLine(_ condition: Condition) -> (String, String) {
        let fault = condition.fault
        let variant = fault.variant == .plain ? "" : ".\(fault.variant.name)"
        let state = condition.isOn ? "on" : fault.start > hour ? "not yet" : "over"
        var effects: [String] = []
        if condition.truth.registered != 0 { effects.append("wheels \(Self.cubicMetres(condition.truth.registered))") }
        if condition.truth.base != 0 { effects.append("Vb \(Self.cubicMetres(condition.truth.base))") }
        if condition.truth.use != 0 { effects.append("passed \(Self.cubicMetres(condition.truth.use))") }
        let effect = effects.isEmpty ? "" : ": " + effects.joined(separator: ", ")
        return (
            "fault \(fault.kind.number) [arıza]",
            "\(fault.kind.name)\(variant), \(state), \(fault.start.date) to \(fault.end.date)\(effect); \(condition.truth.duty.rawValue)"
        )
    }
}
