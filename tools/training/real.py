"""Real photos as training takes them: the same (JPEG, truth) pairs as drawn ones, from a folder and a list of labels.

The list has the columns file, fold, legibility, digits and corners: gas-photos.tsv tells what they hold. One that
`endeks training export` wrote also has told, up to which share of the window's width its digits tell: a red wheel that nobody
confirmed is a "-" there, and the reader's samples show nothing of it.
"""

import csv
import os


def load(folder, labels, without=None):
    """The photos of all folds but one: pairs of JPEG bytes and truth; digits are None where nobody is certain of all."""
    photos = []
    with open(labels, newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t"):
            if without is not None and int(row["fold"]) == without:
                continue
            with open(os.path.join(folder, row["file"]), "rb") as jpeg:
                body = jpeg.read()
            numbers = [float(value) for value in row["corners"].split()]
            if len(numbers) != 8:
                raise SystemExit(f"{labels}: {row['file']} has {len(numbers)} numbers for corners, not 8")
            digits = None
            if row["digits"] != "-":
                black, _, red = row["digits"].partition(",")
                digits = [dict(value=int(digit), red=False) for digit in black]
                digits += [dict(value=int(digit), red=True) for digit in red if digit != "-"]
            told = row.get("told") or "-"
            photos.append((body, dict(
                window=[numbers[at:at + 2] for at in range(0, 8, 2)], digits=digits, hidden=[], display=False,
                told=1.0 if told == "-" else float(told), readable=row["legibility"] == "readable")))
    return photos


def for_net(net, photos):
    """Those that can teach a net: the reader needs every digit, the wheel's net where each wheel stands, which no list tells."""
    if net == "wheel":
        return []
    return [photo for photo in photos if net != "reader" or photo[1]["digits"]]
