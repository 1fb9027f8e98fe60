"""strace tells whether each webhook was on the disk before it was answered 200: kill -9 alone cannot prove that."""

import os
import re
import signal
import time
from pathlib import Path

import harness
from harness import customer, envelope, expect

CALLS = "trace=pwrite64,pwritev,write,writev,sendto,sendmsg,fdatasync,fsync"


def synced_first(lines, port, marks):
    """Of these webhooks, the ones whose row was written and synced to the write-ahead log before their 200 went out."""
    wal = re.compile(r"endeks\.sqlite-wal>")
    answer = re.compile(rf":{port}->.*HTTP/1\.1 200")
    begun, kept, place = {}, [], 0
    for mark in marks:
        written = synced = None
        for place in range(place, len(lines)):
            line = lines[place]
            thread = line.split(None, 1)[0]
            if wal.search(line) and mark in line:
                written = place
            elif "sync(" in line and wal.search(line):
                if "<unfinished" in line:
                    begun[thread] = place
                elif written is not None:
                    synced = place
            elif "sync resumed>" in line and begun.pop(thread, -1) >= (written if written is not None else len(lines)):
                synced = place
            elif answer.search(line):
                if synced is not None:
                    kept.append(mark)
                place += 1
                break
    return kept


def test(options):
    with harness.Bench(options) as bench:
        trace = bench.folder / "trace"
        bench.start_stand_in("--count", "0")
        bench.start_service(wrapper=["strace", "-f", "-yy", "-s", "9000", "-e", CALLS, "-o", trace])
        marks = [f"wamid.SYNC{number:05d}=" for number in range(options.webhooks)]
        before = len(trace.read_text(errors="replace").splitlines())
        for mark in marks:
            body = envelope(customer({"id": mark, "timestamp": str(int(time.time())), "type": "reaction",
                                      "reaction": {"message_id": "wamid.X", "emoji": "x"}}, "905550001101"))
            expect(bench.post(body) == 200, f"{mark}: not 200")
        # strace ends with the service that it started, and is not asked itself.
        tracer = bench.service.child.pid
        service = int(Path(f"/proc/{tracer}/task/{tracer}/children").read_text().split()[0])
        os.kill(service, signal.SIGTERM)
        expect(bench.service.child.wait(20) == 0, "the service did not end with 0")
        lines = trace.read_text(errors="replace").splitlines()[before:]
        kept = synced_first(lines, bench.hook, marks)
        expect(len(kept) == len(marks), f"{len(kept)} of {len(marks)} were synced before their 200")
        # The check itself can fail: without the syncs none may count.
        unsynced = [line for line in lines if "sync" not in line.split("(")[0]]
        expect(not synced_first(unsynced, bench.hook, marks), "the check does not see a missing sync")
    return f"{len(kept)} of {len(marks)} webhooks were written and synced before their 200"


if __name__ == "__main__":
    given = harness.arguments(__doc__, webhooks=(200, "how many"))
    harness.main("sync_order", lambda: test(given))
