/// How the yearly volumes of a class's meters are spread: many small ones and few large, a lognormal distribution of mean 1.
///
/// Held as 1,025 quantiles in 2^-16; between them it is straight.
struct YearSpread: Hashable, Sendable {
    private let quantiles: [UInt32]

    /// A spread.
    ///
    /// - Parameter deviation: standard deviation of the logarithm.
    init(deviation: Double) {
        let values = (0...1_024).map { row in
            ReproducibleMath.exponential(deviation * ReproducibleMath.normalQuantile((Double(row) + 0.5) / 1_025))
        }
        let ends = (values[0] + values[1_024]) / 2
        let mean = (values[1..<1_024].reduce(0, +) + ends) / 1_024
        quantiles = values.map { UInt32(($0 / mean * 65_536).rounded(.toNearestOrEven)) }
    }

    /// A meter's factor in 2^-16, from 32 bits of chance.
    func factor(_ word: UInt32) -> UInt64 {
        let row = Int(word >> 22)
        let part = UInt64((word >> 6) & 0xFFFF)
        let lower = UInt64(quantiles[row])
        return lower + (((UInt64(quantiles[row + 1]) - lower) * part) >> 16)
    }
}
