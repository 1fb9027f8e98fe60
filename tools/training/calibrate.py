"""Fits the decision's probability on rendered photos that trained nothing, and chooses its thresholds.

    python calibrate.py labels --truth check/truth.jsonl --out check/labels.csv
    python calibrate.py fit --features features.csv --truth check/truth.jsonl --start calibration-start.json --out calibration.json

A photo counts as right when its black digits are those of the truth; a photo that nobody could read never is. Left out
are what the reader sends to a person whatever the probability: windows cut off by the frame, carries that stand open, and
displays, which have no wheels.
"""

import argparse
import csv
import json

import numpy as np

NAMES = ["confidence", "agreement", "string", "legible", "heat", "wheels", "drift", "runnerUp"]
#: The sign that each weight must have: more of it makes a reading better (+1) or worse (-1).
SIGN = np.array([1, 1, 1, 1, 1, 1, -1, 1])


def truths(path):
    with open(path) as lines:
        return [json.loads(line) for line in lines]


def hidden(truth, causes=None):
    """The digits that nobody can read, counted from the left: by these causes, or by any."""
    return {wheel for entry in truth["hidden"] if causes is None or entry["cause"] in causes for wheel in entry["wheels"]}


def certain_decimals(truth):
    """The red digits up to the first one that nobody can read, as photos are labelled by eye."""
    first = min([wheel for wheel in hidden(truth) if wheel >= len(truth["index"])], default=len(truth["digits"]))
    return truth["decimals"][:first - len(truth["index"])]


def labels(options):
    with open(options.out, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "reading", "decimals", "serial", "window", "notes"])
        for truth in truths(options.truth):
            xs, ys = [p[0] for p in truth["window"]], [p[1] for p in truth["window"]]
            told = truth["readable"] and not truth["display"]
            notes = "display" if truth["display"] else "; ".join(sorted(entry["cause"] for entry in truth["hidden"]))
            writer.writerow([truth["file"], truth["index"] if told else "unreadable", certain_decimals(truth) if told else "", "",
                             ";".join(str(round(v)) for v in (min(xs), min(ys), max(xs), max(ys))), notes])


def carry_is_open(decimals):
    """Whether the red digits leave open if the black ones have just turned: the rule of MeterVision's `OpenCarry`."""
    return len(decimals) > 0 and set(decimals[:2]) <= {"0", "9"}


def fit(options):
    truth = {t["file"]: t for t in truths(options.truth)}
    x, y = [], []
    with open(options.features) as file:
        for row in csv.DictReader(file):
            if not row["index"]:
                continue  # nothing was read: refused whatever the probability
            t = truth[row["file"].split("/")[-1]]
            if t["display"] or carry_is_open(row["decimals"]):
                continue
            if any(wheel < len(t["index"]) for wheel in hidden(t, {"cut-off"})):
                continue
            if not t["decimals"] and t["digits"][-1]["position"] % 1 > 0.75:
                continue  # the same for a counter without red wheels
            if not t["readable"] and len(row["index"]) != len(t["index"]):
                continue  # read without its wheel count, which a registered meter has
            x.append([float(row[name]) for name in NAMES])
            y.append(t["readable"] and row["index"] == t["index"])
    x, y = np.array(x), np.array(y, float)
    scale = np.maximum(x.std(axis=0), 1e-3)
    centre = x.mean(axis=0)
    z = (x - centre) / scale
    weights, bias = np.zeros(len(NAMES)), 0.0
    for _ in range(20000):
        p = 1 / (1 + np.exp(-(z @ weights + bias)))
        weights -= 0.05 * (z.T @ (p - y) / len(y) + 1e-3 * weights)
        weights = np.where(weights * SIGN < 0, 0, weights)
        bias -= 0.05 * (p - y).mean()
    p = 1 / (1 + np.exp(-(z @ weights + bias)))
    print(f"{len(y)} rendered photos, {int(y.sum())} read right; Brier score {((p - y) ** 2).mean():.4f}")
    for low, high in zip(np.arange(0, 1, 0.1), np.arange(0.1, 1.05, 0.1)):
        inside = (p >= low) & (p < high + (high > 0.99))
        if inside.any():
            print(f"  told {p[inside].mean():.2f}, were right {y[inside].mean():.2f} of {inside.sum()}")
    with open(options.start) as file:
        calibration = json.load(file)
    decision = calibration["decision"]
    # Gates first: every jittered read agrees, the window looks legible.
    gate = (x[:, 1] >= decision["minimumAgreement"]) & (x[:, 3] >= decision["minimumLegible"])
    order = np.argsort(-p[gate])
    wrong = np.cumsum(1 - y[gate][order])
    allowed = np.nonzero(wrong <= options.wrong * np.arange(1, len(order) + 1))[0]
    count = allowed.max() + 1 if len(allowed) else 0
    accept = float(p[gate][order][count - 1]) if count else 0.999
    accept = max(accept, options.floor)
    taken = gate & (p >= accept)
    print(f"accept at {accept:.4f}: {int(taken.sum())} accepted, {int((1 - y[taken]).sum())} of them wrong")
    raw = weights / scale
    decision["weights"] = {name: round(float(w), 5) for name, w in zip(NAMES, raw)}
    decision["bias"] = round(float(bias - (raw * centre).sum()), 5)
    decision["acceptAt"] = round(accept, 5)
    with open(options.out, "w") as file:
        json.dump(calibration, file, indent=2)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["labels", "fit"])
    parser.add_argument("--truth", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--features")
    parser.add_argument("--start")
    parser.add_argument("--wrong", type=float, default=0.003, help="share of wrong readings among the accepted, at most")
    parser.add_argument("--floor", type=float, default=0.8, help="never accept below this probability")
    options = parser.parse_args()
    (labels if options.step == "labels" else fit)(options)


if __name__ == "__main__":
    main()
