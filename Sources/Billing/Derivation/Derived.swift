/// An amount that can say how it came about.
///
/// What computes the amount keeps its inputs and its rounded figures; the steps are written down only when they are asked
/// for, so that a billing run that explains nothing pays nothing for it.
public protocol Derived {
    /// The steps in reading order, each recomputable from what it shows.
    var derivation: [DerivationStep] { get }
}
