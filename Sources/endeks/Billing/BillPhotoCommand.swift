import ArgumentParser
import Billing
import Foundation
import InvoiceDocuments
import MeterVision
import Quantities
import Wording
import WrittenFiles

/// `endeks bill photo`, or `endeks bill` alone: from a photo to an invoice.
struct BillPhotoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "photo",
        abstract: "Make the invoice of a meter photo: a PDF, and a JSON of the same figures.",
        discussion: """
            Several photos of the one meter are tried in their order; the first that is accepted makes the invoice. \
            What is known of the meter (wheels, serial number) comes from the subscriber file. Without --tariff the \
            built-in sample tariff is used.

            The invoice is dated today, unless --invoice-date says otherwise. The period ends with the day of the \
            photo: --reading-date, or else the invoice date. Without --invoice-number it takes the first number that \
            is free in the folder; an invoice that is there already, with the same figures, is not made again, and a \
            period that another invoice there bills is not billed twice.

            --example prints both YAML files, commented; '--example subscriber' and '--example tariff' print one.

            \(EndeksExit.table([
                .done, .failed, .modelUnusable, .noPhotoAccepted, .noPhotoFound, .subscriberFileWrong,
                .tariffFileWrong, .indexLowerThanLast, .prepaidSubscriber, .outputNotWritable, .periodBilled,
                .photoUnreadable, .usage,
            ]))
            """)

    @Argument(help: "A JPEG, a folder of them, or - for standard input; with --example: subscriber or tariff.")
    var photos: [String] = []

    @Option(help: ArgumentHelp("The subscriber and the meter.", valueName: "file.yaml"))
    var subscriber: String?

    @Option(help: ArgumentHelp("The issuer, its prices and its gas.", valueName: "file.yaml"))
    var tariff: String?

    @Option(help: ArgumentHelp("The folder that PDF and JSON are written to.", valueName: "folder"))
    var out: String?

    @Option(help: ArgumentHelp("The day of issue.", valueName: "yyyy-mm-dd"), transform: CivilDate.argument)
    var invoiceDate: CivilDate?

    @Option(
        help: ArgumentHelp("The day that the photo was taken on.", valueName: "yyyy-mm-dd"),
        transform: CivilDate.argument)
    var readingDate: CivilDate?

    @Option(
        help: ArgumentHelp("The invoice's number, such as OGZ2026000000001.", valueName: "number"),
        transform: InvoiceNumber.argument)
    var invoiceNumber: InvoiceNumber?

    @Option(help: ArgumentHelp("Read with this model instead of the one compiled in.", valueName: "file"))
    var model: String?

    @Flag(help: "Print both YAML files, commented, and do nothing else.")
    var example = false

    func validate() throws {
        if example {
            guard photos.count <= 1, BillExample.text(photos.first) != nil else {
                throw ValidationError("--example takes nothing, or 'subscriber', or 'tariff'.")
            }
            return
        }
        guard !photos.isEmpty else { throw ValidationError("Name at least one photo.") }
        guard subscriber != nil else {
            throw ValidationError("Name the subscriber's file with --subscriber; --example prints one.")
        }
        guard out != nil else { throw ValidationError("Name the folder for the invoice with --out.") }
        if let invoiceDate, let readingDate, invoiceDate < readingDate {
            throw ValidationError("--invoice-date \(invoiceDate) lies before --reading-date \(readingDate).")
        }
    }

    func run() throws {
        if example {
            print(BillExample.text(photos.first) ?? "", terminator: "")
            return
        }
        do {
            try bill()
        } catch {
            if let told = error.told { print("The customer would be told: \(told)") }
            StandardError.print("endeks: \(error.message)")
            throw error.exit.code
        }
    }

    private func bill() throws(CommandFailure) {
        let biller = try biller()
        if let invoiceNumber, !invoiceNumber.text.dropFirst(3).hasPrefix("\(biller.invoiceDate.year)") {
            throw CommandFailure(
                .usage,
                "--invoice-number \(invoiceNumber.text) is not of \(biller.invoiceDate.year), the year of issue.")
        }
        let fonts: DocumentFonts
        do { fonts = try DocumentFonts() } catch { throw CommandFailure(.failed, error.description) }
        try biller.check(fonts: fonts)
        let output = BillOutput(folder: out ?? ".")
        try output.check()
        let found = PhotoFiles.find(photos)
        if let problem = found.problems.first { throw CommandFailure(.noPhotoFound, problem) }
        let reader = MeterReader(model: try ReadModel.load(model))

        let photo = try BillPhotos(subscriber: biller.subscriber).firstAccepted(of: found.files, reader: reader)
        let written = try output.write(invoiceNumber, biller: biller, fonts: fonts) { number throws(CommandFailure) in
            try biller.sheet(index: photo.index, number: number, crop: photo.crop)
        }
        report(written)
    }

    private func biller() throws(CommandFailure) -> Biller {
        let subscriberFile: SubscriberFile
        do {
            subscriberFile = try SubscriberFile(path: subscriber ?? "")
        } catch {
            throw CommandFailure(.subscriberFileWrong, error.description)
        }
        let tariffFile: TariffFile
        do {
            tariffFile = if let tariff { try TariffFile(path: tariff) } else { try BillExample.builtInTariff() }
        } catch {
            throw CommandFailure(.tariffFileWrong, error.description)
        }
        if tariff == nil {
            StandardError.print(
                "endeks: no --tariff is given, so the sample tariff '\(tariffFile.tariff.name)' is used. Do not send it."
            )
        }
        let issued = invoiceDate ?? CivilDate.today
        return Biller(
            subscriber: subscriberFile, tariff: tariffFile, readingDate: readingDate ?? issued, invoiceDate: issued)
    }

    private func report(_ written: BillOutput.Written) {
        let invoice = written.sheet.invoice
        let style = FigureStyle(written.sheet.language)
        let amount = (try? style.money(invoice.figures.payable.description)) ?? ""
        let (number, due) = (invoice.number?.text ?? "", invoice.dueDate.turkish)
        print("\(number)  \(amount)  due \(due)\(written.wasThere ? "  (was there already)" : "")")
        print("  \(written.pdf)\n  \(written.json)")
        print(
            "For the next period: last_index: \"\(invoice.lastReading.index)\"  last_date: \(invoice.lastReading.date)")
    }
}

extension CivilDate {
    /// A day as the command line writes it.
    static func argument(_ text: String) throws -> CivilDate {
        do {
            return try CivilDate(iso8601: text)
        } catch {
            throw ValidationError("'\(text)' is not a day such as 2026-11-21.")
        }
    }

    /// Today in Türkiye.
    static var today: CivilDate {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Istanbul") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        guard let year = parts.year, let month = parts.month, let day = parts.day,
            let date = try? CivilDate(year: year, month: month, day: day)
        else { preconditionFailure("the machine's clock stands outside of the years 1900 to 2999") }
        return date
    }
}

extension InvoiceNumber {
    /// A number as the command line writes it.
    static func argument(_ text: String) throws -> InvoiceNumber {
        do {
            return try InvoiceNumber(text)
        } catch {
            throw ValidationError(
                "'\(text)' is not an invoice number: three of A-Z and 0-9, the year, nine digits (OGZ2026000000001).")
        }
    }
}
