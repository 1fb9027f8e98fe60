internal import Accounts
internal import Billing
package import Storage
internal import Wording

/// The privacy notice, which a sender has before a machine looks at their first photo.
extension Transaction {
    private static var version: String { ChannelAnswers.privacyNoticeVersion }

    /// A review that waits for nothing but a clerk, because the notice reached nobody.
    private static var isUnread: String {
        """
        outcome = 'review' AND state = 'decided' AND reading IS NULL AND original IS NOT NULL
            AND reasons LIKE '%"\(PhotoReason.noticeNotDelivered.rawValue)"%'
        """
    }

    /// The photos of a sender that wait for the notice; in two parts, so that each finds its own index.
    private static var waiting: String {
        """
        SELECT id, outcome FROM photo WHERE sender = ? AND state = 'waiting'
        UNION ALL SELECT id, outcome FROM photo WHERE sender = ? AND \(isUnread)
        """
    }

    /// A sender has the privacy notice: their photos that waited for it are read.
    ///
    /// Those that went to a person meanwhile stay there, and are read only so that the person sees them.
    package func noticeTaken(by sender: Int64, version: String, at now: Moment) throws {
        try run("UPDATE sender SET notice_version = ? WHERE id = ?", version, sender)
        guard version == Self.version else { return }
        let waiting = try rows("\(Self.waiting) ORDER BY id", sender, sender)
        for row in waiting {
            let photo = try row.integer("id")
            try run("UPDATE photo SET state = 'reading' WHERE id = ?", photo)
            try enqueue(.read, subject: photo, sender: sender, at: now)
            // Nothing was said of it while nothing reached them.
            guard try row.optionalText("outcome") != nil, let decided = try self.photo(photo) else { continue }
            let language = try self.sender(sender)?.language ?? .turkish
            try say(
                AutomaticAnswer.text(ReadingAnswer.waitsForPerson, in: language), on: decided, purpose: .answer, at: now
            )
        }
    }

    /// Sends the notice: once, however many photos come together, and again where it reached nobody.
    ///
    /// One that waits for its next try goes on waiting: ten photos sent at once must not use up its tries.
    func bringNotice(to sender: SenderMeters, settings: IntakeSettings, at now: Moment) throws {
        let notice = try row(
            "SELECT id, state, taken_at FROM outbox WHERE sender = ? AND notice_version = ?", sender.sender,
            Self.version)
        guard let notice else {
            try post(
                .text(ChannelAnswers.privacyNotice.text(in: sender.language, ["issuer": settings.issuer.issuer.name])),
                to: sender.sender, purpose: .notice, photo: nil, quotes: nil, at: now)
            return
        }
        guard try notice.optionalInteger("taken_at") == nil else {
            try noticeTaken(by: sender.sender, version: Self.version, at: now)
            return
        }
        let id = try notice.integer("id")
        let isWaiting = try row("SELECT 1 FROM job WHERE queue = 'send' AND subject = ? AND state <> 'dead'", id) != nil
        guard !isWaiting else { return }
        // They have just written: the 24 hours run anew. One in `sending` may have gone out, and a status may tell.
        try run(
            """
            UPDATE outbox SET state = 'queued', as_template = 0, error_code = NULL, sending_since = NULL
            WHERE id = ? AND state <> 'sending'
            """, id)
        try enqueue(.send, subject: id, sender: sender.sender, at: now)
    }

    /// Sends the notice again to somebody whose photos wait for it and who has written just now.
    func bringNoticeIfPhotosWait(_ sender: Int64, settings: IntakeSettings, at now: Moment) throws {
        let waiting = try row("\(Self.waiting) LIMIT 1", sender, sender)
        guard waiting != nil, let known = try self.sender(sender) else { return }
        try bringNotice(to: known, settings: settings, at: now)
    }

    /// The notice will not reach them: the photos that wait for it go to a person, unread; how many those were.
    @discardableResult
    func noticeLost(_ outbox: Int64, at now: Moment) throws -> Int {
        let notice = try row(
            "SELECT sender FROM outbox WHERE id = ? AND notice_version = ? AND taken_at IS NULL", outbox, Self.version)
        guard let sender = try notice?.integer("sender") else { return 0 }
        let waiting = try rows("SELECT id, asks_person FROM photo WHERE sender = ? AND state = 'waiting'", sender)
        for row in waiting {
            let objection: [PhotoReason] = try row.flag("asks_person") ? [.objection] : []
            try decide(
                try row.integer("id"), outcome: "review",
                reasons: (objection + [.noticeNotDelivered]).map(\.rawValue), at: now)
        }
        return waiting.count
    }
}
