"""Training samples, each a pure function of (seed, number): what a net sees and what it is to say."""

import csv
import os
from collections import defaultdict

import cv2
import numpy as np

import pictures


def hidden(truth):
    """The digits that nobody can read, counted from the left, whatever the cause."""
    return {wheel for entry in truth["hidden"] for wheel in entry["wheels"]}


def turned(picture, quad, rng):
    """The picture as a phone held otherwise would have it: on its side, on its head, or at any angle."""
    if rng.random() < 0.5:
        quarters = rng.choice([1, 2, 2, 3])
        for _ in range(quarters):
            # A quarter to the left: what was at the right edge is now at the top.
            quad = np.stack([quad[:, 1], picture.shape[1] - quad[:, 0]], axis=1)
            picture = np.rot90(picture)
        return np.ascontiguousarray(picture), quad
    h, w = picture.shape[:2]
    angle = rng.uniform(-180, 180) if rng.random() < 0.5 else rng.gauss(0, 20)
    matrix = cv2.getRotationMatrix2D((w / 2, h / 2), angle, rng.uniform(0.75, 1.0))
    picture = cv2.warpAffine(picture, matrix, (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return picture, quad @ matrix[:, :2].T + matrix[:, 2]


def nearer(picture, quad, rng):
    """A part of the picture round the window, as a second look takes it."""
    low, high = quad.min(axis=0), quad.max(axis=0)
    span = max(high - low)
    side = span / rng.uniform(0.35, 0.95)
    centre = (low + high) / 2 + [rng.uniform(-0.5, 0.5) * max(0, side - span) for _ in range(2)]
    left, top = np.maximum(0, np.floor(centre - side / 2)).astype(int)
    right, bottom = np.minimum([picture.shape[1], picture.shape[0]], np.ceil(centre + side / 2)).astype(int)
    if right - left < 24 or bottom - top < 24:
        return picture, quad
    return np.ascontiguousarray(picture[top:bottom, left:right]), quad - [left, top]


def beside(picture, quad, other, rng):
    """The picture with another one beside it or below, as two meters on a wall: the windows of both, neither hidden."""
    more, more_quad = pictures.decode(other[0]), np.array(other[1]["window"], np.float64)
    across = rng.random() < 0.7
    axis = 0 if across else 1  # of its height where it lies beside, of its width where below
    scale = picture.shape[axis] * rng.uniform(0.6, 1.1) / more.shape[axis]
    more = cv2.resize(more, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    more_quad = more_quad * scale
    first, second = (picture, quad), (more, more_quad)
    if rng.random() < 0.5:
        first, second = second, first
    gap = rng.randint(0, 30)
    (a, qa), (b, qb) = first, second
    wall = np.array([rng.randint(60, 220) for _ in range(3)], np.uint8)
    if across:
        joined = np.empty((max(a.shape[0], b.shape[0]), a.shape[1] + gap + b.shape[1], 3), np.uint8)
        place = [a.shape[1] + gap, rng.randint(0, joined.shape[0] - b.shape[0])]
    else:
        joined = np.empty((a.shape[0] + gap + b.shape[0], max(a.shape[1], b.shape[1]), 3), np.uint8)
        place = [rng.randint(0, joined.shape[1] - b.shape[1]), a.shape[0] + gap]
    joined[:] = wall
    joined[: a.shape[0], : a.shape[1]] = a
    joined[place[1] : place[1] + b.shape[0], place[0] : place[0] + b.shape[1]] = b
    return joined, [qa, qb + place]


def finder_sample(photo, rng, other=None):
    """A photo at 320 pixels with heat map, corner offsets and a mask of where they count; beside another one if given."""
    jpeg, truth = photo
    picture = pictures.decode(jpeg)
    quad = np.array(truth["window"], np.float64)
    if other is None and rng.random() < 0.3:
        picture, quad = turned(picture, quad, rng)
    if other is None and rng.random() < 0.3:
        picture, quad = nearer(picture, quad, rng)
    quads = [quad]
    if other is not None:
        picture, quads = beside(picture, quad, other, rng)
    h, w = picture.shape[:2]
    long_side = rng.uniform(230, 320) if rng.random() < 0.3 else 320
    scale = long_side / max(h, w)
    small = cv2.resize(picture, (round(w * scale), round(h * scale)), interpolation=cv2.INTER_AREA)
    small = pictures.damaged(small, rng, 0.7)
    quads = [quad * [small.shape[1] / w, small.shape[0] / h] for quad in quads]
    side = 320
    x = np.zeros((3, side, side), np.float32)
    data = pictures.standardise(small)
    x[:, : data.shape[1], : data.shape[2]] = data
    heats, reaches = zip(*(blob(quad, side // 8) for quad in quads))
    # Each cell speaks for the window that it is nearer to the middle of.
    nearest = np.argmax(heats, axis=0)
    heat = np.max(heats, axis=0)
    offsets = np.take_along_axis(np.stack(reaches), nearest[None, None], axis=0)[0]
    return x, heat[None], offsets, (heat > 0.3).astype(np.float32)[None]


def blob(quad, cells):
    """Where a window's middle is, as a heat of each cell, and the way from each cell to its corners."""
    centre = quad.mean(axis=0)
    heights = (np.linalg.norm(quad[3] - quad[0]) + np.linalg.norm(quad[2] - quad[1])) / 2
    ys, xs = np.mgrid[0:cells, 0:cells]
    px, py = (xs + 0.5) * 8, (ys + 0.5) * 8
    # A blob along the window's own axis: any cell near its middle may speak for it.
    axis = quad[1] + quad[2] - quad[0] - quad[3]
    length = np.linalg.norm(axis) / 2
    axis = axis / np.linalg.norm(axis)
    along = (px - centre[0]) * axis[0] + (py - centre[1]) * axis[1]
    off = -(px - centre[0]) * axis[1] + (py - centre[1]) * axis[0]
    heat = np.exp(-0.5 * ((along / max(5.0, length * 0.10)) ** 2 + (off / max(5.0, heights * 0.25)) ** 2)).astype(np.float32)
    return heat, np.stack([v for k in range(4) for v in ((quad[k, 0] - px) / 64, (quad[k, 1] - py) / 64)]).astype(np.float32)


def rough(quad, rng, amount):
    """The window as an earlier step may have found it."""
    q = pictures.enlarged(quad, 1 + rng.gauss(0, 0.10) * amount, 1 + rng.gauss(0, 0.28) * amount,
                          rng.gauss(0, 0.05) * amount, rng.gauss(0, 0.2) * amount)
    span = np.linalg.norm(q[1] - q[0])
    tall = np.linalg.norm(q[3] - q[0])
    return q + np.array([[rng.gauss(0, 0.012) * span * amount, rng.gauss(0, 0.09) * tall * amount] for _ in range(4)])


def refiner_sample(photo, rng):
    """A rough crop, the corners in it (0...1), whether the window could be read, is there at all, and is a display."""
    jpeg, truth = photo
    picture = pictures.decode(jpeg)
    quad = np.array(truth["window"])
    if rng.random() < 0.08:
        # Somewhere else in the picture: no window, nothing to learn about corners.
        h, w = picture.shape[:2]
        down = (quad[3] - quad[0] + quad[2] - quad[1]) / 2
        shift = (1 if rng.random() < 0.5 else -1) * rng.uniform(1.6, 2.6) * down
        crop = pictures.enlarged(rough(quad + shift, rng, 1.0), 1.3, 2.0)
        x = pictures.damaged(pictures.warp(picture, crop, 224, 64), rng, 0.7)
        return pictures.standardise(x), np.zeros(8, np.float32), np.float32(0), np.float32(0), np.float32(0)
    crop = pictures.enlarged(rough(quad, rng, 1.0 if rng.random() < 0.6 else 0.4), 1.3, 2.0)
    x = pictures.damaged(pictures.warp(picture, crop, 224, 64), rng, 0.7)
    unit = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    back = cv2.getPerspectiveTransform(crop.astype(np.float32), unit).astype(np.float64)
    corners = cv2.perspectiveTransform(quad[None].astype(np.float64), back)[0]
    readable = truth["readable"] and not truth["display"]
    return (pictures.standardise(x), corners.astype(np.float32).reshape(8), np.float32(readable), np.float32(1),
            np.float32(truth["display"]))


def cut_off(picture, quad, rng):
    """The picture without what lies left or right of a line through the window's first or last wheel, as a badly aimed photo
    is; less than half of the wheel is lost, so it can still be told."""
    is_left = rng.random() < 0.7
    side = (quad[0] + quad[3]) / 2 if is_left else (quad[1] + quad[2]) / 2
    far = (quad[1] + quad[2]) / 2 if is_left else (quad[0] + quad[3]) / 2
    place = side + (far - side) * rng.uniform(0, 0.055)
    x = int(np.clip(place[0], 8, picture.shape[1] - 8))
    if is_left:
        return np.ascontiguousarray(picture[:, x:]), quad - [x, 0]
    return np.ascontiguousarray(picture[:, :x]), quad


def laid_over(picture, box, rng):
    """The picture with something flat over one wheel, round as a seal or square as a label: a digit that nobody can read."""
    box = np.asarray(box, np.float64)
    width, height = np.linalg.norm(box[1] - box[0]), np.linalg.norm(box[3] - box[0])
    angle = np.degrees(np.arctan2(*(box[1] - box[0])[::-1]))
    centre = box.mean(axis=0) + [rng.gauss(0, 0.08) * width, rng.gauss(0, 0.08) * height]
    size = [rng.uniform(0.75, 1.15) * width, rng.uniform(0.65, 1.1) * height]
    mask = np.zeros(picture.shape[:2], np.uint8)
    if rng.random() < 0.7:
        cv2.ellipse(mask, (tuple(centre), tuple(size), angle), 255, -1)
    else:
        cv2.fillPoly(mask, [cv2.boxPoints((tuple(centre), tuple(size), angle)).astype(np.int32)], 255)
    soft = cv2.GaussianBlur(mask, (0, 0), rng.uniform(0.3, 0.06 * max(height, 6)) + 0.1)[..., None] / 255
    # A grey thing mostly, lit from a side.
    tone = np.array([rng.uniform(20, 235)] * 3) + [rng.gauss(0, 12) for _ in range(3)]
    ys, xs = np.mgrid[0:picture.shape[0], 0:picture.shape[1]]
    light = ((xs - centre[0]) * rng.gauss(0, 1) + (ys - centre[1]) * rng.gauss(0, 1)) * 25 / max(height, 1)
    thing = np.clip(tone + light[..., None], 0, 255)
    return (picture + (thing - picture) * soft).astype(np.uint8)


def untold_away(window, quad, crop, told):
    """The straightened window (of the quadrilateral `crop`) without what lies right of the share `told` of `quad`'s width, as a
    photo that ends there: of a wheel that nobody confirmed the net learns neither a digit nor to keep silent."""
    if told >= 1:
        return window
    h, w = window.shape[:2]
    unit = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    to_photo = cv2.getPerspectiveTransform(unit, np.asarray(quad, np.float32)).astype(np.float64)
    to_window = cv2.getPerspectiveTransform(np.asarray(crop, np.float32), unit * np.array([w, h], np.float32)).astype(np.float64)
    border = cv2.perspectiveTransform(np.array([[[told, 0.0], [told, 1.0]]]), to_window @ to_photo)[0, :, 0]
    column = int(np.clip(border.min(), 1, w))
    window = window.copy()
    window[:, column:] = window[:, column - 1:column]
    return window


def reader_sample(photo, rng):
    """A rectified window and the classes of what can be read: black digits, then red ones shifted by ten.

    A hidden wheel, black or red, is left out: the net looks at little more than a wheel's neighbours, so it can learn to say
    nothing where nothing is to be seen, but not to keep silent about a clear digit because another one is hidden. A line that
    is short of a black digit then has too few wheels for its meter and goes to a person; that the whole window is
    unreadable, the refiner says, which sees all of it.
    """
    jpeg, truth = photo
    picture = pictures.decode(jpeg)
    quad = np.array(truth["window"], np.float64)
    out = hidden(truth)
    chance = rng.random()
    if chance < 0.06:
        picture, quad = cut_off(picture, quad, rng)
    elif chance < 0.12:
        place = rng.randrange(len(truth["digits"]))
        # Real photos are labelled without boxes.
        if "box" in truth["digits"][place]:
            picture, out = laid_over(picture, truth["digits"][place]["box"], rng), out | {place}
    crop = pictures.enlarged(rough(quad, rng, 0.3), 1.06 * rng.uniform(0.96, 1.06), 1.25 * rng.uniform(0.85, 1.15))
    x = untold_away(pictures.warp(picture, crop, 224, 32), quad, crop, truth.get("told", 1))
    x = pictures.damaged(x, rng)
    return pictures.standardise(x), [
        d["value"] + (10 if d["red"] else 0) for place, d in enumerate(truth["digits"]) if place not in out]


class Wheels:
    """The real digit crops of digits.zip (haverland, Apache-2.0), by meter; LCDs are not wheels and stay out."""

    LCD = {"lcd", "powermeter-LandisGyrT330-C", "watermeter-Metrona-cold", "watermeter-Metrona-warm"}

    def __init__(self, folder, without=()):
        self.meters = defaultdict(list)
        with open(os.path.join(folder, "labels.csv")) as file:
            for row in csv.DictReader(file):
                if row["meter"] in self.LCD or row["meter"] in without or row["position"] in ("", "N"):
                    continue
                with open(os.path.join(folder, row["file"]), "rb") as crop:
                    self.meters[row["meter"]].append((crop.read(), float(row["position"])))
        self.names = sorted(name for name, crops in self.meters.items() if len(crops) >= 25)

    def collage(self, rng):
        """A window of one meter's real wheels side by side."""
        crops = self.meters[rng.choice(self.names)]
        wheels, classes, kinds = [], [], []
        aspect = rng.uniform(0.5, 0.85)
        for _ in range(rng.randint(5, 9)):
            # Nearly there counts as there: slack, not a wheel on its way.
            jpeg, position = rng.choice(crops)
            while 0.7 < position % 1 < 0.89:
                jpeg, position = rng.choice(crops)
            crop = pictures.decode(jpeg)
            h = crop.shape[0]
            keep = rng.uniform(0.8, 1.0)
            crop = crop[int(h * (1 - keep) / 2): h - int(h * (1 - keep) / 2)]
            crop = cv2.resize(crop, (max(8, int(48 * aspect)), 48))
            mean = crop.reshape(-1, 3).mean(axis=0)
            wheels.append(crop)
            classes.append(int(position + 0.11) % 10)
            kinds.append(mean[0] - max(mean[1], mean[2]) > 14)
        order = sorted(range(len(wheels)), key=lambda i: kinds[i])
        gap = rng.choice([0, 0, 2, 5])
        strip = np.concatenate([np.pad(wheels[i], ((0, 0), (gap, gap), (0, 0)), mode="edge") for i in order], axis=1)
        strip = cv2.copyMakeBorder(strip, 8, 8, 10, 10, cv2.BORDER_CONSTANT, value=[rng.randint(0, 255)] * 3)
        h, w = strip.shape[:2]
        quad = rough(np.array([[10, 8], [w - 10, 8], [w - 10, h - 8], [10, h - 8]], np.float64), rng, 0.25)
        x = pictures.damaged(pictures.warp(strip, pictures.enlarged(quad, 1.06, 1.25), 224, 32), rng)
        return pictures.standardise(x), [classes[i] + (10 if kinds[i] else 0) for i in order]
