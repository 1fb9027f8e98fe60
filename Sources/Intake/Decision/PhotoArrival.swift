internal import Accounts
internal import Billing
internal import Quantities
package import Storage
internal import Wording

extension Transaction {
    /// Takes in the bytes of a photo: asks whose it is, whether it came before, whether it is one too many, and may be read.
    ///
    /// A photo that is to be read waits until its sender has the privacy notice. A photo that was taken in before stays
    /// as it is.
    package func photoFetched(
        _ photo: Int64, original: BlobID, at now: Moment, settings: IntakeSettings
    ) throws {
        guard let row = try self.photo(photo), row.state == "fetching", let sender = try sender(row.sender) else {
            return
        }
        try run("UPDATE photo SET original = ? WHERE id = ?", original, photo)
        let isNotRead =
            try refuseStranger(row, sender, at: now) || repeatFirstAnswer(row, original, sender, at: now)
            || refuseOverLimit(row, sender, areRepeats: false, at: now)
        if isNotRead {
            try hearWish(of: row, at: now, settings: settings)
            return
        }
        if sender.subscriptions.allSatisfy({ $0.subscriber.paymentScheme == .prepaid }), !row.asksPerson {
            try decide(photo, outcome: "refused", reasons: [PhotoReason.prepaid.rawValue], at: now)
            try run(
                "UPDATE photo SET subscriber = ? WHERE id = ?", sender.subscriptions.first?.subscriber.number.text,
                photo)
            try say(
                AutomaticAnswer.text(BillingAnswers.prepaid, in: sender.language), on: row, purpose: .answer, at: now)
            return
        }
        try beginReading(row, sender, at: now, settings: settings)
    }

    /// Refuses a photo whose bytes are not even fetched, because its sender has sent far more than are looked at; whether
    /// it was refused.
    package func refuseFlood(_ photo: Int64, at now: Moment, settings: IntakeSettings) throws -> Bool {
        guard let row = try self.photo(photo), row.state == "fetching", let sender = try sender(row.sender),
            try photosWithinTheHour(of: row, at: now) >= PhotoLimit.fetchedAnHour
        else { return false }
        try refuse(row, sender, asOverLimitAt: now)
        try hearWish(of: row, at: now, settings: settings)
        return true
    }

    /// Answers a photo whose bytes the channel did not hand out.
    package func photoUnavailable(
        _ photo: Int64, reason: String, at now: Moment, settings: IntakeSettings
    ) throws {
        guard let row = try self.photo(photo), row.state == "fetching", let sender = try sender(row.sender) else {
            return
        }
        try decide(photo, outcome: "refused", reasons: [PhotoReason.notReceived.rawValue, reason], at: now)
        try say(AutomaticAnswer.text(PhotoAnswers.notReceived, in: sender.language), on: row, purpose: .answer, at: now)
        try hearWish(of: row, at: now, settings: settings)
    }

    /// Who asked for a person with a photo that nobody looks at is heard all the same: with the photo that it repeats,
    /// or with the last one that somebody can look at.
    private func hearWish(of photo: PhotoRow, at now: Moment, settings: IntakeSettings) throws {
        guard photo.asksPerson else { return }
        try personRequested(by: photo.sender, about: photo.quotes, quotes: photo.quotes, at: now, settings: settings)
    }

    /// Reads a photo, once its sender has the privacy notice.
    func beginReading(_ photo: PhotoRow, _ sender: SenderMeters, at now: Moment, settings: IntakeSettings) throws {
        guard sender.noticeVersion != ChannelAnswers.privacyNoticeVersion else {
            try run("UPDATE photo SET state = 'reading' WHERE id = ?", photo.id)
            try enqueue(.read, subject: photo.id, sender: photo.sender, at: now)
            return
        }
        try run("UPDATE photo SET state = 'waiting' WHERE id = ?", photo.id)
        try bringNotice(to: sender, settings: settings, at: now)
    }

