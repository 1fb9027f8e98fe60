extension Index {
    /// The whole m3 that the counter went on since `earlier` on the same counter, through zero where it dropped.
    ///
    /// Both have the same number of digits: the caller has made sure of it, and of whether a drop is a rollover.
    package func cubicMetres(since earlier: Index) -> Int64 {
        let difference = value - earlier.value
        return difference < 0 ? difference + Index.modulus(digits: digits) : difference
    }
}
