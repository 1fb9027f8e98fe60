/// A digest of rows that does not depend on their order: a sum of one hash of 64 bits for each row.
///
/// A row's hash is FNV-1a over the UTF-8 bytes of `table,line` (the table's name, a comma, the line of the CSV file without
/// its end), finished by SplitMix64's finalizer so that a sum of many says something. Sums wrap at 2^64. A Python of a few
/// lines computes the same from the CSV files; it finds mistakes, and does not stand against an adversary. `ReadingDigest`
/// sums, too, but numbers of eight meters at a time at a nanosecond each; hashing text is what this one is for.
package struct RowDigest: Hashable, Sendable {
    /// The sum.
    package private(set) var sum: UInt64 = 0

    package init() {}

    /// A digest of a known sum.
    package init(sum: UInt64) { self.sum = sum }

    /// Sixteen hexadecimal digits.
    package var hexadecimal: String {
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The digest of two parts.
    package static func + (left: RowDigest, right: RowDigest) -> RowDigest { RowDigest(sum: left.sum &+ right.sum) }

    /// FNV-1a's state after a table's name and a comma.
    static func seed(_ table: ExportTable) -> UInt64 {
        hash(0xCBF2_9CE4_8422_2325, Array("\(table.rawValue),".utf8)[...])
    }

    /// Adds a row, from the state behind its table's name.
    mutating func add(_ seed: UInt64, _ line: ArraySlice<UInt8>) {
        var word = RowDigest.hash(seed, line)
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        sum &+= word ^ (word >> 31)
    }

    private static func hash(_ start: UInt64, _ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBufferPointer { bytes in
            bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
    }
}
