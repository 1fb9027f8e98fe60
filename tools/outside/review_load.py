"""How soon the review page answers when 100,000 photos wait in it."""

import time

import harness
from harness import expect, request

# Photos that were read and wait for a person, each of its own sender; as the service writes them, without their bytes.
FILL = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
"""


def fill(bench, count):
    """Puts `count` open items into the database of a service that does not run."""
    import sqlite3
    now = int(time.time() * 1000)
    reading = bench.rows("SELECT reading, original, cleaned, crop, subscriber FROM photo WHERE outcome = 'review' LIMIT 1")[0]
    with sqlite3.connect(bench.data / "endeks.sqlite") as database:
        base = 1_000_000
        with_n = FILL.format(count=count)
        database.execute(f"INSERT INTO inbox (id, body_hash, body, received_at, state) VALUES ({base}, x'00', x'00', {now}, 'parsed')")
        database.execute(with_n + f"""INSERT INTO sender (id, business_scoped_id, phone, last_message_at, notice_version)
            SELECT {base} + i, 'TR.BENCH' || i, NULL, {now} - i * 3000, '1' FROM n""")
        database.execute(with_n + f"""INSERT INTO message (id, external_id, sender, kind, sent_at, received_at, inbox)
            SELECT {base} + i, 'wamid.BENCH' || i, {base} + i, 'image', {now} - i * 3000, {now} - i * 3000, {base} FROM n""")
        database.execute(with_n + f"""INSERT INTO photo (id, message, sender, media_id, received_at, state, original, cleaned,
                crop, reading, outcome, reasons, subscriber, decided_at, review_until, read_index)
            SELECT {base} + i, {base} + i, {base} + i, 'm', {now} - i * 3000, 'decided', ?, ?, ?, ?, 'review',
                '["digit-unsure"]', ?, {now} - i * 3000, {now} - i * 3000 + 86400000, '01042' FROM n""",
                         (reading[1], reading[2], reading[3], reading[0], reading[4]))


def timed(bench, path, count):
    """Milliseconds of `count` requests, sorted."""
    times = []
    for _ in range(count):
        began = time.perf_counter()
        status, body = request(bench.staff, "GET", path, headers={"Cookie": bench.cookie})
        times.append((time.perf_counter() - began) * 1000)
        expect(status == 200 and body, f"{path}: {status}")
    return sorted(times)


def test(options):
    with harness.Bench(options) as bench:
        bench.import_subscribers(bench.clone / "Images/photos/subscribers.csv")
        bench.start_stand_in("--rate", "10")
        bench.start_service()
        harness.wait_for("the sample photos", 60, lambda: bench.stand_in.child.poll() is not None)
        expect(bench.service.stop() == 0, "the service did not end with 0")
        fill(bench, options.items)
        bench.start_service()
        open_items = bench.rows("SELECT count(*) FROM photo WHERE outcome = 'review' AND review_until IS NOT NULL")[0][0]
        expect(open_items >= options.items, f"only {open_items} items are open")
        bench.cookie = bench.sign_in("Ölçüm")
        told = []
        for path in options.paths.split(","):
            times = timed(bench, path, options.requests)
            p95 = times[int(len(times) * 0.95) - 1]
            expect(not options.at_most or p95 <= options.at_most, f"{path}: P95 {p95:.0f} ms")
            told.append(f"{path} P50 {times[len(times) // 2]:.0f} ms, P95 {p95:.0f} ms, most {times[-1]:.0f} ms")
    return f"{options.items} open items, {options.requests} requests each: " + "; ".join(told)


if __name__ == "__main__":
    given = harness.arguments(
        __doc__, items=(100_000, "open items"), requests=(300, "requests"), paths=("/review", "pages, with commas between"),
        at_most=(0, "milliseconds of the P95, or it fails"))
    harness.main("review_load", lambda: test(given))
