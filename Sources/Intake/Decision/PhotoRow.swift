internal import Foundation
internal import Quantities
internal import Storage

/// A photo as the table has it.
struct PhotoRow: Sendable {
    let id: Int64
    let sender: Int64
    /// The channel's id of the message that brought it; its answer quotes it.
    let quotes: String
    let receivedAt: Moment
    /// When the customer sent it, as the channel says: a channel that was cut off from us brings it days later.
    let sentAt: Moment
    let state: String
    let original: BlobID?
    let cleaned: BlobID?
    let crop: BlobID?
    let reading: ReadingRecord?
    let outcome: String?
    let reasons: [String]
    let asksPerson: Bool
    let subscriber: String?
    let invoice: String?
    let invoiceWords: String?
    /// The reversal whose paper answers it, where its invoice was taken back and none is in its place.
    let reversal: String?
    let repeats: Int64?

    /// Whether the paper that answers it is the same as that of the row read before.
    func hasPaper(of other: PhotoRow) -> Bool {
        (invoice, invoiceWords, reversal) == (other.invoice, other.invoiceWords, other.reversal)
    }

    init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        sender = try row.integer("sender")
        quotes = try row.text("external_id")
        receivedAt = try row.moment("received_at")
        // The channel keeps trying for seven days: what claims to be older, or of tomorrow, is not to be believed.
        sentAt = min(max(try row.moment("sent_at"), receivedAt - .seconds(7 * 86_400)), receivedAt)
        state = try row.text("state")
        original = try row.optionalText("original").flatMap { BlobID($0) }
        cleaned = try row.optionalText("cleaned").flatMap { BlobID($0) }
        crop = try row.optionalText("crop").flatMap { BlobID($0) }
        reading = try row.optionalText("reading").flatMap { Self.decoded($0) }
        outcome = try row.optionalText("outcome")
        reasons = Self.codes(try row.text("reasons"))
        asksPerson = try row.flag("asks_person")
        subscriber = try row.optionalText("subscriber")
        invoice = try row.optionalText("invoice")
        invoiceWords = try row.optionalText("invoice_words")
        reversal = try row.optionalText("reversal")
        repeats = try row.optionalInteger("repeats")
    }

    /// The day of its reading: that on which it was sent, not that on which it reached us.
    var day: CivilDate { sentAt.civilDate }

    /// Codes as the table keeps them.
    static func json(_ codes: [String]) -> String {
        let data = try? JSONEncoder().encode(codes)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    static func codes(_ json: String) -> [String] {
        (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    }

    private static func decoded(_ json: String) -> ReadingRecord? {
        try? JSONDecoder().decode(ReadingRecord.self, from: Data(json.utf8))
    }
}

extension Statements {
    func photo(_ id: Int64) throws(StoreError) -> PhotoRow? {
        let row = try row(
            """
            SELECT photo.*, message.external_id, message.sent_at
            FROM photo JOIN message ON message.id = photo.message WHERE photo.id = ?
            """, id)
        guard let row else { return nil }
        return try PhotoRow(row)
    }
}
