/// Why a list of registered serials cannot be used; lines count from 1.
public enum SerialListError: Error, Hashable, Sendable {
    /// It names no serial.
    case empty
    /// More serials than a utility has meters.
    case tooMany(most: Int)
    /// A serial without a digit, or with another number of digits than a serial has.
    case noSerial(line: Int, text: String)
    /// The same digits as those of an earlier line, written otherwise: nobody could tell the two meters apart.
    case ambiguous(line: Int, earlier: Int)
}

extension SerialListError: CustomStringConvertible {
    /// What is wrong, and in which line.
    public var description: String {
        switch self {
        case .empty: "it names no serial"
        case .tooMany(let most): "it names more than \(most) serials"
        case .noSerial(let line, let text): "line \(line): '\(text)' is no serial of 4 to 15 digits"
        case .ambiguous(let line, let earlier): "line \(line): the same digits as in line \(earlier), written otherwise"
        }
    }
}

/// The serials of all meters that a utility has, made ready for looking one up.
public struct SerialList: Hashable, Sendable {
    /// Serials at most.
    public static let most = 5_000_000
    private static let digits = 4...15

    /// A registered serial: as written, and its digits without leading zeros, four bits each.
    struct Entry: Hashable, Sendable {
        var serial: String
        var packed: UInt64
    }

    /// The serials by the number of digits that count, and those of a number by their digits.
    private(set) var buckets: [[Entry]]

    /// The number of different serials.
    public var count: Int { buckets.reduce(0) { $0 + $1.count } }

    /// The list of these serials, the first of them on line 1.
    public init(_ serials: some Sequence<String>) throws(SerialListError) {
        try self.init(serials.enumerated().lazy.map { ($0.offset + 1, $0.element) })
    }

    /// The list of serials, each with the line of the file in which it stands; the same serial may stand there twice.
    public init(_ serials: some Sequence<(line: Int, serial: String)>) throws(SerialListError) {
        buckets = Array(repeating: [], count: Self.digits.upperBound + 1)
        var lines: [UInt64: Int] = [:]
        var written: [UInt64: String] = [:]
        for (line, serial) in serials {
            let key = SerialChoice.plain(serial)
            let digits = serial.count(where: \.isDecimalDigit)
            guard Self.digits.contains(digits), serial.utf8.count <= 40, !key.isEmpty else {
                throw .noSerial(line: line, text: String(serial.prefix(40)))
            }
            // Length and digits together: a leading one keeps 123 and 0123 apart from 0.
            let packed = Self.packed(key)
            if let earlier = lines[packed] {
                guard written[packed] == serial else { throw .ambiguous(line: line, earlier: earlier) }
                continue
            }
            guard lines.count < Self.most else { throw .tooMany(most: Self.most) }
            lines[packed] = line
            written[packed] = serial
            buckets[key.utf8.count].append(Entry(serial: serial, packed: packed))
        }
        if lines.isEmpty { throw .empty }
        // Serials that begin alike lie side by side.
        for length in buckets.indices { buckets[length].sort { $0.packed < $1.packed } }
    }

    /// The serial of exactly these digits, leading zeros aside; nil if none is registered.
    func serial(_ digits: String) -> Entry? {
        let plain = SerialChoice.plain(digits)
        guard buckets.indices.contains(plain.utf8.count) else { return nil }
        let (bucket, packed) = (buckets[plain.utf8.count], Self.packed(plain))
        var (low, high) = (0, bucket.count)
        while low < high {
            let middle = (low + high) / 2
            if bucket[middle].packed < packed { low = middle + 1 } else { high = middle }
        }
        return low < bucket.count && bucket[low].packed == packed ? bucket[low] : nil
    }

    /// Whether other serials lie near this one: as long with one other digit, several with two, or one with a digit more.
    ///
    /// Where meters of a series are registered, those of the same series that are not lie near them too. Of 10,000 random
    /// serials a single one lies two digits away by accident.
    func isCrowded(_ entry: Entry, length: Int) -> Bool {
        var withTwo = 0
        for other in buckets[length] {
            let bits = entry.packed ^ other.packed
            let places = (bits | bits >> 1 | bits >> 2 | bits >> 3) & 0x1111_1111_1111_1111
            switch places.nonzeroBitCount {
            case 1: return true
            case 2: withTwo += 1
            default: break
            }
        }
        return withTwo > 1 || isPart(entry, length: length)
    }

    /// Whether a serial with one digit more begins or ends with this one.
    private func isPart(_ entry: Entry, length: Int) -> Bool {
        guard buckets.indices.contains(length + 1) else { return false }
        let mask: UInt64 = 1 << (4 * UInt64(length)) - 1
        return buckets[length + 1].contains { $0.packed & mask == entry.packed || $0.packed >> 4 == entry.packed }
    }

    /// Digits as a number of four bits each.
    static func packed(_ digits: String) -> UInt64 { digits.utf8.reduce(0) { $0 << 4 | UInt64($1 & 15) } }
}
