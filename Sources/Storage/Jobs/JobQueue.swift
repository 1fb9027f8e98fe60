/// A kind of work that waits in the job table; the rooms name theirs.
package struct JobQueue: Hashable, Sendable {
    package let name: String

    package init(_ name: String) { self.name = name }
}
