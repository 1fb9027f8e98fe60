/// Why the names of `--only` cannot be checked.
package enum VectorSelectionError: Error, Hashable {
    /// No kind of vector has that name.
    case unknown(String)
    /// The folder has no file of that name.
    case notInFolder(String)
    /// The folder has no vector file at all.
    case emptyFolder
    /// No name was given.
    case noName
}

extension VectorSelectionError: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence.
    package var description: String {
        switch self {
        case .unknown(let name):
            "'\(name)' is no kind of vector; known are \(VectorKind.all.map(\.name).sorted().joined(separator: ", "))"
        case .notInFolder(let name): "the folder has no \(name).csv; leave it out of --only or name another folder"
        case .emptyFolder: "the folder has no *.csv file; name the folder that holds the vectors"
        case .noName: "--only names nothing; give names of vectors with commas between, like --only rollover,k_factor"
        }
    }
}

/// Which files of a folder are checked.
package struct VectorSelection: Hashable, Sendable {
    /// The names that were asked for, `nil` for all.
    private let names: [String]?

    /// Every file of the folder.
    package static let all = VectorSelection(names: nil)

    private init(names: [String]?) { self.names = names }

    /// The files named in `list`, with commas between and `.csv` or not.
    ///
    /// Throws `VectorSelectionError` for a name of no kind and for an empty list.
    package init(only list: String) throws(VectorSelectionError) {
        var names: [String] = []
        for part in list.split(separator: ",", omittingEmptySubsequences: false) {
            let name = part.hasSuffix(".csv") ? String(part.dropLast(4)) : String(part)
            guard !name.isEmpty else { throw .noName }
            guard VectorKind.named(name) != nil else { throw .unknown(name) }
            names.append(name)
        }
        self.names = names
    }

    /// The file names to read from a folder with the files `names`; throws where one that was asked for is missing.
    package func files(among folder: [String]) throws(VectorSelectionError) -> [String] {
        let vectors = folder.filter { $0.hasSuffix(".csv") }
        guard !vectors.isEmpty else { throw .emptyFolder }
        guard let names else { return vectors.sorted() }
        for name in names where !vectors.contains(name + ".csv") { throw .notInFolder(name) }
        return vectors.filter { names.contains(String($0.dropLast(4))) }.sorted()
    }

    /// The files of a folder that are read because those named `selected` are computed from them too, checked or not.
    package static func companions(of selected: [String], among folder: [String]) -> [String] {
        let needed = selected.compactMap { VectorKind.named(VectorFile(name: $0, bytes: []).kindName) }
            .flatMap(\.companions).map { $0 + ".csv" }
        return folder.filter { needed.contains($0) && !selected.contains($0) }.sorted()
    }
}
