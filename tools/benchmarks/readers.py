"""What tools/benchmarks/readers runs: Tesseract, the digit reader and the whole line on the same labelled photos."""

import argparse
import csv
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile

from PIL import Image, ImageOps

from proportion import interval

#: How much is left around a labelled window for Tesseract, in heights of it.
MARGIN = 0.15
#: The height that it likes best: letters of 30 to 40 pixels.
HEIGHT = 64


def labels_of(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def red_wheels(path):
    """How many red wheels each photo's meter has, where a table such as gas-photos.tsv tells all digits: 06275,225."""
    with open(path, newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        if "digits" not in (rows.fieldnames or []):
            return {}
        return {row["file"]: len(row["digits"].partition(",")[2]) for row in rows if row["digits"] != "-"}


def tesseract(picture, *options):
    """What Tesseract reads in a picture, and the milliseconds of processor that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(["tesseract", picture, "-", *options], capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return ran.stdout, took * 1000


def whole_photo(photo, _, index):
    """Whether the index stands anywhere in the text of the whole photo; the better of two modes counts."""
    texts, took = zip(*[tesseract(photo, "--psm", mode) for mode in ("6", "11")])
    # Digits apart on the wheels come as words of one letter.
    return any(index in re.sub(r"[^0-9]", "", line) for text in texts for line in text.splitlines()), statistics.mean(took)


def labelled_window(photo, label, index):
    """Whether the text of the labelled window begins with the index."""
    left, top, right, bottom = (float(edge) for edge in label["window"].split(";"))
    margin = MARGIN * (bottom - top)
    upright = ImageOps.exif_transpose(Image.open(photo)).convert("L")
    part = upright.crop((int(left - margin), int(top - margin), int(right + margin), int(bottom + margin)))
    part = part.resize((max(1, round(part.width * HEIGHT / part.height)), HEIGHT), Image.Resampling.LANCZOS)
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        part.save(file.name)
        text, took = tesseract(file.name, "--psm", "7", "-c", "tessedit_char_whitelist=0123456789")
    return re.sub(r"[^0-9]", "", text).startswith(index), took


def tesseract_row(name, folder, labels, read):
    readable = [label for label in labels if label["reading"] != "unreadable" and label.get("window")]
    results = [read(os.path.join(folder, label["file"]), label, label["reading"]) for label in readable]
    return name, sum(right for right, _ in results), len(results), statistics.median(took for _, took in results), None


def line_row(name, endeks, options, labels, more):
    command = [endeks, "read", options.folder, "--json", "--evaluate", labels, *more]
    if options.folds:
        command += ["--folds", options.folds, "--weights", options.weights]
    elif options.model:
        command += ["--model", options.model]
    if options.serials:
        command += ["--serials", options.serials]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if ran.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {ran.returncode}")
    if options.out:
        with open(os.path.join(options.out, re.sub(r"[^a-z]+", "-", name.lower()).strip("-") + ".json"), "w") as file:
            file.write(ran.stdout)
    summary = json.loads(ran.stdout.splitlines()[-1])["summary"]
    return name, summary["indexRight"]["count"], summary["indexRight"]["of"], summary["processorMillisecondsP50"], summary


def markdown(rows):
    lines = ["| reader | index right | accepted; wrong | unreadable accepted | processor, P50 |", "|---|---:|---:|---:|---:|"]
    for name, right, of, took, summary in rows:
        low, high = interval(right, of) if of else (0, 1)
        share = f"{right} of {of}" + (f" ({100 * right / of:.0f} %; 95 %: {100 * low:.0f} to {100 * high:.0f} %)" if of else "")
        accepted = unreadable = "–"
        if summary and "digit" not in name:
            accepted = f"{summary['accepted']['count']}; {summary['acceptedAndWrong']['count']}"
            unreadable = f"{summary['unreadableAccepted']['count']} of {summary['unreadableAccepted']['of']}"
        lines.append(f"| {name} | {share} | {accepted} | {unreadable} | {took:.0f} ms |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("endeks")
    parser.add_argument("folder")
    for option in ("labels", "folds", "weights", "model", "serials", "digits", "out"):
        parser.add_argument(f"--{option}")
    options = parser.parse_args()
    if bool(options.folds) != bool(options.weights):
        parser.error("--folds and --weights go together")
    if options.out:
        os.makedirs(options.out, exist_ok=True)
    rows = labels_of(options.labels or os.path.join(options.folder, "labels.csv"))
    told = options.digits or options.folds
    red = red_wheels(told) if told else {}
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
        fields = [*rows[0], *([] if "red" in rows[0] else ["red"])]
        writer = csv.DictWriter(file, fields)
        writer.writeheader()
        for row in rows:
            writer.writerow({**row, "red": row.get("red") or red.get(row["file"], "")})
        file.flush()
        print(markdown([
            tesseract_row("Tesseract, whole photo", options.folder, rows, whole_photo),
            tesseract_row("Tesseract, the labelled window", options.folder, rows, labelled_window),
            line_row("The digit reader, the labelled window in equal slices", options.endeks, options, file.name, ["--digit-reader"]),
            line_row("The whole line, told nothing", options.endeks, options, file.name, ["--known", "nothing"]),
            line_row("The whole line, told the wheel count", options.endeks, options, file.name, ["--known", "wheels"]),
            line_row("The whole line, told what is known of the meter", options.endeks, options, file.name, ["--known", "meter"]),
        ]))


if __name__ == "__main__":
    main()
