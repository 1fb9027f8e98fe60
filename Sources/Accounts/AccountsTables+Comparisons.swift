// What a reading is held against beside its own meter's history.
extension AccountsTables {
    static let comparisons =
        [
            // Degree-days of a region's month, in tenths of a kelvin-day.
            """
            CREATE TABLE policy_degree_days (
                region TEXT NOT NULL REFERENCES policy_region (name),
                month TEXT NOT NULL,
                tenths INTEGER NOT NULL,
                edition INTEGER NOT NULL REFERENCES policy_edition (id),
                PRIMARY KEY (region, month)
            ) WITHOUT ROWID
            """,
            // What the standing invoices of a tariff sum up to by month: litres before K, and days of customers.
            """
            CREATE TABLE class_use (
                tariff TEXT NOT NULL,
                month TEXT NOT NULL,
                litres INTEGER NOT NULL,
                days INTEGER NOT NULL,
                PRIMARY KEY (tariff, month)
            ) WITHOUT ROWID
            """,
            // Readings that the rules kept from being billed: one alone says little, two in a row show a fault.
            """
            CREATE TABLE unbilled_reading (
                meter INTEGER NOT NULL REFERENCES meter (id),
                day TEXT NOT NULL,
                index_value INTEGER NOT NULL,
                digits INTEGER NOT NULL,
                recorded_at INTEGER NOT NULL,
                PRIMARY KEY (meter, day)
            ) WITHOUT ROWID
            """,
        ]
    /// A change that was written down wrong is put right by another one from the same meter; the newest counts.
    static let correctedMeterChanges =
        [
            """
            CREATE TABLE meter_change_2 (
                new_meter INTEGER PRIMARY KEY REFERENCES meter (id),
                removed_meter INTEGER NOT NULL REFERENCES meter (id),
                day TEXT NOT NULL,
                removed_index INTEGER NOT NULL,
                removed_digits INTEGER NOT NULL,
                start_index INTEGER NOT NULL,
                start_digits INTEGER NOT NULL,
                recorded_at INTEGER NOT NULL
            )
            """,
            """
            INSERT INTO meter_change_2
            SELECT new_meter, removed_meter, day, removed_index, removed_digits, start_index, start_digits, recorded_at
            FROM meter_change
            """,
            "DROP TABLE meter_change",
            "ALTER TABLE meter_change_2 RENAME TO meter_change",
            "CREATE INDEX meter_change_from ON meter_change (removed_meter, new_meter)",
        ] + appendOnly("meter_change")
}
