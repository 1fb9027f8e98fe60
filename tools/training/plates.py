"""Draws plates for the nets that read printed serials: all print on them is known, character by character.

    python plates.py --out FOLDER --count 3000 --seed 31

A plate is drawn twice as large as a strip shows it (`PlateStrip` in Sources/MeterVision: 576 pixels across), grey, flat and
clean; print_samples.py photographs it. FOLDER gets JPEGs and truth.jsonl: for each word its characters, their edges from
left to right, the top and bottom of its digits, and the line that it stands in. The typefaces are those of PhotoSimulator.
"""

import argparse
import json
import os

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

import pictures

FONTS = os.path.join(os.path.dirname(__file__), "../../Simulators/PhotoSimulator/Fonts/fonts.tsv")
WIDTH = 1152
NAMES = [
    "GAS METER", "CONTATORE GAS", "SAYAÇ", "DOĞALGAZ", "Gaszähler", "MADE IN ITALY", "MADE IN E.U.", "CUBIC METRES",
    "metri cubi", "Class 1,5", "Anno", "Year", "Yıl", "Baujahr", "Typ", "Type", "Tipo", "Model", "Mod.", "Serie", "PROPRIETA'",
    "CE", "MID", "ARTANIS", "MERTRIX", "SAGMAS", "ELEKTRONET", "G.GALLEN", "Iltron", "meters", "Zähler"]
LEADS = [
    "Nr.", "Nr", "N.", "N°", "No", "No.", "S/N", "SN", "S/N:", "Matr.", "Matricola", "Seri No:", "SERIAL", "Fabr. Nr.", "Serie",
    "n.", "#", ""]
SPECS = [
    "Qmax {a} m³/h", "Qmin 0,0{d} m³/h", "Qmax {a},0", "Q min 0,04", "pmax 0,{d} bar", "Pmax {d}00 mbar", "V {d},{d} dm³",
    "V = {d},{d} dm3", "tm -25...+55°C", "-10°C/+40°C", "EN 1359:{y}", "EN1359", "G {a}", "G{a}", "GD-G{a}M",
    "1 imp = 0,01 m³", "0,1 m³/imp", "CE M{b} 0102", "DE-{b}-MI002-PTB00{d}", "Cl. 1.5", "m³", "dm³", "T.M. {d}.{b}",
    "I.M. {n}", "D.M. {n}/{b}", "T{b}{n}", "{y}", "{b}/{y}", "Tb 15°C", "DN {b}", "IP{b}", "{w}{n}", "{w}-{n}", "{n}{w}",
    "{n}-{n}", "{b}.{b}.{y}", "tel. 0{n} {m}"]


class Fonts:
    """The list's typefaces that are installed, each at any height of its digits."""

    def __init__(self):
        with open(FONTS) as file:
            rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
        self.files = [row[3] for row in rows if row[0] != "handwriting" and os.path.exists(row[3])]
        if not self.files:
            raise SystemExit("plates.py: none of the typefaces is installed; their packages are in " + FONTS)
        self.cache = {}

    def font(self, file, height):
        """The typeface with digits that many pixels high."""
        if (file, height) not in self.cache:
            box = ImageFont.truetype(file, 100).getbbox("0", anchor="ls")
            self.cache[file, height] = ImageFont.truetype(file, max(4, round(100 * height / max(1, box[3] - box[1]))))
        return self.cache[file, height]


def digits(rng, count):
    return "".join(rng.choice("0123456789") for _ in range(count))


def serial(rng):
    """A number that identifies something, whole or in groups."""
    count = rng.choices([5, 6, 7, 8, 9, 10, 11, 12, 14], [1, 3, 8, 14, 4, 5, 1, 1, 1])[0]
    text = digits(rng, count)
    if rng.random() < 0.2:
        text = "0" * rng.randint(1, 3) + text[3:]
    if rng.random() < 0.22:
        gap = rng.choice([" ", " ", " ", ".", "."])
        size = rng.choice([2, 3, 3, 3, 4])
        first = len(text) % size or size
        text = gap.join([text[:first]] + [text[at:at + size] for at in range(first, len(text), size)])
    return text


