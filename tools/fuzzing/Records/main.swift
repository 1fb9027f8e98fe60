import CFuzzer
import Glibc
import VectorChecks

/// The records of a comma-separated text, written quoted and read again as the same.
func read(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    guard let read = try? CommaSeparatedRecords(file: "fuzz.csv", text: text) else { return }
    let quoted = read.records.map { record in
        record.fields.map { field in
            let bytes = field.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
            return "\"" + String(decoding: bytes, as: UTF8.self) + "\""
        }.joined(separator: ",")
    }
    // Joined by bytes: a field that begins with a combining mark must not melt into its quote.
    guard let again = try? CommaSeparatedRecords(file: "fuzz.csv", text: quoted.joined(separator: "\n")) else {
        preconditionFailure("what was read can be written")
    }
    precondition(again.records.map(\.fields) == read.records.map(\.fields), "and is read as the same")
}

var count = CommandLine.argc
var arguments = Optional(CommandLine.unsafeArgv)
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        read(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
