/// Which lines of digits a counter can show: black wheels, then red ones.
package struct LineShape: Hashable, Sendable {
    /// How many black wheels there can be.
    package var wheels: ClosedRange<Int>
    /// How many red wheels there can be.
    package var decimals: ClosedRange<Int>

    /// Most digits that a line can have.
    package static let most = 12

    /// The shapes that fit what is known; where nothing is, 3 to 8 black wheels and up to 3 red ones.
    package init(wheels: Int?, decimals: Int?) {
        self.wheels = wheels.map { $0...$0 } ?? 3...8
        self.decimals = decimals.map { $0...$0 } ?? 0...3
        if self.wheels.upperBound + self.decimals.upperBound > Self.most {
            self.decimals =
                min(
                    self.decimals.lowerBound, Self.most - self.wheels.upperBound)...max(
                    0, Self.most - self.wheels.upperBound)
        }
    }

    /// Whether a line may go on with such a digit after so many black and red ones.
    package func allows(decimal: Bool, afterWheels black: Int, decimals red: Int) -> Bool {
        if decimal { return wheels.contains(black) && red < decimals.upperBound }
        return red == 0 && black < wheels.upperBound
    }

    /// Whether a line may end there.
    package func isComplete(wheels black: Int, decimals red: Int) -> Bool {
        wheels.contains(black) && decimals.contains(red)
    }
}
