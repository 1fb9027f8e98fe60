"""Training samples for the two nets that read printed serials, each a pure function of (seed, number).

`plate` finds rows of digits in a strip of a plate, `print` reads one row. Both learn from drawn plates (plates.py) and from
PhotoSimulator's whole photos, of which only the serial is known: what else is printed there neither helps nor harms.
"""

import json
import os

import cv2
import numpy as np

import pictures

#: A strip's part that `plate` learns from, in pixels; a value for each cell of 4 x 4.
STRIP, CELL = (288, 144), 4
#: The row that `print` sees: two widths, each with a batch of its own; digits are 16 of 24 pixels high.
WIDTHS, ROW, DIGIT = (128, 224), 24, 16
OTHER, BLANK = 10, 11
#: Print of whole photos that is lower than so many pixels teaches nothing; and how often the others are taken.
LEAST_HEIGHT, SHARE = 6.5, 0.25
#: Where local mean and deviation are taken from, to each side, as `PlateStrip` does.
REACH = 18


def load(folder):
    """The pictures of a folder, drawn plates or whole photos: (grey picture, truth) pairs."""
    with open(os.path.join(folder, "truth.jsonl")) as lines:
        truths = [json.loads(line) for line in lines]
    pairs = []
    for truth in truths:
        if "words" not in truth:
            if "serial" not in truth:
                continue
            truth = dict(file=truth["file"], window=truth["window"], text=truth["serial"]["text"], box=truth["serial"]["box"])
        picture = cv2.imread(os.path.join(folder, truth["file"]), cv2.IMREAD_GRAYSCALE)
        if "words" in truth or is_seen(np.array(truth["box"]), picture):
            pairs.append((picture, truth))
    return pairs


def onto(quad, width, height):
    """The map that straightens a quadrilateral into a picture of that size."""
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return cv2.getPerspectiveTransform(np.asarray(quad, np.float32), target).astype(np.float64)


def mapped(points, matrix):
    """Where points go."""
    return cv2.perspectiveTransform(np.asarray(points, np.float64)[None], matrix)[0]


def retaken(x, size, rng, height, pixels):
    """A picture as a phone takes it with so many pixels for each of that size, brought to that size."""
    by = cv2.INTER_AREA if pixels > 1 else cv2.INTER_LINEAR
    return cv2.resize(photographed(x, rng, height), size, interpolation=by)


def is_seen(box, picture):
    """Whether print lies within a photo, and is not too small."""
    tall = (np.linalg.norm(box[3] - box[0]) + np.linalg.norm(box[2] - box[1])) / 2
    return tall >= LEAST_HEIGHT and (box >= 0).all() and (box < picture.shape[::-1]).all()


def pick(photos, rng):
    """One of the pictures: drawn plates, on which all print is known, more often."""
    while True:
        photo = rng.choice(photos)
        if "words" in photo[1] or rng.random() < SHARE:
            return photo


def warp(picture, quad, width, height):
    """What a quadrilateral shows (`pictures.warp`), looked for in its own surroundings alone."""
    low = np.maximum(0, np.floor(quad.min(axis=0)) - 8).astype(int)
    high = np.minimum(picture.shape[::-1], np.ceil(quad.max(axis=0)) + 8).astype(int)
    if (high - low < 4).any():
        return pictures.warp(picture, quad, width, height)
    return pictures.warp(np.ascontiguousarray(picture[low[1]: high[1], low[0]: high[0]]), quad - low, width, height)


class Row:
    """A run of digits: its corners in the picture, and the characters of its line with their places along it."""

    def __init__(self, quad, count, line):
        self.quad, self.count, self.line = np.array(quad, np.float64), count, line


