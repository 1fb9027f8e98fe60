/// The media that the stand-in holds, and the short-lived addresses under which customers' media are fetched.
struct MediaShelf {
    /// One file.
    struct Item {
        let bytes: [UInt8]
        let type: String
    }

    private var items: [String: Item] = [:]
    private var links: [String: (media: String, until: ContinuousClock.Instant)] = [:]
    private let lifetime: Duration

    init(lifetime: Duration) { self.lifetime = lifetime }

    mutating func put(_ item: Item, as media: String) { items[media] = item }

    func item(_ media: String) -> Item? { items[media] }

    /// A new address of a file; nil where there is no such file.
    mutating func link(to media: String, named name: String, at now: ContinuousClock.Instant) -> Item? {
        guard let item = items[media] else { return nil }
        links = links.filter { $0.value.until > now }
        links[name] = (media, now + lifetime)
        return item
    }

    /// What lies under an address that has not expired.
    func linked(_ name: String, at now: ContinuousClock.Instant) -> Item? {
        guard let link = links[name], link.until > now else { return nil }
        return items[link.media]
    }
}
