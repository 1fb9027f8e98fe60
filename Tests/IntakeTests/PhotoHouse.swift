import Accounts
import Billing
import Foundation
import GasPhysics
import Intake
import Logging
import Quantities
import Storage
import Synchronization
import Testing
import Trials

/// A data folder with subscribers, their senders and photos; the workers, the jobs and the books are the real ones.
///
/// The nets are made by hand (`FixedModel`), so that a test says what is read; the pictures are real photos.
final class PhotoHouse: Sendable {
    let folder: String
    let store: Store
    let blobs: BlobStore
    let settings: IntakeSettings
    let desk: ReviewDesk
    private let box = ClockBox()

    /// 2026-11-21 15:00 in Türkiye.
    static let start = Moment(secondsSince1970: 1_795_262_400)

    init(
        reading index: String = "01042", certainty: FixedModel.Certainty = .accept, worker: [String]? = nil
    ) throws {
        folder = NSTemporaryDirectory() + "endeks-photos-\(UUID().uuidString)"
        store = try Store(folder: folder, migrations: AccountsTables.migrations + IntakeTables.migrations)
        blobs = try BlobStore(folder: folder)
        let model = folder + "/fixed.model"
        let fixed = FixedModel(index: index, certainty: certainty)
        try fixed.bytes().write(to: URL(fileURLWithPath: model))
        let issuer = try InvoiceIssuer(
            issuer: Issuer(
                name: "Örnek Gaz", address: "Ankara", taxOffice: "Çankaya", taxNumber: try VKN("4540536920")),
            prefix: "OGZ")
        settings = IntakeSettings(
            issuer: issuer, isSample: true, graph: try #require(URL(string: "http://127.0.0.1:9")),
            graphVersion: "v26.0", phoneNumberID: "310000000000001", template: nil, grace: .seconds(2), workers: 1,
            appSecrets: ["secret"], verifyToken: "verify", token: "token",
            workerCommand: worker ?? Worker.command + ["--model", model])
        let box = box
        desk = ReviewDesk(store: store, blobs: blobs, issuer: issuer, hasTemplate: true) { box.now }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var now: Moment { box.now }

    func pass(_ duration: Duration) { box.pass(duration) }

    // MARK: What is known

    /// The policies and these subscribers.
    func prepare(_ subscribers: [TestSubscriber], minimumBill: MeterVolume = .zero) async throws {
        let day = try CivilDate(iso8601: "2026-01-01")
        let price = RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 100_000_000))
        var gas = MonthlyGas()
        for month in 1...12 {
            gas.corrections[.init(month: .everyYear(month), millibar: 21)] =
                .factor(CorrectionFactor(hundredThousandths: 100_000))
            gas.calorificValues[.everyYear(month)] = GrossCalorificValue(tenThousandths: 91_550_000)
        }
        let policies = PolicySet(
            version: "test", source: nil, sha256: "",
            tariffs: [
                PolicySet.Tariff(
                    name: "konut", use: .residential, rounding: .standard, dayCount: .excludeFirst, dueDays: 15,
                    minimumDays: 15, minimumBill: minimumBill, prices: try RateTable([.init(from: day, value: price)]))
            ],
            regions: ["ornek": gas],
            valueAddedTax: try RateTable([.init(from: day, value: Rate(partsPerMillion: 200_000))]), holidays: [])
        let imported = try subscribers.enumerated().map { try $0.element.imported(line: $0.offset + 2) }
        let now = now
        try await store.write { transaction in
            try transaction.importPolicies(policies, actor: .command, at: now)
            _ = try transaction.importSubscribers(imported, sha256: "", actor: .command, at: now)
        }
    }

    /// Somebody who writes to us; they have the privacy notice unless it is said that they have not.
    func sender(_ businessScopedID: String, hasNotice: Bool = true) async throws -> Int64 {
        let now = now
        return try await store.write { transaction in
            try transaction.run(
                "INSERT INTO sender (business_scoped_id, last_message_at) VALUES (?, ?)", businessScopedID, now)
            let sender = transaction.lastInsertedKey
            if hasNotice {
                try transaction.noticeTaken(by: sender, version: PhotoHouse.noticeVersion, at: now)
            }
            return sender
        }
    }

    static let noticeVersion = "2026-11"

    /// A photo arrives, its bytes fetched, by default those of a real one made different by a comment.
    ///
    /// `sentBefore` is how long ago it was sent.
    func photo(
        from sender: Int64, bytes: [UInt8]? = nil, mark: Int = 0, sentBefore: Duration = .zero, asksPerson: Bool = false
    ) async throws -> Int64 {
        let content = try bytes ?? Self.jpeg(mark: mark)
        let blob = try await blobs.put(content)
        let id = try await arrival(from: sender, sentBefore: sentBefore, asksPerson: asksPerson)
        let (now, settings) = (now, settings)
        try await store.write { try $0.photoFetched(id, original: blob, at: now, settings: settings) }
        return id
    }

    /// A photo whose bytes are not here yet.
    func arrival(
        from sender: Int64, sentBefore: Duration = .zero, asksPerson: Bool = false
    ) async throws -> Int64 {
        let now = now
        return try await store.write { transaction in
            let hash = Array(UUID().uuidString.utf8)
            try transaction.run("INSERT INTO inbox (body_hash, body, received_at) VALUES (?, ?, ?)", hash, hash, now)
            let inbox = transaction.lastInsertedKey
            try transaction.run(
                """
                INSERT INTO message (external_id, sender, kind, sent_at, received_at, inbox)
                VALUES (?, ?, 'image', ?, ?, ?)
                """, "wamid.\(UUID().uuidString)", sender, now - sentBefore, now, inbox)
            let message = transaction.lastInsertedKey
            try transaction.run("UPDATE sender SET last_message_at = ? WHERE id = ?", now, sender)
            try transaction.run(
                "INSERT INTO photo (message, sender, media_id, received_at, asks_person) VALUES (?, ?, 'm', ?, ?)",
                message, sender, now, asksPerson)
            return transaction.lastInsertedKey
        }
    }

    /// A real photo, with a comment in it that makes its bytes its own.
    static func jpeg(mark: Int) throws -> [UInt8] {
        let photo = try Worker.photo("gas-05.jpg")
        let comment = Array("mark \(mark)".utf8)
        return Array(photo.prefix(2)) + [0xFF, 0xFE, 0, UInt8(comment.count + 2)] + comment + photo.dropFirst(2)
    }

    // MARK: What happens

    /// Works off what waits in the queues of photos, as the service does.
    func work(limits: WorkerLimits = .measured) async throws {
        let pool = WorkerPool(command: settings.workerCommand, count: 1, limits: limits)
        let box = box
        var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .critical
        let steps = try PhotoSteps(
            settings: settings, store: store, blobs: blobs, pool: pool, now: { box.now }, steps: .none, logger: logger)
        let runner = JobRunner(store: store, now: { box.now }, work: steps.work, logger: logger)
        let running = Task { try await runner.run() }
        for _ in 0..<1200 {
            let now = box.now
            let open = try await store.read { view in
                try view.row(
                    """
                    SELECT count(*) AS number FROM job
                    WHERE queue IN ('read', 'document', 'decision') AND state <> 'dead' AND run_at <= ?
                    """, now)?.integer("number")
            }
            if open == 0 { break }
            try await Task.sleep(for: .milliseconds(25))
        }
        running.cancel()
        _ = await running.result
        await pool.stop()
    }

    // MARK: What became of it

    func state(of photo: Int64) async throws -> PhotoState {
        try await store.read { view in
            let row = try #require(try view.row("SELECT * FROM photo WHERE id = ?", photo))
            return PhotoState(
                state: try row.text("state"), outcome: try row.optionalText("outcome"),
                reasons: try row.text("reasons"),
                invoice: try row.optionalText("invoice"))
        }
    }

    /// What was said, oldest first: purpose, the photo, the words.
    func said(to sender: Int64) async throws -> [Said] {
        try await store.read { view in
            try view.rows("SELECT purpose, photo, content FROM outbox WHERE sender = ? ORDER BY id", sender).map {
                row in
                let message = try JSONDecoder().decode(OutgoingMessage.self, from: Data(row.text("content").utf8))
                return Said(purpose: try row.text("purpose"), photo: try row.optionalInteger("photo"), message: message)
            }
        }
    }

    /// The channel's id of the message that brought a photo.
    func messageID(of photo: Int64) async throws -> String? {
        try await store.read { view in
            try view.row(
                "SELECT external_id FROM message JOIN photo ON photo.message = message.id WHERE photo.id = ?", photo)?
                .text("external_id")
        }
    }

    /// Somebody asks for a person, about a message or about nothing that they say.
    func askPerson(_ sender: Int64, about quoted: String? = nil) async throws {
        let (now, settings) = (now, settings)
        try await store.write { try $0.personRequested(by: sender, about: quoted, at: now, settings: settings) }
    }

    /// A clerk looks at a photo, decides, and the ten seconds pass.
    func decide(
        _ photo: Int64, _ decision: ReviewDecision, subscriber: String? = nil, session: String = "a"
    ) async throws {
        _ = try await desk.claim(photo, clerk: "Ayşe", session: session)
        _ = try await desk.decide(
            photo, decision, subscriber: try subscriber.map { try SubscriberNumber($0) }, clerk: "Ayşe",
            session: session)
        pass(.seconds(10))
        try await work()
    }

    /// How many entries of the audit log have this action.
    func audited(_ action: String) async throws -> Int64 {
        try await store.read { view in
            try view.row("SELECT count(*) AS number FROM audit WHERE action = ?", action)?.integer("number") ?? -1
        }
    }

    func number(_ sql: String) async throws -> Int64 {
        try await store.read { view in try view.row(sql)?.integer("number") ?? -1 }
    }
}

