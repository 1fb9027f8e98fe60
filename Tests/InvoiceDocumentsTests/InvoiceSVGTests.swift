import Foundation
import InvoiceDocuments
import Testing
import Wording

@Suite("The invoice on a screen")
struct InvoiceSVGTests {
    private func svg(_ sample: SampleInvoice = .bursagaz, language: Language = .turkish) throws -> String {
        try sample.sheet(language).svg(fonts: DocumentFonts())
    }

    @Test("The amount of Bursagaz's published bill stands on it as text, in each language's notation")
    func amount() throws {
        #expect(try svg().contains(">927,00 TL<"))
        #expect(try svg(language: .english).contains(">TL 927.00<"))
    }

    @Test("What a name may hold does not break the markup")
    func escaping() throws {
        var sample = SampleInvoice.bursagaz
        sample.name = "A & B <Örnek>"
        let text = try svg(sample)
        #expect(text.contains("A &amp; B &lt;Örnek&gt;"))
        #expect(!text.contains("<Örnek>"))
    }

    @Test("Every text says how wide it is, so that another typeface keeps the layout")
    func widths() throws {
        let texts = try svg().split(separator: "\n").filter { $0.hasPrefix("<text ") }
        #expect(texts.count > 30)
        #expect(texts.allSatisfy { $0.contains(" textLength=\"") })
    }

    @Test("The same invoice gives the same text twice")
    func repeatable() throws {
        #expect(try svg() == svg())
    }
}
