internal import Foundation
package import Storage

extension Transaction {
    /// Writes an entry into the audit log, chained to the one before; nothing of the log is ever changed.
    package func audit(_ entry: AuditEntry, at moment: Moment) throws(StoreError) {
        let last = try row("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
        let link = AuditLink(
            id: (try last?.integer("id") ?? 0) + 1, at: moment, actor: entry.actor.code, name: entry.actor.name,
            action: entry.action, kind: entry.kind, subject: entry.subject, details: try Self.json(entry.details))
        let hash = link.hash(after: try last?.bytes("hash") ?? AuditLink.first)
        try run(
            """
            INSERT INTO audit (id, at, actor, name, action, subject_kind, subject, details, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, link.id, link.at, link.actor, link.name, link.action, link.kind, link.subject, link.details, hash)
    }

    private static func json(_ details: [String: String]) throws(StoreError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(details), as: UTF8.self)
        } catch {
            throw .failed("the details of an audit entry cannot be written as JSON")
        }
    }
}

/// What a check of the audit log found.
package enum AuditVerdict: Hashable, Sendable {
    /// Every entry is as it was written, and none is missing between the first and the last.
    ///
    /// Whether entries after the last were cut off shows only a head that was written down elsewhere.
    case intact(entries: Int, head: [UInt8])
    /// This entry, or the one before it, is not what was written.
    case broken(entry: Int64)
}

extension Statements {
    /// Computes the chain of the audit log anew and compares.
    package func verifyAudit() throws(StoreError) -> AuditVerdict {
        var hash = AuditLink.first
        var last: Int64 = 0
        while true {
            let rows = try rows("SELECT * FROM audit WHERE id > ? ORDER BY id LIMIT 1000", last)
            if rows.isEmpty { return .intact(entries: Int(last), head: hash) }
            for row in rows {
                let link = try AuditLink(row)
                hash = link.hash(after: hash)
                guard link.id == last + 1, try row.bytes("hash") == hash else { return .broken(entry: link.id) }
                last = link.id
            }
        }
    }
}
