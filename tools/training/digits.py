"""How well the wheel's net reads the digit crops of the meters left out of training; and which meters those are.

    python digits.py read --digits FOLDER --checkpoint wheel.pt
    python digits.py choose --digits FOLDER

A crop is settled where its label is within 0.1 of a digit; the settled digit is right where the position read rounds to the same.
"""

import argparse
import csv
import hashlib
import math
import os
from collections import Counter, defaultdict

import cv2
import numpy as np
import torch

import nets
import pictures

HERE = os.path.dirname(os.path.abspath(__file__))


def left_out(path=os.path.join(HERE, "left-out-meters.txt")):
    """The meters that must not train anything."""
    with open(path) as file:
        return {line.strip() for line in file if line.strip() and not line.startswith("#")}


def positions(logits, reach=4):
    """Where the wheels stand (0 to 10), and how sure that is (0 to 1), as `WheelPosition` in Swift tells them: the mean within
    0.4 to either side of where most of the probability lies; the length of the circular mean of all."""
    count = logits.shape[1]
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    beside = np.arange(-reach, reach + 1)
    best = sum(np.roll(weights, -shift, axis=1) for shift in beside).argmax(axis=1)
    near = np.take_along_axis(weights, (best[:, None] + beside) % count, axis=1)
    middle = (best + (near * beside).sum(axis=1) / near.sum(axis=1)) * 10 / count % 10
    return middle, np.abs(weights @ np.exp(2j * np.pi * np.arange(count) / count))


def crop_input(jpeg):
    """A crop as the net sees it, the whole of it taken as the wheel's cell."""
    crop = pictures.decode(jpeg)
    h, w = crop.shape[:2]
    x = pictures.warp(crop, [[0, 0], [w, 0], [w, h], [0, h]], 24, 32)
    return pictures.standardise(cv2.cvtColor(x, cv2.COLOR_RGB2GRAY))


def labelled(folder):
    """All crops with a label: meter -> (file, position) pairs."""
    crops = defaultdict(list)
    with open(os.path.join(folder, "labels.csv")) as file:
        for row in csv.DictReader(file):
            if row["position"] not in ("", "N"):
                crops[row["meter"]].append((row["file"], float(row["position"])))
    return crops


@torch.no_grad()
def read(net, folder, crops):
    """Positions read, and how sure each is."""
    logits = []
    for first in range(0, len(crops), 256):
        inputs = []
        for name, _ in crops[first:first + 256]:
            with open(os.path.join(folder, name), "rb") as file:
                inputs.append(crop_input(file.read()))
        logits.append(net(torch.from_numpy(np.stack(inputs)))[0].float().numpy())
    return positions(np.concatenate(logits))


def interval(hits, n):
    """Wilson's 95 % interval of a share."""
    if n == 0:
        return 0.0, 1.0
    z, p = 1.959964, hits / n
    middle, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def share(hits):
    low, high = interval(int(hits.sum()), len(hits))
    return f"{100 * hits.mean():5.1f} % ({100 * low:.1f} to {100 * high:.1f}, n = {len(hits)})" if len(hits) else "-"


def table(net, folder, meters):
    """Prints the figures of each meter and of all."""
    crops = labelled(folder)
    every = []
    print("| meter | settled digit right | position within 0.2 | within 0.5 | middle of the errors |\n|---|---|---|---|---|")
    for meter in sorted(meters):
        truth = np.array([position for _, position in crops[meter]])
        read_, _ = read(net, folder, crops[meter])
        error = (read_ - truth + 5) % 10 - 5
        settled = np.abs(truth - np.round(truth)) < 0.101
        every.append((error, settled, (np.floor(read_ + 0.5) % 10 == np.round(truth) % 10)))
        print(row(meter, *every[-1]))
    print(row("all", *(np.concatenate(part) for part in zip(*every))))
    near = [(np.abs(error) <= 0.2001).mean() for error, _, _ in every]
    right = [hits[settled].mean() for _, settled, hits in every if settled.any()]
    print(f"mean of the meters: settled digit right {100 * np.mean(right):.1f} %, position within 0.2 {100 * np.mean(near):.1f} %")


def row(name, error, settled, right):
    return (f"| {name} | {share(right[settled])} | {share(np.abs(error) <= 0.2001)} | "
            f"{100 * (np.abs(error) <= 0.5001).mean():.1f} % | {np.median(error):+.2f} |")


def twins(folder, crops, least=0.97):
    """Pairs of folders that show the same photo: crops that hardly differ as 12 x 18 grey pixels."""
    small, meters = [], []
    for meter, rows in crops.items():
        for name, _ in rows:
            x = cv2.resize(cv2.imread(os.path.join(folder, name), cv2.IMREAD_GRAYSCALE), (12, 18), interpolation=cv2.INTER_AREA)
            x = x.astype(np.float32).ravel() - x.mean()
            small.append(x / max(float(np.linalg.norm(x)), 1e-3))
            meters.append(meter)
    small, meters = np.stack(small), np.array(meters)
    found = Counter()
    for first in range(0, len(small), 1000):
        for a, b in zip(*np.nonzero(small[first:first + 1000] @ small.T > least)):
            if meters[first + a] < meters[b]:
                found[meters[first + a], meters[b]] += 1
    return found


def choose(folder):
    """The ten meters: see left-out-meters.txt."""
    crops = labelled(folder)
    shared = twins(folder, crops)
    print("share a photo:", ", ".join(f"{a} and {b} ({n})" for (a, b), n in shared.items()))
    apart = [meter for meter, rows in crops.items() if meter.startswith(("gasmeter-", "powermeter-", "watermeter-"))
             and 60 <= len(rows) <= 1500 and not any(meter in pair for pair in shared)]
    return sorted(apart, key=lambda meter: hashlib.sha256(meter.encode()).hexdigest())[:10]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["read", "choose"])
    parser.add_argument("--digits", required=True, help="unpacked digits.zip: the folder with labels.csv")
    parser.add_argument("--checkpoint", help="wheel.pt")
    parser.add_argument("--meters", nargs="+", help="other meters than those left out")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.what == "choose":
        print("\n".join(choose(options.digits)))
        return
    if not options.checkpoint:
        parser.error("read needs --checkpoint")
    net = nets.Net(nets.WHEEL)
    net.load_state_dict(torch.load(options.checkpoint)["net"])
    table(net.eval(), options.digits, options.meters or left_out())


if __name__ == "__main__":
    main()
