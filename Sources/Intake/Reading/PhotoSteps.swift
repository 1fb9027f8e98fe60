internal import Accounts
internal import InvoiceDocuments
package import Logging
internal import Metrics
internal import Quantities
package import Storage

/// The jobs of a photo once its bytes are here: it is read, decided, its invoice drawn.
package struct PhotoSteps: Sendable {
    let settings: IntakeSettings
    let store: Store
    let blobs: BlobStore
    let pool: WorkerPool
    let now: TimeSource
    let steps: StepProbe
    let logger: Logger
    let fonts: DocumentFonts
    /// Drawing blocks, so it has threads of its own.
    let drawing = BlockingThreads(name: "endeks-documents", count: 1)

    /// Throws `DocumentError` where the fonts of the invoice are not installed.
    package init(
        settings: IntakeSettings, store: Store, blobs: BlobStore, pool: WorkerPool, now: @escaping TimeSource,
        steps: StepProbe, logger: Logger
    ) throws {
        self.settings = settings
        self.store = store
        self.blobs = blobs
        self.pool = pool
        self.now = now
        self.steps = steps
        self.logger = logger
        fonts = try DocumentFonts()
    }

    /// The work of the queues `read`, `document` and `decision`.
    package var work: [JobWork] {
        [
            JobWork(queue: .read, atOnce: max(settings.workers, 1), handler: read),
            JobWork(queue: .document, atOnce: 2, handler: document),
            JobWork(queue: .decision, atOnce: 4, handler: decision),
        ]
    }

    /// Writes a line for staff: which photo, and what became of it, by code.
    func log(_ message: Logger.Message, photo: Int64, _ outcome: String, reasons: [String] = []) {
        logger.info(
            message,
            metadata: [
                "photo": "\(photo)", "outcome": "\(outcome)", "reasons": .array(reasons.map { "\($0)" }),
            ])
    }
}
