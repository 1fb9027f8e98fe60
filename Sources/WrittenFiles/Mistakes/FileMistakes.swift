/// Every mistake of a file, so that whoever mends it need not start once for each.
public struct FileMistakes: Error, Hashable, Sendable, CustomStringConvertible {
    private var found: [FileMistake]

    package init(_ mistakes: [FileMistake] = []) { found = mistakes }

    /// Whether there is none.
    public var isEmpty: Bool { found.isEmpty }

    /// In the order of the file.
    public var all: [FileMistake] { found.sorted { ($0.line, $0.column) < ($1.line, $1.column) } }

    /// One to a line.
    public var description: String { all.map(\.description).joined(separator: "\n") }

    package mutating func add(_ mistake: FileMistake) { found.append(mistake) }

    package mutating func add(_ mistakes: [FileMistake]) { found += mistakes }

    /// What `read` gives; nil where it gives nothing, or a mistake, which is kept.
    @discardableResult
    package mutating func keep<Value>(_ read: @autoclosure () throws(FileMistake) -> Value?) -> Value? {
        do throws(FileMistake) {
            return try read()
        } catch {
            found.append(error)
            return nil
        }
    }
}
