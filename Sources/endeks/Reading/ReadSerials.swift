import Foundation
import MeterVision
import WrittenFiles

/// The list of registered serials that `endeks read` is given: one serial a line, or a CSV table with a column `serial`.
///
/// Empty lines and blanks around a serial do not count.
enum ReadSerials {
    /// More than 5 million serials with a name and a place beside each.
    private static let mostBytes = 1 << 30

    /// The list in this file; nil without a file.
    static func load(_ path: String?) throws -> SerialList? {
        guard let path else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.usage, "\(path): this file of serials cannot be read. Check the path.")
        }
        do {
            let text = try WrittenText.of(Array(data), file: path, most: mostBytes)
            return try SerialList(try serials(text, file: path))
        } catch let error as SerialListError {
            throw CommandFailure(.usage, "\(path): \(error.description).")
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
    }

    /// The serials of a file's text, each with its line.
    private static func serials(
        _ text: String, file: String
    ) throws(FileMistake) -> [(line: Int, serial: String)] {
        var reader = CSVReader(text: text, file: file)
        var serials: [(line: Int, serial: String)] = []
        var shape: (fields: Int, place: Int)?
        while let record = try reader.next() {
            let fields = record.fields.map(\.withoutOuterBlanks)
            if fields == [""] { continue }
            func mistake(_ message: String) -> FileMistake {
                FileMistake(file: file, line: record.line, column: 1, message: message)
            }
            guard let known = shape else {
                let place = fields.firstIndex { $0.lowercased() == "serial" }
                guard fields.count == 1 || place != nil else {
                    throw mistake("of several columns one must be named 'serial'.")
                }
                shape = (fields.count, place ?? 0)
                if place == nil { serials.append((record.line, fields[0])) }
                continue
            }
            guard fields.count == known.fields else {
                throw mistake("there are \(fields.count) fields, not \(known.fields) as in the first line.")
            }
            serials.append((record.line, fields[known.place]))
        }
        return serials
    }
}
