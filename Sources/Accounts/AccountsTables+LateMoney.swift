// The third life of the books: money that comes late, and time for which nothing is asked.
extension AccountsTables {
    static let lateMoney =
        [
            // What the tariff's contracts say of late payment: public-claims, statutory, or a monthly rate in millionths;
            // none: nothing is charged.
            "ALTER TABLE policy_tariff ADD COLUMN late_fee TEXT",
            // The time for which a subscriber's invoices are stopped on their petition; open until the return is told.
            """
            CREATE TABLE billing_freeze (
                subscriber INTEGER NOT NULL REFERENCES subscriber (id),
                first_day TEXT NOT NULL,
                -- The day of return, frozen no more.
                returned_day TEXT,
                recorded_at INTEGER NOT NULL,
                PRIMARY KEY (subscriber, first_day),
                CHECK (returned_day IS NULL OR returned_day >= first_day)
            ) WITHOUT ROWID
            """,
            // What a late payment of an invoice costs before KDV: once for a payment and an invoice.
            """
            CREATE TABLE late_fee (
                id INTEGER PRIMARY KEY,
                payment INTEGER NOT NULL REFERENCES ledger_entry (id),
                invoice INTEGER NOT NULL REFERENCES invoice (id),
                subscriber INTEGER NOT NULL REFERENCES subscriber (id),
                principal_kurus INTEGER NOT NULL,
                due_day TEXT NOT NULL,
                paid_day TEXT NOT NULL,
                clause TEXT NOT NULL,
                fee_kurus INTEGER NOT NULL CHECK (fee_kurus > 0),
                policy TEXT NOT NULL,
                recorded_at INTEGER NOT NULL,
                UNIQUE (payment, invoice)
            )
            """,
            "CREATE INDEX late_fee_of_subscriber ON late_fee (subscriber)",
            "CREATE INDEX late_fee_of_invoice ON late_fee (invoice)",
            // The invoice that a fee is a charge of.
            """
            CREATE TABLE late_fee_charge (
                fee INTEGER NOT NULL REFERENCES late_fee (id),
                invoice INTEGER NOT NULL REFERENCES invoice (id),
                PRIMARY KEY (fee, invoice)
            ) WITHOUT ROWID
            """,
            // A fee stands on one invoice that stands.
            """
            CREATE TRIGGER late_fee_once BEFORE INSERT ON late_fee_charge
            WHEN EXISTS (
                SELECT 1 FROM late_fee_charge c WHERE c.fee = NEW.fee
                    AND NOT EXISTS (SELECT 1 FROM invoice_reversal v WHERE v.invoice = c.invoice))
            BEGIN SELECT RAISE(ABORT, 'the late fee is charged already'); END
            """,
        ] + appendOnly("late_fee") + appendOnly("late_fee_charge")

    static let lateFeeSteps = [
        // How the fee came about, as JSON: what the invoice that charges it shows. None of a fee of before; then it is told from
        // the other columns.
        "ALTER TABLE late_fee ADD COLUMN step TEXT"
    ]
}
