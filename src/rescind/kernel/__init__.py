"""The hot loops: PDQ fingerprints of pixels and the parts of a picture, the bits by which two fingerprints
differ, and the search among many.

Three implementations give the same bits: C where it could be built, NumPy elsewhere, and
`rescind.kernel.slow`, which is plain Python and defines what right is. Nothing here knows pictures as
files, people or laws.
"""

from rescind.kernel import border
from rescind.kernel.chosen import kernel as _kernel
from rescind.kernel.chosen import native
from rescind.kernel.delta import Delta
from rescind.kernel.layout import Plan, plan, tables_bytes
from rescind.kernel.parts_border import pairs, parts
from rescind.kernel.search import Base, Found, Rows, Within, build, merge, near, near_many, open_base
from rescind.kernel.turn import TURNS

__all__ = [
    "TURNS",
    "Base",
    "Delta",
    "Found",
    "Plan",
    "Rows",
    "Within",
    "build",
    "distance",
    "merge",
    "native",
    "near",
    "near_many",
    "open_base",
    "pairs",
    "parts",
    "pdq",
    "pdq_turns",
    "plan",
    "scan",
    "tables_bytes",
]


def pdq(
    pixels: object, *, width: int, height: int, channels: int, turn: str = "upright"
) -> tuple[bytes, int]:
    """The PDQ fingerprint (32 bytes) of one turn of a picture, and its quality (0 to 100) as it lies.

    `pixels` is any contiguous buffer of width x height x channels bytes, row by row; `channels` is 1 for
    luma or 3 for red, green, blue; `turn` is one of `TURNS`. The bits are those of Meta's reference on the
    turned pixels, and those `pdq_turns` has for that turn. A picture with a side under five pixels has 32
    zero bytes and quality 0, as there. Raises TypeError or ValueError when the arguments do not fit together.
    """
    view, place = border.picture(pixels, width, height, channels), border.turn(turn)
    return _kernel.pdq(view, width, height, channels, place)


def pdq_turns(pixels: object, *, width: int, height: int, channels: int) -> tuple[tuple[bytes, ...], int]:
    """The fingerprints of the picture in all eight turns, in the order of `TURNS`, and the upright quality.

    Each equals `pdq` of the turned pixels, bit for bit. Arguments and errors as in `pdq`.
    """
    return _kernel.pdq_turns(border.picture(pixels, width, height, channels), width, height, channels)


def distance(a: object, b: object) -> int:
    """How many of the 256 bits differ, 0 to 256. Raises ValueError unless both are 32 bytes."""
    return _kernel.distance(border.fingerprint(a, "a"), border.fingerprint(b, "b"))


def scan(table: object, query: object, within: int) -> list[tuple[int, int]]:
    """Every row of `table` (32 bytes a row) at most `within` bits from `query`, as (row, distance), rows
    ascending.

    Raises ValueError when `table` has a broken row, `query` is not 32 bytes or `within` is negative.
    """
    return _kernel.scan(border.rows(table), border.fingerprint(query, "query"), border.radius(within))
