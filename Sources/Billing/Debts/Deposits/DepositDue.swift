public import Quantities

/// The deposit that a contract asks for [güvence bedeli], or why it asks for none. [107]
///
/// From billed meters alone; nobody pays it twice for moving inside the region. Source: RG 21/2/2026-33175, as the press
/// reported it; the article's number could not be confirmed.
public enum DepositDue: Hashable, Sendable {
    /// Why a subscriber pays none.
    public enum Exemption: String, Hashable, Sendable, CaseIterable {
        /// A mosque, church or synagogue [ibadethane].
        case placeOfWorship
        /// A cemevi.
        case cemevi
        /// A Koran course [Kuran kursu].
        case koranCourse
        /// A public body of the regulation's list [listedeki kamu kurumu].
        case listedPublicBody
        /// Someone of 65 or more with the pension of those in need [65 yaş aylığı].
        case needyElderly
        /// Someone who regularly gets social aid [düzenli sosyal yardım].
        case socialAid
        /// A move inside the region, whose deposit goes along [nakil].
        case movedInRegion
    }

    /// None: the meter is prepaid.
    case prepaid
    /// None, for that reason.
    case exempt(Exemption)
    /// So much, in as many interest-free parts as the policy names, or at once.
    case due(Money, instalments: InstalmentPolicy)

    /// What a contract of `day` asks for.
    ///
    /// Throws `DebtError.noRate` where the policy has no amount for the day, `outOfBounds(.deposit)` for a negative one.
    public init(
        _ scheme: Subscriber.PaymentScheme, exemption: Exemption?, on day: CivilDate, policy: DepositAmountPolicy
    ) throws(DebtError) {
        if scheme == .prepaid {
            self = .prepaid
        } else if let exemption {
            self = .exempt(exemption)
        } else {
            let amount: Money
            do throws(RateTableError) { amount = try policy.amounts.value(on: day) } catch { throw .noRate(on: day) }
            self = .due(try amount.notNegative(.deposit), instalments: policy.instalments)
        }
    }

    /// What falls due; nothing where there is no deposit.
    public var amount: Money {
        if case .due(let amount, _) = self { amount } else { .zero }
    }
}
