package import Billing
import Quantities

/// The core billing library in process: `Billing` as `Accounts` calls it, without its database.
///
/// Readings are judged by the plausibility rules, billed, posted; prepaid gas is sold from lots and corrected; what looks
/// faulty is flagged. No rule stands here: this is the state that the rules are asked with.
package struct CoreBilling: BillingUnderTest {
    /// The steps that a test may break on purpose; nobody else changes them.
    package struct Steps: Sendable {
        /// Sees each request of an invoice before it is computed.
        package var request: @Sendable (inout InvoiceRequest) -> Void = { _ in }
        /// Corrects a period of use by lots.
        package var correct:
            @Sendable ([PrepaidLot], UsePeriod, TLCorrectionRules) throws(PrepaidError) -> TLCorrection = {
                lots, period, rules throws(PrepaidError) in
                try TLCorrection(lots: lots, periods: [period], rules: rules)
            }

        /// The library's own.
        package init() {}
    }

    /// Whether the rules are asked; without them every reading counts as confirmed by a person: the truth is billed so.
    package let judges: Bool
    package let steps: Steps
    let issuer: Issuer

    /// The library; `judges: false` bills readings that are known to be right.
    package init(judges: Bool = true, steps: Steps = Steps()) throws {
        self.judges = judges
        self.steps = steps
        issuer = Issuer(
            name: "Örnek Gaz Dağıtım A.Ş.", address: "Örnek Mah. 1, Ankara", taxOffice: "Örnek",
            taxNumber: try VKN("4540536920"))
    }

    package var name: String { "core" }
    package var derives: Bool { true }

    package func open(_ opening: ShardOpening) throws -> CoreShard { try CoreShard(opening, self) }
}
