import Accounts
import Billing
import CFuzzer
import Foundation
import Glibc
import InvoiceDocuments
import Quantities
import Wording
import WrittenFiles

@testable import CommandFiles

/// What a file of lines came to: so many were taken, and these were told to be wrong.
///
/// A line that is neither would be lost, and a place outside the file helps nobody to mend it.
func check(_ text: String, taken: Int, _ problems: [FileMistake]) -> [FileMistake] {
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
    for problem in problems {
        precondition((1...lines).contains(problem.line) && problem.column >= 1, "a mistake has its place in the file")
        precondition(!problem.message.isEmpty, "and is told")
    }
    precondition(taken <= lines, "no line is taken twice")
    return problems
}

/// A text read as each of the files that have a subscriber, a payment or a reading in every line.
func readTable(_ kind: UInt8, _ text: String) -> [FileMistake] {
    switch kind {
    case 0, 1:
        let table = PaymentTable(text: text, file: "fuzz.csv", notation: kind == 0 ? .plain : .turkish)
        precondition(table.payments.allSatisfy { $0.amount > .zero }, "a payment is money that came in")
        return check(text, taken: table.payments.count, table.problems)
    case 2:
        let table = ReadingTable(text: text, file: "fuzz.csv")
        return check(text, taken: table.readings.count, table.problems)
    case 3:
        let table = RoundTable(text: text, file: "fuzz.csv")
        return check(text, taken: table.readings.count + table.notRead.count, table.faults + table.refused)
    case 4:
        let table = SubscriberTable(text: text, file: "fuzz.csv", policies: (["ankara"], ["konut"]))
        let numbers = table.subscribers.map(\.subscription.subscriber.number.text)
        precondition(Set(numbers).count == numbers.count, "a number is one subscriber's")
        return check(text, taken: table.subscribers.count, table.problems)
    case 5:
        let table = MeterChangeTable(text: text, file: "fuzz.csv")
        precondition(table.changes.allSatisfy { $0.start.digits == $0.meter.wheels }, "an index has its meter's wheels")
        return check(text, taken: table.changes.count, table.problems)
    default:
        let table = FreezeTable(text: text, file: "fuzz.csv")
        return check(text, taken: table.freezes.count, table.problems)
    }
}

/// A text read as each of the YAML files.
func readSettings(_ kind: UInt8, _ text: String) -> [FileMistake] {
    var mistakes: [FileMistake] = []
    do {
        switch kind {
        case 7:
            let policies = try PolicyFile(yaml: text, path: "fuzz.yaml").policies
            precondition(policies.tariffs.allSatisfy { !$0.prices.steps.isEmpty }, "a tariff has a price")
        case 8: _ = try TariffFile(yaml: text, path: "fuzz.yaml")
        default:
            let file = try SubscriberFile(yaml: text, path: "fuzz.yaml")
            precondition(file.lastReading.index.digits == file.meter.wheels, "an index has its meter's wheels")
        }
        return []
    } catch let error as FileMistakes {
        mistakes = error.all
    } catch let error as FileMistake {
        mistakes = [error]
    } catch {
        preconditionFailure("a file is refused by its mistakes")
    }
    precondition(!mistakes.isEmpty, "what is refused is told")
    precondition(mistakes.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.message.isEmpty }, "with its place")
    return mistakes
}

/// A text read as the JSON of an invoice, and explained in both languages; false where it is none.
func explain(_ text: String) -> Bool {
    guard let invoice = try? ExplainedInvoice(json: Data(text.utf8)) else { return false }
    for language in [Language.turkish, .english] {
        let explanation = Explanation(of: invoice.steps, indexes: invoice.indexes, in: language)
        precondition(explanation.lines.count == invoice.steps.count, "every step has its line")
        precondition(!ExplanationText(explanation, of: invoice.title).text.isEmpty, "and is printed")
    }
    return true
}

/// A text read as a table of columns, such as the labels of photos; false where it is none.
func readColumns(_ text: String) -> Bool {
    guard var table = try? CSVTable(text: text, file: "fuzz.csv", columns: .init([], others: .ignored)) else {
        return false
    }
    precondition(!table.header.names.isEmpty, "a table names its columns")
    precondition(table.header.lacking(table.header.names) == nil, "and has them")
    guard let rows = try? table.rows() else { return false }
    for row in rows { for name in table.header.names { _ = row.value(name) } }
    return true
}

/// The first byte chooses what the others are read as; false where they are refused.
@discardableResult
func read(_ bytes: [UInt8]) -> Bool {
    guard let choice = bytes.first, let text = String(validating: bytes.dropFirst(), as: UTF8.self) else {
        return false
    }
    return switch choice % 12 {
    case let kind where kind < 7: readTable(kind, text).isEmpty
    case let kind where kind < 10: readSettings(kind, text).isEmpty
    case 10: explain(text)
    default: readColumns(text)
    }
}

/// A right text of each kind, behind the byte that says what it is read as: what the fuzzer begins with.
let right: [(kind: UInt8, text: String)] = [
    (0, PaymentTable.example),
    (
        1, PaymentTable.columns.joined(separator: ",") + "\n1,2026-11-30,\"1.857,65\",merkez/2,4100000003,KASIM\n"
    ),
    (2, "subscriber_number,date,index\n4100001101,2025-10-21,15420\n4100001101,2025-11-21,15505\n"),
    (
        3,
        "subscriber_number,index,date,not_read,confirmed_by\n4100001101,15420,2025-10-21,,\n4100001102,,,dog,\n4100001103,00001,2025-10-21,,A. Ek\n"
    ),
    (
        4,
        SubscriberTable.columns.joined(separator: ",")
            + "\n4100001101,Ayşe Örnek,\"Gaz Sok. No 3/5, Ankara\",ankara,7700001101,57666350,G4,5,3,1,21,konut,mechanical,tr,905550001101,,16241,2026-10-21\n"
    ),
    (
        5,
        MeterChangeTable.columns.joined(separator: ",")
            + "\n4100001101,2026-11-03,16350,00112233,G4,5,3,1,21,00000\n"
    ),
    (6, "subscriber_number,from,to\n4100001101,2026-07-01,2026-09-01\n4100001102,2026-07-01,\n"),
    (7, PoliciesExample.text), (8, BillExample.tariff), (9, BillExample.subscriber),
    (
        10,
        """
        {"number":"OGZ2026000000001","invoiceDate":"2026-11-21","language":"tr",
        "period":{"firstIndex":"01021","lastIndex":"01088"},"versions":{"tariff":"ornek-2026.1"},
        "derivation":[{"code":"measuredVolume","operands":[{"role":"lastIndex","figure":"1088"},
        {"role":"firstIndex","figure":"1021"}],"result":"67","shownRounded":false,
        "days":[{"role":"from","date":"2026-10-21"}],"policy":"standard"}]}
        """
    ),
    (11, "# labels\nfile\treading\nmeter.jpg\t\"01021\"\n"),
]

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--seeds" {
    let folder = URL(filePath: CommandLine.arguments[2], directoryHint: .isDirectory)
    for (kind, text) in right {
        let bytes = [kind] + Array(text.utf8)
        precondition(read(bytes), "the text of kind \(kind) is right")
        try Data(bytes).write(to: folder.appending(path: "\(kind)"))
    }
    exit(0)
}
var count = CommandLine.argc
var arguments = Optional(CommandLine.unsafeArgv)
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        read(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
