"""Training samples of the wheel's net: one wheel, drawn or real, as a grey picture that looks like no meter in particular.

The digit crops come from few meters, each with one look, and the net is to read meters that none of them shows: colour becomes
grey by any mix, light digits become dark ones, and shade, glare, dirt, blur and the counter's frame lie over them. All is done
on small grey pictures that are cut out once, or the making of samples would take longer than the training.

A wheel that nobody can read is a sample too, without a position: of it the net learns to be sure of nothing.
"""

import itertools

import cv2
import numpy as np

import pictures
import samples

WIDTH, HEIGHT = 24, 32
#: Where each pixel lies, -1 to 1 across and down.
ACROSS = np.linspace(-1, 1, WIDTH, dtype=np.float32)[None]
DOWN = np.linspace(-1, 1, HEIGHT, dtype=np.float32)[:, None]
#: What of a cut picture is the wheel's cell; the rest is margin, as drawn windows have it and digit crops do not.
MARGIN = 0.2
#: Share of the samples that show a drawn wheel which something hides, and of those under which a seal or a finger is laid.
HIDDEN, UNDER = 0.12, 0.06
#: The position of a wheel that cannot be read.
NOWHERE = float("nan")
#: Photos whose wheels are cut out at most; more would fill the memory and teach little.
MOST_PHOTOS = 12_000
#: The corners of a cell, going round, about its middle.
UNIT = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
TARGET = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32) - 0.5


