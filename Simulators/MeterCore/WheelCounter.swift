/// A mechanical wheel counter (sayaç numaratörü): what each number wheel shows for the volume that has passed.
///
/// The rightmost wheel turns continuously. Every other wheel stands still until its right neighbour goes from 9 to 0,
/// and turns with it for that tenth of the neighbour's revolution: so a run of nines rolls over as one.
public struct WheelCounter: Hashable, Sendable {
    /// Number of wheels, black and red together, 1 to 18.
    public let wheels: Int
    /// What has passed since all wheels stood at zero, in thousandths of the rightmost wheel's digit.
    ///
    /// Wraps when the counter does.
    public private(set) var thousandths: UInt64

    /// A counter at a given count.
    ///
    /// - Parameters:
    ///   - wheels: number of wheels, 1 to 18.
    ///   - thousandths: count in thousandths of the rightmost digit, wrapped to the counter's range.
    public init(wheels: Int, thousandths: UInt64) {
        precondition((1...18).contains(wheels), "a counter has 1 to 18 wheels")
        self.wheels = wheels
        self.thousandths = thousandths % (WheelCounter.powerOfTen(wheels) &* 1000)
    }

    /// Lets gas pass: advances the counter, wrapping from all nines to all zeros.
    public mutating func advance(thousandths step: UInt64) {
        let range = WheelCounter.powerOfTen(wheels) &* 1000
        thousandths = (thousandths &+ step % range) % range
    }

    /// The digit that a wheel has reached, the lower one while it turns: what the trade reads.
    ///
    /// Wheel 0 is the rightmost one.
    public func digit(of wheel: Int) -> Int {
        precondition((0..<wheels).contains(wheel), "the counter has no such wheel")
        return Int(thousandths / 1000 / WheelCounter.powerOfTen(wheel) % 10)
    }

    /// Where a wheel stands, in thousandths of a digit: 0 to 9,999, so that 7,250 is a quarter of the way from 7 to 8.
    ///
    /// Wheel 0 is the rightmost one.
    public func position(of wheel: Int) -> Int {
        var carried = Int(thousandths % 1000)
        var neighbour = 0
        while neighbour < wheel {
            if digit(of: neighbour) != 9 { carried = 0 }
            neighbour += 1
        }
        return digit(of: wheel) * 1000 + carried
    }

    private static func powerOfTen(_ exponent: Int) -> UInt64 {
        var power: UInt64 = 1
        var count = 0
        while count < exponent {
            power &*= 10
            count += 1
        }
        return power
    }
}
