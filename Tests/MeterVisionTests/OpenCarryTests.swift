import MeterVision
import Testing

@Suite("Open carry")
struct OpenCarryTests {
    @Test(
        "Red wheels on their way from nines to zeros leave the black ones open",
        arguments: ["99", "00", "999", "004", "90", "09", "9", "0"])
    func open(decimals: String) {
        #expect(OpenCarry.isOpen(decimals: decimals, lastPosition: 3.0))
    }

    @Test("Red wheels elsewhere settle the black ones", arguments: ["98", "10", "45", "7"])
    func settled(decimals: String) {
        #expect(!OpenCarry.isOpen(decimals: decimals, lastPosition: 3.9))
    }

    @Test(
        "Without red wheels the last black one must not be about to arrive",
        arguments: [(3.1, false), (3.7, false), (3.8, true), (9.9, true)])
    func lastWheel(position: Double, open: Bool) {
        #expect(OpenCarry.isOpen(decimals: "", lastPosition: position) == open)
    }
}
