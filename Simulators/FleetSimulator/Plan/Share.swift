/// A part of a whole in whole millionths, so that chance and sums are exact.
public struct Share: Hashable, Comparable, Sendable {
    /// 0 to 1,000,000.
    public let millionths: UInt32

    /// That many millionths, at most a million.
    public init(millionths: UInt32) {
        precondition(millionths <= 1_000_000, "a share is at most the whole")
        self.millionths = millionths
    }

    /// Nothing.
    public static var none: Share { Share(millionths: 0) }
    /// The whole.
    public static var whole: Share { Share(millionths: 1_000_000) }

    /// Whether the left part is the smaller one.
    public static func < (left: Share, right: Share) -> Bool { left.millionths < right.millionths }

    /// Whether a draw of 64 bits falls into this part: always for the whole, never for nothing.
    func takes(_ bits: UInt64) -> Bool { ((bits >> 32) * 1_000_000) >> 32 < UInt64(millionths) }

    /// That part of a volume that is not negative, cut to whole units.
    func part(of volume: Int64) -> Int64 {
        let (high, low) = volume.multipliedFullWidth(by: Int64(millionths))
        return (1_000_000 as Int64).dividingFullWidth((high, low)).quotient
    }
}
