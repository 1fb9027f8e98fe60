// The second life of the books: invoices are taken back, meters change, money comes in.
extension AccountsTables {
    /// A reversed invoice's period can be billed again, and its reading be superseded; nothing is deleted.
    static let reversals =
        [
            """
            CREATE TABLE reading_2 (
                id INTEGER PRIMARY KEY,
                subscriber INTEGER NOT NULL REFERENCES subscriber (id),
                meter INTEGER NOT NULL REFERENCES meter (id),
                index_value INTEGER NOT NULL,
                digits INTEGER NOT NULL,
                day TEXT NOT NULL,
                -- imported, photo, clerk, corrected
                origin TEXT NOT NULL,
                -- Intake's key of the photo, and the clerk who decided on it.
                photo INTEGER,
                clerk TEXT,
                recorded_at INTEGER NOT NULL,
                -- Since when it begins and ends no period any more: its invoice was reversed.
                superseded_at INTEGER
            )
            """,
            """
            INSERT INTO reading_2
            SELECT id, subscriber, meter, index_value, digits, day, origin, photo, clerk, recorded_at, NULL FROM reading
            """,
            "DROP TABLE reading",
            "ALTER TABLE reading_2 RENAME TO reading",
            "CREATE UNIQUE INDEX reading_of_meter ON reading (meter, day) WHERE superseded_at IS NULL",
            "CREATE INDEX reading_of_subscriber ON reading (subscriber, day, id)",
            """
            CREATE UNIQUE INDEX reading_of_photo ON reading (photo) WHERE photo IS NOT NULL AND superseded_at IS NULL
            """,
            "CREATE INDEX reading_taken ON reading (origin) WHERE origin <> 'imported' AND superseded_at IS NULL",
            """
            CREATE TABLE invoice_2 (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                number TEXT NOT NULL UNIQUE,
                subscriber INTEGER NOT NULL REFERENCES subscriber (id),
                first_reading INTEGER NOT NULL REFERENCES reading (id),
                reading INTEGER NOT NULL REFERENCES reading (id),
                first_day TEXT NOT NULL,
                last_day TEXT NOT NULL,
                -- The first day on which a reading begins a new period.
                next_from TEXT NOT NULL,
                payable_kurus INTEGER NOT NULL,
                -- Where the prices came from, and every edition of policies that the invoice was made with, as JSON.
                source TEXT,
                editions TEXT NOT NULL,
                -- The whole invoice, as JSON.
                content TEXT NOT NULL,
                issued_at INTEGER NOT NULL,
                -- The last day to pay it.
                due_day TEXT NOT NULL,
                -- The reversed invoice that it takes the place of.
                replaces INTEGER UNIQUE REFERENCES invoice (id)
            )
            """,
            """
            INSERT INTO invoice_2
            SELECT id, number, subscriber, first_reading, reading, first_day, last_day, next_from, payable_kurus, source,
                editions, content, issued_at, json_extract(content, '$.dueDate'), NULL
            FROM invoice
            """,
            "DROP TABLE invoice",
            "ALTER TABLE invoice_2 RENAME TO invoice",
            "CREATE INDEX invoice_of_subscriber ON invoice (subscriber, last_day)",
            "CREATE INDEX invoice_of_first_day ON invoice (subscriber, first_day)",
            "CREATE INDEX invoice_of_first_reading ON invoice (first_reading)",
            "CREATE INDEX invoice_of_reading ON invoice (reading)",
            """
            CREATE TABLE invoice_reversal (
                invoice INTEGER PRIMARY KEY REFERENCES invoice (id),
                -- Its own number, of the series of the invoices.
                number TEXT NOT NULL UNIQUE,
                -- index, meter, price, subscriber, other
                reason TEXT NOT NULL,
                clerk TEXT,
                day TEXT NOT NULL,
                payable_kurus INTEGER NOT NULL,
                issued_at INTEGER NOT NULL
            )
            """,
            // A period begins where the last one ended, and is billed once by an invoice that stands.
            """
            CREATE TRIGGER invoice_period_once BEFORE INSERT ON invoice
            WHEN EXISTS (
                    SELECT 1 FROM invoice i WHERE i.first_reading = NEW.first_reading
                        AND NOT EXISTS (SELECT 1 FROM invoice_reversal v WHERE v.invoice = i.id))
                OR EXISTS (
                    SELECT 1 FROM invoice i WHERE i.reading = NEW.reading
                        AND NOT EXISTS (SELECT 1 FROM invoice_reversal v WHERE v.invoice = i.id))
                OR EXISTS (
                    SELECT 1 FROM invoice i WHERE i.subscriber = NEW.subscriber AND i.first_day = NEW.first_day
                        AND NOT EXISTS (SELECT 1 FROM invoice_reversal v WHERE v.invoice = i.id))
            BEGIN SELECT RAISE(ABORT, 'the period is billed already'); END
            """,
            """
            CREATE TRIGGER invoice_replaces_reversed BEFORE INSERT ON invoice
            WHEN NEW.replaces IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM invoice_reversal v WHERE v.invoice = NEW.replaces)
            BEGIN SELECT RAISE(ABORT, 'only a reversed invoice is replaced'); END
            """,
        ] + appendOnly("invoice") + appendOnly("invoice_reversal")

