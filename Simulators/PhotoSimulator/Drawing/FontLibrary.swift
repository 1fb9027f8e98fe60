import CCairo
import CCrypto
import Foundation

/// A font that could not be used.
package enum FontError: Error, Hashable, CustomStringConvertible {
    /// Font files are missing; the Debian packages that bring them.
    case missing(packages: [String])
    /// Files that hold other fonts than the list says, so that a seed would mean another picture.
    case changed(paths: [String], packages: [String])
    /// FreeType refuses the file.
    case unreadable(path: String)

    package var description: String {
        switch self {
        case .missing(let packages):
            "Fonts of the renderer are missing. Install them: apt-get install \(packages.joined(separator: " "))"
        case .changed(let paths, let packages):
            """
            These fonts are not those of Debian 12 that the renderer is made for, so a seed would mean another picture: \
            \(paths.joined(separator: ", ")). Install Debian 12's packages: \(packages.joined(separator: " "))
            """
        case .unreadable(let path): "\(path): FreeType cannot read this font."
        }
    }
}

/// Font files that are there and are those of the list.
package struct FontSet: Sendable {
    package let files: [FontFile]

    /// Checks presence and SHA-256 of every file.
    ///
    /// - Throws: ``FontError`` naming the packages to install.
    package init(files: [FontFile] = FontList.all) throws(FontError) {
        var missing: Set<String> = []
        var changed: [FontFile] = []
        for file in files {
            guard let data = FileManager.default.contents(atPath: file.path) else {
                missing.insert(file.package)
                continue
            }
            if FontSet.digest(of: data) != file.digest { changed.append(file) }
        }
        guard missing.isEmpty else { throw .missing(packages: missing.sorted()) }
        guard changed.isEmpty else {
            throw .changed(paths: changed.map(\.path), packages: Set(changed.map(\.package)).sorted())
        }
        self.files = files
    }

    private static func digest(of data: Data) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        data.withUnsafeBytes { bytes in _ = EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, EVP_sha256(), nil)
        }
        return digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

/// The fonts of one thread: FreeType's faces must not be shared between threads.
///
/// FreeType's objects are left to the end of the process: cairo's cache of scaled fonts may hold them for longer than
/// the faces here live.
final class FontLibrary {
    private var library: FT_Library?
    /// In the order of the font list.
    private(set) var all: [FontFace] = []
    private var places: [FontFile.Style: [Int]] = [:]

    init(_ set: FontSet) throws(FontError) {
        guard FT_Init_FreeType(&library) == 0 else { throw .unreadable(path: "FreeType") }
        for (place, file) in set.files.enumerated() {
            var face: FT_Face?
            guard FT_New_Face(library, file.path, 0, &face) == 0, let face else { throw .unreadable(path: file.path) }
            all.append(FontFace(face))
            places[file.style, default: []].append(place)
        }
    }

    /// The face that a font's choice means.
    subscript(_ choice: FontChoice) -> FontFace {
        guard let candidates = places[choice.style], !candidates.isEmpty else { return all[0] }
        return all[candidates[Int(choice.share * Double(candidates.count)) % candidates.count]]
    }
}

/// One font of a style, independent of how many the list has.
struct FontChoice: Hashable, Sendable {
    let style: FontFile.Style
    /// From 0 to below 1, of the style's list.
    let share: Double

    init(_ style: FontFile.Style, _ random: inout SeededRandom) {
        self.style = style
        share = random.unit()
    }
}
