import Billing
import InvoiceDocuments
import Quantities
import Wording

/// Makes the invoice of one subscriber for one period, whatever the index turns out to be.
struct Biller {
    let subscriber: SubscriberFile
    let tariff: TariffFile
    let readingDate: CivilDate
    let invoiceDate: CivilDate

    /// Tries everything that does not depend on the photo, so that a wrong file is told before a photo is read.
    ///
    /// - Throws: `CommandFailure` with the code of what is wrong.
    func check(fonts: DocumentFonts) throws(CommandFailure) {
        let sheet = try sheet(index: subscriber.lastReading.index, number: nil, crop: nil)
        do {
            _ = try sheet.pdf(fonts: fonts)
        } catch .textTooLong(let place) {
            throw CommandFailure(
                .subscriberFileWrong,
                "\(subscriber.path), \(tariff.path): the \(place) is too long for the page. Shorten it.")
        } catch .characterMissing(let character) {
            throw CommandFailure(
                .subscriberFileWrong,
                """
                \(subscriber.path), \(tariff.path): the character '\(character)' of a name or an address cannot be \
                printed. Write it in Latin letters.
                """)
        } catch {
            throw CommandFailure(.failed, error.description)
        }
    }

    /// The invoice up to an index.
    ///
    /// - Throws: `CommandFailure` with the code of what is wrong.
    func invoice(index: Index, number: InvoiceNumber?) throws(CommandFailure) -> Invoice {
        let gas = try gasQuality()
        do {
            return try Invoice(
                InvoiceRequest(
                    number: number, issuer: tariff.issuer, subscriber: subscriber.subscriber, meter: subscriber.meter,
                    firstReading: subscriber.lastReading, lastReading: MeterReading(index: index, date: readingDate),
                    plausibleLimit: subscriber.plausibleLimit, gas: gas, tariff: tariff.tariff,
                    invoiceDate: invoiceDate, workingDays: tariff.workingDays))
        } catch {
            throw CommandFailure(error, subscriber: subscriber, tariff: tariff)
        }
    }

    /// The invoice with all that its paper needs.
    ///
    /// - Throws: `CommandFailure` with the code of what is wrong.
    func sheet(
        index: Index, number: InvoiceNumber?, crop: JPEGImage?
    ) throws(CommandFailure) -> InvoiceSheet {
        InvoiceSheet(
            try invoice(index: index, number: number), language: subscriber.language, crop: crop,
            tariffSource: tariff.source, identityNumber: subscriber.identityNumber, isReadByMachine: true,
            isSample: tariff.isSample)
    }

    /// The invoice number with this running number, in the year of the invoice.
    func number(_ running: Int) -> InvoiceNumber? {
        let digits = String(running)
        let zeros = String(repeating: "0", count: max(0, 9 - digits.count))
        return try? InvoiceNumber("\(tariff.invoicePrefix)\(invoiceDate.year)\(zeros)\(digits)")
    }

    private func gasQuality() throws(CommandFailure) -> GasQuality {
        // A prepaid meter and an empty period are told as what they are, not as a month that is missing.
        if subscriber.subscriber.paymentScheme == .prepaid {
            throw CommandFailure(BillingError.prepaidSubscriber, subscriber: subscriber, tariff: tariff)
        }
        let period: BillingInterval
        do {
            period = try BillingInterval(
                first: subscriber.lastReading.date, last: readingDate, convention: tariff.tariff.dayCount)
        } catch {
            throw CommandFailure(
                .emptyPeriod(first: subscriber.lastReading.date, last: readingDate), subscriber: subscriber,
                tariff: tariff)
        }
        do {
            return try tariff.gas.quality(in: period, pressureMillibar: subscriber.meter.pressureMillibar)
        } catch {
            throw CommandFailure(error, tariff: tariff)
        }
    }
}
