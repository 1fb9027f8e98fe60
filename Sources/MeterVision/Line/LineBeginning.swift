/// A line begun: its digits packed five bits each, and the chance of ending in a blank or in its last digit.
struct LineBeginning {
    var digits: UInt64 = 0
    var wheels = 0
    var decimals = 0
    var inBlank = 0.0
    var inDigit = 0.0

    /// The number of digits.
    var count: Int { wheels + decimals }
    /// The chance of it, however it ends.
    var sum: Double { inBlank + inDigit }
    /// The class of its last digit.
    var last: Int? { count == 0 ? nil : Int(digits & 31) }
    /// What tells it from all others: twelve digits leave four bits for their number.
    fileprivate var key: UInt64 { digits | UInt64(count) << 60 }

    /// The line that goes on with that class, with no chance yet.
    func with(_ symbol: Int) -> LineBeginning {
        LineBeginning(
            digits: digits << 5 | UInt64(symbol), wheels: wheels + (symbol < 10 ? 1 : 0),
            decimals: decimals + (symbol < 10 ? 0 : 1))
    }

    /// Its digits.
    var line: [LineDigit] {
        (0..<count).reversed().map { place in
            let symbol = Int(digits >> UInt64(5 * place) & 31)
            return LineDigit(value: symbol % 10, isDecimal: symbol >= 10)
        }
    }
}

/// Beginnings by their digits, for one column after another without new memory.
///
/// A dictionary would hash with a seed of its own for each column, which took longer than the nets' smaller layers.
struct BeginningTable {
    /// The beginnings, in the order in which they came.
    private(set) var entries: [LineBeginning] = []
    /// Places in `entries`, or -1; a search fills half of them at most.
    private var slots = [Int16](repeating: -1, count: 4096)

    /// Forgets all beginnings.
    mutating func removeAll() {
        guard !entries.isEmpty else { return }
        entries.removeAll(keepingCapacity: true)
        for at in slots.indices { slots[at] = -1 }
    }

    /// Adds chances to a beginning's own; what the beginning itself brings along does not count.
    mutating func add(_ beginning: LineBeginning, blank: Double, digit: Double) {
        guard blank + digit > 0 else { return }
        let key = beginning.key
        var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 52)
        while slots[slot] >= 0 {
            let at = Int(slots[slot])
            if entries[at].key == key {
                entries[at].inBlank += blank
                entries[at].inDigit += digit
                return
            }
            slot = (slot + 1) & 4095
        }
        precondition(entries.count < slots.count - 1, "more beginnings than a beam search has")
        slots[slot] = Int16(entries.count)
        var entry = beginning
        (entry.inBlank, entry.inDigit) = (blank, digit)
        entries.append(entry)
    }
}
