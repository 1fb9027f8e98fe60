internal import Storage

/// The counts of photos and replies, moved on by the database itself with each row: nobody counts all photos ever
/// received to know how many there are.
enum IntakeCountTables {
    static let migration = Migration(
        "Intake/2 counts",
        [
            "CREATE TABLE intake_count (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID",
            """
            INSERT INTO intake_count (name, number) VALUES
                ('received', (SELECT count(*) FROM photo)),
                ('accepted', (SELECT count(*) FROM photo WHERE outcome = 'accepted')),
                ('review', (SELECT count(*) FROM photo WHERE outcome = 'review')),
                ('refused', (SELECT count(*) FROM photo WHERE outcome = 'refused')),
                ('replies', (SELECT count(*) FROM outbox WHERE taken_at IS NOT NULL))
            """,
            """
            CREATE TRIGGER photo_counted AFTER INSERT ON photo
            BEGIN
                UPDATE intake_count SET number = number + 1 WHERE name IN ('received', NEW.outcome);
            END
            """,
            """
            CREATE TRIGGER photo_counted_anew AFTER UPDATE OF outcome ON photo WHEN OLD.outcome IS NOT NEW.outcome
            BEGIN
                UPDATE intake_count SET number = number - 1 WHERE name = OLD.outcome;
                UPDATE intake_count SET number = number + 1 WHERE name = NEW.outcome;
            END
            """,
            """
            CREATE TRIGGER photo_not_counted AFTER DELETE ON photo
            BEGIN
                UPDATE intake_count SET number = number - 1 WHERE name IN ('received', OLD.outcome);
            END
            """,
            """
            CREATE TRIGGER reply_counted AFTER UPDATE OF taken_at ON outbox
            WHEN (OLD.taken_at IS NULL) <> (NEW.taken_at IS NULL)
            BEGIN
                UPDATE intake_count SET number = number + (OLD.taken_at IS NULL) - (NEW.taken_at IS NULL)
                WHERE name = 'replies';
            END
            """,
            """
            CREATE TRIGGER reply_counted_at_once AFTER INSERT ON outbox WHEN NEW.taken_at IS NOT NULL
            BEGIN
                UPDATE intake_count SET number = number + 1 WHERE name = 'replies';
            END
            """,
            """
            CREATE TRIGGER reply_not_counted AFTER DELETE ON outbox WHEN OLD.taken_at IS NOT NULL
            BEGIN
                UPDATE intake_count SET number = number - 1 WHERE name = 'replies';
            END
            """,
        ])
}
