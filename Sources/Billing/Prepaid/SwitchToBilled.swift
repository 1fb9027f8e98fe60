public import Quantities

/// The voluntary move from a prepaid to a billed meter, two-sided: the prepaid side is closed, the billed side opened (rows
/// 103, 106, 107).
public struct SwitchToBilled: Hashable, Sendable {
    /// The day on which the customer asked for it.
    public let requestedOn: CivilDate
    /// The prepaid side's end.
    public let closing: PrepaidClosing
    /// The first reading of the billed meter, with which its first invoice begins.
    public let firstReading: MeterReading
    /// What the new meter costs: zero, said outright, because the exchange is the company's (row 106).
    public let meterFee: Money
    /// The deposit that falls due [güvence bedeli]: the billed system asks for one.
    public let depositDue: Money

    /// What the billed side starts with: the prepaid side's balance and the deposit; above zero the customer owes it.
    public let openingBalance: Money

    /// The switch.
    ///
    /// - Throws: `PrepaidError.notRequested` where the customer did not ask for it before the billed meter was read first,
    ///   or the closing has another reason; `.outOfBounds` for a negative deposit, `.overflow` where a sum does not fit.
    public init(
        requestedOn: CivilDate?, closing: PrepaidClosing, firstReading: MeterReading, depositDue: Money
    ) throws(PrepaidError) {
        guard let requestedOn, requestedOn <= firstReading.date, closing.reason == .switchToBilled else {
            throw .notRequested
        }
        if depositDue < .zero { throw .outOfBounds(.deposit) }
        self.requestedOn = requestedOn
        self.closing = closing
        self.firstReading = firstReading
        meterFee = .zero
        self.depositDue = depositDue
        do throws(ArithmeticError) {
            openingBalance = try closing.balance.adding(depositDue).adding(meterFee)
        } catch {
            throw .overflow(.prepaidBalance)
        }
    }
}
