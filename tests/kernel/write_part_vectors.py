"""Writes vectors/parts.csv anew: to be run by hand, only when what a part is has changed on purpose."""

import csv
from pathlib import Path

from test_parts_twins import VECTORS, found, hexes, opened

SAMPLES = Path(__file__).parents[1] / "samples"
PICTURES = ("rgb.png", "long-text-screenshot.png", "static.gif")
EACH = 14
HEAD = (
    "# What rescind.kernel.parts finds in the luma (as Pillow converts to it) of lossless sample pictures, the\n"
    "# strongest first. Every machine must give these bytes. place: x, y, scale in 65536ths of the longer side,\n"
    "# direction in 65536ths of a turn, lower byte first.\n"
)


def main() -> None:
    with VECTORS.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["picture", "print", "mirrored", "place"])
        for name in PICTURES:
            columns = found(*opened(SAMPLES, name), EACH)
            sizes = (32, 32, 8)
            for row in zip(*(hexes(*one) for one in zip(columns, sizes, strict=True)), strict=True):
                rows.writerow([name, *row])


if __name__ == "__main__":
    main()
