package import Billing
package import Quantities

/// What the contracts of a tariff say of late payment; a tariff without any charges nothing.
package enum ContractLateFee: Hashable, Sendable {
    /// The late fee of public claims (law 6183, article 51).
    case publicClaims
    /// A monthly rate of the contract's own.
    case monthly(Rate)
    /// Interest by law, where the utility asks for it without a clause.
    case statutory

    /// The contract's clause, as `LateFee` asks for it; none for interest by law.
    package var clause: LateFeeClause? {
        switch self {
        case .publicClaims: .publicClaimRate
        case .monthly(let rate): .monthlyRate(rate)
        case .statutory: nil
        }
    }

    /// How it stands in the tables.
    var code: String {
        switch self {
        case .publicClaims: "public-claims"
        case .monthly(let rate): "\(rate.partsPerMillion)"
        case .statutory: "statutory"
        }
    }

    /// The terms of a code; nil for what is none.
    init?(code: String) {
        switch code {
        case "public-claims": self = .publicClaims
        case "statutory": self = .statutory
        default:
            guard let millionths = Int64(code) else { return nil }
            self = .monthly(Rate(partsPerMillion: millionths))
        }
    }
}
