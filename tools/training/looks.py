"""What a photo of a meter looks like, in numbers, from pixels and the window's box alone: the same code for real and drawn."""

import csv
import glob
import json
import os

import cv2
import numpy as np

cv2.setNumThreads(1)
LONG_SIDE = 640

#: What is measured, in the order of the table: name -> what it is, with its unit.
STATISTICS = {
    "share": "window's width as a share of the picture's",
    "aspect": "window's width by its height (of the box)",
    "across": "place of the window's middle, 0 left to 1 right",
    "down": "place of the window's middle, 0 top to 1 bottom",
    "turn": "angle of the window, in degrees, clockwise",
    "turned": "the same without its sign, in degrees",
    "edge": "width of the sharpest edges in the window, in hundredths of its height",
    "detail": "finest detail against coarser, log2 of gradient energies at 0.7 and 2 pixels",
    "direction": "blur's direction: log2 of the energy of upright by that of lying edges",
    "window luma": "median luma in the window, of 255",
    "plate luma": "median luma of the plate round it, of 255",
    "dark end": "5th percentile of luma in the window, of 255",
    "contrast": "95th less 5th percentile of luma in the window, of 255",
    "plate contrast": "95th less 5th percentile of luma round the window, of 255",
    "unevenness": "fall of light over the plate, left to right and top to bottom, as a share",
    "cast a": "mean a* of the plate: green to red",
    "cast b": "mean b* of the plate: blue to yellow",
    "window a": "mean a* of the window's left half",
    "window b": "mean b* of the window's left half",
    "noise": "deviation of luma in flat regions, of 255",
    "colour noise": "deviation of a* and b* in flat regions",
    "grain": "coarse noise against fine in flat regions, log2",
    "red": "how red the reddest tenth of the window's right half is: R less the larger of G and B, of 255",
    "red share": "share of the window that is red",
    "red luma": "luma of what is red, by the 95th percentile of luma in the window",
    "blocks": "JPEG: step across the borders of 8 x 8 blocks by that between other pixels, less 1",
    "picture luma": "median luma of the whole picture, of 255",
    "picture contrast": "95th less 5th percentile of luma in the whole picture, of 255",
    "burnt": "share of the picture at 250 of 255 and above",
    "colourful": "mean chroma of the picture, in Lab",
    "busy": "mean gradient of the picture without the plate round the window, of 255 a pixel",
}


def box_of(corners, width, height):
    """The axis-aligned box round corners, within the picture, as whole pixels x0, y0, x1, y1."""
    p = np.asarray(corners, float)
    x0, y0 = np.floor(p.min(axis=0)).clip(0, [width - 8, height - 8])
    x1, y1 = np.ceil(p.max(axis=0))
    return int(x0), int(y0), int(min(width, max(x1, x0 + 8))), int(min(height, max(y1, y0 + 8)))


def shrunk(picture):
    """The picture with a long side of 640 pixels, and by how much it was made smaller."""
    scale = LONG_SIDE / max(picture.shape[:2])
    if abs(scale - 1) < 1e-6:
        return picture, 1.0
    size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR), scale


def real_photos(folder):
    """(name, picture, box) of the labelled photos, one of each meter."""
    with open(os.path.join(folder, "labels.csv")) as file:
        for row in csv.DictReader(file):
            picture = cv2.imread(os.path.join(folder, row["file"]))
            scale = LONG_SIDE / max(picture.shape[:2])
            picture, _ = shrunk(picture)
            x0, y0, x1, y1 = (float(v) * scale for v in row["window"].split(";"))
            yield row["file"], picture, box_of([[x0, y0], [x1, y1]], picture.shape[1], picture.shape[0])


def drawn_truths(folder):
    """The lines of truth that a picture can be compared by: wheels, upright, the window not quite out of the picture."""
    with open(os.path.join(folder, "truth.jsonl")) as lines:
        for line in lines:
            truth = json.loads(line)
            if not truth.get("display") and truth["up"][1] < -0.7:
                yield truth


