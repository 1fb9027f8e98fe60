import Accounts
import Billing
import Foundation
import InvoiceDocuments
import Quantities
import Storage
import Wording

/// The paper of a reversal as a file; it follows from what is stored, whenever it is asked for.
struct ReversalFile {
    let invoice: InvoiceNumber
    let path: String

    /// - Throws: `CommandFailure` where the folder cannot be read, the page cannot be drawn or the file not be written.
    func write(from store: Store) async throws(CommandFailure) {
        let found: ReversalSheet?
        do {
            found = try await store.read { try sheet($0) }
        } catch {
            throw CommandFailure(data: error, folder: store.folder)
        }
        guard let found else { throw CommandFailure(.failed, "\(invoice.text) is not reversed: it has no such paper.") }
        let bytes: [UInt8]
        do {
            bytes = try found.pdf(fonts: try DocumentFonts())
        } catch {
            throw CommandFailure(.failed, "the paper of the reversal cannot be drawn: \(error).")
        }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        } catch {
            throw CommandFailure(.outputNotWritable, "\(path): it cannot be written (\(error.localizedDescription)).")
        }
        print("Its paper: \(path)")
    }

    private func sheet(_ view: some Statements) throws -> ReversalSheet? {
        guard let stored = try view.reversal(of: invoice), let original = try view.invoice(invoice) else { return nil }
        let language = try view.subscription(original.subscriber).flatMap { Language(rawValue: $0.language) }
        return ReversalSheet(
            try stored.document(of: original), of: original.invoice, replacement: stored.replacement,
            language: language ?? .turkish)
    }
}
