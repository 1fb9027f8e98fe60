"""Measures real and drawn photos with the same code and sets them side by side.

    python compare.py --real ../shared/photos/gas --drawn FOLDER --out-picture curves.png --markdown table.md

FOLDER is one of PhotoSimulator's, best drawn at 640 pixels, as the real ones are: blocks of JPEG and noise do not outlive
being made smaller. A Kolmogorov-Smirnov distance above the limit that is printed is hardly chance (5 %).
"""

import argparse

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

import looks


def number(value):
    return f"{value:.3f}" if abs(value) < 1 else f"{value:.2f}" if abs(value) < 10 else f"{value:.0f}"


def rows_of(real, drawn):
    """(name, real P10 P50 P90, drawn P10 P50 P90, distance), the most different first."""
    rows = []
    for column, name in enumerate(looks.STATISTICS):
        a, b = real[:, column], drawn[:, column]
        rows.append((name, np.nanpercentile(a, [10, 50, 90]), np.nanpercentile(b, [10, 50, 90]), looks.distance(a, b)))
    return sorted(rows, key=lambda row: -row[3])


def markdown(real, drawn):
    limit = 1.36 * np.sqrt(1 / len(real) + 1 / len(drawn))
    lines = [
        f"{len(real)} real and {len(drawn)} drawn photos; distances above {limit:.2f} are hardly chance (5 %).", "",
        "| statistic | real P10 | P50 | P90 | drawn P10 | P50 | P90 | distance |", "|---|" + "---:|" * 7]
    for name, a, b, distance in rows_of(real, drawn):
        mark = "**" if distance > limit else ""
        cells = [number(v) for v in (*a, *b)]
        lines.append(f"| {name}: {looks.STATISTICS[name]} | {' | '.join(cells)} | {mark}{distance:.2f}{mark} |")
    return "\n".join(lines) + "\n"


def curves(real, drawn, path):
    names = list(looks.STATISTICS)
    columns = 6
    figure, axes = plt.subplots(-(-len(names) // columns), columns, figsize=(3 * columns, 2.1 * -(-len(names) // columns)))
    for axis in axes.flat[len(names):]:
        axis.axis("off")
    for column, (name, axis) in enumerate(zip(names, axes.flat)):
        both = np.concatenate([real[:, column], drawn[:, column]])
        low, high = np.nanpercentile(both, [0.5, 99.5])
        for values, colour, label in ((real[:, column], "C3", "real"), (drawn[:, column], "C0", "drawn")):
            values = np.sort(values[np.isfinite(values)])
            axis.step(values, (np.arange(len(values)) + 1) / len(values), color=colour, label=label, where="post")
        axis.set_xlim(low - 0.03 * (high - low) - 1e-6, high + 0.03 * (high - low) + 1e-6)
        axis.set_title(f"{name}  {looks.distance(real[:, column], drawn[:, column]):.2f}", fontsize=9)
        axis.tick_params(labelsize=7)
    axes.flat[0].legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(path, dpi=75)
    plt.close(figure)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--real", required=True, help="folder with labels.csv")
    parser.add_argument("--drawn", required=True, help="folder with truth.jsonl")
    parser.add_argument("--out-picture", required=True)
    parser.add_argument("--markdown")
    parser.add_argument("--count", type=int, help="drawn photos to measure, at most")
    options = parser.parse_args()
    _, real = looks.table(looks.real_photos(options.real))
    _, drawn = looks.table(looks.drawn_photos(options.drawn, options.count))
    text = markdown(real, drawn)
    print(text, end="")
    if options.markdown:
        with open(options.markdown, "w") as file:
            file.write(text)
    curves(real, drawn, options.out_picture)


if __name__ == "__main__":
    main()
