import MeterCore
import Testing

@Suite("Wheel counter")
struct WheelCounterTests {
    @Test("The rightmost wheel turns continuously and the others stand until it passes from 9 to 0")
    func standing() {
        let counter = WheelCounter(wheels: 5, thousandths: 1_234_567)
        #expect((0..<5).map(counter.position(of:)) == [4_567, 3_000, 2_000, 1_000, 0])
    }

    @Test("A wheel turns with its neighbour while that goes from 9 to 0")
    func carry() {
        let counter = WheelCounter(wheels: 3, thousandths: 19_250)
        #expect((0..<3).map(counter.position(of:)) == [9_250, 1_250, 0])
    }

    @Test("A run of nines rolls over as one, up to the first wheel that is not a nine")
    func nines() {
        let counter = WheelCounter(wheels: 5, thousandths: 3_999_500)
        #expect((0..<5).map(counter.position(of:)) == [9_500, 9_500, 9_500, 3_500, 0])
    }

    @Test("All nines wrap to all zeros")
    func wraps() {
        var counter = WheelCounter(wheels: 4, thousandths: 9_999_999)
        counter.advance(thousandths: 1)
        #expect(counter.thousandths == 0)
        counter.advance(thousandths: UInt64.max)
        #expect(counter.thousandths == UInt64.max % 10_000_000)
    }

    @Test("Passing from one count to the next never moves a wheel backwards, but from 9 to 0")
    func monotone() {
        var counter = WheelCounter(wheels: 4, thousandths: 0)
        var before = (0..<4).map(counter.position(of:))
        for _ in 0..<20_000 {
            counter.advance(thousandths: 497)
            let after = (0..<4).map(counter.position(of:))
            for wheel in 0..<4 {
                let moved = (after[wheel] - before[wheel] + 10_000) % 10_000
                #expect(moved <= 497)
            }
            before = after
        }
    }

    @Test("The digit that is read is the lower one while a wheel turns")
    func lowerState() {
        let counter = WheelCounter(wheels: 3, thousandths: 999_999)
        #expect((0..<3).map(counter.digit(of:)) == [9, 9, 9])
    }
}
