"""How soon the service is ready with many jobs open, and how soon it ends then when it is asked to."""

import hashlib
import signal
import sqlite3
import time

import harness
from harness import customer, envelope, expect, image


def body(number, media, digest):
    """A photo by a sender of its own, whom nobody knows."""
    return envelope(customer(image(f"wamid.OPEN{number:06d}=", media, digest), bsuid=f"TR.OPEN{number}"))


def fill(bench, count, media, digest):
    """Keeps `count` webhooks whose jobs are open. The service keeps the first and ends; the others are as that one."""
    bench.start_service(ENDEKS_END_AT_STEP="webhook-stored")
    bench.post(body(0, media, digest))
    expect(bench.service.child.wait(20) == -signal.SIGKILL, "the service did not end once it had stored the webhook")
    with sqlite3.connect(bench.data / "endeks.sqlite") as database:
        bodies = (body(number, media, digest) for number in range(1, count))
        database.executemany(
            "INSERT INTO inbox (body_hash, body, received_at) SELECT ?, ?, received_at FROM inbox WHERE id = 1",
            ((hashlib.sha256(content).digest(), content) for content in bodies))
        database.execute("""INSERT INTO job (queue, subject, run_at, turn, created_at)
            SELECT queue, inbox.id, run_at, turn, created_at FROM job, inbox WHERE subject = 1 AND inbox.id > 1""")


def count_open(bench):
    return bench.rows("SELECT count(*) FROM job WHERE state <> 'dead'")[0][0]


def test(options):
    jpeg = (options.clone / "Images/photos/gas-10.jpg").read_bytes()
    with harness.Bench(options) as bench:
        bench.start_stand_in("--count", "0")
        fill(bench, options.jobs, bench.offer(jpeg), harness.base64_sha256(jpeg))
        before = count_open(bench)
        expect(before == options.jobs, f"{before} jobs are open, not {options.jobs}")

        began = time.perf_counter()
        bench.start_service(ready=False)
        bench.wait_until_ready(60)
        ready = time.perf_counter() - began
        left = count_open(bench)

        began = time.perf_counter()
        status = bench.service.stop(60)
        stopped = time.perf_counter() - began
        expect(status == 0, f"the service ended with {status}")
        # What was not taken apart yet still waits.
        lost = bench.rows("""SELECT count(*) FROM inbox WHERE state = 'new' AND id NOT IN
            (SELECT subject FROM job WHERE queue = 'inbox' AND state <> 'dead')""")[0][0]
        kept = bench.rows("SELECT count(*) FROM inbox")[0][0]
        expect(kept == options.jobs and not lost, f"{kept} webhooks are kept, {lost} new ones without a job")
        told = f"{before} open jobs: ready in {ready:.2f} s ({left} open then), ended {stopped:.2f} s after SIGTERM, exit 0"
        expect(ready <= options.ready and stopped <= options.stop, told)
    return told


if __name__ == "__main__":
    given = harness.arguments(
        __doc__, jobs=(2000, "open jobs"), ready=(5.0, "seconds until it must be ready"),
        stop=(10.0, "seconds until it must have ended"))
    harness.main("open_jobs", lambda: test(given))
