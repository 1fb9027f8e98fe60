"""Draws pictures of anything but a gas counter, most of them with digits in them: faces, cats, receipts, displays, plates,
clocks, locks, odometers. For Tests/MeterVisionTests/Golden/other; the same seed draws the same pictures."""

import argparse
from pathlib import Path

import numpy as np

import scene
from scene import Scene


def digits(chance, count):
    return "".join(str(digit) for digit in chance.integers(0, 10, count))


def colour(chance, low=40, high=230):
    return tuple(int(value) for value in chance.integers(low, high, 3))


def face(chance):
    s = Scene(chance, colour(chance))
    skin = tuple(int(v) for v in np.array([235, 190, 155]) * chance.uniform(0.4, 1))
    s.disc(320, 520, 220, 170, colour(chance))
    s.disc(320, 215, 150, 170, colour(chance, 10, 120))
    s.disc(320, 240, 120, 155, skin)
    for side in (-1, 1):
        s.disc(320 + side * 48, 215, 24, 13, (250, 250, 250))
        s.disc(320 + side * 48, 215, 11, 11, colour(chance, 10, 110))
        s.line(320 + side * 25, 185, 320 + side * 75, 183, (40, 25, 20), 7)
    s.disc(320, 270, 16, 26, tuple(int(v * 0.9) for v in skin))
    s.disc(320, 325, 45, 18, (170, 60, 60))
    return s


def cat(chance):
    s, fur = Scene(chance, colour(chance)), colour(chance, 50, 220)
    s.disc(320, 500, 190, 180, fur)
    for side in (-1, 1):
        s.shape([(320 + side * 130, 90), (320 + side * 40, 150), (320 + side * 140, 220)], fur)
    s.disc(320, 250, 150, 130, fur)
    for side in (-1, 1):
        s.disc(320 + side * 60, 225, 30, 26, (190, 210, 60))
        s.disc(320 + side * 60, 225, 7, 24, (10, 10, 10))
        for step in (-1, 0, 1):
            s.line(320 + side * 40, 300 + step * 6, 320 + side * 190, 295 + step * 28, (240, 240, 240), 2)
    s.shape([(300, 275), (340, 275), (320, 298)], (220, 130, 140))
    return s


def receipt(chance):
    s = Scene(chance, colour(chance, 60, 160))
    s.box(150, 0, 340, 480, (245, 243, 238))
    s.text("SUPERMERCATO 12", 320, 40, 28, font="mono", centred=True)
    for row in range(11):
        s.text(str(chance.choice(["PANE", "LATTE", "MELE KG", "CAFFE", "UOVA 10", "ACQUA"])), 170, 85 + row * 28, 22, font="mono")
        s.text(f"{chance.uniform(0.5, 60):.2f}", 390, 85 + row * 28, 22, font="mono")
    s.text(f"TOTALE {chance.uniform(10, 300):.2f}", 170, 420, 34, font="mono")
    s.text(digits(chance, 13), 170, 460, 22, font="mono")
    return s


def electricity(chance):
    s = Scene(chance, (205, 205, 198))
    s.box(110, 70, 420, 150, (150, 170, 130))
    s.segments(digits(chance, 6), 140, 100, 85, (25, 35, 25), (140, 158, 120))
    s.text("kWh", 465, 190, 30)
    s.text("1.8.0", 120, 95, 18)
    s.disc(200, 300, 10, 10, (200, 30, 30))
    s.text("1000 imp/kWh", 225, 310, 22)
    s.text(f"Nr. {digits(chance, 8)}", 180, 380, 30, font="bold")
    return s


