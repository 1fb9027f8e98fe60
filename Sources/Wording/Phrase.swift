/// One thing that Endeks says, under a code that never changes, in every language.
///
/// Both languages stand in one row, so that none can be forgotten. Values are put in at `{name}`.
package struct Phrase: Hashable, Sendable {
    package let code: String
    private let turkish: String
    private let english: String

    package init(_ code: String, tr turkish: String, en english: String) {
        self.code = code
        self.turkish = turkish
        self.english = english
    }

    /// The words as they stand in the table, placeholders and all.
    package func template(in language: Language) -> String {
        switch language {
        case .turkish: turkish
        case .english: english
        }
    }

    /// The words with `values` in the place of their names; a name that has no value stays as it is.
    package func text(in language: Language, _ values: [String: String] = [:]) -> String {
        var text = ""
        var rest = template(in: language)[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            text += rest[..<open]
            text += values[String(name)] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// The names that the words of this language hold a place for.
    package func placeholders(in language: Language) -> Set<String> {
        var names: Set<String> = []
        var rest = template(in: language)[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.insert(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}

/// The edition of all words of this room; a document that was worded by it stores it.
package enum WordingEdition {
    package static let version = "2026.2"
}
