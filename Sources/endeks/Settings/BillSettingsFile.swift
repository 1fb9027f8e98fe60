import Foundation
import WrittenFiles

/// A YAML file as text, before anything of it is understood.
enum SettingsFile {
    /// More than any subscriber or tariff file has.
    private static let most = 1 << 20

    /// The text of a file.
    ///
    /// - Throws: `FileMistake` when it cannot be read, is too large for what it should be, or is not UTF-8.
    static func text(_ path: String) throws(FileMistake) -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw mistake(path, "there is no such file, or it may not be read. Check the path.")
        }
        let bytes: [UInt8]
        do {
            bytes = try Array(handle.read(upToCount: most + 1) ?? Data())
        } catch {
            throw mistake(path, "this cannot be read as a file. Name a YAML file.")
        }
        return try WrittenText.of(bytes, file: path, most: most)
    }

    private static func mistake(_ path: String, _ message: String) -> FileMistake {
        FileMistake(file: path, line: 1, column: 1, message: message)
    }
}

extension FileMistakes {
    /// As a command tells them that ends with them, a line each.
    var message: String { all.map(\.description).joined(separator: "\nendeks: ") }
}

extension WrittenValue {
    /// The text as it is printed: one line, its letters composed, of at most `most` characters.
    ///
    /// - Throws: `FileMistake` when it is longer or holds characters that are none to be printed.
    func line(most: Int) throws(FileMistake) -> String {
        if isPlain, text.utf8.count <= most { return text }
        let words = text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
        let line = words.joined(separator: " ")
        guard !line.isEmpty else { throw mistake("has no value") }
        guard line.count <= most else { throw mistake("is longer than the \(most) characters that fit on an invoice") }
        // Neither control characters nor those that turn the direction of writing.
        let control = line.unicodeScalars.first { [.control, .format].contains($0.properties.generalCategory) }
        guard control == nil else { throw mistake("holds a character that cannot be printed") }
        return line
    }

    /// Whether the text is printed as it is: Latin letters that are composed already, single blanks between words.
    ///
    /// Nearly every name is; a file of 100,000 subscribers has 200,000 of them.
    private var isPlain: Bool {
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20: if last == " " { return false }
            // U+00AD is the soft hyphen; from U+0300 on there are marks that join the letter before them.
            case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x2FF: break
            default: return false
            }
            last = scalar
        }
        return last != " "
    }
}
