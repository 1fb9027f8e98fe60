import InvoiceDocuments

/// An explanation as text: what was computed, from which figures, the result at the right, and the grounds below.
struct ExplanationText {
    let text: String

    private static let nameWidth = 32
    private static let resultWidth = 22
    private static let formulaWidth = 60

    init(_ explanation: Explanation, of title: String) {
        var lines = [title, ""]
        for (place, line) in explanation.lines.enumerated() {
            let number = Self.right("\(place + 1)", 2)
            let fits = line.formula.count <= Self.formulaWidth
            lines.append(
                "\(number)  \(Self.left(line.name, Self.nameWidth))\(Self.left(fits ? line.formula : "", Self.formulaWidth))"
                    + Self.right(line.result, Self.resultWidth))
            if !fits { lines.append("      " + line.formula) }
            if !line.grounds.isEmpty { lines.append("      " + line.grounds.joined(separator: " · ")) }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