def drawn_photos(folder, count=None):
    """(name, picture, box) of a PhotoSimulator folder."""
    for truth in list(drawn_truths(folder))[:count]:
        picture, scale = shrunk(cv2.imread(os.path.join(folder, truth["file"])))
        corners = np.asarray(truth["window"], float) * scale
        yield truth["file"], picture, box_of(corners, picture.shape[1], picture.shape[0])


def luma_of(picture):
    return cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32)


def grown(box, by, shape):
    """A box grown by a length on all sides, within the picture."""
    x0, y0, x1, y1 = box
    return max(0, int(x0 - by)), max(0, int(y0 - by)), min(shape[1], int(x1 + by)), min(shape[0], int(y1 + by))


def cut(picture, box):
    x0, y0, x1, y1 = box
    return picture[y0:y1, x0:x1]


def turn_of(luma, box):
    """The angle at which rows differ most from one another (a profile, as Radon's), in degrees, clockwise."""
    x0, y0, x1, y1 = grown(box, 0.25 * (box[3] - box[1]), luma.shape)
    crop = luma[y0:y1, x0:x1]
    scale = 240 / max(1, crop.shape[1])
    crop = cv2.resize(crop, (240, max(12, round(crop.shape[0] * scale))), interpolation=cv2.INTER_AREA)
    crop = cv2.GaussianBlur(crop, (0, 0), 1.0)
    h = crop.shape[0]
    middle = (120, h / 2)

    def score(angle):
        turned = cv2.warpAffine(crop, cv2.getRotationMatrix2D(middle, angle, 1), (240, h), borderMode=cv2.BORDER_REPLICATE)
        rows = turned[:, 30:210].mean(axis=1)
        return float((np.diff(rows) ** 2).sum())

    coarse = np.arange(-20, 20.1, 1)
    best = coarse[int(np.argmax([score(a) for a in coarse]))]
    fine = np.arange(best - 1, best + 1.01, 0.25)
    return float(fine[int(np.argmax([score(a) for a in fine]))])


def energy(luma, sigma):
    smooth = cv2.GaussianBlur(luma, (0, 0), sigma)
    gx, gy = cv2.Sobel(smooth, cv2.CV_32F, 1, 0, scale=1 / 8), cv2.Sobel(smooth, cv2.CV_32F, 0, 1, scale=1 / 8)
    return gx * gx, gy * gy


def flat_noise(plane, flat, smooth=1.2):
    """Deviation of what is finer than `smooth` pixels, where the picture is flat."""
    rest = (plane - cv2.GaussianBlur(plane, (0, 0), smooth))[flat]
    return 1.4826 * float(np.median(np.abs(rest - np.median(rest))))


def blocks_of(luma):
    """How much larger steps across JPEG's 8-pixel borders are than others; the borders count from the top left."""
    values = []
    for plane in (luma, luma.T):
        steps = np.abs(np.diff(plane, axis=1))
        steps = np.minimum(steps, 12)
        at = np.arange(steps.shape[1]) % 8 == 7
        values.append(steps[:, at].mean() / max(1e-6, steps[:, ~at].mean()) - 1)
    return float(np.mean(values))


