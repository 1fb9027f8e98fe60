/// Why a model file cannot be used.
public enum ReaderModelError: Error, Hashable, Sendable {
    /// No weights are compiled into this binary.
    case noneCompiledIn
    /// The file does not begin as a model does, or ends before its header.
    case notAModel
    /// The header is no JSON of the expected form; the text says where.
    case header(String)
    /// A net that the reader needs is missing.
    case netMissing(String)
    /// An operation of a net is unknown, or does not fit the others.
    case operation(net: String, number: Int, problem: String)
    /// A net's result has not the shape that the reader needs.
    case output(net: String, problem: String)
}

extension ReaderModelError: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence.
    public var description: String {
        switch self {
        case .noneCompiledIn:
            "no weights are compiled into this binary; name a model file with --model FILE"
        case .notAModel:
            "this is not a model of the meter reader (it does not begin with ENDEKSM1, or is cut short)"
        case .header(let problem):
            "the model's header cannot be used: \(problem)"
        case .netMissing(let net):
            "the model has no net '\(net)'; train it again with tools/training"
        case .operation(let net, let number, let problem):
            "the model's net '\(net)', operation \(number): \(problem)"
        case .output(let net, let problem):
            "the model's net '\(net)' gives the wrong result: \(problem)"
        }
    }
}