def rows_of(truth):
    """Every run of digits with what stands beside it in its line: (character, place in widths of the run)."""
    if "box" in truth:
        count = sum(c.isdigit() for c in truth["text"])
        return [Row(truth["box"], count, [(c, (n + 0.5) / len(truth["text"])) for n, c in enumerate(truth["text"])])]
    lines = {}
    for word in truth["words"]:
        lines.setdefault(word["line"], []).append(word)
    rows = []
    for words in lines.values():
        line = []  # character, centre, half a step, top, bottom; a space parts words
        for word in words:
            steps = np.diff(word["centres"]) if len(word["centres"]) > 1 else [word["right"] - word["left"]]
            half = float(np.median(steps)) / 2
            line += [(c, x, half, word["top"], word["bottom"]) for c, x in zip(word["text"], word["centres"])] + [(" ", 0, 0, 0, 0)]
        run = []
        for place in line:
            if place[0].isdigit():
                run.append(place)
            elif not (place[0] in " ." and run):
                close(rows, run, line)
                run = []
        close(rows, run, line)
    return rows


def close(rows, run, line):
    if not run:
        return
    left, right, top, bottom = run[0][1] - run[0][2], run[-1][1] + run[-1][2], run[0][3], run[0][4]
    shown = [(c, (x - left) / (right - left)) for c, x, *_ in line if c not in " ."]
    rows.append(Row([[left, top], [right, top], [right, bottom], [left, bottom]], len(run), shown))


def photographed(picture, rng, height):
    """What a phone makes of a grey picture in which print is about that many pixels high."""
    x = picture.astype(np.float32)
    h, w = x.shape
    if rng.random() < 0.5:  # a shadow's edge, or light that falls off
        a, b, c = rng.uniform(-1, 1), rng.uniform(-1, 1), rng.uniform(-0.5, 0.5)
        across = np.linspace(-1, 1, w, dtype=np.float32)[None] * a + np.linspace(-1, 1, h, dtype=np.float32)[:, None] * b + c
        sharp = rng.choice([0.5, 1, 4, 20])
        x = x * (1 - rng.uniform(0.1, 0.75) / (1 + np.exp(-np.clip(sharp * across * 2, -30, 30))))
    if rng.random() < 0.08:  # a lamp mirrored in the glass
        spot = np.zeros_like(x)
        place, axes = (rng.uniform(0, w), rng.uniform(0, h)), (rng.uniform(5, w / 2), rng.uniform(3, h / 2))
        cv2.ellipse(spot, (place, axes, rng.uniform(0, 180)), 1.0, -1)
        x = x + cv2.GaussianBlur(spot, (0, 0), rng.uniform(1, 6)) * rng.uniform(40, 200)
    x = (x - 128) * rng.uniform(0.35, 1.1) + 128 + rng.uniform(-60, 50)
    # A stroke is an eighth of a digit's height: blur takes from none to most of it.
    if rng.random() < 0.75:
        x = cv2.GaussianBlur(x, (0, 0), max(0.25, min(2.4, height * rng.uniform(0.02, 0.11))))
    if rng.random() < 0.25:
        length, angle = max(1.5, height * rng.uniform(0.08, 0.3)), rng.uniform(0, np.pi)
        kernel = np.zeros((9, 9), np.float32)
        step = np.array([np.cos(angle), np.sin(angle)]) * min(length, 8) / 2
        ends = [tuple(int(v) for v in np.round(16 * (4 + sign * step))) for sign in (-1, 1)]
        cv2.line(kernel, *ends, 1.0, 1, cv2.LINE_AA, 4)
        x = cv2.filter2D(x, -1, kernel / max(kernel.sum(), 1e-3))
    if rng.random() < 0.4:
        x = x + rng.uniform(0.3, 1.2) * (x - cv2.GaussianBlur(x, (0, 0), 1.2))  # phones sharpen
    random = np.random.default_rng(rng.getrandbits(32))
    if rng.random() < 0.7:
        noise = random.standard_normal(x.shape, np.float32)
        x = x + (cv2.GaussianBlur(noise, (0, 0), 0.8) * 2 if rng.random() < 0.5 else noise) * rng.uniform(1, 11)
    x = np.clip(x, 0, 255).astype(np.uint8)
    if rng.random() < 0.8:
        x = cv2.imdecode(cv2.imencode(".jpg", x, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(30, 92)])[1], cv2.IMREAD_GRAYSCALE)
    return x