/// A clock that stands where it is put.
private final class ClockBox: Sendable {
    private let moment = Mutex(PhotoHouse.start)

    var now: Moment { moment.withLock { $0 } }

    func pass(_ duration: Duration) { moment.withLock { $0 = $0 + duration } }
}

struct PhotoState: Equatable {
    var state: String
    var outcome: String?
    var reasons: String
    var invoice: String?
}

struct Said: Equatable {
    var purpose: String
    var photo: Int64?
    var message: OutgoingMessage

    var words: String {
        switch message {
        case .text(let words): words
        case .document(_, _, let caption): caption
        }
    }

    var document: BlobID? {
        if case .document(let blob, _, _) = message { blob } else { nil }
    }
}

/// A subscriber of these tests.
struct TestSubscriber {
    var number: String
    var businessScopedID = "TR.1"
    var serial: String? = "39210145"
    var wheels = 5
    var isPrepaid = false
    var language = "tr"
    var name = "Deneme Abone"
    var lastIndex = "01021"
    var lastDate = "2026-10-21"

    func imported(line: Int) throws -> ImportedSubscriber {
        ImportedSubscriber(
            line: line,
            subscription: Subscription(
                subscriber: Subscriber(
                    number: try SubscriberNumber(number), installation: try InstallationNumber("7700054321"),
                    name: name, address: "Ankara", kind: .residential,
                    paymentScheme: isPrepaid ? .prepaid : .afterUse),
                meter: Meter(
                    serial: try serial.map { try MeterSerial($0) }, gClass: "G4", pressureMillibar: 21, wheels: wheels,
                    decimals: 3),
                region: "ornek", tariff: "konut", language: language),
            whatsapp: nil, businessScopedID: businessScopedID,
            lastReading: isPrepaid
                ? nil : MeterReading(index: try Index(printed: lastIndex), date: try CivilDate(iso8601: lastDate)))
    }
}
