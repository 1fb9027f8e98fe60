import FleetSimulator
import Testing

@Suite("Faults on the way to the office")
struct TransportFaultTests {
    private let readings = Synthetic.readings(60)

    private func deliver(
        _ kind: FaultKind, _ variant: FaultVariant, severity: Int? = nil, neighbour: [TakenReading] = []
    ) -> [DeliveredReading] {
        ReadingTransport(faults: [Synthetic.fault(kind, variant, severity: severity)]).deliver(
            readings, neighbour: neighbour)
    }

    private func inside(_ reading: TakenReading) -> Bool {
        Synthetic.hour(10) <= reading.hour && reading.hour < Synthetic.hour(40)
    }

    @Test(
        "Without a fault every reading comes once, when and as it was taken",
        arguments: [FaultKind.readingTransport, .corruptedRecord, .meterIdentity, .stuckIndex])
    func healthy(kind: FaultKind) {
        for variant in kind.variants {
            let delivered = deliver(kind, variant, severity: kind == .stuckIndex ? 1 : 0)
            #expect(delivered.map(\.taken) == readings)
            #expect(
                delivered.allSatisfy {
                    $0.arrival == $0.taken.hour && $0.fault == nil && $0.bytes == $0.taken.record.bytes
                })
            #expect(delivered.allSatisfy { (try? $0.received.get()) == $0.taken.record })
        }
    }

    @Test(
        "No fault touches a reading outside its time, and all come in the order of their arrival",
        arguments: [FaultKind.readingTransport, .corruptedRecord, .meterIdentity])
    func window(kind: FaultKind) {
        for variant in kind.variants where variant != .exchange {
            let neighbour = Synthetic.readings(60, serial: 7).map { reading in
                var other = reading
                other.record.litres += 77_000
                return other
            }
            let delivered = deliver(kind, variant, neighbour: neighbour)
            #expect(delivered.filter { $0.fault != nil }.allSatisfy { inside($0.taken) && $0.variant == variant })
            #expect(zip(delivered, delivered.dropFirst()).allSatisfy { $0.arrival <= $1.arrival })
            for reading in readings where !inside(reading) {
                let copies = delivered.filter { $0.taken == reading }
                #expect(
                    copies.count == 1 && copies[0].bytes == reading.record.bytes && copies[0].arrival == reading.hour)
            }
            #expect(delivered == deliver(kind, variant, neighbour: neighbour))
        }
    }

    @Test(
        "23: a share of the readings comes twice, late, after the next, or never",
        arguments: [
            (FaultVariant.duplicate, 1), (.late, 0), (.outOfOrder, 0), (.missing, -1),
        ])
    func transport(variant: FaultVariant, more: Int) {
        let delivered = deliver(.readingTransport, variant, severity: 250_000)
        let touched = 30 * 24 / 4
        let changed = delivered.count - readings.count
        #expect(more == 0 ? changed == 0 : abs(changed * more - touched) < 60, "\(changed)")
        #expect(delivered.allSatisfy { $0.bytes == $0.taken.record.bytes })
        let transport = ReadingTransport(faults: [Synthetic.fault(.readingTransport, variant, severity: 250_000)])
        #expect(transport.missing(readings).count == (more < 0 ? -changed : 0))
        let orders = delivered.map(\.taken.record.order)
        switch variant {
        case .duplicate: #expect(Set(orders).count == readings.count && orders.count > readings.count)
        case .late:
            let late = delivered.filter { $0.arrival != $0.taken.hour }
            #expect(
                abs(late.count - touched) < 60
                    && late.allSatisfy { (24...720).contains($0.taken.hour.hours(until: $0.arrival)) })
        case .outOfOrder:
            #expect(zip(orders, orders.dropFirst()).count { $0 > $1 } > 100)
            #expect(Set(orders).count == orders.count)
        default: #expect(zip(orders, orders.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test(
        "24: what is damaged is told by check, length or digits, with its bytes kept; a float passes and has lost litres"
    )
    func corrupted() {
        for reading in deliver(.corruptedRecord, .checksum, severity: 1_000_000) where inside(reading.taken) {
            #expect(reading.received == .failure(.checksum) && reading.bytes != reading.taken.record.bytes)
            #expect(
                zip(reading.bytes, reading.taken.record.bytes).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount } == 1)
        }
        for reading in deliver(.corruptedRecord, .nibble, severity: 1_000_000) where inside(reading.taken) {
            #expect(reading.received == .failure(.digit) && reading.bytes.count == 24)
        }
        for reading in deliver(.corruptedRecord, .truncation, severity: 1_000_000) where inside(reading.taken) {
            #expect(reading.received == .failure(.truncated(count: reading.bytes.count)) && reading.bytes.count < 24)
        }
        var lost = 0
        for reading in deliver(.corruptedRecord, .float32, severity: 1_000_000) where inside(reading.taken) {
            guard case .success(let record) = reading.received else {
                Issue.record("a float's check matches")
                continue
            }
            #expect(record.isFloat && record.order == reading.taken.record.order)
            #expect(abs(Int64(record.litres) - Int64(reading.taken.record.litres)) <= 1)
            if record.litres != reading.taken.record.litres { lost += 1 }
        }
        #expect(lost > 50)
    }

    @Test("25: swapped neighbours carry each other's index under their own serial number")
    func swapped() throws {
        let neighbour = Synthetic.readings(60, serial: 7).map { reading in
            var other = reading
            other.record.litres += 77_000
            return other
        }
        for reading in deliver(.meterIdentity, .swappedNeighbours, neighbour: neighbour) where inside(reading.taken) {
            let record = try reading.received.get()
            #expect(record.serial == reading.taken.record.serial)
            #expect(record.litres == reading.taken.record.litres + 77_000)
        }
        #expect(deliver(.meterIdentity, .swappedNeighbours).allSatisfy { $0.fault == nil })
    }

    @Test(
        "25: a wrong serial number is wrong in the same way each time, and has as many digits",
        arguments: [41_523_006, 11_111_111, 10_000_000, 9, 40] as [UInt64])
    func serial(number: UInt64) throws {
        for key in 0..<40 as Range<UInt64> {
            let fault = Synthetic.fault(.meterIdentity, .wrongSerial, key: key)
            let delivered = ReadingTransport(faults: [fault]).deliver(Synthetic.readings(12, serial: number))
            let serials = Set(try delivered.filter { $0.fault != nil }.map { try $0.received.get().serial })
            #expect(serials.count == 1 && serials.first != number)
            #expect(serials.allSatisfy { "\($0)".count == "\(number)".count })
        }
    }

    @Test("25: digits that cannot be read are told by their places")
    func unreadable() {
        var places: Set<Int> = []
        for reading in deliver(.meterIdentity, .unreadableDigits) where inside(reading.taken) {
            #expect(reading.received == .failure(.digit) && (1...3).contains(reading.unreadable.count))
            places.formUnion(reading.unreadable)
            var bytes = reading.bytes
            for place in reading.unreadable {
                let shift = UInt8(place % 2 * 4)
                let digit = reading.taken.record.bytes[20 - place / 2] >> shift & 15
                bytes[20 - place / 2] = bytes[20 - place / 2] & ~(15 << shift) | digit << shift
            }
            #expect(bytes.prefix(22) == reading.taken.record.bytes.prefix(22))
        }
        #expect(places == [3, 4, 5, 6, 7])
    }

    @Test("A record of any figures is read as it was written, and no single wrong bit passes")
    func record() throws {
        var word: UInt64 = 88
        for _ in 0..<2_000 {
            word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let record = MeterRecord(
                serial: word >> 20 % 1_000_000_000_000, order: UInt32(truncatingIfNeeded: word >> 7),
                time: UInt32(truncatingIfNeeded: word >> 13), litres: (word ^ word >> 33) % 1_000_000_000_000,
                isTimeInvalid: word & 1 == 1)
            #expect(try MeterRecord(bytes: record.bytes) == record)
            var bytes = record.bytes
            bytes[Int(word >> 40 % 24)] ^= 1 << UInt8(word >> 50 % 8)
            #expect(throws: RecordError.self) { try MeterRecord(bytes: bytes) }
        }
        // By hand: serial 41523006, order 258, one hour after 2000, 12,345,678 litres; the check by Modbus' own rule.
        let bytes = MeterRecord(serial: 41_523_006, order: 258, time: 3_600, litres: 12_345_678).bytes
        #expect(
            bytes.prefix(22) == [
                0x42, 0, 0, 0x41, 0x52, 0x30, 0x06, 0, 0, 1, 2, 0, 0, 0x0E, 0x10, 0, 0, 0x12, 0x34, 0x56, 0x78, 0,
            ])
    }

    @Test("17: a clock drifts, begins anew, or stands an hour ahead, and is right before and after")
    func clock() {
        let right = MeterClock(faults: [])
        #expect(right.time(at: FleetHour(number: 24)) == MeterClock.Time(seconds: 86_400, isInvalid: false))
        let shifts: [(FaultVariant, (Int) -> UInt32, Bool)] = [
            (.clockDrift, { day in right.time(at: Synthetic.hour(day)).seconds + UInt32((day - 10) * 60) }, false),
            (.clockReset, { day in UInt32((day - 10) * 86_400) }, true),
            (.summerTime, { day in right.time(at: Synthetic.hour(day)).seconds + 3_600 }, false),
        ]
        for (variant, expected, isInvalid) in shifts {
            let clock = MeterClock(faults: [Synthetic.fault(.clockShift, variant, severity: 60)])
            for day in [0, 9, 40, 80] {
                #expect(clock.time(at: Synthetic.hour(day)) == right.time(at: Synthetic.hour(day)))
            }
            for day in [10, 11, 25, 39] {
                #expect(
                    clock.time(at: Synthetic.hour(day)) == MeterClock.Time(seconds: expected(day), isInvalid: isInvalid)
                )
            }
        }
    }
}