    /// Every event of the ledger under a key that posts once, every line with whose it is.
    static let ledger =
        [
            """
            CREATE TABLE ledger_entry_2 (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                -- Where the event came from, and its number there: a key posts once.
                source TEXT NOT NULL,
                reference TEXT NOT NULL,
                event TEXT NOT NULL,
                -- The invoice that it is about, if it is about one.
                invoice INTEGER REFERENCES invoice (id),
                day TEXT NOT NULL,
                lines INTEGER NOT NULL CHECK (lines >= 2),
                posted_at INTEGER NOT NULL,
                UNIQUE (source, reference)
            )
            """,
            """
            CREATE TABLE ledger_line_2 (
                entry INTEGER NOT NULL REFERENCES ledger_entry (id),
                line INTEGER NOT NULL,
                account TEXT NOT NULL,
                -- Whose division of the account: company, subscriber, cashDesk, bankAccount, and which.
                holder_kind TEXT NOT NULL,
                holder TEXT NOT NULL,
                -- A debit above zero, a credit below.
                kurus INTEGER NOT NULL,
                PRIMARY KEY (entry, line)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO ledger_entry_2
            SELECT e.id, 'invoice', i.number, 'invoice', e.invoice, e.day, e.lines, e.posted_at
            FROM ledger_entry e JOIN invoice i ON i.id = e.invoice
            """,
            // Entries of invoices had one account that is kept by subscribers.
            """
            INSERT INTO ledger_line_2
            SELECT l.entry, l.line, l.account, CASE l.account WHEN '120' THEN 'subscriber' ELSE 'company' END,
                CASE l.account WHEN '120' THEN s.number ELSE '' END, l.kurus
            FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry JOIN invoice i ON i.id = e.invoice
                JOIN subscriber s ON s.id = i.subscriber
            """,
            "DROP TABLE ledger_line",
            "DROP TABLE ledger_entry",
            "ALTER TABLE ledger_entry_2 RENAME TO ledger_entry",
            "ALTER TABLE ledger_line_2 RENAME TO ledger_line",
            "CREATE INDEX ledger_line_of ON ledger_line (holder, account) WHERE holder_kind = 'subscriber'",
            "CREATE INDEX ledger_entry_of_invoice ON ledger_entry (invoice) WHERE invoice IS NOT NULL",
            // An entry is written once, whole; nothing is added to it afterwards.
            """
            CREATE TRIGGER ledger_line_whole BEFORE INSERT ON ledger_line
            WHEN NEW.entry <> (SELECT max(id) FROM ledger_entry)
                OR NEW.line NOT BETWEEN 1 AND (SELECT lines FROM ledger_entry WHERE id = NEW.entry)
            BEGIN SELECT RAISE(ABORT, 'a ledger entry is never changed: reverse it and post a new one'); END
            """,
        ] + ["ledger_entry", "ledger_line"].flatMap(appendOnly)

    static let metersAndMoney =
        [
            // What hung before a meter, and what both showed when they were changed. No reading: no period begins there.
            """
            CREATE TABLE meter_change (
                new_meter INTEGER PRIMARY KEY REFERENCES meter (id),
                removed_meter INTEGER NOT NULL UNIQUE REFERENCES meter (id),
                day TEXT NOT NULL,
                removed_index INTEGER NOT NULL,
                removed_digits INTEGER NOT NULL,
                start_index INTEGER NOT NULL,
                start_digits INTEGER NOT NULL,
                recorded_at INTEGER NOT NULL
            )
            """,
            // A payment that nobody could be found for, and what its text suggests.
            """
            CREATE TABLE suspended_payment (
                entry INTEGER PRIMARY KEY REFERENCES ledger_entry (id),
                reference TEXT NOT NULL UNIQUE,
                kurus INTEGER NOT NULL,
                day TEXT NOT NULL,
                text TEXT NOT NULL,
                -- suggest, manual, suspense, and why
                result TEXT NOT NULL,
                reason TEXT NOT NULL,
                suggested TEXT,
                -- The entry that gave it to whom it belongs; none while it waits.
                cleared INTEGER REFERENCES ledger_entry (id)
            )
            """,
            "CREATE INDEX suspended_waiting ON suspended_payment (entry) WHERE cleared IS NULL",
            // The use up to which no invoice is made; none: every use is billed.
            "ALTER TABLE policy_tariff ADD COLUMN minimum_bill_litres INTEGER NOT NULL DEFAULT 0",
        ] + appendOnly("meter_change")
}