def evened(strip):
    """The strip with the same mean and contrast everywhere (`PlateStrip.evened`): 1 x h x w floats about 0."""
    x = strip.astype(np.float32) / 255
    size = (2 * REACH + 1, 2 * REACH + 1)
    box = lambda v: cv2.boxFilter(v, cv2.CV_32F, size, normalize=False, borderType=cv2.BORDER_CONSTANT)
    count = box(np.ones_like(x))
    mean = box(x) / count
    deviation = np.sqrt(np.maximum(box(x * x) / count - mean * mean, 0))
    return np.clip((x - mean) / np.maximum(deviation, 0.06), -2.5, 2.1)[None]


def tilted(quad, rng, amount):
    """The quad as a hand holds it: turned about its middle, its corners a little off."""
    angle = np.radians(rng.gauss(0, 2.2) * amount if rng.random() < 0.9 else rng.uniform(-8, 8))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = quad.mean(axis=0)
    span = np.linalg.norm(quad[1] - quad[0])
    return (quad - middle) @ turn.T + middle + np.array([[rng.gauss(0, 0.012) * span * amount for _ in "xy"] for _ in range(4)])


def plate_sample(photo, rng):
    """A part of a strip; where digits stand in rows, how far above or below a cell their middle is and how high they are (as
    the logarithm of sixteenths of pixels), and where the answer counts."""
    picture, truth = photo
    rows = rows_of(truth)
    width, height = STRIP
    is_part = "box" in truth
    if is_part:
        # As the strip shows it: the window takes 443 of 576 pixels, and the serial is somewhere in this part of it.
        window = np.array(truth["window"], np.float64)
        right, scale = (window[1] + window[2] - window[0] - window[3]) / 2, 443 * rng.uniform(0.8, 1.15)
        right = right / scale
        below = np.array([-right[1], right[0]])
        middle = rows[0].quad.mean(axis=0) + right * width * rng.uniform(-0.4, 0.4) + below * height * rng.uniform(-0.42, 0.42)
        unit = ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))
        quad = np.array([middle + right * width * a + below * height * b for a, b in unit])
        strip = warp(picture, quad, width, height)
        if rng.random() < 0.25:
            strip = photographed(strip, rng, 12)
    else:
        scale = np.exp(rng.uniform(np.log(0.33), np.log(0.85)))
        w, h = width / scale, height / scale
        # Mostly about one of the rows: plates have much plain ground.
        if rows and rng.random() < 0.75:
            x, y = rng.choice(rows).quad.mean(axis=0)
            x, y = x - w * rng.uniform(0.2, 0.8), y - h * rng.uniform(0.15, 0.85)
        else:
            x, y = rng.uniform(-0.1, 1) * max(1, picture.shape[1] - w), rng.uniform(-0.1, 1) * max(1, picture.shape[0] - h)
        quad = tilted(np.array([[x, y], [x + w, y], [x + w, y + h], [x, y + h]]), rng, 1)
        pixels = rng.uniform(0.5, 1.3)  # of the photo, for each of the strip
        strip = warp(picture, quad, round(width * pixels), round(height * pixels))
        strip = retaken(strip, STRIP, rng, 32 * scale * pixels, pixels)
    whole = onto(quad, width, height)
    if rng.random() < 0.04:
        strip = 255 - strip
    ys, xs = np.mgrid[0: height // CELL, 0: width // CELL]
    cells = np.stack([xs + 0.5, ys + 0.5], axis=-1).astype(np.float64) * CELL
    heat, place = np.zeros((1, *xs.shape), np.float32), np.zeros((2, *xs.shape), np.float32)
    counts = np.full((1, *xs.shape), 0 if is_part else 1, np.float32)
    for left, top, right, bottom in truth.get("ignored", []):
        corners = mapped([[left, top], [right, top], [right, bottom], [left, bottom]], whole)
        cv2.fillConvexPoly(counts[0], np.round(corners / CELL).astype(np.int32), 0)
    for row in rows:
        corners = mapped(row.quad, whole)
        tall = (np.linalg.norm(corners[3] - corners[0]) + np.linalg.norm(corners[2] - corners[1])) / 2
        start, end = (corners[0] + corners[3]) / 2, (corners[1] + corners[2]) / 2
        long = np.linalg.norm(end - start)
        along = (end - start) / max(long, 1e-6)
        u = (cells - start) @ along
        # The middle line at the cell's column, and how far from it the cell is.
        middle = start[1] + (cells[..., 0] - start[0]) * along[1] / max(along[0], 0.2)
        off = cells[..., 1] - middle
        inside = (u > -0.1 * tall) & (u < long + 0.1 * tall)
        core = inside & (np.abs(off) < max(0.27 * tall, 2.1))
        near = (u > -0.8 * tall) & (u < long + 0.8 * tall) & (np.abs(off) < 0.9 * tall)
        if is_part:
            counts[0][near] = 1
        # Between the core and the print's edge either answer is right; so it is for one or two digits, and for what is too small.
        counts[0][(u > -0.35 * tall) & (u < long + 0.35 * tall) & (np.abs(off) < max(0.55 * tall, 4)) & ~core] = 0
        if row.count < 3 or tall < 5.5 or tall > 42:
            counts[0][near] = 0
            continue
        heat[0][core], counts[0][core] = 1, 1
        place[0][core], place[1][core] = -off[core] / 8, np.log(tall / 16)
    return evened(strip), heat, place, counts


def print_sample(photo, rng, width):
    """A row of print about a run of digits, and the characters in it."""
    picture, truth = photo
    rows = [row for row in rows_of(truth) if row.count >= 3]
    long = [row for row in rows if row.count >= 6]
    if not rows:
        return np.zeros((1, ROW, width), np.float32), []
    row = rng.choice(long if long and rng.random() < 0.8 else rows)
    quad = row.quad
    tall = (np.linalg.norm(quad[3] - quad[0]) + np.linalg.norm(quad[2] - quad[1])) / 2
    long = (np.linalg.norm(quad[1] - quad[0]) + np.linalg.norm(quad[2] - quad[3])) / 2
    # The row as the finder may have found it: the run in the middle, or squeezed where it is too long.
    digit = DIGIT * rng.uniform(0.84, 1.16)
    squeeze = min(1.0, (width - 18) / max(1, long / tall * digit)) * rng.uniform(0.9, 1.1)
    over = (width / (digit * squeeze)) * tall / long
    shift = rng.uniform(-1, 1) * max(0.0, (over - 1) / 2 - 0.4 * tall / long) * rng.choice([0.3, 1])
    crop = pictures.enlarged(quad, over, ROW / digit, shift, rng.gauss(0, 0.05))
    crop = tilted(crop, rng, 0.35) if "words" in truth else crop
    to_row = onto(crop, width, ROW)
    if "words" in truth:
        pixels = np.exp(rng.uniform(np.log(6), np.log(26))) / digit  # of the photo, for each of the row
        x = warp(picture, crop, max(8, round(width * pixels)), max(6, round(ROW * pixels)))
        x = retaken(x, (width, ROW), rng, digit * pixels, pixels)
    else:
        x = warp(picture, crop, width, ROW)
        # What stands beside the serial is not known: it is covered.
        edges = mapped(quad, to_row)[:, 0]
        left, right = max(0, int(edges.min() - 0.35 * digit)), min(width - 1, int(edges.max() + 0.35 * digit))
        x[:, :left], x[:, right + 1:] = x[:, left:left + 1], x[:, right:right + 1]
        if rng.random() < 0.25:
            x = photographed(x, rng, 12)
    if rng.random() < 0.04:
        x = 255 - x
    # Where each character went: along the line from the run's left to its right.
    start, end = (quad[0] + quad[3]) / 2, (quad[1] + quad[2]) / 2
    classes = []
    for character, u in row.line:
        x_in_row = mapped([start + (end - start) * u], to_row)[0, 0]
        if 2 < x_in_row < width - 2:
            classes.append(int(character) if character in "0123456789" else OTHER)
    return pictures.standardise(x), classes
