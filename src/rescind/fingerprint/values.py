"""What a picture becomes: its fingerprint, the prints that find edited copies of it, and how it was read."""

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


class PanelKind(StrEnum):
    """What a panel is of the picture: all but its border, or one picture of those a screen or a sheet shows."""

    TRIMMED = "trimmed"
    PANEL = "panel"


Box = tuple[int, int, int, int]
"""Left, top, right and bottom of a rectangle, in ten-thousandths of the picture's width and height."""

WHOLE: Box = (0, 0, 10_000, 10_000)

MOST_PRINTS = 250
"""Prints of 32 bytes that one of the person's own pictures may have in all: turns, panels and parts."""

MOST_PANELS, MOST_PARTS = 2, MOST_PRINTS - 3 * 8
"""Of one's own picture: each panel has eight turns."""

MOST_PANELS_SEEN, MOST_PARTS_SEEN, MOST_SHOWN = 4, 400, 200
"""Of a picture looked at, which has no turns, but each part's mirrored print beside it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make of a picture beside its upright fingerprint: the seven other turns, the value Meta's
    tools would give, and the panels and parts that find edited copies.
    """

    turns: bool = True
    reference: bool = False
    parts: bool = False

    @property
    def most_panels(self) -> int:
        """How many panels there may be."""
        return (MOST_PANELS if self.turns else MOST_PANELS_SEEN) if self.parts else 0

    @property
    def most_parts(self) -> int:
        """How many parts there may be."""
        return (MOST_PARTS if self.turns else MOST_PARTS_SEEN) if self.parts else 0

    @property
    def most_shown(self) -> int:
        """How many frames or tiles there may be; of one's own picture none."""
        return 0 if self.turns or not self.parts else MOST_SHOWN


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
class Panel:
    """A rectangle of the picture that may be a picture by itself, and the fingerprint of what it shows: in all
    eight turns or upright alone, as the picture has them. `quality` is as for a picture.
    """

    kind: PanelKind
    box: Box
    turns: tuple[bytes, ...] = field(repr=False)
    quality: int


@dataclass(frozen=True, slots=True)
class Parts:
    """Prints of windows that the picture's own structure marks, 32 bytes each, one after the other.

    `places` has eight bytes for each: where its window lies, four numbers of 16 bits that
    `docs/formats/case.md` describes. `mirrored` has the print each window has in the mirrored picture, or is
    empty where that was not asked for.
    """

    prints: bytes = field(default=b"", repr=False)
    places: bytes = field(default=b"", repr=False)
    mirrored: bytes = field(default=b"", repr=False)

    def __len__(self) -> int:
        """Return how many parts there are."""
        return len(self.places) // PLACE_BYTES


PRINT_BYTES, PLACE_BYTES = 32, 8


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the pictures that a file shows one after the other: a frame of an animation, from `at` seconds on,
    or a tile of a sheet, counted one a second. `bits` is its upright fingerprint.
    """

    at: float
    bits: bytes = field(repr=False)
    quality: int


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The PDQ fingerprint of one picture, and beside it what finds edited copies.

    `turns` are the eight fingerprints of 32 bytes of the picture as it is, turned and mirrored, in the order
    of `rescind.kernel.TURNS`, or the upright one alone when no turns were asked for; `quality` is 0 to 100,
    the same either way. `reference` is what Meta's tools would say for the very
    same file, when that was asked for, those tools could have opened it, and its full decode fits in memory.
    `panels` are the most likely first; `parts` is None when neither was asked for. `row` has the frames of an
    animation, or the tiles of a sheet, of a picture that one's own is compared with.
    """

    turns: tuple[bytes, ...] = field(repr=False)
    quality: int
    how: How
    reference: bytes | None = field(default=None, repr=False)
    panels: tuple[Panel, ...] = field(default=(), repr=False)
    parts: Parts | None = field(default=None, repr=False)
    row: tuple[Shown, ...] = field(default=(), repr=False)

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

    @property
    def tells(self) -> bool:
        """Whether there is anything to compare: a picture that is plain as a whole may show one that is not."""
        shown = any(one.quality >= PLAIN_BELOW for one in self.row)
        return not self.plain or bool(self.panels) or bool(self.parts) or shown
