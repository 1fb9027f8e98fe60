// How a tariff's invoices are made changes with the years; what an old period was billed by stays.
extension AccountsTables {
    /// What was there holds from the first day that a date can have.
    static let datedTerms =
        [
            """
            CREATE TABLE policy_tariff_terms (
                tariff TEXT NOT NULL REFERENCES policy_tariff (name),
                from_day TEXT NOT NULL,
                rounding TEXT NOT NULL,
                day_count TEXT NOT NULL,
                due_days INTEGER NOT NULL,
                -- A reading so few days after an invoice's last one begins no new period.
                minimum_days INTEGER NOT NULL,
                -- The use up to which no invoice is made; none: every use is billed.
                minimum_bill_litres INTEGER NOT NULL,
                -- What the contracts say of late payment: public-claims, statutory, or a monthly rate in millionths; none:
                -- nothing is charged.
                late_fee TEXT,
                -- What a change inside a period does: dayWeightedAverage or lines, and for the KDV taxDate or
                -- dayWeightedAverage.
                price_change TEXT NOT NULL,
                tax_change TEXT NOT NULL,
                -- gasAndSystemUse, systemUseOnly
                supply TEXT NOT NULL,
                -- The further rules of the tariff in their order, as JSON.
                rules TEXT NOT NULL,
                edition INTEGER NOT NULL REFERENCES policy_edition (id),
                PRIMARY KEY (tariff, from_day)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO policy_tariff_terms
            SELECT name, '1900-01-01', rounding, day_count, due_days, minimum_days, minimum_bill_litres, late_fee,
                'dayWeightedAverage', 'taxDate', 'gasAndSystemUse', '{"rules":[]}', edition
            FROM policy_tariff
            """,
        ]
        + ["rounding", "day_count", "due_days", "minimum_days", "minimum_bill_litres", "late_fee"].map {
            "ALTER TABLE policy_tariff DROP COLUMN \($0)"
        }
}
