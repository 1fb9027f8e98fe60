public import Quantities

extension MeterVolume {
    /// The volume behind a difference of `cubicMetres` on a counter with `multiplier`, exact.
    ///
    /// Throws `overflow` where it does not fit.
    public init(counted cubicMetres: Int64, multiplier: MeterMultiplier) throws(ArithmeticError) {
        // m3 times thousandths are litres.
        self.init(litres: try cubicMetres.checkedMultiplying(by: multiplier.thousandths))
    }
}
