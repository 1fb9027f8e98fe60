import Billing
import InvoiceDocuments
import Quantities
import Wording

/// What a clerk is told, and a customer would be, when no invoice can be made.
extension CommandFailure {
    /// - Parameters:
    ///   - error: Why `Billing` made none.
    ///   - subscriber: The file that may have to be mended.
    ///   - tariff: The file that may have to be mended.
    init(_ error: BillingError, subscriber: SubscriberFile, tariff: TariffFile) {
        let file = subscriber.path
        switch error {
        case .prepaidSubscriber:
            self.init(
                .prepaidSubscriber,
                "\(file): the meter is prepaid, and a prepaid meter is not billed by photo. Nothing to do.",
                told: BillingAnswers.prepaid.text(in: subscriber.language))
        case .indexLower(let first, let last):
            self.init(
                .indexLowerThanLast,
                """
                the index \(last) is lower than the last one, \(first), and no plausible rollover. Check the photo and \
                'last_index' in \(file); a meter that passed its largest number needs a 'plausible_limit_m3' there that covers its use.
                """,
                told: BillingAnswers.indexLower.text(
                    in: subscriber.language, ["index": last.description, "last": first.description]))
        case .consumptionImplausible(let first, let last, let limit):
            self.init(
                .noPhotoAccepted,
                """
                the index \(last) is more than \(limit.figure.withoutTrailingZeros) m³ above the last one, \(first). \
                A person decides; if it is right, raise 'plausible_limit_m3' in \(file).
                """,
                told: BillingAnswers.implausible.text(in: subscriber.language, ["index": last.description]))
        case .indexDigits(let index, let wheels):
            self.init(
                .noPhotoAccepted,
                "the index \(index) has not the \(wheels) digits that 'wheels' in \(file) gives the meter. Check both.",
                told: ReadingAnswer.refusal(["wheel-count-differs"], in: subscriber.language))
        case .emptyPeriod(let first, let last):
            self.init(
                .subscriberFileWrong,
                """
                \(file): 'last_date' is \(first), not before the reading of \(last). Mend it, or give the day of the \
                photo with --reading-date.
                """)
        case .invoiceBeforeLastReading(let invoice, let reading):
            self.init(
                .usage, "the reading of \(reading) lies after the invoice date, \(invoice). Check --reading-date.")
        case .correctorCompulsory(let pressure):
            self.init(
                .subscriberFileWrong,
                "\(file): at \(pressure) mbar a volume corrector is compulsory, which is not billed by photo.")
        case .noPrice(let day), .noCorrectionFactor(let day), .noCalorificValue(let day), .noTaxRate(let day):
            self.init(
                .tariffFileWrong,
                "\(tariff.path): there is no \(Self.missing(error)) for \(day). Add one that holds on that day.")
        case .dueDateOutOfRange:
            self.init(.tariffFileWrong, "\(tariff.path): 'due_days' leads past the year 2999.")
        case .outOfBounds:
            self.init(.tariffFileWrong, "\(tariff.path): \(error.words(in: .english)).")
        case .overflow:
            self.init(.tariffFileWrong, "\(tariff.path): \(error.words(in: .english)).")
        case .held:
            self.init(.noPhotoAccepted, "\(file): the corrector's registers contradict each other. A person decides.")
        case .deferred(.belowMinimum(let use, let limit)):
            self.init(
                .noPhotoAccepted,
                """
                \(use.figure.withoutTrailingZeros) m³ are not above the \(limit.figure.withoutTrailingZeros) m³ from which \
                on use is billed. It stays on the index: keep 'last_index' in \(file) for the next period.
                """)
        case .deferred(.frozen):
            self.init(.noPhotoAccepted, "\(file): the subscription is frozen. Bill after the customer's return.")
        case .contradiction:
            self.init(.subscriberFileWrong, "\(file): \(error.words(in: .english)).")
        }
    }

    /// Why the months of a tariff gave no gas for the period.
    init(_ error: MonthlyGasError, tariff: TariffFile) {
        let text =
            switch error {
            case .noCorrection(let month, let pressure):
                "there is no 'correction' for \(month) at \(pressure) mbar. Add an entry with 'month: \(month)'."
            case .noCalorificValue(let month):
                "there is no 'calorific_value' for \(month). Add an entry with 'month: \(month)'."
            case .noFactor:
                "the figures of 'correction' cannot be computed with. Check them."
            }
        self.init(.tariffFileWrong, "\(tariff.path): \(text)")
    }

    private static func missing(_ error: BillingError) -> String {
        switch error {
        case .noPrice: "price"
        case .noCorrectionFactor: "correction factor"
        case .noCalorificValue: "calorific value"
        default: "KDV rate"
        }
    }
}
