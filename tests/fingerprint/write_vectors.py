"""Write vectors/reference-style.csv with the real threatexchange, and vectors/normalised.csv with this program.

    python -m tests.fingerprint.write_vectors

A change in normalised.csv is a change in what is stored: look at every line before it is kept.
"""

import csv

from threatexchange.signal_type.pdq import pdq_hasher

from rescind import fingerprint
from tests.fingerprint import sampled

REFERENCE_HEAD = (
    "# threatexchange 1.2.17, pdq_hasher.pdq_from_bytes, Pillow 13.0.0 without a HEIC plugin, on each sample file.\n"
    "# No EXIF turn, palette indices as greys, the first three of four channels: defects are kept, lists contain them.\n"
    "# error: the tool raised this and gives no value.\n"
)
NORMALISED_HEAD = (
    "# What rescind.fingerprint.of_image gives for each sample file: upright fingerprint, quality, and how it was read.\n"
    "# unclear: the reason when there is none. Lossless files must agree to the bit, lossy ones within 4 bits, because\n"
    "# decoder libraries round differently.\n"
)


def reference_row(name: str) -> list[object]:
    try:
        written, quality = pdq_hasher.pdq_from_bytes(sampled.content(name))
    except Exception as error:  # noqa: BLE001  # whatever the tool raises is the fact to be written down
        return [name, "", "", type(error).__name__]
    return [name, written, quality, ""]


def normalised_row(name: str) -> list[object]:
    try:
        found = fingerprint.of_image(sampled.content(name))
    except fingerprint.Unclear as unclear:
        return [name, "", "", "", "", "", "", "", unclear.reason]
    how = found.how
    notes = " ".join(how.notes)
    return [name, found.hex, found.quality, how.format, how.width, how.height, how.reduced, notes, ""]


def write(table: str, head: str, columns: list[str], made: list[list[object]]) -> None:
    with (sampled.ROOT / "vectors" / table).open("w", encoding="utf-8", newline="") as out:
        out.write(head)
        written = csv.writer(out, lineterminator="\n")
        written.writerows([columns, *made])


def main() -> None:
    names = sampled.all_names()
    columns = ["file", "hash", "quality", "error"]
    write("reference-style.csv", REFERENCE_HEAD, columns, [reference_row(name) for name in names])
    columns = ["file", "hash", "quality", "format", "width", "height", "reduced", "notes", "unclear"]
    write("normalised.csv", NORMALISED_HEAD, columns, [normalised_row(name) for name in names])


if __name__ == "__main__":
    main()
