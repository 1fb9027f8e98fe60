// A payment's reference is one of its place alone, a late fee is computed again when it is charged, and an invoice knows by which
// tariff and region it was made.
extension AccountsTables {
    /// Two banks and two desks may have the same reference waiting.
    static let paymentsByPlace = [
        """
        CREATE TABLE suspended_payment_2 (
            entry INTEGER PRIMARY KEY REFERENCES ledger_entry (id),
            reference TEXT NOT NULL,
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
        """
        INSERT INTO suspended_payment_2
        SELECT entry, reference, kurus, day, text, result, reason, suggested, cleared FROM suspended_payment
        """,
        "DROP TABLE suspended_payment",
        "ALTER TABLE suspended_payment_2 RENAME TO suspended_payment",
        "CREATE INDEX suspended_waiting ON suspended_payment (reference) WHERE cleared IS NULL",
    ]

    /// A freeze that is told late changes what a late payment costs, until an invoice charges it.
    static let lateFeesAnew =
        [
            """
            CREATE TABLE late_fee_2 (
                id INTEGER PRIMARY KEY,
                payment INTEGER NOT NULL REFERENCES ledger_entry (id),
                invoice INTEGER NOT NULL REFERENCES invoice (id),
                subscriber INTEGER NOT NULL REFERENCES subscriber (id),
                principal_kurus INTEGER NOT NULL,
                due_day TEXT NOT NULL,
                paid_day TEXT NOT NULL,
                clause TEXT NOT NULL,
                -- By the freezes that were known then; zero where all days were frozen.
                fee_kurus INTEGER NOT NULL CHECK (fee_kurus >= 0),
                policy TEXT NOT NULL,
                recorded_at INTEGER NOT NULL,
                -- How the fee came about, as JSON. None of a fee of before there were any, and of a fee of nothing.
                step TEXT,
                UNIQUE (payment, invoice)
            )
            """,
            """
            INSERT INTO late_fee_2
            SELECT id, payment, invoice, subscriber, principal_kurus, due_day, paid_day, clause, fee_kurus, policy,
                recorded_at, step
            FROM late_fee
            """,
            "DROP TABLE late_fee",
            "ALTER TABLE late_fee_2 RENAME TO late_fee",
            "CREATE INDEX late_fee_of_subscriber ON late_fee (subscriber)",
            "CREATE INDEX late_fee_of_invoice ON late_fee (invoice)",
            "CREATE INDEX late_fee_charge_of_invoice ON late_fee_charge (invoice)",
            // What the invoice charged and how it came about; none of a charge of before: it is as the fee arose.
            "ALTER TABLE late_fee_charge ADD COLUMN charged_kurus INTEGER",
            "ALTER TABLE late_fee_charge ADD COLUMN charged_step TEXT",
        ] + appendOnly("late_fee")

    static let termsOfInvoices = [
        // By what it was made, by name; none of an invoice of before.
        "ALTER TABLE invoice ADD COLUMN tariff TEXT",
        "ALTER TABLE invoice ADD COLUMN region TEXT",
    ]
}
