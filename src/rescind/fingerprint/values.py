"""What a picture becomes: its fingerprint, and how it was read."""

from dataclasses import dataclass, field
from enum import StrEnum

PLAIN_BELOW = 50
"""Quality under which a fingerprint tells nothing. Source: the published PDQ advice, "discard below 50"."""


class Note(StrEnum):
    """Something a reader should know about how the pixels were got."""

    TURNED_BY_EXIF = "turned-by-exif"
    FIRST_FRAME = "first-frame"
    FIRST_PAGE = "first-page"
    ALPHA_ON_WHITE = "alpha-on-white"
    FROM_PALETTE = "from-palette"
    FROM_CMYK = "from-cmyk"
    FROM_16_BIT = "from-16-bit"
    TRAILING_BYTES = "trailing-bytes"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make of a picture beside its upright fingerprint: the seven other turns, and the value Meta's
    tools would give.
    """

    turns: bool = True
    reference: bool = False


@dataclass(frozen=True, slots=True)
class How:
    """How a picture was read. `width` and `height` are of the whole picture, upright, in its own pixels;
    `reduced` is 1, or 2, 4 or 8 when a JPEG was decoded at that fraction of its size.
    """

    format: str
    width: int
    height: int
    reduced: int = 1
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The PDQ fingerprint of one picture.

    `turns` are the eight fingerprints of 32 bytes of the picture as it is, turned and mirrored, in the order
    of `rescind.kernel.TURNS`, or the upright one alone when no turns were asked for; `quality` is 0 to 100,
    the same either way. `reference` is what Meta's tools would say for the very
    same file, when that was asked for, those tools could have opened it, and its full decode fits in memory.
    """

    turns: tuple[bytes, ...] = field(repr=False)
    quality: int
    how: How
    reference: bytes | None = field(default=None, repr=False)

    @property
    def bits(self) -> bytes:
        """The fingerprint of the upright picture, 32 bytes."""
        return self.turns[0]

    @property
    def hex(self) -> str:
        """The upright fingerprint as 64 characters, as other tools write it."""
        return self.turns[0].hex()

    @property
    def plain(self) -> bool:
        """Whether the picture is too plain (one colour, a soft gradient) to be told apart from others."""
        return self.quality < PLAIN_BELOW
