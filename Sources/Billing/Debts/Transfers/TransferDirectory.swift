public import Quantities

/// The subscribers that a transfer's text can name, by their numbers and by their names.
public struct TransferDirectory: Sendable {
    /// A subscriber as a transfer may name them; never printed whole.
    public struct Entry: Hashable, Sendable, CustomStringConvertible {
        /// The subscriber number [abone no].
        public let subscriber: SubscriberNumber
        /// The installation number [tesisat no].
        public let installation: InstallationNumber
        /// The name as it is registered.
        public let name: String

        /// A subscriber.
        public init(subscriber: SubscriberNumber, installation: InstallationNumber, name: String) {
            self.subscriber = subscriber
            self.installation = installation
            self.name = name
        }

        /// The subscriber number masked, without a name.
        public var description: String { "subscriber \(subscriber)" }
    }

    let entries: [Entry]
    private let byNumber: [String: [Int]]
    private let byName: [[String]: [Int]]
    private let longestName: Int

    /// A directory of `entries`.
    public init(_ entries: [Entry]) {
        var byNumber: [String: [Int]] = [:]
        var byName: [[String]: [Int]] = [:]
        var longestName = 0
        for (place, entry) in entries.enumerated() {
            for number in Set([entry.subscriber.text, entry.installation.text]) {
                byNumber[number, default: []].append(place)
            }
            let words = FoldedName(entry.name).words
            // One word alone is a word of the text as well: it names nobody.
            guard words.count > 1 else { continue }
            longestName = max(longestName, words.count)
            byName[words, default: []].append(place)
        }
        self.entries = entries
        self.byNumber = byNumber
        self.byName = byName
        self.longestName = longestName
    }

    func knows(_ number: String) -> Bool { byNumber[number] != nil }

    /// The entries that a number belongs to.
    func entries(withNumber number: String) -> [Int] { byNumber[number] ?? [] }

    /// The entries whose name stands in the words, as it is registered or surname first; a name inside a longer one that
    /// stands there does not count.
    func entries(named words: [String]) -> Set<Int> {
        var found: Set<Int> = []
        var start = 0
        while start < words.count {
            var length = min(longestName, words.count - start)
            var isFound = false
            while length > 1, !isFound {
                let part = Array(words[start..<(start + length)])
                let surnameFirst = Array(part.dropFirst()) + [part[0]]
                let places = (byName[part] ?? []) + (byName[surnameFirst] ?? [])
                if places.isEmpty {
                    length -= 1
                } else {
                    found.formUnion(places)
                    isFound = true
                }
            }
            start += isFound ? length : 1
        }
        return found
    }
}

extension TransferDirectory: CustomStringConvertible {
    /// How many subscribers there are, and nothing else.
    public var description: String { "a directory of \(entries.count) subscribers" }
}
