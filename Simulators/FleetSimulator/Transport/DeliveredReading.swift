/// A reading as it was taken at the meter: what the record should say, and when.
public struct TakenReading: Hashable, Sendable {
    /// The record that the meter or the reader made.
    public var record: MeterRecord
    /// True time of the reading.
    public var hour: FleetHour

    /// A reading.
    public init(record: MeterRecord, hour: FleetHour) {
        self.record = record
        self.hour = hour
    }
}

/// A reading as it came to the office: bytes, whatever they are worth.
public struct DeliveredReading: Hashable, Sendable {
    /// The reading as it was taken: the truth, which billing must not see.
    public let taken: TakenReading
    /// What came.
    public let bytes: [UInt8]
    /// When it came.
    public let arrival: FleetHour
    /// Which fault touched it, by its place among the meter's; nil for none.
    public let fault: Int?
    /// In which way.
    public let variant: FaultVariant?
    /// Digits that a reader could not make out, as places from the right; each came as a digit above nine.
    public let unreadable: [Int]

    /// What a receiver makes of the bytes: a record, or why there is none.
    public var received: Result<MeterRecord, RecordError> {
        do throws(RecordError) {
            return .success(try MeterRecord(bytes: bytes))
        } catch {
            return .failure(error)
        }
    }
}
