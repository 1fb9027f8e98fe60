"""Draws adversaries a thousand at a time, reads them, and counts what was accepted and wrong: see `adversaries`."""

import argparse
import collections
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

import proportion

CHUNK = 500  # of each profile
PROFILES = ("hard", "unreadable")


def draw(endeks, profile, count, seed, size, folder):
    subprocess.run([endeks, "simulate", "photos", "--count", str(count), "--seed", str(seed), "--size", str(size),
                    "--profile", profile, "--out", folder], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(os.path.join(folder, "truth.jsonl")) as lines:
        return {truth["file"]: truth for truth in map(json.loads, lines)}


def read(endeks, model, folder, wheels):
    ran = subprocess.run([endeks, "read", "--json", "--wheels", str(wheels), *model, folder],
                         check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def readings(endeks, model, folder, truths):
    """The readings of a folder: those of one number of wheels together, two readers at a time."""
    parts = collections.defaultdict(list)
    for number, (name, truth) in enumerate(truths.items()):
        parts[len(truth["index"]) or 5, number % 2].append(name)  # a display is told five
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        waiting = []
        for (wheels, half), names in parts.items():
            part = os.path.join(folder, f"{wheels}-{half}")
            os.mkdir(part)
            for name in names:
                os.rename(os.path.join(folder, name), os.path.join(part, name))
            waiting.append(pool.submit(read, endeks, model, part, wheels))
        return [reading for one in waiting for reading in one.result()]


def told(name, tally):
    accepted, wrong = tally["accepted"], tally["wrong"]
    return (f"{name}: {tally['photos']} photos, {tally['readable']} of them readable, {accepted} accepted, {wrong} of these wrong "
            f"({wrong / max(accepted, 1):.3%}; with 95 % certainty at most {proportion.upper(wrong, accepted):.3%}); "
            f"not readable, but accepted: {tally['luck']} right, {tally['blind']} wrong")


def main():
    parser = argparse.ArgumentParser(prog="tools/benchmarks/adversaries", description=__doc__)
    parser.add_argument("endeks", help=argparse.SUPPRESS)
    parser.add_argument("count", type=int, nargs="?", default=20000, help="photos in all (20000)")
    parser.add_argument("seed", type=int, nargs="?", default=6001, help="of the first thousand; each thousand has the next (6001)")
    parser.add_argument("--model", help="a model file in place of the one compiled in")
    parser.add_argument("--size", type=int, default=1600, help="long side in pixels (1600, what WhatsApp sends)")
    arguments = parser.parse_args()
    endeks, count, seed = arguments.endeks, arguments.count, arguments.seed
    model = ["--model", arguments.model] if arguments.model else []
    tallies = {profile: collections.Counter() for profile in PROFILES}
    mistakes = []
    for start in range(0, count // 2, CHUNK):
        for profile in PROFILES:
            tally, number = tallies[profile], min(CHUNK, count // 2 - start)
            folder = tempfile.mkdtemp(prefix="adversaries-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
            try:
                truths = draw(endeks, profile, number, seed + start // CHUNK, arguments.size, folder)
                for reading in readings(endeks, model, folder, truths):
                    truth = truths[os.path.basename(reading["file"])]
                    readable = truth["readable"] and not truth["display"]
                    tally["photos"] += 1
                    tally["readable"] += readable
                    if reading["decision"] != "accept":
                        continue
                    right = not truth["display"] and reading["index"] == truth["index"]
                    tally["accepted"] += 1
                    tally["wrong"] += not right
                    tally["luck"] += right and not readable
                    tally["blind"] += not right and not readable
                    if not right:
                        mistakes.append(f"{profile}, seed {truth['seed']}, {truth['file']}: {truth['index']} read as {reading['index']}"
                                        f", probability {reading['probability']}; hidden {truth['hidden']}, display {truth['display']}")
                        print(mistakes[-1], file=sys.stderr, flush=True)
            finally:
                shutil.rmtree(folder)
        so_far = sum(tallies.values(), collections.Counter())
        print(f"{so_far['photos']} of {count}: {so_far['accepted']} accepted, {so_far['wrong']} of these wrong", file=sys.stderr, flush=True)
    for profile in PROFILES:
        print(told(profile, tallies[profile]))
    print(told("together", sum(tallies.values(), collections.Counter())))
    for mistake in mistakes:
        print("  " + mistake)


if __name__ == "__main__":
    main()
