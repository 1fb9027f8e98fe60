/// A vector file as handed to the checks: its name in the folder and its bytes.
package struct VectorFile: Hashable, Sendable {
    /// The file's name with `.csv`.
    package let name: String
    /// What it holds.
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The name without `.csv`.
    package var kindName: String { name.hasSuffix(".csv") ? String(name.dropLast(4)) : name }
}

/// What checking a folder of vector files came to.
package struct VectorReport: Sendable {
    /// What checking one file came to.
    package enum Outcome: Sendable {
        /// Its rows were computed.
        case checked([RowComparison])
        /// Its kind is known and not built yet.
        case notYet
        /// It cannot be read as a file of its kind, or no kind has its name.
        case wrong(VectorFileError)
    }

    /// A file and what checking it came to.
    package struct Entry: Sendable {
        /// The file's name without `.csv`.
        package let name: String
        /// What checking it came to.
        package let outcome: Outcome
    }

    /// The files, by name.
    package let entries: [Entry]

    /// Checks each of `files`; a file that cannot be read does not keep the others from being checked.
    ///
    /// `companions` lie beside them: they are read where a file's kind needs them, and are not checked themselves.
    package init(checking files: [VectorFile], beside companions: [VectorFile] = []) {
        let neighbours = VectorNeighbours(files: files + companions)
        entries = files.sorted { $0.name < $1.name }.map {
            Entry(name: $0.kindName, outcome: Self.outcome(of: $0, beside: neighbours))
        }
    }

    private static func outcome(of file: VectorFile, beside neighbours: VectorNeighbours) -> Outcome {
        guard let kind = VectorKind.named(file.kindName) else {
            return .wrong(
                VectorFileError(
                    file: file.name,
                    problem: "no kind of vector has this name; rename it, take it out of the folder, "
                        + "or name the files to check with --only"))
        }
        guard let check = kind.check else { return .notYet }
        do throws(VectorFileError) {
            return .checked(try check(try VectorTable(file, columns: kind.columns), neighbours))
        } catch {
            return .wrong(error)
        }
    }

    /// How a command that made this report ends.
    package enum Verdict: Sendable, Equatable {
        /// Every row of every file passed.
        case passed
        /// A row failed, or a file's kind is not built yet.
        case failed
        /// A file is wrong: unknown, a column missing, a number malformed.
        case fileWrong
    }

    /// The worst of the files: a wrong file before a failed row.
    package var verdict: Verdict {
        if !errors.isEmpty { return .fileWrong }
        return entries.allSatisfy(\.isPassed) ? .passed : .failed
    }

    /// What is wrong with files.
    package var errors: [VectorFileError] {
        entries.compactMap { entry in
            if case .wrong(let error) = entry.outcome { error } else { nil }
        }
    }
}

extension VectorReport.Entry {
    /// The rows, none where they were not computed.
    package var rows: [RowComparison] {
        if case .checked(let rows) = outcome { rows } else { [] }
    }

    /// Whether the file was checked, no row failed and not all of them belong to another model.
    package var isPassed: Bool {
        guard case .checked(let rows) = outcome else { return false }
        return !rows.contains(where: \.isFailed) && rows.contains(where: \.isPassed)
    }

    /// How far the library and the file are apart, where they are compared by a tolerance.
    package var largestDifference: RelativeDifference? { rows.compactMap(\.largestDifference).max() }
}
