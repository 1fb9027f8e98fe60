"""A small canvas for drawn scenes, and the camera that takes a photo of it. For not_meters.py."""

import cv2
import numpy as np

FONTS = {
    "sans": "dejavu/DejaVuSans.ttf", "bold": "dejavu/DejaVuSans-Bold.ttf", "mono": "liberation/LiberationMono-Bold.ttf",
    "narrow": "liberation/LiberationSansNarrow-Bold.ttf", "serif": "liberation/LiberationSerif-Regular.ttf",
    "road": "roadgeek/RG2014EM.ttf",
}
_faces = {}
SEGMENTS = {"0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc",
            "8": "abcdefg", "9": "abcdfg", "-": "g", " ": "", ".": ""}


def face(name):
    if name not in _faces:
        _faces[name] = cv2.FontFace("/usr/share/fonts/truetype/" + FONTS[name])
    return _faces[name]


class Scene:
    """A picture to draw on; places and sizes are in pixels of 640 by 480, colours are red, green, blue."""

    def __init__(self, chance, background, width=640, height=480):
        self.chance = chance
        self.width, self.height = width, height
        self.pixels = np.full((height, width, 3), background[::-1], np.uint8)

    def box(self, x, y, width, height, colour, line=-1):
        cv2.rectangle(self.pixels, (int(x), int(y)), (int(x + width), int(y + height)), colour[::-1], line, cv2.LINE_AA)

    def disc(self, x, y, across, down, colour, line=-1, turn=0, first=0, last=360):
        cv2.ellipse(self.pixels, (int(x), int(y)), (int(across), int(down)), turn, first, last, colour[::-1], line, cv2.LINE_AA)

    def shape(self, points, colour):
        cv2.fillPoly(self.pixels, [np.array(points, np.int32)], colour[::-1], cv2.LINE_AA)

    def line(self, x, y, to_x, to_y, colour, width=2):
        cv2.line(self.pixels, (int(x), int(y)), (int(to_x), int(to_y)), colour[::-1], int(width), cv2.LINE_AA)

    def text(self, words, x, y, size, colour=(20, 20, 20), font="sans", centred=False):
        """Print whose baseline begins at a place, or whose middle lies there."""
        if centred:
            left, top, width, height = cv2.getTextSize((0, 0), words, (0, 0), face(font), int(size))
            x, y = x - left - width / 2, y - top - height / 2
        cv2.putText(self.pixels, words, (int(x), int(y)), colour[::-1], face(font), int(size))

    def segments(self, digits, x, y, height, colour, ghost=None):
        """Digits of seven segments; `ghost` colours those that are dark."""
        width, bar = height * 0.5, height * 0.09
        for digit in digits:
            if digit == ".":
                self.disc(x - width * 0.15, y + height, bar * 0.7, bar * 0.7, colour)
                continue
            ends = {"a": (0, 0, 1, 0), "b": (1, 0, 1, 0.5), "c": (1, 0.5, 1, 1), "d": (0, 1, 1, 1),
                    "e": (0, 0.5, 0, 1), "f": (0, 0, 0, 0.5), "g": (0, 0.5, 1, 0.5)}
            for name, (x0, y0, x1, y1) in ends.items():
                lit = colour if name in SEGMENTS[digit] else ghost
                if lit:
                    inset_x, inset_y = (bar * 0.7, 0) if y0 == y1 else (0, bar * 0.7)
                    self.line(x + x0 * width + inset_x, y + y0 * height + inset_y,
                              x + x1 * width - inset_x, y + y1 * height - inset_y, lit, max(2, bar))
            x += width * 1.5

    def wheels(self, digits, x, y, width, height, ground=(20, 20, 20), ink=(240, 240, 235), last=None, turned=None):
        """Number wheels side by side, the last one perhaps in other colours (ground, ink) and turned half a digit."""
        for place, digit in enumerate(digits):
            back, front = last if last and place == len(digits) - 1 else (ground, ink)
            cell = Scene(self.chance, back, int(width), int(height))
            shift = (turned or 0) * height if place == len(digits) - 1 else 0
            for step in (-1, 0, 1):
                cell.text(str((int(digit) + step) % 10), width / 2, height / 2 + (step * 0.95) * height + shift,
                          height * 0.78, front, "narrow", centred=True)
            shade = np.sin(np.linspace(0.35, np.pi - 0.35, int(height)))[:, None, None]
            left, top = int(x + place * width * 1.08), int(y)
            self.pixels[top:top + int(height), left:left + int(width)] = (cell.pixels * shade).astype(np.uint8)

    def grain(self, strength):
        noise = self.chance.normal(0, strength, self.pixels.shape[:2] + (1,))
        self.pixels = np.clip(self.pixels + noise, 0, 255).astype(np.uint8)


def photo(scene, chance, side=300, tilt=0.06):
    """The scene as a phone sees it: turned a little, unevenly lit, not quite sharp, as a JPEG."""
    height, width = scene.pixels.shape[:2]
    corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    moved = corners + chance.uniform(-tilt, tilt, (4, 2)).astype(np.float32) * width
    seen = cv2.warpPerspective(
        scene.pixels, cv2.getPerspectiveTransform(corners, moved), (width, height), flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE)
    scale = side / max(width, height)
    seen = cv2.resize(seen, (int(width * scale), int(height * scale)), interpolation=cv2.INTER_AREA).astype(np.float32)
    rows, columns = np.mgrid[0:seen.shape[0], 0:seen.shape[1]] / side
    slope = chance.uniform(-0.3, 0.3, 2)
    seen *= (chance.uniform(0.8, 1.05) + slope[0] * (columns - 0.5) + slope[1] * (rows - 0.4))[..., None]
    seen *= chance.uniform(0.92, 1.08, 3)
    seen = cv2.GaussianBlur(seen, (0, 0), chance.uniform(0.3, 0.8)) + chance.normal(0, 2, seen.shape)
    done, data = cv2.imencode(".jpg", np.clip(seen, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 70])
    assert done
    return data.tobytes()
