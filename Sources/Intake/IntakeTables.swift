package import Storage

/// The tables of the room, as they came to be; a migration that has landed never changes.
package enum IntakeTables {
    package static let migrations: [Migration] = [
        Migration(
            "Intake/1 channel",
            [
                // What a channel posted, as it came. A body that comes again is the same row.
                """
                CREATE TABLE inbox (
                    id INTEGER PRIMARY KEY,
                    body_hash BLOB NOT NULL UNIQUE,
                    body BLOB NOT NULL,
                    received_at INTEGER NOT NULL,
                    times INTEGER NOT NULL DEFAULT 1,
                    -- new, parsed, unreadable
                    state TEXT NOT NULL DEFAULT 'new'
                )
                """,
                // Somebody who writes to us: known by the business-scoped id, by the phone number, or by both.
                """
                CREATE TABLE sender (
                    id INTEGER PRIMARY KEY,
                    business_scoped_id TEXT UNIQUE,
                    phone TEXT,
                    -- When they last wrote; free answers are allowed for 24 hours from then.
                    last_message_at INTEGER NOT NULL,
                    -- The version of the privacy notice that the channel took for them.
                    notice_version TEXT
                )
                """,
                "CREATE INDEX sender_phone ON sender (phone)",
                """
                CREATE TABLE message (
                    id INTEGER PRIMARY KEY,
                    -- The channel's own id of the message.
                    external_id TEXT NOT NULL UNIQUE,
                    sender INTEGER NOT NULL REFERENCES sender (id),
                    -- image, document, text, button, or what else the channel calls it
                    kind TEXT NOT NULL,
                    sent_at INTEGER NOT NULL,
                    received_at INTEGER NOT NULL,
                    inbox INTEGER NOT NULL REFERENCES inbox (id)
                )
                """,
                """
                CREATE TABLE outbox (
                    id INTEGER PRIMARY KEY,
                    sender INTEGER NOT NULL REFERENCES sender (id),
                    photo INTEGER REFERENCES photo (id),
                    -- The message that it quotes, by the channel's id.
                    quotes TEXT,
                    -- notice, answer, verdict
                    purpose TEXT NOT NULL,
                    -- The version of the privacy notice, where this is one.
                    notice_version TEXT,
                    content TEXT NOT NULL,
                    -- queued, sending, accepted, sent, delivered, read, failed, dead
                    state TEXT NOT NULL DEFAULT 'queued',
                    -- The uploaded document's id at the channel, and when it was uploaded.
                    media_id TEXT,
                    uploaded_at INTEGER,
                    uploads INTEGER NOT NULL DEFAULT 0,
                    sending_since INTEGER,
                    -- It goes as the template: the channel said that the 24 hours are over.
                    as_template INTEGER NOT NULL DEFAULT 0,
                    -- It goes to the phone number: the channel does not take the business-scoped id.
                    to_phone INTEGER NOT NULL DEFAULT 0,
                    -- The channel's id of what went out.
                    external_id TEXT,
                    -- The channel's last word where it refused.
                    error_code INTEGER,
                    created_at INTEGER NOT NULL,
                    -- When the Graph API took it.
                    taken_at INTEGER
                )
                """,
                "CREATE UNIQUE INDEX outbox_external ON outbox (external_id) WHERE external_id IS NOT NULL",
                // One answer a photo, and one verdict after a person looked.
                "CREATE UNIQUE INDEX outbox_once ON outbox (photo, purpose) WHERE photo IS NOT NULL",
                // One notice a version for everybody, however many photos came at once.
                """
                CREATE UNIQUE INDEX outbox_notice ON outbox (sender, notice_version) WHERE notice_version IS NOT NULL
                """,
                "CREATE INDEX outbox_state ON outbox (state)",
                "CREATE INDEX outbox_sender ON outbox (sender, created_at)",
                "CREATE INDEX outbox_taken ON outbox (taken_at) WHERE taken_at IS NOT NULL",
                // Every status that the channel told, also those that come late or twice.
                """
                CREATE TABLE message_status (
                    external_id TEXT NOT NULL,
                    status TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    error_code INTEGER,
                    PRIMARY KEY (external_id, status)
                ) WITHOUT ROWID
                """,
                // Failed media requests of the last hour: more than a few, and the channel blocks them all.
                "CREATE TABLE media_failure (id INTEGER PRIMARY KEY, at INTEGER NOT NULL)",
                "CREATE INDEX media_failure_at ON media_failure (at)",
            ]),
        Migration(
            "Intake/1 photos",
            [
                """
                CREATE TABLE photo (
                    id INTEGER PRIMARY KEY,
                    message INTEGER NOT NULL UNIQUE REFERENCES message (id),
                    sender INTEGER NOT NULL REFERENCES sender (id),
                    media_id TEXT NOT NULL,
                    -- The SHA-256 that the channel claims for the bytes, if it did: base64 or hexadecimal.
                    media_sha256 TEXT,
                    -- Sent as a document: larger files are taken.
                    is_document INTEGER NOT NULL DEFAULT 0,
                    received_at INTEGER NOT NULL,
                    -- fetching, waiting (for the privacy notice), reading, decided
                    state TEXT NOT NULL DEFAULT 'fetching',
                    -- Blobs, by the SHA-256 of their bytes: as it came, cleaned of metadata, the counter window.
                    original TEXT,
                    cleaned TEXT,
                    crop TEXT,
                    -- What the worker read, as JSON.
                    reading TEXT,
                    -- accepted, review, refused
                    outcome TEXT,
                    -- The black digits as they were read.
                    read_index TEXT,
                    -- Codes, the weightiest first, as a JSON array.
                    reasons TEXT NOT NULL DEFAULT '[]',
                    -- The sender asked for a person.
                    asks_person INTEGER NOT NULL DEFAULT 0,
                    subscriber TEXT,
                    invoice TEXT,
                    -- The code of the words that go with the invoice.
                    invoice_words TEXT,
                    -- The same bytes came before, with this photo.
                    repeats INTEGER REFERENCES photo (id),
                    decided_at INTEGER,
                    -- Of a photo in review: when the customer's 24 hours end.
                    review_until INTEGER
                )
                """,
                "CREATE INDEX photo_of_sender ON photo (sender, received_at)",
                "CREATE INDEX photo_bytes ON photo (sender, original)",
                // The queue: inside the customer's 24 hours by what is left of them, then by age.
                "CREATE INDEX photo_review ON photo (review_until, id) WHERE outcome = 'review'",
                "CREATE INDEX photo_review_age ON photo (received_at, id) WHERE outcome = 'review'",
                "CREATE INDEX photo_repeats ON photo (repeats) WHERE repeats IS NOT NULL",
                "CREATE INDEX photo_of_subscriber ON photo (subscriber, received_at) WHERE subscriber IS NOT NULL",
                "CREATE INDEX photo_of_invoice ON photo (invoice) WHERE invoice IS NOT NULL",
                // A customer who writes again has 24 hours more.
                """
                CREATE TRIGGER sender_window AFTER UPDATE OF last_message_at ON sender
                BEGIN
                    UPDATE photo SET review_until = NEW.last_message_at + 86400000
                    WHERE sender = NEW.id AND outcome = 'review';
                END
                """,
                // Counting is done on it alone. Not begun by outcome: it would be taken for the queue's in its place.
                "CREATE INDEX photo_counts ON photo (state, outcome)",
                """
                CREATE TABLE review_claim (
                    photo INTEGER PRIMARY KEY REFERENCES photo (id),
                    clerk TEXT NOT NULL,
                    -- The clerk's browser; the same name twice is two clerks.
                    session TEXT NOT NULL,
                    until INTEGER NOT NULL
                )
                """,
                "CREATE INDEX review_claim_session ON review_claim (session)",
                """
                CREATE TABLE review_decision (
                    id INTEGER PRIMARY KEY,
                    photo INTEGER NOT NULL REFERENCES photo (id),
                    clerk TEXT NOT NULL,
                    session TEXT NOT NULL,
                    -- accept, correct, reject: as JSON, with the index or the reason
                    decision TEXT NOT NULL,
                    -- The meter that it is about; null for a rejection of a photo whose meter is not known.
                    subscriber TEXT,
                    decided_at INTEGER NOT NULL,
                    takes_effect_at INTEGER NOT NULL,
                    -- pending, withdrawn, done, void
                    state TEXT NOT NULL DEFAULT 'pending'
                )
                """,
                // One decision at a time; a photo that was decided is in review no more, unless the customer objects.
                "CREATE UNIQUE INDEX review_decision_once ON review_decision (photo) WHERE state = 'pending'",
                "CREATE INDEX review_decision_done ON review_decision (decided_at) WHERE state = 'done'",
                // An index that a clerk holds for right where an invoice was issued with another one; nothing posted
                // is edited, so it stays here until a reversal books it.
                """
                CREATE TABLE review_correction (
                    id INTEGER PRIMARY KEY,
                    photo INTEGER NOT NULL REFERENCES photo (id),
                    invoice TEXT NOT NULL,
                    meter_index TEXT NOT NULL,
                    clerk TEXT NOT NULL,
                    decided_at INTEGER NOT NULL,
                    -- open, booked
                    state TEXT NOT NULL DEFAULT 'open'
                )
                """,
                "CREATE INDEX review_correction_open ON review_correction (id) WHERE state = 'open'",
            ]),
        Migration(
            "Intake/2 review",
            [
                // What the decision would come to when it was taken, and about which invoice.
                "ALTER TABLE review_decision ADD COLUMN outlook TEXT",
                // The subscription whose meter shows the index.
                "ALTER TABLE review_correction ADD COLUMN subscriber TEXT",
                "CREATE INDEX review_decision_session ON review_decision (session, photo)",
                // The photos that a browser was shown outside a claim, each written into the audit log once.
                """
                CREATE TABLE review_view (
                    photo INTEGER NOT NULL REFERENCES photo (id),
                    session TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    PRIMARY KEY (photo, session)
                ) WITHOUT ROWID
                """,
                // However the job of a decision dies, its photo waits for a clerk again.
                """
                CREATE TRIGGER review_decision_dead AFTER UPDATE OF state ON job
                WHEN NEW.state = 'dead' AND NEW.queue = 'decision'
                BEGIN
                    UPDATE review_decision SET state = 'void' WHERE id = NEW.subject AND state = 'pending';
                END
                """,
            ]),
        IntakeCountTables.migration,
        Migration(
            "Intake/2 late failures",
            [
                // How often it went again because the channel could not deliver what it had taken.
                "ALTER TABLE outbox ADD COLUMN requeues INTEGER NOT NULL DEFAULT 0",
                // The channel's ids of messages that failed and went again: what it tells of them later says nothing of
                // the message that went out in their place.
                "CREATE TABLE outbox_abandoned (external_id TEXT PRIMARY KEY, outbox INTEGER NOT NULL) WITHOUT ROWID",
            ]),
        Migration(
            "Intake/3 reversals",
            [
                // The reversal whose paper answers the photo, where its invoice was taken back and none is in its place.
                "ALTER TABLE photo ADD COLUMN reversal TEXT"
            ]),
        Migration(
            "Intake/4 photos that wait",
            [
                // Every message asks whether photos of its sender wait: not by a look at all that they ever sent.
                "CREATE INDEX photo_waits ON photo (sender) WHERE state = 'waiting'",
                "CREATE INDEX photo_in_review ON photo (sender) WHERE outcome = 'review'",
            ]),
    ]
}
