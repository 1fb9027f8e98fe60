import Billing
import Testing
import Wording

@Suite("Words for Billing's codes")
struct InvoiceWordsTests {
    @Test("Every step of a computation has a name", arguments: DerivationStep.Code.allCases)
    func steps(code: DerivationStep.Code) {
        #expect(DerivationWords.step(code.rawValue) != nil)
    }

    @Test("Every line of charge has a name", arguments: InvoiceLine.Code.allCases)
    func lines(code: InvoiceLine.Code) {
        #expect(DerivationWords.line(code.rawValue) != nil)
    }

    @Test("Everything that stands beside the gas has a name", arguments: InvoiceCharge.Code.allCases)
    func charges(code: InvoiceCharge.Code) {
        #expect(DerivationWords.charge(code.rawValue) != nil)
    }

    @Test("Every kind of subscriber has a name", arguments: Subscriber.Kind.allCases)
    func kinds(kind: Subscriber.Kind) {
        #expect(DerivationWords.subscriberKind(kind.rawValue) != nil)
    }
}
