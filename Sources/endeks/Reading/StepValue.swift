/// A value of JSON whose objects keep the order in which they were written.
indirect enum StepValue {
    case text(String?)
    case number(Double, places: Int)
    case truth(Bool)
    case list([StepValue])
    case object([(String, StepValue)])
    case null

    /// A whole number.
    static func whole(_ value: Int) -> StepValue { .number(Double(value), places: 0) }

    /// Codes or digits.
    static func texts(_ values: [String]) -> StepValue { .list(values.map { .text($0) }) }

    /// JSON with two blanks for each depth; a list of plain values stands on one line.
    func json(depth: Int = 0) -> String {
        let blanks = String(repeating: "  ", count: depth + 1)
        let end = "\n" + String(repeating: "  ", count: depth)
        switch self {
        case .text(let text): return ReadRecord.text(text)
        case .number(let number, let places): return ReadRecord.decimal(number, places)
        case .truth(let isTrue): return isTrue ? "true" : "false"
        case .null: return "null"
        case .list(let values) where values.allSatisfy(\.isPlain):
            return "[" + values.map { $0.json() }.joined(separator: ", ") + "]"
        case .list(let values):
            return "[\n" + values.map { blanks + $0.json(depth: depth + 1) }.joined(separator: ",\n") + end + "]"
        case .object(let fields):
            let lines = fields.map { blanks + ReadRecord.text($0.0) + ": " + $0.1.json(depth: depth + 1) }
            return fields.isEmpty ? "{}" : "{\n" + lines.joined(separator: ",\n") + end + "}"
        }
    }

    private var isPlain: Bool {
        switch self {
        case .text, .number, .truth, .null: true
        case .list(let values): values.count <= 2 && values.allSatisfy(\.isPlain)
        case .object: false
        }
    }
}
