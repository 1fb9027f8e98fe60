// Embedded Swift has no reflection, so nothing is to be hidden from it there.
#if hasFeature(Embedded)
/// A value that shows itself masked, whichever way Swift is asked to print it.
public protocol MaskedWhenPrinted: CustomStringConvertible, CustomDebugStringConvertible {}
#else
/// A value that shows itself masked, whichever way Swift is asked to print it.
public protocol MaskedWhenPrinted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension MaskedWhenPrinted {
    /// A mirror without children: `dump` and reflection find nothing to show.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
#endif

extension MaskedWhenPrinted {
    /// The same masked text as `description`.
    public var debugDescription: String { description }
}
