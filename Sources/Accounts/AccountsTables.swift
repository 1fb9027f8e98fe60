package import Storage

/// The tables of the room, as they came to be; a migration that has landed never changes.
package enum AccountsTables {
    package static let migrations: [Migration] = [
        Migration("Accounts/1 policies", policies),
        Migration("Accounts/1 subscriptions", subscriptions),
        Migration("Accounts/1 books", books),
        Migration("Accounts/1 audit", audit),
        Migration("Accounts/2 reversals", reversals),
        Migration("Accounts/2 ledger", ledger),
        Migration("Accounts/2 meters and money", metersAndMoney),
        Migration("Accounts/3 late money", lateMoney),
        Migration("Accounts/3 comparisons", comparisons),
        Migration("Accounts/4 corrected meter changes", correctedMeterChanges),
        Migration("Accounts/5 dated terms", datedTerms),
        Migration("Accounts/5 steps of late fees", lateFeeSteps),
        Migration("Accounts/6 payments by place", paymentsByPlace),
        Migration("Accounts/6 late fees anew", lateFeesAnew),
        Migration("Accounts/6 terms of invoices", termsOfInvoices),
    ]

    private static let policies = [
        // A file of policies that was imported.
        """
        CREATE TABLE policy_edition (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            version TEXT NOT NULL,
            source TEXT,
            sha256 TEXT NOT NULL,
            imported_at INTEGER NOT NULL
        )
        """,
        """
        CREATE TABLE policy_tariff (
            name TEXT PRIMARY KEY,
            -- What its subscribers use gas for: residential, commercial, official, industrial
            used_for TEXT NOT NULL,
            rounding TEXT NOT NULL,
            day_count TEXT NOT NULL,
            due_days INTEGER NOT NULL,
            -- A reading so few days after an invoice's last one begins no new period.
            minimum_days INTEGER NOT NULL,
            edition INTEGER NOT NULL REFERENCES policy_edition (id)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE policy_price (
            tariff TEXT NOT NULL REFERENCES policy_tariff (name),
            from_day TEXT NOT NULL,
            price TEXT NOT NULL,
            edition INTEGER NOT NULL REFERENCES policy_edition (id),
            PRIMARY KEY (tariff, from_day)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE policy_tax (
            tax TEXT NOT NULL,
            from_day TEXT NOT NULL,
            parts_per_million INTEGER NOT NULL,
            edition INTEGER NOT NULL REFERENCES policy_edition (id),
            PRIMARY KEY (tax, from_day)
        ) WITHOUT ROWID
        """,
        "CREATE TABLE policy_region (name TEXT PRIMARY KEY) WITHOUT ROWID",
        """
        CREATE TABLE policy_correction (
            region TEXT NOT NULL REFERENCES policy_region (name),
            -- 2026-01, or 01 for every January
            month TEXT NOT NULL,
            -- The meter pressure that a published factor is for; -1 for a station's pressure, which serves every meter.
            pressure_mbar INTEGER NOT NULL,
            -- Either the factor, or pressure and soil.
            factor INTEGER,
            station_microbar INTEGER,
            soil_microdegrees INTEGER,
            edition INTEGER NOT NULL REFERENCES policy_edition (id),
            PRIMARY KEY (region, month, pressure_mbar),
            CHECK ((factor IS NULL) = (station_microbar IS NOT NULL AND soil_microdegrees IS NOT NULL))
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE policy_calorific (
            region TEXT NOT NULL REFERENCES policy_region (name),
            month TEXT NOT NULL,
            ten_thousandths INTEGER NOT NULL,
            edition INTEGER NOT NULL REFERENCES policy_edition (id),
            PRIMARY KEY (region, month)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE policy_holiday (
            day TEXT PRIMARY KEY,
            edition INTEGER NOT NULL REFERENCES policy_edition (id)
        ) WITHOUT ROWID
        """,
    ]

    private static let subscriptions = [
        """
        CREATE TABLE subscriber (
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            installation TEXT NOT NULL,
            name TEXT NOT NULL,
            address TEXT NOT NULL,
            -- afterUse, prepaid
            payment TEXT NOT NULL,
            region TEXT NOT NULL REFERENCES policy_region (name),
            tariff TEXT NOT NULL REFERENCES policy_tariff (name),
            language TEXT NOT NULL,
            -- Digits with the country code.
            whatsapp TEXT,
            business_scoped_id TEXT
        )
        """,
        "CREATE INDEX subscriber_whatsapp ON subscriber (whatsapp) WHERE whatsapp IS NOT NULL",
        "CREATE INDEX subscriber_scoped ON subscriber (business_scoped_id) WHERE business_scoped_id IS NOT NULL",
        // The meter with the largest key is the one that hangs there.
        """
        CREATE TABLE meter (
            id INTEGER PRIMARY KEY,
            subscriber INTEGER NOT NULL REFERENCES subscriber (id),
            serial TEXT,
            g_class TEXT NOT NULL,
            wheels INTEGER NOT NULL,
            decimals INTEGER NOT NULL,
            multiplier_thousandths INTEGER NOT NULL,
            pressure_mbar INTEGER NOT NULL
        )
        """,
        "CREATE INDEX meter_of_subscriber ON meter (subscriber, id)",
        """
        CREATE TABLE reading (
            id INTEGER PRIMARY KEY,
            subscriber INTEGER NOT NULL REFERENCES subscriber (id),
            meter INTEGER NOT NULL REFERENCES meter (id),
            index_value INTEGER NOT NULL,
            digits INTEGER NOT NULL,
            day TEXT NOT NULL,
            -- imported, photo, clerk
            origin TEXT NOT NULL,
            -- Intake's key of the photo, and the clerk who decided on it.
            photo INTEGER,
            clerk TEXT,
            recorded_at INTEGER NOT NULL,
            UNIQUE (meter, day)
        )
        """,
        "CREATE INDEX reading_of_subscriber ON reading (subscriber, day, id)",
        "CREATE UNIQUE INDEX reading_of_photo ON reading (photo) WHERE photo IS NOT NULL",
        "CREATE INDEX reading_taken ON reading (origin) WHERE origin <> 'imported'",
    ]

    private static let books =
        [
            // The last number of each series, moved on in the transaction that stores the invoice: no gap, no number twice.
            """
            CREATE TABLE invoice_series (
                prefix TEXT NOT NULL,
                year INTEGER NOT NULL,
                last INTEGER NOT NULL,
                PRIMARY KEY (prefix, year)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE invoice (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                number TEXT NOT NULL UNIQUE,
                subscriber INTEGER NOT NULL REFERENCES subscriber (id),
                -- A period begins where the last one ended, and is billed once.
                first_reading INTEGER NOT NULL UNIQUE REFERENCES reading (id),
                reading INTEGER NOT NULL UNIQUE REFERENCES reading (id),
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
                UNIQUE (subscriber, first_day)
            )
            """,
            "CREATE INDEX invoice_of_subscriber ON invoice (subscriber, last_day)",
            """
            CREATE TABLE ledger_entry (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                invoice INTEGER NOT NULL UNIQUE REFERENCES invoice (id),
                day TEXT NOT NULL,
                lines INTEGER NOT NULL CHECK (lines >= 2),
                posted_at INTEGER NOT NULL
            )
            """,
            """
            CREATE TABLE ledger_line (
                entry INTEGER NOT NULL REFERENCES ledger_entry (id),
                line INTEGER NOT NULL,
                account TEXT NOT NULL,
                -- A debit above zero, a credit below.
                kurus INTEGER NOT NULL,
                PRIMARY KEY (entry, line)
            ) WITHOUT ROWID
            """,
            // An entry is written once, whole; nothing is added to it afterwards.
            """
            CREATE TRIGGER ledger_line_whole BEFORE INSERT ON ledger_line
            WHEN NEW.entry <> (SELECT max(id) FROM ledger_entry)
                OR NEW.line NOT BETWEEN 1 AND (SELECT lines FROM ledger_entry WHERE id = NEW.entry)
            BEGIN SELECT RAISE(ABORT, 'a ledger entry is never changed: reverse it and post a new one'); END
            """,
        ] + ["ledger_entry", "ledger_line"].flatMap(appendOnly) + appendOnly("invoice")

    private static let audit =
        [
            """
            CREATE TABLE audit (
                id INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                -- system, clerk, command
                actor TEXT NOT NULL,
                -- The name that a clerk gave; unverified until there is sign-in.
                name TEXT,
                action TEXT NOT NULL,
                subject_kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                details TEXT NOT NULL,
                -- SHA-256 over the entry and the hash of the one before.
                hash BLOB NOT NULL
            )
            """
        ] + appendOnly("audit")

    static func appendOnly(_ table: String) -> [String] {
        ["UPDATE", "DELETE"].map { change in
            """
            CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
            """
        }
    }
}
