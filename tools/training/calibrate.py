"""Fits the decision's probability on rendered photos that trained nothing, and chooses its thresholds.

    python calibrate.py labels --truth check/truth.jsonl --out check/labels.csv
    python calibrate.py fit --features features.csv --truth check/truth.jsonl --start calibration-start.json --out calibration.json

The features are those of a model whose decision accepts everything (calibration-start.json): so a reading that was accepted
is one that no other rule sends to a person, and only such ones are fitted. It is right when its black digits are those of the
truth. Several files of features and truth may be given, in the same order. The probability is a logistic of the features; the
threshold is chosen on probabilities out of fold: each reading's by a fit that did not see it.
"""

import argparse
import csv
import json
import sys

import numpy as np

#: So many right readings, and so many wrong ones, a decision can be fitted to.
FEWEST = 30
NAMES = ["confidence", "agreement", "string", "legible", "heat", "wheels", "drift", "runnerUp", "leastWheel"]
#: The sign that each weight must have: more of it makes a reading better (+1) or worse (-1).
SIGN = np.array([1, 1, 1, 1, 1, 1, -1, 1, 1])


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
        for truth in (one for path in options.truth for one in truths(path)):
            xs, ys = [p[0] for p in truth["window"]], [p[1] for p in truth["window"]]
            told = truth["readable"] and not truth["display"]
            notes = "display" if truth["display"] else "; ".join(sorted(entry["cause"] for entry in truth["hidden"]))
            writer.writerow([truth["file"], truth["index"] if told else "unreadable", certain_decimals(truth) if told else "", "",
                             ";".join(str(round(v)) for v in (min(xs), min(ys), max(xs), max(ys))), notes])


def rows(features, truth):
    """Features and whether the index was right, of the readings that nothing but the decision could hold back."""
    told = {t["file"]: t for t in truths(truth)}
    x, y = [], []
    with open(features, newline="") as file:
        for row in csv.DictReader(file):
            if row["decision"] != "accept":
                continue
            t = told[row["file"].split("/")[-1]]
            is_right = not t["display"] and row["index"] == t["index"]
            if is_right and not t["readable"]:
                continue  # luck: neither to be learned nor to be held against it
            if not t["readable"] and len(row["index"]) != len(t["index"]):
                continue  # read without its wheel count, which a registered meter has
            x.append([float(row[name]) for name in NAMES])
            y.append(is_right)
    return np.array(x).reshape(-1, len(NAMES)), np.array(y, float)


class Logistic:
    """Weights of a sign each, fitted to these rows."""

    def __init__(self, x, y, steps=20000):
        scale, self.centre = np.maximum(x.std(axis=0), 1e-3), x.mean(axis=0)
        z = (x - self.centre) / scale
        weights, bias = np.zeros(len(NAMES)), 0.0
        for _ in range(steps):
            p = 1 / (1 + np.exp(-(z @ weights + bias)))
            weights -= 0.05 * (z.T @ (p - y) / len(y) + 1e-3 * weights)
            weights = np.where(weights * SIGN < 0, 0, weights)
            bias -= 0.05 * (p - y).mean()
        self.weights = weights / scale
        self.bias = bias - (self.weights * self.centre).sum()

    def probability(self, x):
        return 1 / (1 + np.exp(-(x @ self.weights + self.bias)))


def out_of_fold(x, y, folds=5):
    """Each row's probability by a fit to the other four fifths."""
    p, fold = np.zeros(len(y)), np.random.default_rng(1).permutation(len(y)) % folds
    for k in range(folds):
        p[fold == k] = Logistic(x[fold != k], y[fold != k], 6000).probability(x[fold == k])
    return p


def reliability(p, y):
    """Lines of a table: told, and how often right, in ten steps."""
    for low, high in zip(np.arange(0, 1, 0.1), np.arange(0.1, 1.05, 0.1)):
        inside = (p >= low) & (p < high + (high > 0.99))
        if inside.any():
            print(f"  told {p[inside].mean():.2f}, were right {y[inside].mean():.2f} of {inside.sum()}")


def fit(options):
    parts = [rows(*pair) for pair in zip(options.features, options.truth, strict=True)]
    x, y = np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
    if min(y.sum(), len(y) - y.sum()) < FEWEST:
        sys.exit(f"calibrate: {int(y.sum())} right and {int(len(y) - y.sum())} wrong readings of {len(y)}: a decision needs "
                 f"{FEWEST} of each. The nets have hardly learned: train on (--share), or draw more photos to check. "
                 "The model that was there stays")
    model, p = Logistic(x, y), out_of_fold(x, y)
    print(f"{len(y)} drawn readings that no other rule holds back, {int(y.sum())} right; "
          f"Brier score out of fold {((p - y) ** 2).mean():.4f}")
    reliability(p, y)
    with open(options.start) as file:
        calibration = json.load(file)
    decision = calibration["decision"]
    gate = (x[:, 1] >= options.agreement) & (x[:, 3] >= options.legible)
    order = np.argsort(-p[gate])
    wrong = np.cumsum(1 - y[gate][order])
    allowed = np.nonzero(wrong <= options.wrong * np.arange(1, len(order) + 1))[0]
    count = allowed.max() + 1 if len(allowed) else 0
    accept = max(float(p[gate][order][count - 1]) if count else 0.999, options.floor)
    taken = gate & (p >= accept)
    bad = int((1 - y[taken]).sum())
    print(f"accept at {accept:.4f}: {int(taken.sum())} of {int(y.sum())} right ones accepted, {bad} wrong "
          + (f"(95 %: at most {3 / max(taken.sum(), 1):.2%} wrong)" if not bad else ""))
    for at in (0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995):
        taken = gate & (p >= at)
        print(f"  at {at}: {int(taken.sum())} accepted, {int((1 - y[taken]).sum())} wrong")
    decision["weights"] = {name: round(float(w), 5) for name, w in zip(NAMES, model.weights)}
    decision["bias"] = round(float(model.bias), 5)
    decision.update(acceptAt=round(accept, 5), refuseAt=0.05, minimumLegible=options.legible, minimumAgreement=options.agreement)
    with open(options.out, "w") as file:
        json.dump(calibration, file, indent=2)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["labels", "fit"])
    parser.add_argument("--truth", required=True, nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--features", nargs="+")
    parser.add_argument("--start")
    parser.add_argument("--wrong", type=float, default=0.001, help="share of wrong readings among the accepted, at most")
    parser.add_argument("--floor", type=float, default=0.98, help="never accept below this probability: TrainTheReader says why")
    parser.add_argument("--agreement", type=float, default=0.99, help="share of looks that must agree")
    parser.add_argument("--legible", type=float, default=0.0, help="least legibility, log odds")
    options = parser.parse_args()
    (labels if options.step == "labels" else fit)(options)


if __name__ == "__main__":
    main()