def phone(chance):
    s = Scene(chance, colour(chance))
    s.box(190, 0, 260, 480, (15, 15, 18))
    s.box(200, 25, 240, 430, (245, 247, 250))
    s.text(f"{chance.integers(0, 24):02}:{chance.integers(0, 60):02}", 215, 50, 20)
    s.text(digits(chance, int(chance.integers(4, 9))), 320, 180, 44, font="bold", centred=True)
    for key in range(12):
        s.disc(250 + key % 3 * 70, 270 + key // 3 * 52, 22, 22, (225, 228, 232))
        s.text("123456789*0#"[key], 250 + key % 3 * 70, 270 + key // 3 * 52, 22, centred=True)
    return s


def plate(chance):
    s = Scene(chance, colour(chance, 20, 160))
    s.box(0, 130, 640, 240, colour(chance, 20, 120))
    s.box(110, 185, 420, 100, (240, 240, 236))
    s.box(110, 185, 420, 100, (20, 20, 20), 4)
    s.box(112, 187, 42, 96, (20, 50, 160))
    s.text(f"{chance.choice(['AB', 'TB', 'KL'])}-{digits(chance, 3)}-{chance.choice(['CD', 'XY'])}", 340, 235, 82, font="narrow", centred=True)
    return s


def calculator(chance):
    s = Scene(chance, colour(chance))
    s.box(170, 20, 300, 450, (55, 58, 62))
    s.box(190, 45, 260, 90, (170, 185, 155))
    s.segments(digits(chance, 6), 210, 62, 52, (20, 28, 20))
    for key in range(16):
        s.box(195 + key % 4 * 66, 165 + key // 4 * 72, 52, 52, (90, 92, 96))
        s.text("789/456*123-0.=+"[key], 221 + key % 4 * 66, 191 + key // 4 * 72, 30, (245, 245, 245), "bold", centred=True)
    return s


def odometer(chance):
    s = Scene(chance, (18, 18, 20))
    s.disc(320, 250, 300, 300, (235, 235, 235), 3)
    for mark in range(11):
        angle = np.radians(140 + mark * 26)
        s.text(str(mark * 20), 320 + 245 * np.cos(angle), 250 + 245 * np.sin(angle), 30, (240, 240, 240), "bold", centred=True)
    s.line(320, 250, 320 + 200 * np.cos(chance.uniform(2.6, 5)), 250 - 120, (230, 60, 30), 8)
    s.disc(320, 250, 28, 28, (60, 60, 60))
    s.text("km/h", 320, 160, 26, (235, 235, 235), centred=True)
    s.wheels(digits(chance, 6), 205, 310, 35, 52, last=((235, 235, 230), (20, 20, 20)), turned=chance.uniform(-0.4, 0.4))
    s.text("km", 455, 350, 24, (235, 235, 235))
    return s


def clock(chance):
    s = Scene(chance, colour(chance))
    s.disc(320, 240, 215, 215, (250, 250, 246))
    s.disc(320, 240, 215, 215, (40, 30, 30), 10)
    for hour in range(1, 13):
        angle = np.radians(hour * 30 - 90)
        s.text(str(hour), 320 + 172 * np.cos(angle), 240 + 172 * np.sin(angle), 40, font="serif", centred=True)
    for length, width in ((105, 10), (155, 6)):
        angle = chance.uniform(0, 2 * np.pi)
        s.line(320, 240, 320 + length * np.cos(angle), 240 + length * np.sin(angle), (20, 20, 20), width)
    return s


def calendar(chance):
    s = Scene(chance, (248, 248, 245))
    s.box(0, 0, 640, 80, (180, 40, 40))
    s.text(f"APRIL {chance.integers(1990, 2030)}", 320, 42, 44, (255, 255, 255), "bold", centred=True)
    for day in range(31):
        s.text(str(day + 1), 80 + day % 7 * 80, 120 + day // 7 * 75, 36, font="sans", centred=True)
    return s


def house(chance):
    s = bricks(chance)
    s.disc(320, 240, 170, 110, (20, 60, 140))
    s.disc(320, 240, 158, 98, (255, 255, 255), 4)
    s.text(digits(chance, int(chance.integers(2, 5))), 320, 240, 120, (255, 255, 255), "bold", centred=True)
    return s


def page(chance):
    s = Scene(chance, (246, 244, 236))
    for row in range(17):
        words = " ".join(str(chance.choice(["the", "meter", "reading", "was", "in", "of", "1984", "gas", "supply", "2307", "year"])) for _ in range(9))
        s.text(words, 40, 45 + row * 26, 20, font="serif")
    return s


def barcode(chance):
    s = Scene(chance, colour(chance, 90, 200))
    s.box(90, 110, 460, 250, (250, 250, 250))
    x = 120
    while x < 515:
        width = int(chance.integers(2, 9))
        s.box(x, 135, width - 1, 150, (10, 10, 10))
        x += width + int(chance.integers(3, 10))
    s.text(" ".join(digits(chance, 13)), 320, 322, 30, font="mono", centred=True)
    return s


def lock(chance):
    s = Scene(chance, colour(chance))
    s.disc(320, 240, 330, 190, (35, 35, 38), 40)
    s.box(140, 180, 360, 110, (45, 45, 50))
    s.wheels(digits(chance, int(chance.integers(4, 6))), 190, 195, 48, 78, (70, 72, 76), (245, 245, 245))
    return s


def pump(chance):
    s = Scene(chance, (210, 30, 35))
    for row, name in enumerate(("EUR", "LITRI", "EUR/L")):
        s.box(130, 40 + row * 140, 330, 105, (165, 180, 150))
        s.segments(f"{chance.uniform(1, 90):.2f}".rjust(5), 160, 58 + row * 140, 64, (20, 25, 20))
        s.text(name, 480, 105 + row * 140, 30, (255, 255, 255), "bold")
    return s


def plain(chance):
    s = Scene(chance, colour(chance, 0, 255))
    if chance.random() < 0.7:
        ramp = np.linspace(chance.uniform(0, 0.6), 1, s.width)[None, :, None]
        s.pixels = (s.pixels * ramp).astype(np.uint8)
    return s


def noise(chance):
    s = Scene(chance, colour(chance, 90, 160))
    cells = chance.integers(0, 255, (int(chance.integers(6, 40)), int(chance.integers(6, 60)), 3)).astype(np.uint8)
    s.pixels = scene.cv2.resize(cells, (s.width, s.height), interpolation=int(chance.integers(0, 3)))
    return s


def bricks(chance):
    s, wide, high = Scene(chance, (190, 185, 175)), int(chance.integers(60, 120)), int(chance.integers(28, 50))
    for row in range(480 // high + 1):
        for column in range(-1, 640 // wide + 1):
            red = chance.uniform(0.7, 1.1)
            s.box(column * wide + row % 2 * wide // 2, row * high, wide - 6, high - 6, (int(165 * red), int(80 * red), int(62 * red)))
    return s


def screenshot(chance):
    s = Scene(chance, (236, 229, 221))
    s.box(0, 0, 640, 60, (7, 94, 84))
    s.text(f"+39 {digits(chance, 3)} {digits(chance, 7)}", 30, 40, 28, (255, 255, 255))
    for row in range(5):
        left = 30 if row % 2 else 250
        s.box(left, 85 + row * 78, 350, 60, (255, 255, 255) if row % 2 else (220, 248, 198))
        s.text(f"Lettura: {digits(chance, 5)}", left + 20, 122 + row * 78, 28)
    return s


def tally(chance):
    s = Scene(chance, colour(chance, 60, 200))
    s.disc(320, 260, 200, 190, (200, 200, 205))
    s.disc(320, 260, 185, 175, (165, 165, 170), 6)
    s.box(205, 215, 230, 82, (30, 30, 30))
    s.wheels(digits(chance, 4), 213, 221, 50, 70, (245, 245, 240), (15, 15, 15))
    s.disc(470, 90, 45, 35, (120, 120, 125))
    return s


def price(chance):
    s = Scene(chance, colour(chance))
    s.box(120, 90, 400, 300, (255, 225, 40))
    s.text("OFFERTA", 320, 140, 50, (200, 20, 20), "bold", centred=True)
    s.text(f"{chance.uniform(0.5, 99):.2f}", 320, 260, 150, (20, 20, 20), "narrow", centred=True)
    s.text(digits(chance, 8), 320, 360, 28, font="mono", centred=True)
    return s


def scoreboard(chance):
    s = Scene(chance, (12, 12, 14))
    for row in range(2):
        s.segments(digits(chance, 2), 130 + row * 250, 150, 150, (255, 60, 30), (50, 15, 12))
    s.text("HOME", 190, 100, 44, (250, 250, 250), "bold", centred=True)
    s.text("GUEST", 440, 100, 44, (250, 250, 250), "bold", centred=True)
    s.segments(digits(chance, 4), 220, 370, 64, (255, 190, 30))
    return s


def card(chance):
    s = Scene(chance, colour(chance))
    s.box(70, 80, 500, 310, colour(chance, 20, 110))
    s.box(110, 170, 70, 52, (215, 185, 90))
    s.text(" ".join(digits(chance, 4) for _ in range(4)), 320, 275, 46, (235, 235, 235), "mono", centred=True)
    s.text(f"{chance.integers(1, 13):02}/{chance.integers(26, 32)}", 380, 335, 28, (235, 235, 235), "mono")
    return s


def flaps(chance):
    s = Scene(chance, (28, 28, 30))
    for row in range(5):
        for column, sign in enumerate(digits(chance, 4) + " " + digits(chance, 5)):
            left, top = 28 + column * 59, 40 + row * 86
            s.box(left, top, 50, 68, (8, 8, 8))
            s.text(sign, left + 25, top + 34, 56, (245, 220, 90), "narrow", centred=True) if sign != " " else None
            s.line(left, top + 34, left + 50, top + 34, (30, 30, 30), 2)
    return s


def speed_limit(chance):
    s = Scene(chance, (150, 185, 225))
    s.box(305, 200, 30, 280, (120, 120, 120))
    s.disc(320, 200, 160, 160, (205, 25, 30))
    s.disc(320, 200, 122, 122, (250, 250, 250))
    s.text(str(chance.integers(2, 14) * 10), 320, 200, 130, font="road", centred=True)
    return s


KINDS = [face, cat, receipt, electricity, phone, plate, calculator, odometer, clock, calendar, house, page, barcode, lock, pump,
         plain, noise, bricks, screenshot, tally, price, scoreboard, card, flaps, speed_limit]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write them; made when it is not there")
    parser.add_argument("--each", type=int, default=8, help="pictures of each kind")
    parser.add_argument("--seed", type=int, default=6, help="seed")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for number, kind in enumerate(KINDS):
        for turn in range(options.each):
            chance = np.random.default_rng([options.seed, number, turn])
            drawn = kind(chance)
            drawn.grain(3)
            (options.folder / f"{kind.__name__.replace('_', '-')}-{turn + 1}.jpg").write_bytes(scene.photo(drawn, chance))
    print(f"{len(KINDS) * options.each} pictures in {options.folder}")


if __name__ == "__main__":
    main()
