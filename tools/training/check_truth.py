"""Checks a PhotoSimulator folder: every line of truth.jsonl against truth.schema.json and against itself, every picture's file.

    python check_truth.py FOLDER...

Prints what is wrong, by line, and exits with 1; says nothing of what is right but the count.
"""

import argparse
import json
import os
import sys

try:
    import fastjsonschema
except ImportError:
    fastjsonschema = None

SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "truth.schema.json")


def validator():
    """A function from a truth to what the schema finds wrong with it."""
    with open(SCHEMA) as file:
        schema = json.load(file)
    if fastjsonschema:
        # It knows drafts up to 7, which keep their definitions elsewhere and ignore what stands beside a reference.
        text = json.dumps(schema).replace("#/$defs/", "#/definitions/").replace('"$defs"', '"definitions"')
        schema = json.loads(text) | {"$schema": "http://json-schema.org/draft-07/schema#"}
        check = fastjsonschema.compile(schema)

        def wrong(truth):
            try:
                check(truth)
                return []
            except fastjsonschema.JsonSchemaValueException as error:
                return [error.message]

        return wrong
    import jsonschema

    check = jsonschema.Draft202012Validator(schema)
    return lambda truth: [f"{error.json_path}: {error.message}" for error in check.iter_errors(truth)]


def contradictions(truth):
    """What no schema can say: where one field belies another."""
    digits = truth["digits"]
    if truth["index"] != "".join(str(d["value"]) for d in digits if not d["red"]):
        yield "index is not that of the black digits"
    if truth["decimals"] != "".join(str(d["value"]) for d in digits if d["red"]):
        yield "decimals are not those of the red digits"
    if any(a["red"] and not b["red"] for a, b in zip(digits, digits[1:])):
        yield "a black digit stands after a red one"
    if any(int(d["position"]) != d["value"] for d in digits):
        yield "a digit's value is not its position's lower digit"
    hidden = [wheel for entry in truth["hidden"] for wheel in entry["wheels"]]
    causes = [entry["cause"] for entry in truth["hidden"]]
    if any(wheel >= len(digits) for wheel in hidden):
        yield "a wheel is hidden that is not there"
    if len(set(causes)) < len(causes):
        yield "a cause is listed twice"
    if ("display-off" in causes) != (truth["display"] and not digits):
        yield "a display is off and shows digits, or shows none and is not off"
    black = len(truth["index"])
    if truth["readable"] != (black > 0 and "display-off" not in causes and all(wheel >= black for wheel in hidden)):
        yield "readable is not what the hidden wheels say"
    if abs(truth["up"][0] ** 2 + truth["up"][1] ** 2 - 1) > 0.03:
        yield "up is not of length 1"
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = truth["window"]
    if (cx - ax) * (dy - by) - (cy - ay) * (dx - bx) <= 0:
        yield "the window's corners do not go clockwise"


def size_of(path):
    """Width and height by a JPEG's frame header; None where there is none."""
    with open(path, "rb") as file:
        if file.read(2) != b"\xff\xd8":
            return None
        while True:
            head = file.read(4)
            if len(head) < 4 or head[0] != 0xFF:
                return None
            length = head[2] << 8 | head[3]
            if 0xC0 <= head[1] <= 0xC2:
                frame = file.read(5)
                return frame[3] << 8 | frame[4], frame[1] << 8 | frame[2]
            file.seek(length - 2, os.SEEK_CUR)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    wrong_with = validator()
    count = bad = 0
    for folder in options.folders:
        names = set()
        with open(os.path.join(folder, "truth.jsonl")) as lines:
            for number, line in enumerate(lines, 1):
                count += 1
                try:
                    truth = json.loads(line)
                    wrong = wrong_with(truth) or list(contradictions(truth))
                except ValueError as error:
                    truth, wrong = None, [str(error)]
                if truth and not wrong:
                    path = os.path.join(folder, truth["file"])
                    if truth["file"] in names:
                        wrong.append("the same file is listed twice")
                    names.add(truth["file"])
                    if not os.path.isfile(path):
                        wrong.append("the file is missing")
                    elif path.endswith(".jpg") and size_of(path) != (truth["width"], truth["height"]):
                        wrong.append(f"the picture is of another size: {size_of(path)}")
                if wrong:
                    bad += 1
                    print(f"{folder}/truth.jsonl:{number}: {'; '.join(wrong)}")
    print(f"{count} photos, {bad} of them wrong")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
