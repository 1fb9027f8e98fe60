/// Every mistake of a file, so that whoever mends it need not start once for each.
struct SettingsMistakes: Error {
    private var found: [SettingsError] = []

    var isEmpty: Bool { found.isEmpty }

    /// In the order of the file.
    var all: [SettingsError] { found.sorted { ($0.line, $0.column) < ($1.line, $1.column) } }

    /// As a command tells them that ends with them, a line each.
    var message: String { all.map(\.description).joined(separator: "\nendeks: ") }

    mutating func add(_ mistake: SettingsError) { found.append(mistake) }

    /// What `read` gives; nil where it gives nothing, or a mistake, which is kept.
    @discardableResult
    mutating func keep<Value>(_ read: @autoclosure () throws(SettingsError) -> Value?) -> Value? {
        do throws(SettingsError) {
            return try read()
        } catch {
            found.append(error)
            return nil
        }
    }

    /// The table that `read` gives; its keys that are not known are kept as mistakes.
    mutating func keep(table read: @autoclosure () throws(SettingsError) -> SettingsTable?) -> SettingsTable? {
        let table = keep(try read())
        found += table?.unknownKeys ?? []
        return table
    }

    /// The tables that `read` gives; their keys that are not known are kept as mistakes.
    mutating func keep(tables read: @autoclosure () throws(SettingsError) -> [SettingsTable]?) -> [SettingsTable] {
        let tables = keep(try read()) ?? []
        found += tables.flatMap(\.unknownKeys)
        return tables
    }
}
