/// A kind of vector file: its name, the columns it needs and how its rows are computed.
package struct VectorKind: Sendable {
    /// The file's name without `.csv`.
    package let name: String
    /// The columns that a file of this kind must have.
    let columns: [String]
    /// The kinds whose files lie beside it in its folder and are read with it; none for most.
    package let companions: [String]
    /// Computes the rows, `nil` where that is not built yet.
    let check: (@Sendable (VectorTable, VectorNeighbours) throws(VectorFileError) -> [RowComparison])?

    /// A kind whose rows are computed one by one.
    init(
        name: String, columns: [String],
        row check: @escaping @Sendable (VectorRow, inout RowComparison) throws(VectorFileError) -> Void
    ) {
        self.init(
            name: name, columns: columns,
            table: { (table: VectorTable) throws(VectorFileError) in try table.compareRows(check) })
    }

    /// A kind whose rows need the file's comments too.
    init(
        name: String, columns: [String],
        table check: @escaping @Sendable (VectorTable) throws(VectorFileError) -> [RowComparison]
    ) {
        self.init(
            name: name, columns: columns, companions: [],
            files: { (table: VectorTable, _: VectorNeighbours) throws(VectorFileError) in try check(table) })
    }

    /// A kind whose rows need the files of other kinds that lie beside it.
    init(
        name: String, columns: [String], companions: [String],
        files check: @escaping @Sendable (VectorTable, VectorNeighbours) throws(VectorFileError) -> [RowComparison]
    ) {
        self.name = name
        self.columns = columns
        self.companions = companions
        self.check = check
    }

    /// A kind that is known and not built yet.
    init(notYet name: String) {
        self.name = name
        columns = []
        companions = []
        check = nil
    }

    /// Whether files of this kind can be checked.
    package var isBuilt: Bool { check != nil }
}

extension VectorTable {
    /// Compares every row by `check`, in the file's order; no row is skipped.
    func compareRows(
        _ check: (VectorRow, inout RowComparison) throws(VectorFileError) -> Void
    ) throws(VectorFileError) -> [RowComparison] {
        var comparisons: [RowComparison] = []
        for row in rows {
            var comparison = RowComparison(line: row.line, label: row.label)
            try check(row, &comparison)
            comparisons.append(comparison)
        }
        return comparisons
    }
}
