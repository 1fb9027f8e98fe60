import Billing
import Foundation
import InvoiceDocuments
import Quantities

/// The folder that invoices are written to.
///
/// A PDF and its JSON appear whole, and together, or not at all.
struct BillOutput {
    let folder: String

    /// What became of an invoice in the folder.
    struct Written {
        let sheet: InvoiceSheet
        let pdf: String
        let json: String
        /// Whether the same invoice was there already.
        let wasThere: Bool
    }

    /// Finds out whether the folder can be written, without leaving anything in it.
    ///
    /// - Throws: `CommandFailure` when it cannot.
    func check() throws(CommandFailure) {
        var place = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
        var isFolder: ObjCBool = false
        while !FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) {
            place.deleteLastPathComponent()
        }
        guard isFolder.boolValue else { throw unwritable("\(place.path) is a file, not a folder") }
        guard access(place.path, W_OK | X_OK) == 0 else { throw unwritable("\(place.path) may not be written") }
    }

    /// Writes the invoice under the number that is asked for, or under the first that is free.
    ///
    /// The same invoice is never made twice: where the folder holds one with the same figures, that one stays.
    /// - Throws: `CommandFailure` when nothing could be written; nothing is left behind then.
    func write(
        _ asked: InvoiceNumber?, biller: Biller, fonts: DocumentFonts,
        sheet: (InvoiceNumber) throws(CommandFailure) -> InvoiceSheet
    ) throws(CommandFailure) -> Written {
        if let earlier = earlierInvoice(of: biller) {
            // One invoice a period: the same one stays, another one for the same gas is not made.
            let same = asked == nil || asked == earlier ? try write(try sheet(earlier), as: earlier, fonts: fonts) : nil
            if let same { return same }
            throw CommandFailure(
                .periodBilled,
                """
                \(folder): \(earlier.text) bills this installation from the same reading on. Give that invoice's last index \
                and date as 'last_index' and 'last_date' in \(biller.subscriber.path), or another folder with --out.
                """)
        }
        if let asked {
            guard let written = try write(try sheet(asked), as: asked, fonts: fonts) else {
                throw unwritable(
                    "\(asked.text) is there already, with other figures. An invoice is not overwritten: give another number"
                )
            }
            return written
        }
        for running in 1... {
            guard let number = biller.number(running) else { break }
            if let written = try write(try sheet(number), as: number, fonts: fonts) { return written }
        }
        throw unwritable("every number of the year is taken")
    }

    /// The invoice in the folder that begins where this one would: same installation, same first date and index.
    private func earlierInvoice(of biller: Biller) -> InvoiceNumber? {
        let subscriber = biller.subscriber
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        where name.hasSuffix(".json") && !name.hasPrefix(".") {
            guard let number = try? InvoiceNumber(String(name.dropLast(5))),
                let data = FileManager.default.contents(atPath: path(number, "json")),
                let invoice = try? JSONDecoder().decode(Billed.self, from: data)
            else { continue }
            if invoice.subscriber.installation == subscriber.subscriber.installation.text,
                invoice.period.firstDate == subscriber.lastReading.date.description,
                invoice.period.firstIndex == subscriber.lastReading.index.description
            {
                return number
            }
        }
        return nil
    }

    /// What of an invoice's JSON tells which period it bills.
    private struct Billed: Decodable {
        struct Subscriber: Decodable { let installation: String }
        struct Period: Decodable {
            let firstDate: String
            let firstIndex: String
        }
        let subscriber: Subscriber
        let period: Period
    }

    /// Writes the files of one number; nil when another invoice has the number.
    private func write(
        _ sheet: InvoiceSheet, as number: InvoiceNumber, fonts: DocumentFonts
    ) throws(CommandFailure) -> Written? {
        let (pdf, json) = (path(number, "pdf"), path(number, "json"))
        let figures = sheet.json.bytes()
        let there = FileManager.default.contents(atPath: json)
        if let there {
            guard Array(there) == figures else { return nil }
            if FileManager.default.fileExists(atPath: pdf) {
                return Written(sheet: sheet, pdf: pdf, json: json, wasThere: true)
            }
        } else if FileManager.default.fileExists(atPath: pdf) {
            return nil
        }
        let document: [UInt8]
        do {
            document = try sheet.pdf(fonts: fonts)
        } catch {
            throw CommandFailure(.failed, error.description)
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw unwritable(error.localizedDescription)
        }
        let (newPDF, newJSON) = (try temporary(document, for: pdf), try temporary(figures, for: json))
        defer { for file in [newPDF, newJSON] { unlink(file) } }
        // The JSON goes first and holds the number; it goes again if the PDF cannot follow.
        let hadJSON = there != nil
        if !hadJSON, try !appear(newJSON, as: json) {
            // Somebody else was quicker: with the same invoice, or with another one.
            guard let there = FileManager.default.contents(atPath: json), Array(there) == figures else { return nil }
            return Written(sheet: sheet, pdf: pdf, json: json, wasThere: true)
        }
        do {
            let isNew = try appear(newPDF, as: pdf)
            return Written(sheet: sheet, pdf: pdf, json: json, wasThere: !isNew)
        } catch {
            if !hadJSON { unlink(json) }
            throw error
        }
    }

    /// Gives a whole file its name; false when the name is taken meanwhile.
    private func appear(_ file: String, as name: String) throws(CommandFailure) -> Bool {
        if link(file, name) == 0 { return true }
        switch errno {
        case EEXIST: return false
        case EPERM, EOPNOTSUPP:
            // A file system without hard links.
            if rename(file, name) == 0 { return true }
        default: break
        }
        throw unwritable(String(cString: strerror(errno)))
    }

    /// A file with these bytes, synced, under a name that nobody takes for an invoice.
    private func temporary(_ bytes: [UInt8], for name: String) throws(CommandFailure) -> String {
        let url = URL(fileURLWithPath: name)
        let file = url.deletingLastPathComponent().appendingPathComponent(
            ".\(url.lastPathComponent).\(getpid()).tmp"
        ).path
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: file))
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file))
            try handle.synchronize()
            try handle.close()
            return file
        } catch {
            unlink(file)
            throw unwritable(error.localizedDescription)
        }
    }

    private func path(_ number: InvoiceNumber, _ ending: String) -> String {
        (folder.hasSuffix("/") ? folder : folder + "/") + "\(number.text).\(ending)"
    }

    private func unwritable(_ problem: String) -> CommandFailure {
        CommandFailure(.outputNotWritable, "\(folder): \(problem). Give another folder with --out.")
    }
}
