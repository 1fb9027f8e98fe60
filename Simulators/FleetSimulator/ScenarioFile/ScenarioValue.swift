import Quantities

/// What stands at a place of a scenario file, once it has been checked against its form.
struct ScenarioValue: Sendable {
    indirect enum Content: Sendable {
        /// A number, in units of its form's last decimal.
        case number(Int)
        case range(ClosedRange<Int>)
        case text(String)
        case date(CivilDate)
        case list([ScenarioValue])
        case table([String: ScenarioValue])
    }

    let content: Content
    let line: Int
    let column: Int

    subscript(_ key: String) -> ScenarioValue? {
        guard case .table(let table) = content else { return nil }
        return table[key]
    }

    /// The number of a key that holds one.
    func number(_ key: String) -> Int? {
        guard case .number(let number)? = self[key]?.content else { return nil }
        return number
    }

    /// The range of a key that holds one.
    func range(_ key: String) -> ClosedRange<Int>? {
        guard case .range(let range)? = self[key]?.content else { return nil }
        return range
    }

    /// The text of a key that holds one.
    func text(_ key: String) -> String? {
        guard case .text(let text)? = self[key]?.content else { return nil }
        return text
    }

    /// The day of a key that holds one.
    func date(_ key: String) -> CivilDate? { self[key]?.date }

    /// The day that it is.
    var date: CivilDate? {
        guard case .date(let date) = content else { return nil }
        return date
    }

    /// The text that it is.
    var text: String? {
        guard case .text(let text) = content else { return nil }
        return text
    }

    /// The entries of a list under a key, none where there is no list.
    func list(_ key: String) -> [ScenarioValue] {
        guard case .list(let list)? = self[key]?.content else { return [] }
        return list
    }
}