def drawn_wheels(photo, most=4):
    """Cut-outs (colour, with margin) of at most so many wheels of a drawn photo that can be read, and where they stand; and of
    as many that cannot, which stand nowhere."""
    jpeg, truth = photo
    out = samples.hidden(truth)
    seen = [digit for place, digit in enumerate(truth["digits"]) if place not in out]
    # Spread over the line, and always with the last wheel, the one that stands anywhere.
    told = [(digit["box"], digit["position"]) for digit in seen[::-1][::max(1, -(-len(seen) // most))]]
    untold = [(truth["digits"][place]["box"], NOWHERE) for place in sorted(out)[:most] if place < len(truth["digits"])]
    picture = pictures.decode(jpeg)
    side = 1 + 2 * MARGIN
    for box, position in told + untold:
        quad = pictures.enlarged(np.array(box), side, 1.06 * side)
        yield pictures.warp(picture, quad, round(WIDTH * 1.25 * side), round(HEIGHT * 1.25 * side)), position


def shrunk(crop):
    """A digit crop, not much larger than the net's picture."""
    h, w = crop.shape[:2]
    scale = max(1, h / (1.4 * HEIGHT))
    return crop if scale == 1 else cv2.resize(crop, (max(8, round(w / scale)), round(h / scale)), interpolation=cv2.INTER_AREA)


class WheelSamples:
    """All wheels there are: drawn ones, and real ones by meter if given (`samples.Wheels`)."""

    def __init__(self, photos, wheels=None, real_share=0.6):
        every = -(-len(photos) // MOST_PHOTOS) or 1
        cut = [wheel for photo in photos[::every] for wheel in drawn_wheels(photo)]
        self.drawn = [wheel for wheel in cut if not np.isnan(wheel[1])]
        self.hidden = [wheel for wheel in cut if np.isnan(wheel[1])]
        self.real_share, self.meters = real_share if wheels else 0.0, []
        if wheels:
            self.meters = [[(shrunk(pictures.decode(jpeg)), position) for jpeg, position in wheels.meters[name]]
                           for name in wheels.names]
            # A meter with four times the crops is seen twice as often: many crops of one look tell little more than few.
            self.shares = list(itertools.accumulate(len(crops) ** 0.5 for crops in self.meters))

    def sample(self, rng):
        """One wheel as the net sees it, and where it stands."""
        kind = rng.random()
        if self.hidden and kind < HIDDEN:
            (crop, position), margin = rng.choice(self.hidden), MARGIN
        elif self.meters and (not self.drawn or rng.random() < self.real_share):
            crop, position = rng.choice(rng.choices(self.meters, cum_weights=self.shares)[0])
            margin = 0.0
        else:
            (crop, position), margin = rng.choice(self.drawn), MARGIN
        x = looked_at(grey(crop, rng), margin, rng)
        if kind > 1 - UNDER:
            x, position = laid_over(x, rng), NOWHERE
        x = worn(x, rng)
        return pictures.standardise(x), np.float32(position)


def grey(picture, rng):
    """Colour to grey as the reader does it, or by any other mix, half of the time each."""
    mix = np.array([[0.299, 0.587, 0.114]] if rng.random() < 0.5 else [[rng.random() + 0.05 for _ in range(3)]], np.float32)
    return cv2.transform(picture, mix / mix.sum())


def looked_at(picture, margin, rng):
    """The cell as the line may have found it: moved, sized, turned, sheared, in perspective."""
    h, w = picture.shape[:2]
    g = rng.gauss
    shear, turn = g(0, 0.10), g(0, 0.05)
    matrix = np.array([[1 + g(0, 0.07), turn], [shear, 1.03 + g(0, 0.07)]])
    moved = [0.5 + g(0, 0.06), 0.5 + g(0, 0.025)]
    corners = UNIT @ matrix + moved + [[g(0, 0.02), g(0, 0.02)] for _ in range(4)]
    corners = (corners + margin) * [w / (1 + 2 * margin), h / (1 + 2 * margin)] - 0.5
    map_ = cv2.getPerspectiveTransform(corners.astype(np.float32), TARGET)
    return cv2.warpPerspective(picture, map_, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def covered(x, rng):
    """Something flat over a part: the frame beside, above or below, or a speck anywhere."""
    tone = rng.uniform(0, 255)
    if rng.random() < 0.6:
        depth = rng.uniform(0.04, 0.16)
        columns, rows = max(1, round(WIDTH * depth)), max(1, round(HEIGHT * depth))
        part = [np.s_[:, :columns], np.s_[:, -columns:], np.s_[:rows], np.s_[-rows:]][rng.randrange(4)]
    else:
        w, h = rng.randint(2, 9), rng.randint(2, 9)
        left, top = rng.randint(0, WIDTH - w), rng.randint(0, HEIGHT - h)
        part = np.s_[top:top + h, left:left + w]
    x[part] = tone + (x[part] - tone) * rng.uniform(0, 0.3)
    return x


def laid_over(x, rng):
    """Something round or straight that lies over most of the digit: a seal, a finger, a cable."""
    w, h = rng.uniform(0.55, 1.3), rng.uniform(0.45, 1.1)
    across, down = (ACROSS - rng.gauss(0, 0.12)) / w, (DOWN - rng.gauss(0, 0.12)) / h
    sharp = rng.choice([2, 2, 4, 8])
    over = np.clip((1 - np.abs(across) ** sharp - np.abs(down) ** sharp) * rng.uniform(3, 12), 0, 1)
    # A tone of its own, lit from a side; often with a soft rim or something in its middle, but no ring: that is a zero.
    thing = rng.uniform(30, 230) + rng.gauss(0, 25) * across + rng.gauss(0, 25) * down
    radius = np.sqrt(across * across + down * down)
    if rng.random() < 0.6:
        thing = thing + rng.gauss(0, 20) * np.exp(-((radius - 0.9) / 0.15) ** 2)
        thing = thing + rng.gauss(0, 40) * np.exp(-((radius / rng.uniform(0.15, 0.35)) ** 2))
    return np.clip(x + (thing - x) * over, 0, 255).astype(np.uint8)


def blurred(x, rng):
    """Out of focus, moved, or few pixels made many."""
    kind = rng.random()
    if kind < 0.4:
        return cv2.GaussianBlur(x, (0, 0), rng.uniform(0.4, 1.4))
    if kind < 0.6:
        return cv2.blur(x, rng.choice([(1, 2), (1, 3), (2, 1), (3, 1), (4, 1)]))
    share = rng.uniform(0.4, 0.9)
    small = cv2.resize(x, (round(WIDTH * share), round(HEIGHT * share)), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)


def worn(picture, rng):
    """A grey picture (bytes) of a wheel that looks otherwise, under other light, by another camera."""
    # Every wheel gets the same contrast first, so that light and dirt weigh the same on a dull one as on a crisp one.
    x = picture.astype(np.float32)
    x = 128 + (x - x.mean()) * ((-45 if rng.random() < 0.3 else 45) / max(float(x.std()), 5))
    if rng.random() < 0.5:
        # Light from a side; the drum turns away above and below.
        x = x * (1 + rng.gauss(0, 0.2) * ACROSS + rng.gauss(0, 0.2) * DOWN - max(0, rng.uniform(-0.6, 0.6)) * DOWN * DOWN)
    if rng.random() < 0.3:
        x += rng.gauss(0, 20) * ACROSS + rng.gauss(0, 20) * DOWN
    if rng.random() < 0.15:
        across, down = (ACROSS - rng.uniform(-1, 1)) * rng.uniform(0.7, 3), (DOWN - rng.uniform(-1, 1)) * rng.uniform(0.7, 3)
        x += rng.uniform(40, 160) * np.exp(-across * across) * np.exp(-down * down)
    if rng.random() < 0.3:
        x = covered(x, rng)
    if rng.random() < 0.3:
        x = blurred(x, rng)
    if rng.random() < 0.25:
        x += np.random.Generator(np.random.SFC64(rng.getrandbits(32))).standard_normal(x.shape, np.float32) * rng.uniform(1, 12)
    x = np.clip(x, 0, 255)
    if rng.random() < 0.25:
        x = 255 * (x / 255) ** rng.uniform(0.6, 1.6)
    if rng.random() < 0.2:
        _, bytes_ = cv2.imencode(".jpg", x.astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, rng.randint(35, 90)])
        x = cv2.imdecode(bytes_, cv2.IMREAD_GRAYSCALE).astype(np.float32)
    return x
