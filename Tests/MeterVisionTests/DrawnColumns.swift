import MeterVision

/// Columns as the reader's net gives them for digits that a test writes down.
enum DrawnColumns {
    /// A digit's column: the symbols with their chances; what is left is shared by the rest.
    typealias Column = [(symbol: Int, chance: Double)]

    /// A digit that is sure.
    static func sure(_ value: Int, red: Bool = false) -> Column { [(red ? 10 + value : value, 0.98)] }

    /// A digit that may be one or the other.
    static func torn(_ value: Int, _ chance: Double, or other: Int, _ otherChance: Double) -> Column {
        [(value, chance), (other, otherChance)]
    }

    /// One look at these digits, a blank between each and at both ends.
    static func look(_ digits: [Column]) -> DigitColumns {
        let blank: Column = [(DigitColumns.blank, 0.98)]
        return DigitColumns(
            probabilities: ([blank] + digits.flatMap { [$0, blank] }).flatMap { column in
                let given = column.reduce(0) { $0 + $1.chance }
                var chances = [Double](
                    repeating: (1 - given) / Double(DigitColumns.symbols - column.count), count: DigitColumns.symbols)
                for (symbol, chance) in column { chances[symbol] = chance }
                return chances
            })
    }

    /// The line that these digits are read as; nil never, but for digits that the shape does not hold.
    static func line(_ digits: [Column], wheels: Int, decimals: Int? = nil) -> LineReading? {
        LineReading([look(digits)], shape: LineShape(wheels: wheels, decimals: decimals))
    }

    /// Where wheels stand, all of them as sure.
    static func positions(_ positions: [Double], certainty: Double = 0.95) -> [WheelPosition?] {
        positions.map { WheelPosition(position: $0, certainty: certainty) }
    }
}
