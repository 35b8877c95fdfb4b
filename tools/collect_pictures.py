"""Collect the pictures that edited copies are measured on, from packages of Debian 12, into two folders.

    python tools/collect_pictures.py FOLDER

`bench/pictures.csv` names each picture: the package, the file in it, which rectangle of the file (large ones were
cut into tiles that do not overlap), the half it belongs to. Tiles of one file, and pictures of one series, are all
in one half: `tune`, on which thresholds were set, or `report`, on which they were only measured. All packages are in
Debian's main section, so each may be used and passed on; a package's own copyright file says under which terms.
Packages are fetched by `apt-get download`, as this computer is set up to.
"""

import csv
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

LIST = Path(__file__).parent.parent / "bench" / "pictures.csv"
LONG_SIDE, QUALITY = 1600, 92
Row = dict[str, str]


def main() -> None:
    """Save every picture of the list into the folder that was named."""
    Image.MAX_IMAGE_PIXELS = None
    folder = Path(sys.argv[1])
    with LIST.open(newline="") as file:
        rows = sorted(csv.DictReader(file), key=itemgetter("package"))
    for package, wanted in groupby(rows, key=itemgetter("package")):
        collect(package, list(wanted), folder)


def collect(package: str, rows: list[Row], folder: Path) -> None:
    """Fetch one package and save its pictures."""
    with TemporaryDirectory() as place:
        subprocess.run(["apt-get", "download", package], cwd=place, check=True)
        files = dict(read_files(next(Path(place).glob("*.deb")), {file_of(row) for row in rows}))
    for row in rows:
        save(row, files[file_of(row)], folder)
    print(f"{package}: {len(rows)} pictures")


def file_of(row: Row) -> str:
    """Return the file in the package, without the place in that file where the picture starts."""
    return row["path"].partition("@")[0]


def read_files(package: Path, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the wanted files of a package, whatever the order they are packed in."""
    command = ["dpkg-deb", "--fsys-tarfile", str(package)]
    unpacking = subprocess.Popen(command, stdout=subprocess.PIPE)
    with unpacking, tarfile.open(fileobj=unpacking.stdout, mode="r|") as packed:
        for member in packed:
            name = member.name.removeprefix("./")
            content = packed.extractfile(member) if name in wanted else None
            if content:
                yield name, content.read()


def save(row: Row, content: bytes, folder: Path) -> None:
    """Save one picture: its rectangle, at most so large, on black or white where it is transparent."""
    left, top, right, bottom = (int(one) for one in row["box"].split())
    with Image.open(BytesIO(content[int(row["path"].partition("@")[2] or 0) :])) as image:
        tile = flatten(image, row["package"]).crop((left, top, right, bottom))
    if max(tile.size) > LONG_SIDE:
        scale = LONG_SIDE / max(tile.size)
        size = round(tile.width * scale), round(tile.height * scale)
        tile = tile.resize(size, Image.Resampling.LANCZOS)
    (folder / row["half"]).mkdir(parents=True, exist_ok=True)
    tile.save(folder / row["half"] / row["name"], quality=QUALITY)


def flatten(image: Image.Image, package: str) -> Image.Image:
    """The picture without transparency: skies lie on black, so there it is left out; others lie on white."""
    if image.mode not in ("P", "LA", "PA", "RGBA") or package == "stellarium-data":
        return image.convert("RGB")
    clear = image.convert("RGBA")
    sheet = Image.new("RGB", image.size, (255, 255, 255))
    sheet.paste(clear, (0, 0), clear)
    return sheet


if __name__ == "__main__":
    main()
