import CFuzzer
import Glibc
import Quantities

/// A text read as a number: what was read is printed and read again as the same, in both notations.
func readNumber(_ text: String) {
    for notation in [DecimalNotation.plain, .turkish] {
        guard let figure = try? DecimalFigure(parsing: text, notation: notation) else { continue }
        precondition(figure.fractionDigits <= DecimalFigure.mostFractionDigits, "a figure has 18 decimals at most")
        for other in [DecimalNotation.plain, .turkish] {
            let again = try? DecimalFigure(parsing: figure.printed(in: other), notation: other)
            precondition(again == figure, "what is printed is read as the same figure")
        }
        if let money = try? Money(parsing: text, notation: notation) {
            precondition(money.figure.isEqual(to: figure), "a quantity is the figure")
        }
    }
}

/// A text read as a day or a month.
func readDate(_ text: String) {
    if let day = try? CivilDate(iso8601: text) {
        precondition(day.description == text, "a day is written one way")
        precondition(CivilDate.nearest(toDayNumber: day.dayNumber) == day, "and has its number")
    }
    if let month = try? CivilMonth(iso8601: text) { precondition(month.description == text, "a month likewise") }
}

/// A text read as each kind of identifier: what is taken is given back, and never shown whole.
func readIdentifiers(_ text: String) {
    func read<Kind: Identifier>(_ kind: Kind.Type, _ same: (String, String) -> Bool) {
        guard let identifier = try? Kind(text) else { return }
        precondition(same(identifier.text, text), "an identifier keeps its text")
        precondition((try? Kind(identifier.text)) == identifier, "which is one of it again")
        precondition(identifier.description.contains("•"), "and is masked when printed")
    }
    read(TCKN.self) { $0 == $1 }
    read(VKN.self) { $0 == $1 }
    read(IBAN.self) { $0 == $1.filter { $0 != " " } }
    read(SubscriberNumber.self) { $0 == $1 }
    read(InstallationNumber.self) { $0 == $1 }
    read(MeterSerial.self) { $0 == $1 }
    read(InvoiceNumber.self) { $0 == $1 }
    read(ETTN.self) { $0 == $1.lowercased() }
    if let index = try? Index(printed: text) { precondition(index.description == text, "an index keeps its zeros") }
}

/// A text read as a payment code, and with the checksum that it would need.
func readPaymentCode(_ text: String) {
    if let fields = try? TaggedFields(text) {
        let again = fields.fields.map { field in
            let digits = [field.tag, field.value.utf8.count].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return digits.joined() + field.value
        }
        precondition(again.joined() == text, "the fields are the whole text")
    }
    let payload = text + "6304"
    let code = payload + CyclicRedundancyCheck(of: payload.utf8).hexadecimal
    if let read = try? PaymentCode(code) { precondition(read.text == code, "a code is kept as it came") }
    _ = try? PaymentCode(text)
}

/// The first byte chooses what the others are read as.
func read(_ bytes: [UInt8]) {
    guard let choice = bytes.first, let text = String(validating: bytes.dropFirst(), as: UTF8.self) else { return }
    switch choice & 3 {
    case 0: readNumber(text)
    case 1: readDate(text)
    case 2: readIdentifiers(text)
    default: readPaymentCode(text)
    }
}

var count = CommandLine.argc
var arguments = Optional(CommandLine.unsafeArgv)
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        read(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
