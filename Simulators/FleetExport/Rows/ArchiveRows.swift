import MeterCore

/// Writes rows of correctors' archives.
struct ArchiveRows {
    let dates: DateTexts

    func write(_ record: CorrectorRecord, _ period: ArchivePeriod, of meter: Int, into text: inout TableText) {
        text.add(meter)
        text.add(ArchiveRows.name(period))
        text.add(Int(record.order))
        text.add(seconds: record.time, dates)
        text.add(Int(record.volume))
        text.add(Int(record.totalVolume))
        text.add(Int(record.baseVolume))
        text.add(Int(record.totalBaseVolume))
        text.add(Int(record.meanPressure))
        text.add(Int(record.meanTemperature))
        text.add(Int(record.status.rawValue))
        text.end()
    }

    private static func name(_ period: ArchivePeriod) -> String {
        switch period {
        case .hourly: "hourly"
        case .daily: "daily"
        case .monthly: "monthly"
        }
    }
}
