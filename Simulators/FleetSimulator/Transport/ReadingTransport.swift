/// The way of a meter's readings to the office under its faults: twice, late, out of order, lost, damaged, or of another
/// meter.
public struct ReadingTransport: Sendable {
    private let faults: [Fault]

    /// The way of a meter with these faults; those of severity 0 are passed over.
    public init(faults: [Fault]) { self.faults = faults }

    /// What comes of a meter's readings.
    ///
    /// Each reading is touched by at most one damage and one delay, whichever fault is first in the list.
    ///
    /// - Parameters:
    ///   - readings: in the order in which they were taken, with their order numbers rising.
    ///   - neighbour: the neighbour's of the same hours, which swapped neighbours read; none where there is no neighbour.
    /// - Returns: in the order in which they came.
    public func deliver(_ readings: [TakenReading], neighbour: [TakenReading] = []) -> [DeliveredReading] {
        var delivered: [DeliveredReading] = []
        let others = Dictionary(neighbour.map { ($0.hour, $0) }) { first, _ in first }
        for (place, reading) in readings.enumerated() {
            let content = content(of: reading, others[reading.hour])
            let way = faults.indices.first { faults[$0].kind == .readingTransport && touches(faults[$0], reading) }
            guard let way else {
                delivered.append(content.delivered(reading, at: reading.hour))
                continue
            }
            let fault = faults[way]
            let next = place + 1 < readings.count ? readings[place + 1].hour : reading.hour.advanced(byHours: 720)
            let chance = FaultDraw.bits(fault.key, UInt64(reading.record.order) &+ (1 << 40))
            let late = FaultDraw.even(chance, 24...720)
            let copy = content.by(way, fault.variant)
            switch fault.variant {
            case .missing: break
            case .duplicate:
                delivered.append(content.delivered(reading, at: reading.hour))
                delivered.append(copy.delivered(reading, at: reading.hour.advanced(byHours: 1 + late % 48)))
            case .outOfOrder: delivered.append(copy.delivered(reading, at: next.advanced(byHours: 1)))
            default: delivered.append(copy.delivered(reading, at: reading.hour.advanced(byHours: late)))
            }
        }
        return delivered.enumerated().sorted { ($0.element.arrival, $0.offset) < ($1.element.arrival, $1.offset) }
            .map(\.element)
    }

    /// The readings that never came, which only the truth knows.
    public func missing(_ readings: [TakenReading]) -> [TakenReading] {
        readings.filter { reading in
            faults.first { $0.kind == .readingTransport && touches($0, reading) }?.variant == .missing
        }
    }

    /// What the bytes of one reading are worth.
    private struct Content {
        var bytes: [UInt8]
        var fault: Int?
        var variant: FaultVariant?
        var unreadable: [Int] = []

        func by(_ fault: Int, _ variant: FaultVariant) -> Content {
            var content = self
            if content.fault == nil { (content.fault, content.variant) = (fault, variant) }
            return content
        }

        func delivered(_ reading: TakenReading, at arrival: FleetHour) -> DeliveredReading {
            DeliveredReading(
                taken: reading, bytes: bytes, arrival: arrival, fault: fault, variant: variant, unreadable: unreadable)
        }
    }

    private func content(of reading: TakenReading, _ neighbour: TakenReading?) -> Content {
        for (place, fault) in faults.enumerated() where touches(fault, reading) {
            let chance = FaultDraw.bits(fault.key, UInt64(reading.record.order) &+ (1 << 41))
            if fault.kind == .corruptedRecord {
                return Content(
                    bytes: DamagedRecord.bytes(reading.record, fault.variant, chance), fault: place,
                    variant: fault.variant)
            }
            guard fault.kind == .meterIdentity else { continue }
            switch fault.variant {
            case .swappedNeighbours:
                guard let neighbour else { continue }
                var record = reading.record
                record.litres = neighbour.record.litres
                return Content(bytes: record.bytes, fault: place, variant: fault.variant)
            case .wrongSerial:
                var record = reading.record
                // The same slip each time: whoever wrote the serial number down wrote it once.
                record.serial = DamagedRecord.misread(record.serial, fault.key)
                return Content(bytes: record.bytes, fault: place, variant: fault.variant)
            case .unreadableDigits:
                let places = DamagedRecord.unreadable(chance)
                return Content(
                    bytes: DamagedRecord.masked(reading.record, places), fault: place, variant: fault.variant,
                    unreadable: places)
            default: continue
            }
        }
        return Content(bytes: reading.record.bytes)
    }

    private func touches(_ fault: Fault, _ reading: TakenReading) -> Bool {
        guard fault.isOn(reading.hour) else { return false }
        if fault.kind.trait.unit != .share { return true }
        return fault.share.takes(FaultDraw.bits(fault.key, UInt64(reading.record.order)))
    }
}
