import Billing
import Foundation
import InvoiceDocuments
import Quantities
import Testing
import Wording

@Suite("The reversal as PDF")
struct ReversalPDFTests {
    let fonts: DocumentFonts

    init() throws { fonts = try DocumentFonts() }

    private func sheet(
        _ sample: SampleInvoice = .bursagaz, _ language: Language = .turkish, replacement: String? = nil
    ) throws -> ReversalSheet {
        let invoice = try sample.invoice()
        let reversal = try InvoiceReversal(
            of: invoice, number: try InvoiceNumber("OGZ2026000000002"), date: try CivilDate(iso8601: "2026-03-02"),
            reason: .index)
        return ReversalSheet(
            reversal, of: invoice, replacement: try replacement.map { try InvoiceNumber($0) }, language: language)
    }

    @Test("It names the invoice, both days, why, and every amount with the opposite sign")
    func turkish() throws {
        var sample = SampleInvoice.bursagaz
        sample.additions = InvoiceAdditions(credit: Money(kurus: 10_000))
        let text = try PDFTool(pdf: try sheet(sample, replacement: "OGZ2026000000003").pdf(fonts: fonts)).text()
        for words in [
            "Fatura iptal belgesi", "OGZ2026000000001", "OGZ2026000000002", "02.03.2026", "20.02.2026",
            "endeks yanlıştı", "OGZ2026000000003", "772,23", "154,45", "926,68", "Alacak mahsubu", "100,00 TL",
            "827,00 TL", "02319", "Ayşegül Ğüşıöçİ Örnek", "187",
        ] {
            #expect(text.contains(words), "\(words) is not on the page")
        }
        let amounts = text.split(separator: "\n").filter { $0.contains("827,00 TL") }
        #expect(!amounts.isEmpty && amounts.allSatisfy { $0.contains("-827,00") || $0.contains("−827,00") })
    }

    @Test("An English subscriber gets English words; without an invoice in its place none is named")
    func english() throws {
        let text = try PDFTool(pdf: try sheet(.bursagaz, .english).pdf(fonts: fonts)).text()
        for words in ["Reversal of an invoice", "the index was wrong", "927.00", "It was issued on"] {
            #expect(text.contains(words), "\(words) is not on the page")
        }
        #expect(!text.contains("takes its place") && !text.contains("Neden"))
    }

    @Test("Behind the invoice in its place it is the second page; the same sheets give the same bytes")
    func behind() throws {
        var sample = SampleInvoice.bursagaz
        sample.number = "OGZ2026000000003"
        let invoice = try sample.sheet()
        let reversal = try sheet(replacement: "OGZ2026000000003")
        let bytes = try invoice.pdf(fonts: fonts, behind: reversal)
        #expect(try bytes == invoice.pdf(fonts: DocumentFonts(), behind: reversal))
        let tool = PDFTool(pdf: bytes)
        let pages = try tool.info().split(separator: "\n").first { $0.hasPrefix("Pages") }
        #expect(pages?.hasSuffix(" 2") == true)
        let text = try tool.text()
        let (first, second) = (text.range(of: "Nasıl hesaplandı"), text.range(of: "Fatura iptal belgesi"))
        #expect(try #require(first).lowerBound < #require(second).lowerBound)
        // Alone the invoice stays one page, the same bytes as ever.
        let alone = try PDFTool(pdf: try invoice.pdf(fonts: fonts)).info()
        #expect(alone.split(separator: "\n").first { $0.hasPrefix("Pages") }?.hasSuffix(" 1") == true)
    }

    @Test("The longest names still fit, and a letter that the font lacks is told")
    func longest() throws {
        #expect(throws: Never.self) { _ = try sheet(try SampleInvoice.longest).pdf(fonts: fonts) }
        var sample = SampleInvoice.bursagaz
        sample.name = "\u{10FFFF}"
        #expect(throws: DocumentError.self) { _ = try sheet(sample).pdf(fonts: fonts) }
    }
}
