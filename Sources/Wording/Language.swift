/// A language that a subscriber can be written to in.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case turkish = "tr"
    case english = "en"
}
