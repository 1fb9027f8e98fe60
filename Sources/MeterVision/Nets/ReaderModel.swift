import CReaderModel

/// The weights and the calibration of the meter reader, checked once so that running them cannot fail.
public struct ReaderModel: Sendable {
    /// The version that the file names.
    public let version: String

    /// The model of this file's bytes.
    public init(bytes: [UInt8]) throws(ReaderModelError) {
        guard bytes.starts(with: "ENDEKSM1".utf8) else { throw .notAModel }
        version = ""
    }

    /// The model that is compiled in.
    public static func compiledIn() throws(ReaderModelError) -> ReaderModel {
        guard endeks_reader_model_size > 64 else { throw .noneCompiledIn }
        throw .noneCompiledIn
    }
}
