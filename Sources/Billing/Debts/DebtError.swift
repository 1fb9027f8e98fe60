public import Quantities

/// Why a debt, a fee or a refund cannot be computed.
public enum DebtError: Error, Hashable, Sendable {
    /// A figure is negative or otherwise out of its bounds; correct it.
    case outOfBounds(DerivationStep.Role)
    /// A figure does not fit its type; the amounts are too large to be real.
    case overflow(DerivationStep.Code)
    /// The table has no rate for that day; add a step to the policy that begins no later.
    case noRate(on: CivilDate)
    /// A trader's interest needs the central bank's rates for advances; give `commercialRates` in the policy.
    case noCommercialRates
    /// The contract does not allow this charge; without its clause nothing is charged.
    case noContractClause
    /// A day lies before the one that it must follow; check the dates.
    case daysReversed(first: CivilDate, last: CivilDate)
    /// A day computed from these would lie after the year 2999.
    case dateOutOfRange
    /// There are that many parts; a plan has 1 to `InstalmentPolicy.mostParts`.
    case partCount(Int)
    /// The policy goes by the consumer price index, and the index is missing or not above zero.
    case noPriceIndex
    /// Two open invoices have the same number; each must be given once.
    case invoiceTwice
    /// The penalties are more than the work; a person carries the rest to the next month.
    case penaltiesExceedWork
    /// A work order stands twice; strike one of the reports.
    case workTwice(order: String)
    /// A work order is not accepted; only accepted work is put before the General Directorate.
    case workNotApproved(order: String)
    /// A work order was paid with an earlier letter; strike it.
    case workPaidBefore(order: String)
    /// The plan is kept or paid; nothing of it goes to Legal.
    case planKept
    /// Nothing is owed that could be handed over.
    case nothingOwed
    /// That debt does not lie before the day of the hand-over; leave it out.
    case notOverdue(reference: String)
    /// That kind of work has no price in the contract; add it.
    case noPrice(ofWork: String)
}

extension DebtError {
    /// Runs a step of a computation and names it in the error of an overflow.
    static func step<Result>(
        _ code: DerivationStep.Code, _ compute: () throws(ArithmeticError) -> Result
    ) throws(DebtError) -> Result {
        do throws(ArithmeticError) {
            return try compute()
        } catch {
            throw .overflow(code)
        }
    }
}

extension Money {
    /// The amount itself; throws `outOfBounds` with its role where it is below zero.
    func notNegative(_ role: DerivationStep.Role) throws(DebtError) -> Money {
        guard self >= .zero else { throw .outOfBounds(role) }
        return self
    }
}
