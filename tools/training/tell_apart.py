"""How well a small net tells drawn windows from real ones, cross-validated by meter, and what gives the drawn ones away.

    python tell_apart.py --real ../shared/photos/gas --drawn FOLDER --out FOLDER

FOLDER of --drawn is PhotoSimulator's, best with whole photos of 640 pixels (ten drawn ones for each real one do). Writes
report.md, scores.csv and pictures: mistakes.png, surest.png, places.png. The fewer are told apart, the better the drawing:
balanced accuracy is 50 % where the net must guess.
"""

import argparse
import csv
import os
import time

import cv2
import numpy as np
import torch
from torch import nn

import looks

WIDTH, HEIGHT = 240, 48
#: How far a crop's edges are moved at most, by the window's height, on both sides alike: hand-set boxes are less exact
#: than computed ones, and that difference is none of the drawing's.
JITTER = 0.08


def crop_of(picture, box, random):
    """The window with a third of its height round it, at a fixed size; edge pixels go on beyond the picture."""
    x0, y0, x1, y1 = box
    h = y1 - y0
    moved = random.uniform(-JITTER, JITTER, 4) * h + np.array([-1, -1, 1, 1]) * h / 3
    left, top, right, bottom = np.round(np.array(box) + moved).astype(int)
    pad = max(0, -left, -top, right - picture.shape[1], bottom - picture.shape[0])
    if pad:
        picture = cv2.copyMakeBorder(picture, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
        left, top, right, bottom = (v + pad for v in (left, top, right, bottom))
    crop = picture[top:bottom, left:right]
    return cv2.resize(crop, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)


def views(photos, seed, count):
    """For each photo its name, `count` crops of it (uint8), and its statistics."""
    random = np.random.default_rng(seed)
    names, crops, values = [], [], []
    for name, picture, box in photos:
        names.append(name)
        crops.append(np.stack([crop_of(picture, box, random) for _ in range(count)]))
        seen = looks.measured(picture, box)
        values.append([seen[key] for key in looks.STATISTICS])
    return names, np.stack(crops), np.array(values)


class Judge(nn.Module):
    """Says real (above 0) or drawn (below)."""

    def __init__(self):
        super().__init__()
        layers = []
        for cin, cout, stride in ((3, 16, 2), (16, 24, 1), (24, 40, 2), (40, 48, 2), (48, 64, 1)):
            layers += [nn.Conv2d(cin, cout, 3, stride, 1, bias=False), nn.BatchNorm2d(cout), nn.ReLU()]
        self.eyes = nn.Sequential(*layers)
        self.verdict = nn.Sequential(nn.Dropout(0.3), nn.Linear(128, 1))

    def forward(self, x):
        y = self.eyes(x)
        return self.verdict(torch.cat([y.mean(dim=(2, 3)), y.amax(dim=(2, 3))], dim=1))[:, 0]


def tensor(crops):
    """uint8 n x h x w x 3 -> floats about 0; the photo's own brightness and contrast stay."""
    return (torch.from_numpy(np.ascontiguousarray(crops)).permute(0, 3, 1, 2).float() - 110) / 60


def trained(real, drawn, steps, seed):
    """A judge that saw as many real as drawn crops."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    net = Judge().to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.05)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps)
    half = 24
    labels = torch.cat([torch.ones(half), torch.zeros(half)])
    net.train()
    for _ in range(steps):
        picked = [group[random.integers(len(group), size=half), random.integers(group.shape[1], size=half)]
                  for group in (real, drawn)]
        x = tensor(np.concatenate(picked))
        # Brightness alone: anything more could hide what gives drawings away.
        x = x * torch.empty(2 * half, 1, 1, 1).uniform_(0.88, 1.12) + torch.empty(2 * half, 1, 1, 1).uniform_(-0.15, 0.15)
        loss = nn.functional.binary_cross_entropy_with_logits(net(x.contiguous(memory_format=torch.channels_last)), labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        rate.step()
    return net.eval()


def scores_of(net, crops):
    """Mean logit over a photo's crops."""
    with torch.no_grad():
        flat = crops.reshape(-1, *crops.shape[2:])
        found = torch.cat([net(tensor(flat[i:i + 128])) for i in range(0, len(flat), 128)])
    return found.reshape(crops.shape[:2]).mean(dim=1).numpy()


def balanced(real, drawn, threshold=0.0):
    return ((real > threshold).mean() + (drawn <= threshold).mean()) / 2


def auc(real, drawn):
    """Chance that a real one scores above a drawn one."""
    order = np.sort(drawn)
    return float((np.searchsorted(order, real, "left") + np.searchsorted(order, real, "right")).mean() / 2 / len(order))


def spread(real, drawn, measure, times=2000):
    """95 % interval of a measure by drawing the photos again with replacement."""
    random = np.random.default_rng(5)
    found = [measure(random.choice(real, len(real)), random.choice(drawn, len(drawn))) for _ in range(times)]
    return np.percentile(found, [2.5, 97.5])


def folds_of(count, folds, seed):
    order = np.random.default_rng(seed).permutation(count)
    where = np.empty(count, int)
    where[order] = np.arange(count) % folds
    return where


#: What is done to a drawn crop to see if the judge then holds it for more real: the change tells which way to mend.
EDITS = {
    "softer (0.6 px)": lambda x, r: cv2.GaussianBlur(x, (0, 0), 0.6),
    "softer (1.2 px)": lambda x, r: cv2.GaussianBlur(x, (0, 0), 1.2),
    "sharpened": lambda x, r: x + 0.7 * (x - cv2.GaussianBlur(x, (0, 0), 1.0)),
    "fine noise (4)": lambda x, r: x + r.normal(0, 4, x.shape),
    "coarse noise (4)": lambda x, r: x + 6 * cv2.GaussianBlur(r.normal(0, 1, x.shape), (0, 0), 1.2) * 2.2,
    "brighter (+25)": lambda x, r: x + 25,
    "darker (-25)": lambda x, r: x - 25,
    "contrast x 0.75": lambda x, r: (x - x.mean()) * 0.75 + x.mean(),
    "contrast x 1.3": lambda x, r: (x - x.mean()) * 1.3 + x.mean(),
    "black lifted (30)": lambda x, r: 30 + x * (225 / 255),
    "less colour (x 0.5)": lambda x, r: x.mean(axis=2, keepdims=True) * 0.5 + x * 0.5,
    "more colour (x 1.5)": lambda x, r: x * 1.5 - x.mean(axis=2, keepdims=True) * 0.5,
    "bluer": lambda x, r: x * [1.12, 1.0, 0.9],
    "yellower": lambda x, r: x * [0.88, 1.0, 1.08],
    "uneven light, across": lambda x, r: x * np.linspace(0.75, 1.2, WIDTH)[None, :, None],
    "uneven light, down": lambda x, r: x * np.linspace(1.25, 0.8, HEIGHT)[:, None, None],
    "JPEG at 40": lambda x, r: cv2.imdecode(
        cv2.imencode(".jpg", x.clip(0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 40])[1], 1).astype(float),
    "margin greyed": lambda x, r: greyed(x),
}


def greyed(x):
    """The margin as its mean, so that only the window speaks."""
    y = x.copy()
    inside = np.zeros(x.shape[:2], bool)
    inside[10:38, 8:232] = True
    y[~inside] = x[~inside].mean(axis=0)
    return y


def moved_by_edits(net, crops):
    """By edit, how far the mean logit of drawn crops moves towards real."""
    random = np.random.default_rng(3)
    before = scores_of(net, crops[:, None]).mean()
    moved = {}
    for name, edit in EDITS.items():
        changed = np.stack([edit(crop.astype(np.float64), random).clip(0, 255).astype(np.uint8) for crop in crops])
        moved[name] = float(scores_of(net, changed[:, None]).mean() - before)
    return moved


def places_of(net, crops):
    """By place, how far the logit moves towards real when that place is smoothed out: where drawings are given away."""
    rows, columns = 4, 12
    before = scores_of(net, crops[:, None])
    heat = np.zeros((rows, columns))
    for row in range(rows):
        for column in range(columns):
            changed = crops.copy()
            part = changed[:, row * 12:(row + 1) * 12, column * 20:(column + 1) * 20]
            part[:] = part.mean(axis=(1, 2), keepdims=True).astype(np.uint8)
            heat[row, column] = (scores_of(net, changed[:, None]) - before).mean()
    return heat


def logistic(x, y, weight, strength=0.03, steps=800):
    """Weights and bias of a logistic regression, by gradient descent."""
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        error = weight * (1 / (1 + np.exp(-(x @ w + b).clip(-30, 30))) - y)
        w -= 0.5 * (x.T @ error + strength * w)
        b -= 0.5 * error.sum()
    return w, b


def regressed(real, drawn, fold_real, fold_drawn, columns):
    """Out-of-fold scores by a logistic regression on statistics and their squares, and mean weights by statistic."""
    both = np.concatenate([real, drawn])[:, columns]
    both = np.where(np.isfinite(both), both, np.nanmedian(both, axis=0))
    fold = np.concatenate([fold_real, fold_drawn])
    y = np.concatenate([np.ones(len(real)), np.zeros(len(drawn))])
    scores, weights = np.zeros(len(y)), []
    for k in range(fold.max() + 1):
        train = fold != k
        # Ranks among the training ones: no scale and no outlier matters.
        z = np.stack([2 * np.searchsorted(np.sort(column[train]), column) / train.sum() - 1 for column in both.T], axis=1)
        x = np.concatenate([z, 2 * z * z - 0.67], axis=1)
        weight = np.where(y[train] == 1, 0.5 / y[train].sum(), 0.5 / (1 - y[train]).sum())
        w, b = logistic(x[train], y[train], weight)
        scores[~train] = x[~train] @ w + b
        weights.append(w)
    return scores[: len(real)], scores[len(real):], np.mean(weights, axis=0)


def sheet(path, titles, crops, scores, columns=4):
    """Crops with their scores, twice their size."""
    cells = []
    for title, crop, score in zip(titles, crops, scores):
        cell = np.full((HEIGHT * 2 + 20, WIDTH * 2 + 6, 3), 255, np.uint8)
        cell[18:18 + HEIGHT * 2, 3:3 + WIDTH * 2] = cv2.resize(crop, (WIDTH * 2, HEIGHT * 2), interpolation=cv2.INTER_CUBIC)
        cv2.putText(cell, f"{title}  {score:+.2f}", (4, 13), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (0, 0, 0), 1, cv2.LINE_AA)
        cells.append(cell)
    while cells and len(cells) % columns:
        cells.append(np.full_like(cells[0], 255))
    if cells:
        cv2.imwrite(path, np.vstack([np.hstack(cells[i:i + columns]) for i in range(0, len(cells), columns)]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--real", required=True)
    parser.add_argument("--drawn", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--count", type=int, default=680, help="drawn photos, at most")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=350, help="training steps of each fold")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--statistics-only", action="store_true", help="no net: seconds in place of minutes")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    os.makedirs(options.out, exist_ok=True)
    start = time.time()
    names = {}
    names["real"], real, real_values = views(looks.real_photos(options.real), options.seed, 8)
    names["drawn"], drawn, drawn_values = views(looks.drawn_photos(options.drawn, options.count), options.seed + 1, 3)
    fold_real = folds_of(len(real), options.folds, options.seed)
    fold_drawn = folds_of(len(drawn), options.folds, options.seed + 1)
    print(f"{len(real)} real and {len(drawn)} drawn windows, measured in {time.time() - start:.0f} s", flush=True)
    lines = [f"# Real or drawn? {len(real)} real windows, {len(drawn)} drawn ones ({options.drawn})", ""]

    if not options.statistics_only:
        lines += judged(options, names, real, drawn, fold_real, fold_drawn)
    lines += by_statistics(real_values, drawn_values, fold_real, fold_drawn)
    lines.append(f"Took {time.time() - start:.0f} s.")
    with open(os.path.join(options.out, "report.md"), "w") as file:
        file.write("\n".join(lines) + "\n")
    print("\n".join(lines))


def judged(options, names, real, drawn, fold_real, fold_drawn):
    """The net's part of the report; writes the pictures and scores."""
    real_scores, drawn_scores = np.zeros(len(real)), np.zeros(len(drawn))
    lines = ["## A small net", "", "| fold | real | drawn | balanced accuracy | 95 % | AUC |", "|---|---:|---:|---:|---:|---:|"]
    moved, heat = [], []
    for k in range(options.folds):
        net = trained(real[fold_real != k], drawn[fold_drawn != k], options.steps, options.seed + k)
        a = real_scores[fold_real == k] = scores_of(net, real[fold_real == k])
        b = drawn_scores[fold_drawn == k] = scores_of(net, drawn[fold_drawn == k])
        low, high = spread(a, b, balanced)
        lines.append(f"| {k + 1} | {len(a)} | {len(b)} | {balanced(a, b):.1%} | {low:.0%} to {high:.0%} | {auc(a, b):.3f} |")
        print(lines[-1], flush=True)
        held = drawn[fold_drawn == k][:, 0]
        moved.append(moved_by_edits(net, held))
        heat.append(places_of(net, held[:60]))
    low, high = spread(real_scores, drawn_scores, balanced)
    alow, ahigh = spread(real_scores, drawn_scores, auc)
    places = np.unique(np.concatenate([real_scores, drawn_scores]))
    best = max(balanced(real_scores, drawn_scores, t) for t in places)
    lines += [
        f"| all | {len(real)} | {len(drawn)} | **{balanced(real_scores, drawn_scores):.1%}** | {low:.0%} to {high:.0%} "
        f"| {auc(real_scores, drawn_scores):.3f} ({alow:.2f} to {ahigh:.2f}) |", "",
        f"Real ones taken for real: {(real_scores > 0).mean():.1%}; drawn ones taken for drawn: {(drawn_scores <= 0).mean():.1%}. "
        f"At the threshold that would have been best for these very photos: {best:.1%} (an upper bound).", "",
        "What makes drawn windows look more real to the net (mean change of its logit; below 0: less real):", "",
        "| edit | change |", "|---|---:|"]
    mean = {name: np.mean([m[name] for m in moved]) for name in EDITS}
    lines += [f"| {name} | {mean[name]:+.2f} |" for name in sorted(mean, key=lambda n: -mean[n])] + [""]
    with open(os.path.join(options.out, "scores.csv"), "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "real", "score"])
        writer.writerows([n, 1, f"{s:.3f}"] for n, s in zip(names["real"], real_scores))
        writer.writerows([n, 0, f"{s:.3f}"] for n, s in zip(names["drawn"], drawn_scores))

    def part(kind, crops, scores, order, label):
        return [f"{label} {names[kind][i].rsplit('.', 1)[0][-8:]}" for i in order], crops[order, 0], scores[order]

    def joined(*parts):
        return [t for p in parts for t in p[0]], np.concatenate([p[1] for p in parts]), np.concatenate([p[2] for p in parts])

    up, down = np.argsort(real_scores), np.argsort(drawn_scores)
    wrong_real = [i for i in up if real_scores[i] <= 0][:16]
    wrong_drawn = [i for i in down[::-1] if drawn_scores[i] > 0][:32]
    sheet(os.path.join(options.out, "mistakes.png"), *joined(
        part("real", real, real_scores, np.array(wrong_real, int), "REAL taken for drawn"),
        part("drawn", drawn, drawn_scores, np.array(wrong_drawn, int), "DRAWN taken for real")))
    sheet(os.path.join(options.out, "surest.png"), *joined(
        part("real", real, real_scores, up[::-1][:20], "REAL"), part("drawn", drawn, drawn_scores, down[:28], "DRAWN")))
    heat = np.mean(heat, axis=0)
    shown = cv2.resize(heat.astype(np.float32), (WIDTH * 3, HEIGHT * 3), interpolation=cv2.INTER_NEAREST)
    level = (shown / max(1e-6, np.abs(heat).max()) * 127 + 128).clip(0, 255).astype(np.uint8)
    backs = [cv2.resize(group[:, 0].mean(axis=0).astype(np.uint8), (WIDTH * 3, HEIGHT * 3)) for group in (real, drawn)]
    cv2.imwrite(os.path.join(options.out, "places.png"), np.vstack([cv2.applyColorMap(level, cv2.COLORMAP_JET), *backs]))
    return lines


def by_statistics(real, drawn, fold_real, fold_drawn):
    """The statistics' part of the report."""
    names = list(looks.STATISTICS)
    a, b, weights = regressed(real, drawn, fold_real, fold_drawn, list(range(len(names))))
    low, high = spread(a, b, balanced)
    count = len(names)
    lines = ["## Statistics alone", "",
             f"Logistic regression on all {count} (their ranks and squares): **{balanced(a, b):.1%}** ({low:.0%} to {high:.0%}), "
             f"AUC {auc(a, b):.3f}. One at a time, the telling ones first; `alone` is balanced accuracy by that one, `without` "
             "by all the others; weights above 0: more of it looks real; `spread` above 0: real ones are spread more widely.", "",
             "| statistic | real P10 / P50 / P90 | drawn P10 / P50 / P90 | distance | alone | without | weight | spread |",
             "|---|---:|---:|---:|---:|---:|---:|---:|"]
    rows = []
    for i, name in enumerate(names):
        alone_a, alone_b, _ = regressed(real, drawn, fold_real, fold_drawn, [i])
        rows.append((balanced(alone_a, alone_b), i, name))
    for alone, i, name in sorted(rows, reverse=True)[:18]:
        rest_a, rest_b, _ = regressed(real, drawn, fold_real, fold_drawn, [j for j in range(count) if j != i])
        cells = [" / ".join(f"{v:.3g}" for v in np.nanpercentile(group[:, i], [10, 50, 90])) for group in (real, drawn)]
        lines.append(
            f"| {name} | {cells[0]} | {cells[1]} | {looks.distance(real[:, i], drawn[:, i]):.2f} | {alone:.1%} "
            f"| {balanced(rest_a, rest_b):.1%} | {weights[i]:+.2f} | {weights[count + i]:+.2f} |")
    return lines + [""]


if __name__ == "__main__":
    main()
