import Billing
import Quantities
import Testing
import Trials

@Suite("Personal data")
struct PersonalDataTests {
    // F.4, invariant 14, for what the library prints. Mutation tried: a subscriber that prints as any struct; this fails.
    @Test("Whichever way Swift prints a subscriber or a posting, no person's number, name or address stands in it")
    func masked() throws {
        let invoice = try SampleRequest().invoice()
        forAll("printed values", seed: 1_400) { generator in
            let digits = String(generator.integer(in: 100_000_000...999_999_999_999))
            let letters = String((0..<8).map { _ in generator.element(of: Array("ABCDEFGHKLMNPRSTUVYZ")) })
            generator.note("number, name", "\(digits) \(letters)")
            let subscriber = Subscriber(
                number: try SubscriberNumber(digits), installation: try InstallationNumber(digits + "7"),
                name: letters, address: letters + " Sok. 2", kind: .residential)
            let posting = InvoicePosting(
                subscriber: subscriber.number, payable: Money(kurus: 1), gas: Money(kurus: 1), valueAddedTax: .zero)
            let transaction = try LedgerTransaction.invoice(
                posting, key: LedgerKey(.contract, digits), on: DebtSample.start)
            var dumped = ""
            dump(subscriber, to: &dumped)
            let printed =
                "\(subscriber) \([subscriber]) \(transaction) \(posting) " + String(reflecting: subscriber)
                + String(reflecting: transaction) + dumped
            try hold(!printed.contains(digits), "the number")
            try hold(!printed.contains(letters), "the name or the address")
        }
        let printed = String(reflecting: invoice) + "\(invoice)"
        for secret in [invoice.subscriber.name, invoice.subscriber.address, "1000000001"] {
            #expect(!printed.contains(secret))
        }
    }
}
