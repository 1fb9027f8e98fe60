import Quantities
import Storage

extension Row {
    /// The value that a column writes; throws where it writes none, which only a damaged file does.
    func value<Value>(_ column: String, _ parse: (String) throws -> Value) throws(StoreError) -> Value {
        let text = try text(column)
        do {
            return try parse(text)
        } catch {
            throw .column(column)
        }
    }

    /// The day in a column.
    func day(_ column: String) throws(StoreError) -> CivilDate { try value(column) { try CivilDate(iso8601: $0) } }

    /// The case whose code stands in a column.
    func code<Code: RawRepresentable<String>>(_ column: String) throws(StoreError) -> Code {
        guard let code = Code(rawValue: try text(column)) else { throw .column(column) }
        return code
    }
}

extension Optional {
    /// `map` with a typed error.
    func map<Result, Failure: Error>(
        _ transform: (Wrapped) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let self else { return nil }
        return try transform(self)
    }
}
