"""Hostile JPEGs (tools/hostile-jpegs), each read by a process of its own: the answer is one of those expected, no process
crashes, and none takes more time or memory than its share."""

import concurrent.futures
import json
import os
import subprocess
import tempfile
from pathlib import Path

import harness
from harness import expect

# Reasons that the decoder gives; with any other one the picture was looked at.
UNDECODED = {"empty-file", "not-a-jpeg", "too-large", "truncated"}


def read(options, file):
    """What comes of a file: its answer, and the processor's seconds and the megabytes that it took."""
    with tempfile.TemporaryFile() as answer:
        command = [str(options.endeks), "read", "--json", "--wheels", "5", str(file)]
        started = subprocess.Popen(command, stdout=answer, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        answer.seek(0)
        lines = answer.read().splitlines()
    expect(started.returncode == 0 and len(lines) == 1, f"{file.name}: ended with {started.returncode}")
    return json.loads(lines[0]), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def check(options, file, expected):
    answer, seconds, megabytes = read(options, file)
    reason = (answer["reasons"] or ["accepted"])[0]
    seen = {reason} if reason in UNDECODED else {reason, "picture"}
    expect(seen & set(expected.split(",")), f"{file.name}: {reason}, not {expected}")
    expect(reason not in UNDECODED or answer["decision"] == "refuse", f"{file.name}: {reason}, and not refused")
    expect(seconds <= options.seconds, f"{file.name}: {seconds:.1f} s")
    expect(megabytes <= options.megabytes, f"{file.name}: {megabytes:.0f} MB")
    return seconds, megabytes


def test(options):
    with tempfile.TemporaryDirectory(prefix="endeks-outside-") as scratch:
        subprocess.run([options.clone / "tools/hostile-jpegs", scratch], check=True, stdout=subprocess.DEVNULL)
        rows = [line.split("\t") for line in (Path(scratch) / "expected.tsv").read_text().splitlines()]
        rows = rows[::options.every]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            taken = list(pool.map(lambda row: check(options, Path(scratch) / row[0], row[1]), rows))
    expect(len(taken) >= 300 // options.every, f"only {len(taken)} files")
    return f"{len(taken)} files, at most {max(taken)[0]:.1f} s and {max(row[1] for row in taken):.0f} MB each"


if __name__ == "__main__":
    given = harness.arguments(
        __doc__, seconds=(2.0, "processor time for a file"), megabytes=(256.0, "memory for a file"),
        every=(1, "one file in so many is read"))
    harness.main("hostile", lambda: test(given))
