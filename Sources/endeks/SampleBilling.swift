import Billing
import Foundation
import InvoiceDocuments
import MeterVision
import Quantities
import Wording

/// Bills each sample photo to its invented subscriber, as `endeks bill` would.
struct SampleBilling {
    let files: [PhotoFiles.File]
    let utility: String
    /// The folder that the invoices are written to.
    let documents: String

    private let subscribers: String
    private let tariff: TariffFile
    private let reader: MeterReader
    private let fonts: DocumentFonts

    /// Makes ready all that does not depend on a photo.
    ///
    /// - Throws: `CommandFailure` when there is no photo, or a part cannot be used.
    init(photos: String, out: String, model: String?) throws(CommandFailure) {
        let found = PhotoFiles.find([photos])
        if let problem = found.problems.first { throw CommandFailure(.noPhotoFound, problem) }
        files = found.files
        subscribers = URL(fileURLWithPath: photos, isDirectory: true).appendingPathComponent("subscribers").path
        documents = URL(fileURLWithPath: out, isDirectory: true).appendingPathComponent("documents").path
        do {
            tariff = try BillExample.builtInTariff()
        } catch {
            throw CommandFailure(.tariffFileWrong, error.description)
        }
        utility = tariff.issuer.name
        try BillOutput(folder: documents).check()
        do { fonts = try DocumentFonts() } catch { throw CommandFailure(.failed, error.description) }
        reader = MeterReader(model: try ReadModel.load(model))
    }

    /// The photo's file name, without the folder.
    func name(_ file: PhotoFiles.File) -> String { URL(fileURLWithPath: file.name).lastPathComponent }

    /// What becomes of a photo.
    ///
    /// - Throws: `CommandFailure` when its subscriber's file is wrong, or an invoice cannot be written.
    func bill(_ file: PhotoFiles.File) throws(CommandFailure) -> SampleCase {
        let biller = try biller(of: file)
        let photo = BillPhotos(subscriber: biller.subscriber).judged(file, reader: reader)
        return SampleCase(
            photo: name(file), subscriber: biller.subscriber.subscriber.number.description, reading: photo.reading,
            overlay: ReadOverlay.svg(of: photo.reading, named: name(file)), outcome: try outcome(of: photo, biller))
    }

    private func biller(of file: PhotoFiles.File) throws(CommandFailure) -> Biller {
        let base = URL(fileURLWithPath: file.name).deletingPathExtension().lastPathComponent
        do {
            let subscriber = try SubscriberFile(path: "\(subscribers)/\(base).yaml")
            // A month after the last reading, not today: the same photos make the same invoices on every day.
            let read = try subscriber.lastReading.date.advanced(byDays: 31)
            return Biller(
                subscriber: subscriber, tariff: tariff, readingDate: read, invoiceDate: try read.advanced(byDays: 1))
        } catch {
            throw CommandFailure(.subscriberFileWrong, "\(error)")
        }
    }

    private func outcome(of photo: BillPhotos.Judged, _ biller: Biller) throws(CommandFailure) -> SampleCase.Outcome {
        guard let index = photo.acceptedIndex else {
            let told = Translated { BillPhotos.answer(to: photo.reading, in: $0) }
            return photo.reading.decision == .refuse ? .asked(told: told) : .waits(told: told)
        }
        do {
            let written = try BillOutput(folder: documents).write(nil, biller: biller, fonts: fonts) {
                number throws(CommandFailure) in
                try biller.sheet(index: index, number: number, crop: photo.crop)
            }
            return .billed(try SampleInvoice(written, fonts: fonts))
        } catch {
            // The index was read well and cannot be billed, such as one below the last: a person looks at it.
            guard let told = error.told else { throw error }
            return .waits(told: Translated { _ in told })
        }
    }
}

extension SampleInvoice {
    /// What the page shows of an invoice that was written.
    init(_ written: BillOutput.Written, fonts: DocumentFonts) throws(CommandFailure) {
        let invoice = written.sheet.invoice
        let figures = invoice.figures
        func amount(_ exact: String, _ unit: String) -> Translated {
            Translated { ((try? FigureStyle($0).number(exact)) ?? exact) + "\u{A0}" + unit }
        }
        number = invoice.number?.text ?? ""
        self.amount = Translated { (try? FigureStyle($0).money(figures.payable.description)) ?? "" }
        due = invoice.dueDate.turkish
        lastIndex = invoice.firstReading.index.description
        volume = amount(figures.measuredVolume.figure.withoutTrailingZeros.description, "m³")
        energy = amount(figures.energy.description, "kWh")
        do {
            picture = try written.sheet.svg(fonts: fonts)
            document = try written.sheet.pdf(fonts: fonts)
        } catch {
            throw CommandFailure(.failed, error.description)
        }
        documentName = URL(fileURLWithPath: written.pdf).lastPathComponent
    }
}
