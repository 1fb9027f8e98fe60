import MeterVision
import WrittenFiles

/// What a person read in a photo.
struct ReadLabel {
    let file: String
    /// The black digits as printed; nil for a photo that must not be accepted.
    let index: String?
    /// The red digits, as far as they are certain.
    let decimals: String
    /// How many red wheels the meter has, whether they can be read or not; nil where nobody says.
    let redWheels: Int?
    /// The printed serial; nil where it is not legible.
    let serial: String?
    /// The box around the window.
    let window: Bounds?

    /// The label without window and serial.
    var digitsAlone: ReadLabel {
        ReadLabel(file: file, index: index, decimals: decimals, redWheels: redWheels, serial: nil, window: nil)
    }
}

extension ReadLabel {
    /// The columns that a table of such labels has; it may have decimals, red, serial and window too.
    static let columns = ["file", "reading"]

    /// The label of a row.
    init(_ row: CSVRow) throws(FileMistake) {
        file = try row.filled("file")
        let reading = try row.filled("reading")
        guard reading == "unreadable" || Self.isDigits(reading), reading.utf8.count <= 10 else {
            throw row.value("reading").mistake("is neither a reading nor 'unreadable'")
        }
        index = reading == "unreadable" ? nil : reading
        let (decimals, red, serial) = (row.value("decimals"), row.value("red"), row.value("serial"))
        guard decimals.text.isEmpty || Self.isDigits(decimals.text) else {
            throw decimals.mistake("must be decimals, or empty")
        }
        self.decimals = decimals.text
        redWheels = red.text.isEmpty ? nil : try red.whole(in: 0...4)
        self.serial = serial.text.isEmpty ? nil : serial.text
        window = try Self.box(row.value("window"))
    }

    private static func box(_ value: WrittenValue) throws(FileMistake) -> Bounds? {
        guard !value.text.isEmpty else { return nil }
        let edges = value.text.split(separator: ";", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard edges.count == 4, edges[0] < edges[2], edges[1] < edges[3] else {
            throw value.mistake("must be a box x0;y0;x1;y1")
        }
        return Bounds(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
    }

    private static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}
