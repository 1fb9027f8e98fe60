import CFuzzer
import Glibc
import WrittenFiles

/// The records of a text; nil where it is refused, with its place in the text.
func records(_ text: String) -> [[String]]? {
    var reader = CSVReader(text: text, file: "fuzz.csv")
    var records: [[String]] = []
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    do {
        while let record = try reader.next() {
            precondition((1...lines).contains(record.line), "a record has its line")
            records.append(record.fields)
        }
        return records
    } catch {
        precondition((1...lines).contains(error.line) && error.column >= 1, "a mistake has its place")
        precondition((try? reader.next()) == .some(nil), "and is the end")
        return nil
    }
}

/// The records of a comma-separated text, written and read again as the same.
func read(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), let read = records(text) else { return }
    // The first record says what parts the fields, and the first field may begin like a byte order mark.
    let written = CSVWriter.table(columns: ["a", "b"], rows: read)
    precondition(records(written) == [["a", "b"]] + read, "what was read is written and read as the same")
}

var count = CommandLine.argc
var arguments = Optional(CommandLine.unsafeArgv)
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        read(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
