/// A mistake in a YAML file, with the place where somebody finds and mends it.
struct SettingsError: Error, Hashable, CustomStringConvertible {
    let file: String
    let line: Int
    let column: Int
    let message: String

    var description: String { "\(file):\(line):\(column): \(message)" }
}

/// A key that a YAML table may hold, with an example of its value for the one who forgot it.
struct SettingsKey {
    let name: String
    let example: String

    init(_ name: String, _ example: String) {
        self.name = name
        self.example = example
    }
}

extension SettingsKey {
    /// The key of `keys` that `written` was probably meant to be; nil when none is near.
    static func nearest(to written: String, in keys: [SettingsKey]) -> String? {
        let measured = keys.map { (name: $0.name, distance: distance(from: written, to: $0.name)) }
        guard let best = measured.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(2, best.name.count / 3) ? best.name : nil
    }

    /// How many letters must be put in, left out, changed or swapped with their neighbour.
    private static func distance(from first: String, to second: String) -> Int {
        let a = Array(first.lowercased())
        let b = Array(second.lowercased())
        var rows = [Array(0...b.count)]
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
