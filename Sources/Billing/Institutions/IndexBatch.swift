public import Quantities

/// Indexes that were typed in together, with the totals that the list states [toplu endeks]: one wrong digit, one line left
/// out or typed twice, and nothing of it enters. [57]
public struct IndexBatch: Hashable, Sendable {
    /// An index of a meter.
    public struct Entry: Hashable, Sendable {
        /// The meter; an institution has many.
        public let meter: MeterSerial
        /// What it showed, and when.
        public let reading: MeterReading

        /// An index of that meter.
        public init(meter: MeterSerial, reading: MeterReading) {
            self.meter = meter
            self.reading = reading
        }
    }

    /// What the list says of itself [kontrol toplamı].
    public struct ControlTotal: Hashable, Sendable {
        /// How many indexes there are.
        public let count: Int
        /// The sum of all indexes, in whole m3 on the counters.
        public let indexSum: Int64

        /// Those totals.
        public init(count: Int, indexSum: Int64) {
            self.count = count
            self.indexSum = indexSum
        }
    }

    /// The indexes, in the order of the list.
    public let entries: [Entry]
    /// The totals, which they come to.
    public let control: ControlTotal
    /// The period that they enter.
    public let period: ReadingPeriod

    /// The batch, whole or not at all.
    ///
    /// Throws `countDiffers`, `sumDiffers`, `meterTwice`, or `refused` with the meter and what the period has against its day.
    public init(_ entries: [Entry], control: ControlTotal, period: ReadingPeriod) throws(IndexBatchError) {
        guard entries.count == control.count else {
            throw .countDiffers(found: entries.count, stated: control.count)
        }
        var (meters, sum): (Set<MeterSerial>, Int128) = ([], 0)
        for entry in entries {
            guard meters.insert(entry.meter).inserted else { throw .meterTwice(entry.meter) }
            do throws(ReadingPeriodError) {
                try period.admit(readingOf: entry.reading.date)
            } catch {
                throw .refused(entry.meter, error)
            }
            sum += Int128(entry.reading.index.value)
        }
        guard sum == Int128(control.indexSum) else { throw .sumDiffers(by: sum - Int128(control.indexSum)) }
        self.entries = entries
        self.control = control
        self.period = period
    }
}

/// Why a batch does not enter.
public enum IndexBatchError: Error, Hashable, Sendable {
    /// There are more or fewer indexes than the list states: look for the line left out or typed twice.
    case countDiffers(found: Int, stated: Int)
    /// The sum of the indexes is off by so much, above zero where it is too large: look for the digit.
    case sumDiffers(by: Int128)
    /// A meter stands twice: strike one of them.
    case meterTwice(MeterSerial)
    /// The period does not take the reading of that meter.
    case refused(MeterSerial, ReadingPeriodError)
}
