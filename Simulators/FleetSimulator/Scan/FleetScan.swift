import Dispatch
import MeterCore
import Synchronization

/// Reads a whole fleet in order: every meter at every hour or day of a period, into one digest.
///
/// Sound meters go eight side by side; meters with a fault, with more than 4,294 m³ a year, or whose wheels turn over go alone.
/// The digest is the same for any number of threads.
public struct FleetScan: Sendable {
    /// Meters of one mould, by their numbers in the fleet.
    public struct Part: Sendable {
        /// What they are made from.
        public let mould: MeterMould
        /// Their numbers.
        public let meters: Range<Int>

        /// Meters of one mould.
        public init(mould: MeterMould, meters: Range<Int>) {
            self.mould = mould
            self.meters = meters
        }
    }

    /// The fleet's parts.
    public let parts: [Part]
    /// When the fleet began.
    public let start: FleetHour

    /// A fleet.
    ///
    /// - Parameters:
    ///   - parts: its meters, no number twice.
    ///   - start: when it began; truth counts from there.
    public init(parts: [Part], since start: FleetHour) {
        self.parts = parts
        self.start = start
    }

    /// The digest of all readings of a period.
    ///
    /// - Parameters:
    ///   - period: which hours; not before the fleet's beginning.
    ///   - faults: which meters have one, and what it does.
    ///   - threads: how many work at once, at least 1; the digest does not depend on it.
    /// - Returns: the digest of index and truth of every meter and hour or day.
    public func digest(of period: ScanPeriod, faults: some ScanFaults, threads: Int) -> ReadingDigest {
        precondition(period.start >= start, "a fleet is read from its beginning on")
        let pieces = parts.indices.flatMap { part in
            let meters = parts[part].meters
            return stride(from: meters.lowerBound, to: meters.upperBound, by: FleetScan.pieceSize).map {
                Piece(part: part, meters: $0..<min($0 + FleetScan.pieceSize, meters.upperBound))
            }
        }
        let next = Atomic<Int>(0)
        let sum = Mutex(ReadingDigest())
        DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { _ in
            var own = ReadingDigest()
            while true {
                let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard piece < pieces.count else { break }
                own = own + digest(of: pieces[piece], period, faults)
            }
            sum.withLock { $0 = $0 + own }
        }
        return sum.withLock { $0 }
    }

    private func digest<Faults: ScanFaults>(
        of piece: Piece, _ period: ScanPeriod, _ faults: Faults
    ) -> ReadingDigest {
        let mould = parts[piece.part].mould
        var sum = ReadingDigest()
        var waiting: [FleetMeter] = []
        var before: [UInt64] = []
        let isFromStart = period.start == start
        func readAlone(_ meter: FleetMeter, _ course: Faults.Course?) {
            var scan = LoneScan(meter, of: mould, since: start, period: period, course: course)
            sum = sum + scan.run()
        }
        for number in piece.meters {
            let meter = mould.meter(number)
            let course = faults.course(of: number, part: piece.part)
            // A mean year that no lane holds will not be read in a block either.
            if course != nil || meter.demand.meanYear >> 32 != 0 {
                readAlone(meter, course)
                continue
            }
            waiting.append(meter)
            before.append(
                isFromStart ? 0 : UInt64(MeterCurve(meter, of: mould, since: start).millilitres(at: period.start)))
            guard waiting.count == BlockScan.width else { continue }
            var block = BlockScan(waiting, before: before, of: mould, period: period)
            if let digest = block.run() {
                sum = sum + digest
            } else {
                for meter in waiting { readAlone(meter, nil) }
            }
            waiting.removeAll(keepingCapacity: true)
            before.removeAll(keepingCapacity: true)
        }
        for meter in waiting { readAlone(meter, nil) }
        return sum
    }

    /// Meters of one part that a thread takes at once.
    private struct Piece: Sendable {
        let part: Int
        let meters: Range<Int>
    }

    /// Meters that a thread takes at once.
    private static let pieceSize = 4_096
}
