/// A colour as the eye names it: red, green, blue from 0 to 1.
package struct Colour: Hashable, Sendable {
    package var red: Double
    package var green: Double
    package var blue: Double

    package init(_ red: Double, _ green: Double, _ blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A grey.
    package init(grey: Double) { self.init(grey, grey, grey) }

    /// The colour a little off, as paint and years make it.
    package func varied(by amount: Double, _ random: inout SeededRandom) -> Colour {
        let all = random.normal(amount / 2)
        return Colour(
            red + all + random.normal(amount / 3), green + all + random.normal(amount / 3),
            blue + all + random.normal(amount / 3))
    }

    /// More or less colourful: 0 grey, 1 as it is.
    func saturated(_ saturation: Double) -> Colour {
        guard saturation != 1 else { return self }
        return Colour(grey: 0.299 * red + 0.587 * green + 0.114 * blue).mixed(with: self, saturation)
    }

    /// Between two colours.
    package func mixed(with other: Colour, _ share: Double) -> Colour {
        Colour(
            red + (other.red - red) * share, green + (other.green - green) * share, blue + (other.blue - blue) * share)
    }
}
