/// Where a photo's difficulty comes from: the distribution of every parameter.
package struct Profile: Sendable {
    /// Which scenes are kept: others are thrown again.
    package enum Keep: String, CaseIterable, Sendable { case all, readable, unreadable }

    package let name: String
    package let keep: Keep
    private let distributions: [String: Distribution]
    /// The same by parameters' places: names would have to be hashed a few hundred times a photo.
    private let byPlace: [Distribution?]

    /// A profile that is whole: ``ProfileReader`` makes them.
    init(name: String, keep: Keep, distributions: [String: Distribution]) {
        self.name = name
        self.keep = keep
        self.distributions = distributions
        var byPlace = [Distribution?](repeating: nil, count: 1 + (Parameter.all.map(\.place).max() ?? 0))
        for parameter in Parameter.all { byPlace[parameter.place] = distributions[parameter.name] }
        self.byPlace = byPlace
    }

    package subscript(_ parameter: Parameter) -> Distribution {
        guard parameter.place < byPlace.count, let distribution = byPlace[parameter.place] else {
            preconditionFailure("\(parameter.name) is not in Parameter.all, so no profile was asked for it")
        }
        return distribution
    }

    /// By parameter, for a profile that builds on this one.
    var all: [String: Distribution] { distributions }
}

extension Profile {
    /// Tells one profile's distributions from another's: FNV-1a over all of them in order.
    package var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(Keep.allCases.firstIndex(of: keep) ?? 0)
        for (name, distribution) in all.sorted(by: { $0.key < $1.key }) {
            for byte in "\(name)=\(distribution);".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return String(hash, radix: 16)
    }
}
