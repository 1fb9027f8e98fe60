import Quantities

extension VectorRow {
    /// The entries of a field with `|` between them, or another separator, each of `count` parts with `:` between them; none
    /// in an empty field.
    func list(
        _ column: String, separator: Character = "|", of count: Int, like example: String
    ) throws(VectorFileError) -> [[String]] {
        let text = try text(column)
        guard !text.isEmpty else { return [] }
        var entries: [[String]] = []
        for entry in text.split(separator: separator, omittingEmptySubsequences: false) {
            let parts = entry.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == count else {
                throw failure(column, "'\(entry)' has \(parts.count) parts where \(count) are needed; write \(example)")
            }
            entries.append(parts)
        }
        return entries
    }

    /// The number that `text`, a part of a field, writes.
    func figure(_ text: String, in column: String) throws(VectorFileError) -> DecimalFigure {
        do throws(NumberFormatError) {
            return try DecimalFigure(parsing: text, notation: .plain)
        } catch {
            throw failure(column, "\(error); write it like 1730.00")
        }
    }

    /// The quantity that `text`, a part of a field, writes.
    func quantity<Quantity: FixedPointQuantity>(
        _ text: String, in column: String, as type: Quantity.Type = Quantity.self
    ) throws(VectorFileError) -> Quantity {
        do throws(NumberFormatError) {
            return try Quantity(parsing: text, notation: .plain)
        } catch {
            throw failure(column, "\(error); write it like 1730.00")
        }
    }

    /// The day that `text`, a part of a field, writes.
    func date(_ text: String, in column: String) throws(VectorFileError) -> CivilDate {
        do throws(CivilDateError) {
            return try CivilDate(iso8601: text)
        } catch {
            throw failure(column, "'\(text)' is not a day; write it as 2026-01-31")
        }
    }
}
