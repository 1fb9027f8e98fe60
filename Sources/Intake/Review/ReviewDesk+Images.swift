internal import Accounts
internal import Quantities
internal import Storage

/// A picture that staff may see; the customer's own file is never handed out.
package enum ReviewImage: String, Sendable, CaseIterable {
    case cleaned
    case crop
}

extension ReviewDesk {
    /// For so long a photo that was just decided is still the session's to look at: the page shows it beside the undo.
    fileprivate static let afterwards: Duration = .seconds(60)

    /// A picture of a photo, as a JPEG that a worker of ours wrote; nil where there is none.
    ///
    /// Whoever has the photo before them, or a case that shows it among the earlier ones, is in the audit log with that.
    /// Any other look is written down before the picture is handed out, once a session and photo.
    package func image(
        _ photo: Int64, kind: ReviewImage, clerk: String, session: String
    ) async throws -> [UInt8]? {
        let now = now()
        let found = try await store.read { view -> (blob: BlobID, isKnown: Bool)? in
            guard let row = try view.photo(photo), let blob = row.picture(kind) else { return nil }
            return (blob, try view.isLookedAt(row, by: session, at: now))
        }
        guard let found else { return nil }
        if !found.isKnown {
            try await store.write { transaction in
                let made = try transaction.run(
                    "INSERT INTO review_view (photo, session, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", photo,
                    session, now)
                guard made > 0 else { return }
                try transaction.audit(
                    AuditEntry(
                        actor: .clerk(name: clerk), action: "photo.viewed", kind: "photo", subject: "\(photo)",
                        details: ["picture": kind.rawValue]), at: now)
            }
        }
        return try await blobs.get(found.blob)
    }

    /// Whether there is such a picture; nobody has seen it for that.
    package func hasImage(_ photo: Int64, kind: ReviewImage) async throws -> Bool {
        try await store.read { try $0.photo(photo)?.picture(kind) != nil }
    }
}

extension PhotoRow {
    fileprivate func picture(_ kind: ReviewImage) -> BlobID? {
        switch kind {
        case .cleaned: cleaned
        case .crop: crop
        }
    }
}

extension Statements {
    /// Whether the audit log has it already that the session looks at a photo.
    fileprivate func isLookedAt(_ photo: PhotoRow, by session: String, at now: Moment) throws -> Bool {
        let noted = try row(
            """
            SELECT 1 AS found FROM review_view WHERE photo = ? AND session = ?
            UNION ALL
            SELECT 1 FROM review_decision WHERE session = ? AND photo = ? AND decided_at > ?
            """, photo.id, session, session, photo.id, now - ReviewDesk.afterwards)
        if noted != nil { return true }
        for claim in try rows("SELECT photo FROM review_claim WHERE session = ? AND until > ?", session, now) {
            let claimed = try claim.integer("photo")
            if claimed == photo.id { return true }
            if let row = try self.photo(claimed), try earlierPhotos(of: row).contains(photo.id) { return true }
        }
        return false
    }

    /// The earlier photos of a photo's meter that have a picture, the newest first.
    func earlierPhotos(of photo: PhotoRow) throws -> [Int64] {
        guard let meter = try chosenMeter(photo, nil) else { return [] }
        return try rows(
            """
            SELECT id FROM photo WHERE subscriber = ? AND id <> ? AND cleaned IS NOT NULL
            ORDER BY received_at DESC LIMIT 3
            """, meter.text, photo.id
        ).map { try $0.integer("id") }
    }
}