def measured(picture, box):
    """The statistics of one picture, by name."""
    height, width = picture.shape[:2]
    luma = luma_of(picture)
    lab = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    window = cut(luma, box)
    ring = np.zeros(luma.shape, bool)
    outer = grown(box, 0.7 * h, luma.shape)
    ring[outer[1]:outer[3], outer[0]:outer[2]] = True
    inner = grown(box, 0.12 * h, luma.shape)
    ring[inner[1]:inner[3], inner[0]:inner[2]] = False
    if ring.sum() < 200:
        ring[:] = True
        ring[y0:y1, x0:x1] = False
    s = {}
    s["share"], s["aspect"] = w / width, w / h
    s["across"], s["down"] = (x0 + x1) / 2 / width, (y0 + y1) / 2 / height
    s["turn"] = turn_of(luma, box)
    s["turned"] = abs(s["turn"])
    low, high = np.percentile(window, [5, 95])
    gx, gy = energy(window, 0.7)
    slope = np.sqrt(np.percentile(gx + gy, 98.5))
    s["edge"] = 100 * (high - low) / max(slope, 0.05) / h
    cx, cy = energy(window, 2)
    s["detail"] = np.log2((gx + gy).mean() / max(1e-6, (cx + cy).mean()))
    s["direction"] = np.log2(max(1e-6, gx.mean()) / max(1e-6, gy.mean()))
    s["window luma"], s["plate luma"] = np.median(window), np.median(luma[ring])
    s["dark end"], s["contrast"] = low, high - low
    s["plate contrast"] = np.subtract(*np.percentile(luma[ring], [95, 5]))
    ys, xs = np.nonzero(ring)
    values = luma[ring]
    halves = [np.median(values[m]) if m.any() else np.median(values) for m in (
        xs < x0 + w / 2, xs >= x0 + w / 2, ys < y0 + h / 2, ys >= y0 + h / 2)]
    s["unevenness"] = max(abs(halves[0] - halves[1]), abs(halves[2] - halves[3])) / max(8, np.median(values))
    s["cast a"], s["cast b"] = lab[ring][:, 1].mean(), lab[ring][:, 2].mean()
    left = lab[y0:y1, x0:x0 + w // 2]
    s["window a"], s["window b"] = left[..., 1].mean(), left[..., 2].mean()
    near = np.zeros(luma.shape, bool)
    near[outer[1]:outer[3], outer[0]:outer[2]] = True
    near &= (luma > 4) & (luma < 250)
    sx, sy = energy(luma, 2.5)
    rough = sx + sy
    flat = near & (rough <= np.percentile(rough[near], 30)) if near.sum() > 200 else near
    if flat.sum() < 60:
        flat = rough <= np.percentile(rough, 10)
    s["noise"] = flat_noise(luma, flat)
    s["colour noise"] = (flat_noise(lab[..., 1], flat) + flat_noise(lab[..., 2], flat)) / 2
    once, twice, thrice = (cv2.GaussianBlur(luma, (0, 0), v) for v in (0.8, 1.6, 3.2))
    s["grain"] = np.log2((0.01 + (twice - thrice)[flat].std()) / (0.01 + (luma - once)[flat].std()))
    colours = cut(picture, box).astype(np.float32)
    redness = colours[..., 2] - np.maximum(colours[..., 0], colours[..., 1])
    s["red"] = np.percentile(redness[:, w // 2:], 90)
    # Red is what is redder than the window's left half, whatever the light's colour.
    usual = np.percentile(redness[:, : w // 2], 80)
    red = redness > max(18, usual + 14)
    s["red share"] = red.mean()
    bright = max(1.0, float(np.percentile(window, 95)))
    s["red luma"] = float(np.median(window[red])) / bright if red.sum() > 20 else np.nan
    s["blocks"] = blocks_of(luma)
    s["picture luma"] = np.median(luma)
    s["picture contrast"] = np.subtract(*np.percentile(luma, [95, 5]))
    s["burnt"] = (luma >= 250).mean()
    s["colourful"] = np.hypot(lab[..., 1], lab[..., 2]).mean()
    gx, gy = energy(luma, 0.7)
    s["busy"] = np.sqrt(gx + gy)[~near].mean() if (~near).any() else np.nan
    return {name: float(s[name]) for name in STATISTICS}


def table(photos):
    """Statistics of all photos: names of the photos, and one row each."""
    names, rows = [], []
    for name, picture, box in photos:
        names.append(name)
        values = measured(picture, box)
        rows.append([values[key] for key in STATISTICS])
    return names, np.array(rows, np.float64)


def distance(a, b):
    """Kolmogorov-Smirnov: the largest gap between two cumulative curves, 0 to 1."""
    a, b = np.sort(a[np.isfinite(a)]), np.sort(b[np.isfinite(b)])
    places = np.concatenate([a, b])
    return float(np.abs(np.searchsorted(a, places, "right") / len(a) - np.searchsorted(b, places, "right") / len(b)).max())
