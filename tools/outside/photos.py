"""Drawn photos of every profile, each truth held against its schema; and their codes, decoded by zxing-cpp from PyPI."""

import subprocess
import sys
import tempfile
from pathlib import Path

import harness
from harness import Failure

PROFILES = ("field", "easy", "hard", "unreadable")


def draw(options, folder, count, profile, *more):
    command = [options.endeks, "simulate", "photos", "--count", str(count), "--out", str(folder), "--profile", str(profile), *more]
    ended = subprocess.run(command, capture_output=True, text=True)
    if ended.returncode:
        raise Failure(f"{profile}: simulate photos ended with {ended.returncode}: {ended.stderr[-600:]}")


def program(options, name, *arguments):
    """One of our Python programs; its last line."""
    ended = subprocess.run([sys.executable, options.clone / "tools" / name, *map(str, arguments)], capture_output=True, text=True)
    if ended.returncode:
        raise Failure(f"{name}: {(ended.stdout + ended.stderr)[-1200:]}")
    return ended.stdout.strip().splitlines()[-1]


def test(options):
    with tempfile.TemporaryDirectory(prefix="endeks-outside-") as scratch:
        folders = []
        for profile in PROFILES:
            for framing in ([], ["--windows-only"]):
                folder = Path(scratch) / f"{profile}{len(framing)}"
                size = "300" if framing else "700"
                draw(options, folder, options.photos, profile, "--size", size, "--seed", str(options.seed), *framing)
                folders.append(folder)
        checked = program(options, "training/check_truth.py", *folders)
        codes = Path(scratch) / "codes"
        draw(options, codes, options.codes, options.clone / "tools/outside/codes.yaml", "--size", "1000", "--seed", str(options.seed))
        decoded = program(options, "outside/read_codes.py", codes, 2.2, options.share)
    return f"{checked}; {decoded}"


if __name__ == "__main__":
    given = harness.arguments(
        __doc__, photos=(24, "photos of each profile and framing"), codes=(120, "photos with codes"), seed=(61, "seed"),
        share=(0.95, "share of the codes that must decode; of so few, two may be worn"))
    harness.main("photos", lambda: test(given))
