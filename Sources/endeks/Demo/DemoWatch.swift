import Accounts
import Billing
import CustomerSimulator
import Foundation
import Intake
import Quantities
import Storage
import Wording

/// Looks at the service's database four times a second and keeps the screen up to date.
actor DemoWatch {
    private let folder: DemoFolder
    private let graph: GraphStandIn
    private let plan: CustomerPlan
    private let language: Language
    private let foot: DemoScreen.Foot
    private var screen: DemoScreen
    private var payables: [String: DemoRow.Payable] = [:]

    init(folder: DemoFolder, graph: GraphStandIn, plan: CustomerPlan, language: Language, foot: DemoScreen.Foot) {
        self.folder = folder
        self.graph = graph
        self.plan = plan
        self.language = language
        self.foot = foot
        screen = DemoScreen(language: language)
    }

    /// Shows the photos until the task is cancelled.
    func watch(_ simulation: CustomerSimulation) async throws {
        let store = try Store(
            folder: folder.data.path, migrations: AccountsTables.migrations + IntakeTables.migrations)
        screen.begin(
            title: DemoWords.title.text(
                in: language, ["utility": "Örnek Gaz", "folder": DemoFolder.shortened(folder.url)]), foot: foot)
        while true {
            screen.show(try await rows(store, await simulation.book.entries), foot: foot)
            try await Task.sleep(for: .milliseconds(250))
        }
    }

    func end() { screen.end() }

    /// Puts the invoice that went with a message into the folder of documents.
    func keepDocument(of message: SentMessage) async {
        guard let id = message.document, let file = await graph.file(id), let name = message.fileName else { return }
        folder.keep(document: name, file.bytes)
    }

    private func rows(_ store: Store, _ entries: [PhotoBook.Entry]) async throws -> [DemoRow] {
        let count = plan.entries.count + 100
        let progress = try await store.read { try $0.photoProgress(last: count) }
        let known = Dictionary(progress.map { ($0.message, $0) }, uniquingKeysWith: { first, _ in first })
        let sent = Dictionary(
            entries.map { ("\($0.customer.number)/\($0.photo.file)", $0.photo.message) },
            uniquingKeysWith: { first, _ in first })
        var rows: [DemoRow] = []
        for entry in plan.entries {
            let message = sent["\(entry.customer.number)/\(entry.file)"]
            let progress = message.flatMap { known[$0] }
            rows.append(
                DemoRow(
                    file: entry.file, customer: entry.customer, isSent: message != nil, progress: progress,
                    payable: try await payable(progress?.invoice, in: store), language: language))
        }
        return rows
    }

    private func payable(_ number: String?, in store: Store) async throws -> DemoRow.Payable? {
        guard let number else { return nil }
        if let known = payables[number] { return known }
        guard let parsed = try? InvoiceNumber(number),
            let stored = try await store.read({ try $0.invoice(parsed) })
        else { return nil }
        let figures = stored.invoice.figures
        let payable = DemoRow.Payable(
            amount: (try? FigureStyle(language).money(figures.payable.description)) ?? figures.payable.description,
            due: stored.invoice.dueDate.turkish)
        payables[number] = payable
        return payable
    }
}
