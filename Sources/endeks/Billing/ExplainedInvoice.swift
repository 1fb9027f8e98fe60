import Accounts
import Billing
import Foundation
import InvoiceDocuments
import Quantities
import Wording

/// What of an invoice is needed to explain it: from the books, or from the JSON that `endeks bill` writes.
struct ExplainedInvoice {
    let title: String
    let indexes: [Index]
    let language: Language
    let steps: [DerivationStep]
    /// What became of it, and what it replaced.
    let notes: [String]

    /// An invoice of the books; `lateFees` are the steps of the fees that it charged, as the books keep them.
    init(_ invoice: Invoice, lateFees: [DerivationStep], reversal: StoredReversal?, language: Language) {
        notes = Self.notes(invoice, reversal, language)
        title = Self.title(
            number: invoice.number?.text, date: invoice.invoiceDate.description, tariff: invoice.tariffVersion)
        indexes = invoice.countedIndexes
        self.language = language
        steps = invoice.explained(lateFees.isEmpty ? [:] : [.lateFee: lateFees])
    }

    /// The paper that takes an invoice back.
    init(_ reversal: InvoiceReversal, language: Language) {
        notes = []
        title = [
            reversal.number.text, reversal.date.description,
            ReversalWords.title.text(in: language) + " " + reversal.original.text,
        ].joined(separator: " · ")
        indexes = []
        self.language = language
        steps = reversal.derivation
    }

    /// Throws `DecodingError` where the bytes are no invoice, or one with a code or a figure that is unknown.
    init(json: Data) throws {
        let file = try JSONDecoder().decode(File.self, from: json)
        title = Self.title(number: file.number, date: file.invoiceDate, tariff: file.versions.tariff)
        indexes = [file.period.lastIndex, file.period.firstIndex].compactMap { try? Index(printed: $0) }
        language = Language(rawValue: file.language) ?? .turkish
        notes = []
        steps = try file.derivation.map { try $0.step() }
    }

    private static func notes(
        _ invoice: Invoice, _ reversal: StoredReversal?, _ language: Language
    ) -> [String] {
        let style = FigureStyle(language)
        var notes: [String] = []
        if let replaced = invoice.replaces {
            notes.append(ReversalWords.replaces.text(in: language, ["number": replaced.text]))
        }
        if let reversal {
            let opposite = Money(kurus: -invoice.figures.payable.kurus).description
            var values = [
                "number": reversal.number.text,
                "date": style.date(year: reversal.date.year, month: reversal.date.month, day: reversal.date.day),
                "reason": ReversalWords.reason(reversal.reason.rawValue, in: language),
                "amount": (try? style.money(opposite)) ?? opposite,
            ]
            notes.append(ReversalWords.reversed.text(in: language, values))
            if let replacement = reversal.replacement {
                values["number"] = replacement.text
                notes.append(ReversalWords.replacedBy.text(in: language, values))
            }
        }
        return notes
    }

    private static func title(number: String?, date: String, tariff: String) -> String {
        [number ?? "–", date, tariff].joined(separator: " · ")
    }

    private struct File: Decodable {
        struct Period: Decodable {
            let firstIndex: String
            let lastIndex: String
        }
        struct Versions: Decodable { let tariff: String }
        let number: String?
        let invoiceDate: String
        let language: String
        let period: Period
        let versions: Versions
        let derivation: [Step]
    }

    private struct Step: Decodable {
        struct Operand: Decodable {
            let role: String
            let figure: String
        }
        struct Day: Decodable {
            let role: String
            let date: String
        }
        let code: String
        let operands: [Operand]
        let result: String
        let shownRounded: Bool
        let days: [Day]?
        let policy: String?
        let reference: String?

        func step() throws -> DerivationStep {
            DerivationStep(
                code: try Self.code(code),
                operands: try operands.map { .init(try Self.code($0.role), try Self.figure($0.figure)) },
                result: try Self.figure(result), isShownRounded: shownRounded,
                days: try (days ?? []).map { .init(try Self.code($0.role), try Self.date($0.date)) }, policy: policy,
                reference: reference)
        }

        private static func code<Code: RawRepresentable<String>>(_ text: String) throws -> Code {
            guard let code = Code(rawValue: text) else { throw wrong(text) }
            return code
        }

        private static func figure(_ text: String) throws -> DecimalFigure {
            guard let figure = try? DecimalFigure(parsing: text, notation: .plain) else { throw wrong(text) }
            return figure
        }

        private static func date(_ text: String) throws -> CivilDate {
            guard let date = try? CivilDate(iso8601: text) else { throw wrong(text) }
            return date
        }

        private static func wrong(_ text: String) -> DecodingError {
            DecodingError.dataCorrupted(
                .init(
                    codingPath: [NamedKey(stringValue: "derivation"), NamedKey(stringValue: text)], debugDescription: ""
                ))
        }
    }

    private struct NamedKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
