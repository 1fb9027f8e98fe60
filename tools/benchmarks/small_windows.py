"""Sets every second readable photo on an even wall so that its window takes a share of the width, and has it read.

    python tools/benchmarks/small_windows.py ENDEKS PHOTOS       (a release binary; a folder with labels.csv; wants OpenCV)

Walls of 1600 x 1200, grey 150; shares of 10, 15, 20 and 25 %. Prints for each what `endeks read --evaluate` says of windows,
indexes and accepts.
"""

import csv
import os
import subprocess
import sys
import tempfile

import cv2
import numpy as np

WIDTH, HEIGHT, GREY = 1600, 1200, 150


def on_wall(picture, box, share):
    """The picture on a wall, scaled so that the box is `share` of its width; and where the box then lies."""
    scale = WIDTH * share / (box[2] - box[0])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    small = small[:HEIGHT, :WIDTH]
    wall = np.full((HEIGHT, WIDTH, 3), GREY, np.uint8)
    top, left = (HEIGHT - small.shape[0]) // 2, (WIDTH - small.shape[1]) // 2
    wall[top:top + small.shape[0], left:left + small.shape[1]] = small
    return wall, [round(v * scale + offset) for v, offset in zip(box, (left, top, left, top))]


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    endeks, photos = sys.argv[1:]
    with open(os.path.join(photos, "labels.csv")) as file:
        rows = [row for row in csv.DictReader(file) if row["reading"].isdigit()][::2]
    for share in (0.10, 0.15, 0.20, 0.25):
        with tempfile.TemporaryDirectory() as folder:
            labels = os.path.join(folder, "labels.csv")
            with open(labels, "w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(["file", "reading", "decimals", "window"])
                for row in rows:
                    picture = cv2.imread(os.path.join(photos, row["file"]))
                    wall, box = on_wall(picture, [float(v) for v in row["window"].split(";")], share)
                    cv2.imwrite(os.path.join(folder, row["file"]), wall, [cv2.IMWRITE_JPEG_QUALITY, 92])
                    writer.writerow([row["file"], row["reading"], row["decimals"], ";".join(map(str, box))])
            said = subprocess.run([endeks, "read", folder, "--evaluate", labels], check=True, stdout=subprocess.PIPE, text=True)
        print(f"{share:.0%} of the width")
        print("".join(f"  {line}\n" for line in said.stdout.splitlines() if line.startswith(("window found", "index right", "accepted"))))


if __name__ == "__main__":
    main()
