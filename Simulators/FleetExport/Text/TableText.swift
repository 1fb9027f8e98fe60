import FleetSimulator

/// Rows of one table as lines of CSV, with their digest.
///
/// No field needs quotes: names are checked before (``ExportError/name(_:)``), and all else is numbers, dates and codes.
struct TableText: Sendable {
    /// The lines, each with its end.
    private(set) var bytes: [UInt8] = []
    private(set) var rows = 0
    private(set) var digest = RowDigest()
    private let table: ExportTable
    private let columns: Int
    private let seed: UInt64
    private var start = 0
    private var fields = 0

    init(_ table: ExportTable) {
        self.table = table
        columns = table.columns.count
        seed = RowDigest.seed(table)
    }

    /// Adds a field with a whole number.
    mutating func add(_ number: Int) {
        if number < 0 { bytes.append(0x2D) }
        var rest = number.magnitude
        let first = bytes.count
        repeat {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        var (low, high) = (first, bytes.count - 1)
        while low < high {
            bytes.swapAt(low, high)
            low += 1
            high -= 1
        }
        endField()
    }

    mutating func add(_ number: Int64) { add(Int(number)) }

    /// Adds a field with a number, or an empty one.
    mutating func add(_ number: Int?) { if let number { add(number) } else { endField() } }

    /// Adds a field of text.
    mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        endField()
    }

    /// Adds a field of bytes that are text.
    mutating func add(utf8 text: [UInt8]) {
        bytes.append(contentsOf: text)
        endField()
    }

    /// Adds a field of bytes as hexadecimal digits.
    mutating func add(hexadecimal data: some Sequence<UInt8>) {
        for byte in data {
            for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
        endField()
    }

    /// Adds a full hour.
    mutating func add(hour: FleetHour, _ dates: DateTexts) {
        bytes.append(contentsOf: dates.utf8(ofDay: hour.day))
        bytes.append(0x54)
        addTwoDigits(UInt32(hour.hourOfDay))
        bytes.append(0x3A)
        addTwoDigits(0)
        endField()
    }

    /// Adds a moment of a meter's clock, in seconds since 2000-01-01 00:00:00.
    mutating func add(seconds: UInt32, _ dates: DateTexts) {
        bytes.append(contentsOf: dates.utf8(ofDay: Int(seconds / 86_400)))
        let ofDay = seconds % 86_400
        for (mark, part) in [(0x54 as UInt8, ofDay / 3_600), (0x3A, ofDay / 60 % 60), (0x3A, ofDay % 60)] {
            bytes.append(mark)
            addTwoDigits(part)
        }
        endField()
    }

    /// Adds an empty field.
    mutating func skip(_ count: Int = 1) { for _ in 0..<count { endField() } }

    /// Ends the row.
    mutating func end() {
        precondition(fields == columns, "a row of \(table.rawValue) has \(fields) fields in place of \(columns)")
        bytes[bytes.count - 1] = 0x0A
        digest.add(seed, bytes[start..<bytes.count - 1])
        start = bytes.count
        fields = 0
        rows += 1
    }

    private mutating func addTwoDigits(_ number: UInt32) {
        bytes.append(0x30 + UInt8(truncatingIfNeeded: number / 10))
        bytes.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }

    private mutating func endField() {
        bytes.append(0x2C)
        fields += 1
    }
}
