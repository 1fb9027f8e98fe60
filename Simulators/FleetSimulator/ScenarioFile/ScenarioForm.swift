/// What may stand at a place of a scenario file.
///
/// The reader checks files against it, and the JSON schema is printed from it: so both say the same.
indirect enum ScenarioForm: Sendable {
    /// A whole number.
    case whole(ClosedRange<Int>)
    /// A number with at most so many decimals; the range counts units of the last of them.
    case decimal(Int, ClosedRange<Int>)
    /// A whole number, or two as `a..b`.
    case wholes(ClosedRange<Int>)
    /// A number with decimals, or two as `a..b`.
    case decimals(Int, ClosedRange<Int>)
    /// One of a few words.
    case choice([String])
    /// 1 to 40 letters, digits, `-`, `_` and `.`.
    case name
    /// One line of at most so many characters.
    case line(Int)
    /// A day as `2026-01-31`.
    case date
    /// A month as `2026-01`, or of every year as `01`.
    case month
    /// A list with at least so many entries.
    case list(ScenarioForm, least: Int)
    /// A table of keys.
    case table(ScenarioTable)
    /// Either of two forms, told apart by what they look like: the words of a choice, else the other.
    case wordOr([String], ScenarioForm)
}

/// A table of a scenario file: its keys, and which of them go together.
struct ScenarioTable: Sendable {
    /// Keys that belong together: all of the first, any of the second.
    struct Way: Sendable {
        let needs: [String]
        let allows: [String]
    }

    /// How messages name it: "a group of 'fleet'".
    let name: String
    let keys: [ScenarioKey]
    /// The table has exactly one of these, and no key of another; none where keys do not depend on each other.
    let ways: [Way]

    init(_ name: String, _ keys: [ScenarioKey], ways: [Way] = []) {
        self.name = name
        self.keys = keys
        self.ways = ways
    }
}

/// A key of a table.
struct ScenarioKey: Sendable {
    let name: String
    let form: ScenarioForm
    let isRequired: Bool
    /// What it is, with its unit.
    let note: String
    /// For the one who forgot it.
    let example: String

    static func needs(_ name: String, _ form: ScenarioForm, _ note: String, _ example: String) -> ScenarioKey {
        ScenarioKey(name: name, form: form, isRequired: true, note: note, example: example)
    }

    static func may(_ name: String, _ form: ScenarioForm, _ note: String, _ example: String) -> ScenarioKey {
        ScenarioKey(name: name, form: form, isRequired: false, note: note, example: example)
    }
}
