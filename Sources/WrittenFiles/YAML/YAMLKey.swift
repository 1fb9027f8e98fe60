/// A key that a YAML table may hold, with an example of its value for the one who forgot it.
package struct YAMLKey: Hashable, Sendable {
    package let name: String
    package let example: String

    package init(_ name: String, _ example: String) {
        self.name = name
        self.example = example
    }
}
