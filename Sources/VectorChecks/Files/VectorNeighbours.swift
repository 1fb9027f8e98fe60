import WrittenFiles

/// The vector files of a folder, for a kind whose rows need more than one of them.
struct VectorNeighbours: Sendable {
    /// The files that were read.
    let files: [VectorFile]

    /// The table of the kind `name`, or `nil` where its file does not lie there.
    ///
    /// Throws `VectorFileError` where it cannot be read as a file of its kind.
    func optionalTable(_ name: String) throws(VectorFileError) -> VectorTable? {
        guard let file = files.first(where: { $0.kindName == name }) else { return nil }
        return try VectorTable(file, columns: VectorKind.named(name)?.columns ?? [])
    }

    /// The table of the kind `name`, which `file` cannot be computed without.
    func table(_ name: String, neededBy file: String) throws(VectorFileError) -> VectorTable {
        guard let table = try optionalTable(name) else {
            throw VectorFileError(
                file: file, problem: "\(name).csv must lie beside it; its rows are computed from both")
        }
        return table
    }
}

extension VectorTable {
    /// More than any table of expected figures.
    private static let mostBytes = 1 << 28

    /// The table of `file`; throws `VectorFileError` where it is not UTF-8 text or no table with those columns.
    init(_ file: VectorFile, columns: [String]) throws(VectorFileError) {
        let text: String
        do throws(FileMistake) {
            text = try WrittenText.of(file.bytes, file: file.name, most: Self.mostBytes)
        } catch {
            throw VectorFileError(FileMistakes([error]), in: file.name)
        }
        try self.init(file: file.name, text: text, columns: columns)
    }
}