    private func refuseStranger(_ photo: PhotoRow, _ sender: SenderMeters, at now: Moment) throws -> Bool {
        guard sender.subscriptions.isEmpty else { return false }
        if try refuseOverLimit(photo, sender, areRepeats: false, at: now) { return true }
        try decide(photo.id, outcome: "refused", reasons: [PhotoReason.unknownSender.rawValue], at: now)
        try say(.text(ChannelAnswers.howToLink.text(in: sender.language)), on: photo, purpose: .answer, at: now)
        return true
    }

    /// Answers bytes that came before as they were answered then, and reads nothing.
    ///
    /// A photo that was not looked at, because its sender was not known or sent too many, was no first one.
    private func repeatFirstAnswer(
        _ photo: PhotoRow, _ original: BlobID, _ sender: SenderMeters, at now: Moment
    ) throws -> Bool {
        let first = try row(
            """
            SELECT id FROM photo WHERE sender = ? AND original = ? AND id <> ? AND repeats IS NULL
                AND reasons NOT IN ('["unknown-sender"]', '["over-limit"]')
            ORDER BY id LIMIT 1
            """, photo.sender, original, photo.id)
        guard let first = try first?.integer("id") else { return false }
        if try refuseOverLimit(photo, sender, areRepeats: true, at: now) { return true }
        try decide(photo.id, outcome: "refused", reasons: [PhotoReason.sameBytes.rawValue], at: now)
        try run("UPDATE photo SET repeats = ? WHERE id = ?", first, photo.id)
        // Where the first one has no answer yet, its answer goes to both.
        if let said = try lastSaid(on: first) {
            try post(said, to: photo.sender, purpose: .answer, photo: photo.id, quotes: photo.quotes, at: now)
        }
        return true
    }

    /// Refuses what is more than we look at within an hour.
    ///
    /// Repeated bytes cost little and are counted for themselves, so that they take no place of a new photo.
    private func refuseOverLimit(
        _ photo: PhotoRow, _ sender: SenderMeters, areRepeats: Bool, at now: Moment
    ) throws -> Bool {
        let since = now - .seconds(3600)
        let taken = try row(
            """
            SELECT count(*) AS number FROM photo
            WHERE sender = ? AND received_at > ? AND id <> ? AND state <> 'fetching' AND reasons <> '["over-limit"]'
                AND (repeats IS NOT NULL) = ?
            """, photo.sender, since, photo.id, areRepeats)
        guard try taken?.integer("number") ?? 0 >= PhotoLimit.anHour else { return false }
        try refuse(photo, sender, asOverLimitAt: now)
        return true
    }

    /// The first such photo of an hour is answered.
    private func refuse(_ photo: PhotoRow, _ sender: SenderMeters, asOverLimitAt now: Moment) throws {
        let since = now - .seconds(3600)
        try decide(photo.id, outcome: "refused", reasons: [PhotoReason.overLimit.rawValue], at: now)
        let told = try row(
            """
            SELECT 1 AS found FROM photo JOIN outbox ON outbox.photo = photo.id
            WHERE photo.sender = ? AND photo.received_at > ? AND photo.reasons = '["over-limit"]'
            """, photo.sender, since)
        guard told == nil else { return }
        try say(
            AutomaticAnswer.text(PhotoAnswers.overLimit, ["limit": "\(PhotoLimit.anHour)"], in: sender.language),
            on: photo,
            purpose: .answer, at: now)
    }
}

extension Statements {
    /// How many photos the sender of one had sent within the hour before, whatever became of them.
    func photosWithinTheHour(of photo: PhotoRow, at now: Moment) throws(StoreError) -> Int64 {
        try row(
            "SELECT count(*) AS number FROM photo WHERE sender = ? AND received_at > ? AND id < ?", photo.sender,
            now - .seconds(3600), photo.id)?.integer("number") ?? 0
    }
}

/// So many photos of a sender are looked at within an hour.
package enum PhotoLimit {
    package static let anHour: Int64 = 10
    /// Of what lies beyond that, repeats and what is refused, so many are fetched at all: bytes of a stranger fill no disk.
    package static let fetchedAnHour: Int64 = 40
}
