/// Reads the counters of meter photos.
///
/// It keeps its buffers and its plate reader between photos; use one on one thread.
public final class MeterReader {
    /// The model that it reads with.
    public let model: ReaderModel

    /// A reader with that model.
    public init(model: ReaderModel) {
        self.model = model
    }

    /// What the photo says.
    ///
    /// Never throws: bytes that are no photo give a refusal with its reason.
    public func read(jpeg: [UInt8], hints: MeterHints) -> PhotoReading {
        .refused(.noWindow)
    }
}
