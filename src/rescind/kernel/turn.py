"""The eight ways to turn a picture, in one fixed order.

Every turn is told as three yes-or-no answers about the source picture: are its rows read from the bottom,
are its columns read from the right, and are rows and columns exchanged afterwards. The order is a promise:
stored fingerprints keep it.
"""

from typing import NamedTuple


class Turn(NamedTuple):
    """One way to turn: flip the rows, flip the columns, then exchange the two."""

    name: str
    rows: bool
    columns: bool
    exchange: bool


EIGHT = (
    Turn("upright", rows=False, columns=False, exchange=False),
    Turn("turned_90", rows=True, columns=False, exchange=True),
    Turn("turned_180", rows=True, columns=True, exchange=False),
    Turn("turned_270", rows=False, columns=True, exchange=True),
    Turn("mirrored", rows=False, columns=True, exchange=False),
    Turn("mirrored_turned_90", rows=True, columns=True, exchange=True),
    Turn("mirrored_turned_180", rows=True, columns=False, exchange=False),
    Turn("mirrored_turned_270", rows=False, columns=False, exchange=True),
)

TURNS: tuple[str, ...] = tuple(turn.name for turn in EIGHT)
