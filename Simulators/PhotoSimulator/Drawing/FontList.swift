/// A font file that drawings use, and where to get it.
package struct FontFile: Hashable, Sendable {
    /// What a font is good for.
    package enum Style: String, CaseIterable, Sendable {
        case engraved, grotesque, condensed, mono, rounded, handwriting
    }

    package let style: Style
    /// The Debian package that brings it.
    package let package: String
    /// SHA-256 of the file, in lowercase hexadecimal digits.
    package let digest: String
    package let path: String

    /// A file by its path, with what it must be.
    package init(style: Style, package: String, digest: String, path: String) {
        self.style = style
        self.package = package
        self.digest = digest
        self.path = path
    }
}

/// The open fonts that wheels and plates are drawn with: `Fonts/fonts.tsv`.
package enum FontList {
    package static let all: [FontFile] = PhotoText.fonts.split(separator: "\n").compactMap { line in
        let columns = line.split(separator: "\t").map(String.init)
        guard !line.hasPrefix("#"), columns.count == 4, let style = FontFile.Style(rawValue: columns[0]) else {
            return nil
        }
        return FontFile(style: style, package: columns[1], digest: columns[2], path: columns[3])
    }
}
