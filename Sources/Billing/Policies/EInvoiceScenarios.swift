import Quantities

extension EInvoiceScenarioPolicy {
    /// Bodies of the general budget get TEMELFATURA, other public bodies KAMU, registered taxpayers TEMELFATURA, all others
    /// e-arşiv.
    ///
    /// "Kamu e-Fatura Teknik Kılavuzu 1.5" as the domain paper C.2 quotes it (the guide asks both kinds of public bodies for a
    /// valid IBAN); TICARIFATURA, which a recipient may answer, is left out for a bill that nobody negotiates. The first day is
    /// ours: VUK communiqué 509 is from 19/10/2019, and nothing here was looked at for invoices of before 2020.
    public static let shipped = EInvoiceScenarioPolicy(
        version: "e-invoice-scenarios-2026.1",
        choices: RateTable(shippedSteps: [
            .init(
                from: CivilDate(shipped: 2020, 1, 1),
                value: Choices([
                    .generalBudget: .basic, .otherPublicBody: .publicBody, .registeredTaxpayer: .basic,
                    .unregistered: .archive,
                ]))
        ]))
}
