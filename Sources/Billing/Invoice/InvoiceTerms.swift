public import Quantities

/// When the customer gets an invoice, and why its period is as long as it is.
public struct InvoiceTerms: Hashable, Sendable {
    /// The rules of the regulation.
    public let rules: PeriodRules
    /// How often the subscription is read.
    public let cycle: BillingCycle
    /// The day on which the amount is told to the customer.
    public let delivered: CivilDate
    /// Whether the company is why the period is longer than it should be.
    public let isCompanyFault: Bool

    /// Terms of those days.
    public init(
        rules: PeriodRules = .regulation2026, cycle: BillingCycle = .monthly, delivered: CivilDate,
        isCompanyFault: Bool = false
    ) {
        self.rules = rules
        self.cycle = cycle
        self.delivered = delivered
        self.isCompanyFault = isCompanyFault
    }
}

/// When an invoice must be paid [son ödeme tarihi].
struct PaymentTerm {
    let dueDate: CivilDate
    let minimumInstalments: Int
}

extension InvoiceRequest {
    /// The later of the tariff's term after the invoice date and the notice after the delivery, on a working day.
    ///
    /// The notice is the longer one where the period was shortened.
    func paymentTerm() throws(BillingError) -> PaymentTerm {
        var assessment: PeriodAssessment?
        if let terms {
            assessment = try PeriodAssessment(
                previous: firstReading.date, read: lastReading.date, isCompanyFault: terms.isCompanyFault,
                cycle: terms.cycle, rules: terms.rules)
        }
        do throws(CivilDateError) {
            var earliest = try invoiceDate.advanced(byDays: tariff.dueDays)
            if let assessment, let terms {
                earliest = max(earliest, try terms.delivered.advanced(byDays: assessment.minimumNotice))
            }
            return PaymentTerm(
                dueDate: try workingDays.first(onOrAfter: earliest),
                minimumInstalments: assessment?.minimumInstalments ?? 1)
        } catch {
            throw .dueDateOutOfRange
        }
    }
}
