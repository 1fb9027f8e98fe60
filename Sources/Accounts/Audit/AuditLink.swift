import Storage

/// An entry of the audit log as the chain hashes it.
struct AuditLink {
    /// The hash before the first entry.
    static let first = [UInt8](repeating: 0, count: 32)

    let id: Int64
    let at: Moment
    let actor: String
    let name: String?
    let action: String
    let kind: String
    let subject: String
    let details: String

    /// SHA-256 over the hash before and every field with its length, so that no two entries are written alike.
    func hash(after previous: [UInt8]) -> [UInt8] {
        var bytes = previous
        bytes.reserveCapacity(512)
        for field in ["\(id)", "\(at)", actor, name.map { "=" + $0 } ?? "", action, kind, subject, details] {
            bytes.append(contentsOf: String(field.utf8.count).utf8)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: field.utf8)
        }
        return Digest.sha256(bytes)
    }
}

extension AuditLink {
    init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        at = try row.moment("at")
        actor = try row.text("actor")
        name = try row.optionalText("name")
        action = try row.text("action")
        kind = try row.text("subject_kind")
        subject = try row.text("subject")
        details = try row.text("details")
    }
}
