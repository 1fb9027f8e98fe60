"""Decodes the codes of drawn photos with ZXing (PyPI: zxing-cpp) and compares them with the truth.

    python tools/outside/read_codes.py FOLDER [SMALLEST_MODULE_IN_PIXELS [SHARE]]

Counts every code that lies in its photo with its quiet zone and whose narrowest bar is at least that wide (2.2 pixels), in
photos whose truth is readable. Each is decoded three times: laid upright by its corners, as cut out, and in the whole photo.
Prints shares by symbology and by module; lists wrong values and codes that did not decode.
Ends with 1 where a smaller share than 0.99 decodes in the whole photo, or where any value of such a size is wrong.
"""
import json
import pathlib
import sys
from collections import Counter

import cv2
import numpy as np
import zxingcpp

FORMATS = {
    "itf": zxingcpp.BarcodeFormat.ITF,
    "code-128": zxingcpp.BarcodeFormat.Code128,
    "code-39": zxingcpp.BarcodeFormat.Code39,
    "data-matrix": zxingcpp.BarcodeFormat.DataMatrix,
}
STEPS = [1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.5, 3.0, 4.0, 6.0, 99]
# Quiet zone in modules.
QUIET = {"itf": 10, "code-128": 10, "code-39": 10, "data-matrix": 2}
# Pixels of a module in the upright picture: with few of them thin bars run together, with many grain looks like cells.
MODULE = 4.0


def cut_out(picture, box, quiet):
    """The picture round a box, with its quiet zone."""
    low = np.maximum(0, np.floor(box.min(0) - quiet)).astype(int)
    high = np.ceil(box.max(0) + quiet).astype(int)
    return np.ascontiguousarray(picture[low[1]:high[1], low[0]:high[0]])


def upright(picture, box, quiet, module):
    """The box laid upright, with its quiet zone."""
    scale = min(2.0, MODULE / module)
    if scale < 0.8:
        picture = cv2.GaussianBlur(picture, (0, 0), 0.4 / scale)
    width = (np.linalg.norm(box[1] - box[0]) + np.linalg.norm(box[2] - box[3])) / 2 * scale
    height = (np.linalg.norm(box[3] - box[0]) + np.linalg.norm(box[2] - box[1])) / 2 * scale
    q = quiet * scale
    to = np.array([[q, q], [q + width, q], [q + width, q + height], [q, q + height]], np.float32)
    matrix = cv2.getPerspectiveTransform(box.astype(np.float32), to)
    return cv2.warpPerspective(
        picture, matrix, (int(width + 2 * q), int(height + 2 * q)), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def texts(picture, symbology):
    return {found.text for found in zxingcpp.read_barcodes(picture, formats=FORMATS[symbology])}


def main():
    folder = pathlib.Path(sys.argv[1])
    smallest = float(sys.argv[2]) if len(sys.argv) > 2 else 2.2
    wanted = float(sys.argv[3]) if len(sys.argv) > 3 else 0.99
    ways = ["upright", "cut out", "whole photo"]
    seen, right, sizes, sized = Counter(), Counter(), Counter(), Counter()
    wrong, small, failed = [], [], []
    for line in (folder / "truth.jsonl").open():
        truth = json.loads(line)
        if not truth["readable"] or not truth["codes"]:
            continue
        picture = cv2.imread(str(folder / truth["file"]), cv2.IMREAD_GRAYSCALE)
        size = np.array([truth["width"], truth["height"]])
        for code in truth["codes"]:
            kind, text, module = code["symbology"], code["text"], code["module"]
            box, quiet = np.array(code["box"], float), module * QUIET[kind]
            if (box < quiet).any() or (box > size - quiet).any():
                continue
            found = {
                "upright": texts(upright(picture, box, quiet, module), kind),
                "cut out": texts(cut_out(picture, box, quiet), kind),
                "whole photo": texts(picture, kind),
            }
            step = next(s for s in STEPS if module < s)
            sizes[kind, step] += 1
            sized[kind, step] += text in found["upright"]
            misread = [(truth["file"], kind, text, f"{module:.2f} px", way, bad) for way in ways for bad in found[way] - {text}]
            if module < smallest:
                # Too small to be sure of: the decoder's own guess, which a check digit may fit by chance.
                small += misread
                continue
            wrong += misread
            seen[kind] += 1
            for way in ways:
                right[kind, way] += text in found[way]
            if text not in found["whole photo"]:
                failed.append((truth["file"], kind, text, f"{module:.2f} px"))
    print(f"modules of {smallest} pixels and more:")
    print(f"{'symbology':12} {'codes':>6}" + "".join(f"{way:>13}" for way in ways))
    for kind in FORMATS:
        if seen[kind]:
            print(f"{kind:12} {seen[kind]:6}" + "".join(f"{right[kind, way] / seen[kind]:13.2%}" for way in ways))
    print("upright, by module below: " + " ".join(f"{s:>8g}" for s in STEPS))
    for kind in FORMATS:
        print(f"{kind:25} " + " ".join(f"{sized[kind, s]:>4}/{sizes[kind, s]:<3}" for s in STEPS))
    for entry in failed:
        print("not decoded in the whole photo:", *entry)
    for entry in wrong:
        print("wrong value:", *entry)
    for entry in small:
        print("wrong value, smaller than that:", *entry)
    total = sum(seen.values())
    share = {way: sum(right[kind, way] for kind in FORMATS) / max(1, total) for way in ways}
    print(f"{total} codes, " + ", ".join(f"{share[way]:.2%} decode {way}" for way in ways) + f", {len(wrong)} wrong values")
    return 0 if share["whole photo"] >= wanted and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
