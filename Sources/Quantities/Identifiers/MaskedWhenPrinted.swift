/// A value that shows itself masked, whichever way Swift is asked to print it.
public protocol MaskedWhenPrinted: CustomStringConvertible, CustomDebugStringConvertible, HiddenFromReflection {}

extension MaskedWhenPrinted {
    /// The same masked text as `description`.
    public var debugDescription: String { description }
}

#if hasFeature(Embedded)
    /// A value in which reflection finds nothing: Embedded Swift has no reflection.
    public protocol HiddenFromReflection {}
#else
    /// A value in which reflection finds nothing.
    public protocol HiddenFromReflection: CustomReflectable {}

    extension HiddenFromReflection {
        /// A mirror without children: `dump` and reflection find nothing to show.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
