/// What one job of an export wrote: lines for each table, in the order of ``ExportTable``.
struct ChunkText: Sendable {
    private var tables = ExportTable.allCases.map { TableText($0) }

    subscript(table: ExportTable) -> TableText {
        get { tables[ChunkText.place(table)] }
        _modify { yield &tables[ChunkText.place(table)] }
    }

    private static func place(_ table: ExportTable) -> Int {
        switch table {
        case .meters: 0
        case .exchanges: 1
        case .readings: 2
        case .route: 3
        case .wishes: 4
        case .cards: 5
        case .correctorArchive: 6
        case .hourlyReadings: 7
        case .truth: 8
        case .truthMeters: 9
        case .truthFaults: 10
        case .truthCards: 11
        case .hourlyTruth: 12
        }
    }
}