def other(rng):
    """A line of print that is no serial."""
    if rng.random() < 0.35:
        return rng.choice(NAMES)
    letters = "ABCDEFGHIKLMNOPRSTUVXZ" if rng.random() < 0.6 else "abcdefghiklmnoprstuvz"
    return rng.choice(SPECS).format(
        a=rng.choice(["4", "6", "10", "2,5", "16", "25"]), b=f"{rng.randint(0, 99):02}", d=rng.randint(0, 9),
        y=rng.randint(1978, 2024), n=digits(rng, rng.randint(2, 6)), m=digits(rng, rng.randint(3, 7)),
        w="".join(rng.choice(letters) for _ in range(rng.randint(1, 7))))


class Plate:
    """A plate on which print is put where room is left."""

    def __init__(self, fonts, rng):
        self.fonts, self.rng, self.random = fonts, rng, np.random.default_rng(rng.getrandbits(32))
        self.height = rng.randint(360, 760)
        self.is_dark = rng.random() < 0.15
        ground = rng.uniform(15, 90) if self.is_dark else rng.uniform(130, 250)
        self.ink = min(255, ground + rng.uniform(60, 190)) if self.is_dark else max(0, ground - rng.uniform(55, 230))
        self.image = np.full((self.height, WIDTH), ground, np.float32)
        self.taken, self.words, self.ignored, self.lines = [], [], [], 0
        self.plain, self.special = rng.choice(fonts.files), rng.choice(fonts.files)

    def room(self, width, height, tries=12):
        """A free place of that size, its left top corner; None if there is none."""
        for _ in range(tries):
            if width >= WIDTH - 8 or height >= self.height - 8:
                return None
            x, y = self.rng.uniform(4, WIDTH - width - 4), self.rng.uniform(4, self.height - height - 4)
            if all(x + width < a or x > c or y + height < b or y > d for a, b, c, d in self.taken):
                self.taken.append((x, y, x + width, y + height))
                return int(x), int(y)
        return None

    def line(self, words, height, file, style="printed", at=None):
        """Puts words side by side; nothing where there is no room for them."""
        rng, font = self.rng, self.fonts.font(file, height)
        stretch = rng.choice([1, 1, 1, rng.uniform(0.72, 1.35)])
        spacing = rng.choice([0, 0, 0, rng.uniform(-0.04, 0.3)]) * height
        advances = [[(font.getlength(c) + spacing) * stretch for c in word] for word in words]
        gap = font.getlength(" ") * stretch * rng.choice([1, 1, 1.5, 2.5])
        width = sum(map(sum, advances)) + gap * (len(words) - 1)
        pad = int(height * 0.45)
        at = at or self.room(width + 2 * pad * 0.6, height + 2 * pad * rng.choice([0.45, 0.8, 1]))
        if at is None:
            return
        mask = Image.new("L", (max(1, int(width / stretch) + 2 * pad), height + 2 * pad), 0)
        pen, x, placed = ImageDraw.Draw(mask), 0.0, []
        # All marks of a line have the same foot; struck ones stand a little off it.
        for word, advance in zip(words, advances):
            edges = [x]
            for character, step in zip(word, advance):
                down = rng.gauss(0, 0.035) * height if style == "stamped" else 0
                pen.text((pad + x / stretch, pad + height + down), character, fill=255, font=font, anchor="ls")
                x += step
                edges.append(x)
            placed.append((word, edges))
            x += gap
        ink = np.asarray(mask.resize((int(width) + int(2 * pad * stretch), mask.height), Image.BILINEAR), np.float32) / 255
        left, top = at[0] - int(pad * stretch) + int(pad * 0.6), at[1]
        self.print(ink, left, top, style, height)
        shift, inset = left + pad * stretch, (spacing if spacing > 0 else 0) * stretch
        for word, edges in placed:
            centres = [(a + b - inset) / 2 + shift for a, b in zip(edges, edges[1:])]
            self.words.append(dict(text=word, line=self.lines, top=top + pad, bottom=top + pad + height,
                                   left=edges[0] + shift, right=edges[-1] + shift - inset, centres=[round(c, 1) for c in centres]))
        self.lines += 1

    def print(self, ink, left, top, style, height):
        """Lays ink on the plate as printed, engraved, struck, dotted or worn."""
        rng = self.rng
        if style == "dotted":
            pitch = max(3, round(height / rng.choice([7, 9])))
            ys, xs = np.mgrid[: ink.shape[0], : ink.shape[1]]
            ink = ink * ((((xs % pitch) - pitch / 2) ** 2 + ((ys % pitch) - pitch / 2) ** 2) < (0.55 * pitch) ** 2)
        if rng.random() < 0.25:
            noise = cv2.resize(self.random.random((ink.shape[0] // 9 + 2, ink.shape[1] // 9 + 2), np.float32), ink.shape[::-1])
            ink = ink * np.clip((noise - rng.uniform(0, 0.35)) * 4, 0.15, 1)
        if rng.random() < 0.3:
            size = rng.choice([2, 3])
            ink = (cv2.dilate if rng.random() < 0.6 else cv2.erode)(ink, np.ones((size, size), np.uint8))
        alpha = rng.uniform(0.45, 1) if rng.random() < 0.4 else 1
        def lay(mask, dx, dy, colour, alpha):
            y0, x0 = max(0, top + dy), max(0, left + dx)
            y1, x1 = min(self.height, top + dy + mask.shape[0]), min(WIDTH, left + dx + mask.shape[1])
            if y1 <= y0 or x1 <= x0:
                return
            part = mask[y0 - top - dy: y1 - top - dy, x0 - left - dx: x1 - left - dx] * alpha
            self.image[y0:y1, x0:x1] += (colour - self.image[y0:y1, x0:x1]) * part
        depth = max(1, round(height * 0.06))
        if style == "engraved":
            lay(ink, depth, depth, 255, 0.7)
            lay(ink, 0, 0, float(self.image.mean()) * rng.uniform(0.35, 0.75), 0.9)
        else:
            if style == "stamped":
                lay(ink, depth, depth, 255, 0.5)
            lay(ink, 0, 0, self.ink, alpha)

    def bars(self):
        """A bar code, often with its number under it."""
        rng = self.rng
        module, count, tall = rng.choice([1.5, 2, 3, 4]), rng.randint(50, 110), rng.randint(30, 110)
        width, h = int(module * count), rng.randint(16, 36)
        at = self.room(width + 10, tall + h + 24)
        if at is None:
            return
        x, y = at
        self.image[y: y + tall + h + 20, x: x + width + 10] = max(self.image[0, 0], rng.uniform(170, 255))
        edge = 5.0
        while edge < width:
            bar = module * rng.choice([1, 1, 2, 3])
            self.image[y + 4: y + tall, x + int(edge): x + int(edge + bar)] = self.ink if not self.is_dark else 20
            edge += bar + module * rng.choice([1, 1, 2, 3])
        if rng.random() < 0.7:
            keep, self.ink = self.ink, (self.ink if not self.is_dark else 20)
            self.line([serial(rng)], h, rng.choice(self.fonts.files), at=(x + rng.randint(0, 10), y + tall - int(0.45 * h) + 6))
            self.ink = keep

    def block(self, height, file):
        """Lines one below the other, as close as plates have them."""
        rng, count = self.rng, self.rng.randint(2, 6)
        lead = height * rng.uniform(1.3, 1.9)
        at = self.room(height * rng.uniform(8, 18), lead * count + height)
        for number in range(count if at else 0):
            text = [rng.choice(LEADS), serial(rng)] if rng.random() < 0.3 else other(rng).split(" ")
            self.line([word for word in text if word], height, file, at=(at[0], int(at[1] + lead * number - 0.2 * height)))

    def shapes(self):
        """Frames, arrows, screws, a logo: what is no print."""
        rng = self.rng
        for _ in range(rng.randint(1, 5)):
            at = self.room(rng.randint(30, 260), rng.randint(20, 120), 3)
            if at is None:
                continue
            a, b, c, d = map(int, self.taken[-1])
            colour, thick = (self.ink if rng.random() < 0.7 else rng.uniform(0, 255)), rng.choice([1, 2, 3, 5, -1])
            kind = rng.randrange(4)
            if kind == 0:
                cv2.rectangle(self.image, (a, b), (c, d), colour, thick)
            elif kind == 1:
                cv2.circle(self.image, ((a + c) // 2, (b + d) // 2), min(c - a, d - b) // 2, colour, thick)
            elif kind == 2:
                cv2.arrowedLine(self.image, (a, (b + d) // 2), (c, (b + d) // 2), colour, max(2, thick), tipLength=0.3)
            else:
                points = np.array([[rng.randint(a, c), rng.randint(b, d)] for _ in range(rng.randint(3, 7))])
                cv2.polylines(self.image, [points], rng.random() < 0.5, colour, max(1, thick))

    def window(self):
        """The edge of the counter's window; digits in it are none of the plate's."""
        rng, deep = self.rng, self.rng.randint(10, 60)
        top = 0 if rng.random() < 0.5 else self.height - deep
        a, c = rng.randint(0, 150), WIDTH - rng.randint(0, 150)
        self.image[top: top + deep, a:c] = rng.uniform(5, 70)
        mask = Image.new("L", (c - a, deep))
        ImageDraw.Draw(mask).text((20, deep + 40 if top == 0 else 90 + 20), " ".join(digits(rng, 8)), fill=255,
                                  font=self.fonts.font(self.plain, 90), anchor="ls")
        self.print(np.asarray(mask, np.float32) / 255 * rng.uniform(0.3, 1), a, top, "printed", 90)
        self.taken.append((a, top, c, top + deep))
        self.ignored.append((a, top, c, top + deep))

    def fill(self):
        rng = self.rng
        if rng.random() < 0.6:
            self.window()
        for _ in range(rng.randint(1, 3)):
            height = rng.randint(15, 58) if rng.random() < 0.8 else rng.randint(58, 80)
            words = [word for word in [rng.choice(LEADS) if rng.random() < 0.65 else "", serial(rng)] if word]
            if rng.random() < 0.25:
                words += [w for w in [rng.choice(["", "", "-", "/"]), str(rng.randint(1975, 2024))] if w]
            file = rng.choice([self.plain, self.special, rng.choice(self.fonts.files)])
            self.line(words, height, file, rng.choices(["printed", "stamped", "engraved", "dotted"], [60, 20, 12, 6])[0])
        for _ in range(rng.choice([0, 0, 1, 1, 2])):
            self.bars()
        self.shapes()
        common = rng.randint(14, 44)
        for _ in range(rng.randint(0, 3)):
            self.block(max(12, round(common * rng.uniform(0.8, 1.3))), rng.choice([self.plain, self.special]))
        for _ in range(rng.randint(4, 22)):
            height = max(12, round(common * rng.choice([1, 1, 1, rng.uniform(0.6, 2.2)])))
            self.line(other(rng).split(" "), height, rng.choice([self.plain, self.plain, self.special]),
                      rng.choices(["printed", "engraved"], [90, 10])[0])
        return np.clip(self.image, 0, 255).astype(np.uint8), dict(words=self.words, ignored=self.ignored)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=31)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    fonts = Fonts()
    with open(os.path.join(options.out, "truth.jsonl.part"), "w") as truths:
        for number in range(options.count):
            image, truth = Plate(fonts, pictures.generator(options.seed, number)).fill()
            truth["file"] = f"plate-{number:05}.jpg"
            cv2.imwrite(os.path.join(options.out, truth["file"]), image, [cv2.IMWRITE_JPEG_QUALITY, 94])
            truths.write(json.dumps(truth, separators=(",", ":"), ensure_ascii=False) + "\n")
    os.replace(os.path.join(options.out, "truth.jsonl.part"), os.path.join(options.out, "truth.jsonl"))


if __name__ == "__main__":
    main()
