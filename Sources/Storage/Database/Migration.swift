/// A step in the life of the tables: a room hands it over, it runs once, it never changes afterwards.
package struct Migration: Sendable {
    /// `<Room>/<what it brings>`, unique and final.
    package let name: String
    package let statements: [String]

    package init(_ name: String, _ statements: [String]) {
        self.name = name
        self.statements = statements
    }
}
