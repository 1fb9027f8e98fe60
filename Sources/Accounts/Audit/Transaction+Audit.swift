package import Storage

extension Transaction {
    /// Writes an entry into the audit log, chained to the one before; nothing of the log is ever changed.
    ///
    /// Every transaction that changes what invoices are made of writes one: by the head of the log `BillingRun` knows whether
    /// what it judged still stands.
    package func audit(_ entry: AuditEntry, at moment: Moment) throws(StoreError) {
        let head = try auditHead()
        let link = AuditLink(
            id: head.id + 1, at: moment, actor: entry.actor.code, name: entry.actor.name,
            action: entry.action, kind: entry.kind, subject: entry.subject, details: JSONText.text(entry.details))
        let hash = link.hash(after: head.hash)
        try run(
            """
            INSERT INTO audit (id, at, actor, name, action, subject_kind, subject, details, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, link.id, link.at, link.actor, link.name, link.action, link.kind, link.subject, link.details, hash)
        memo.keep(AuditHead(id: link.id, hash: hash), AuditHead.key)
    }
}

/// Where the chain of the audit log goes on.
struct AuditHead {
    static let key = "audit head"

    /// The number of the last entry; 0 where there is none.
    let id: Int64
    let hash: [UInt8]
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
    /// The last entry of the log; looked up once, since a view stands still and a transaction is alone in writing.
    func auditHead() throws(StoreError) -> AuditHead {
        if let known = memo.value(AuditHead.key, AuditHead.self) { return known }
        let last = try row("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
        return AuditHead(id: try last?.integer("id") ?? 0, hash: try last?.bytes("hash") ?? AuditLink.first)
    }

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
