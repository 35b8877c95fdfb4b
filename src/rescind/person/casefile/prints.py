"""The prints that find edited copies of a picture, as JSON: panels one by one, parts in two pieces of base64."""

from dataclasses import replace
from typing import Any

from rescind.fingerprint import Panel, PanelKind, Parts
from rescind.fingerprint.values import MOST_PRINTS, PLACE_BYTES, PRINT_BYTES, WHOLE, Box
from rescind.person.case.records import Picture, Prints
from rescind.person.casefile.errors import NotACaseFile
from rescind.person.casefile.shape import (
    Column,
    Json,
    Shape,
    nested,
    octets,
    octets_hex,
    one_of,
    several,
    whole,
)


def with_prints(*, prints: Prints | None = None, **values: Any) -> Picture:
    """Return the picture whose fingerprint has these prints too."""
    picture = Picture(**values)
    if prints is None:
        return picture
    whole_one = replace(picture.fingerprint, panels=prints.panels, parts=prints.parts)
    return replace(picture, fingerprint=whole_one)


def _read_box(written: Json, where: str) -> Box:
    left, top, right, bottom = several(whole(0, WHOLE[2]), exactly=4).read(written, where)
    if left >= right or top >= bottom:
        raise NotACaseFile(where)
    return left, top, right, bottom


def _made_parts(*, prints: bytes, places: bytes) -> Parts:
    """Return the parts. Raises ValueError when their prints and places are not equally many, or too many."""
    count = len(prints) // PRINT_BYTES
    if count > MOST_PRINTS or len(prints) != count * PRINT_BYTES or len(places) != count * PLACE_BYTES:
        raise ValueError("prints and places do not belong together")
    return Parts(prints, places)


box: Column[Box] = Column(list, _read_box)

PANEL: Shape[Panel] = Shape(
    Panel,
    {
        "kind": one_of(PanelKind),
        "box": box,
        "turns": several(octets_hex(PRINT_BYTES), exactly=8),
        "quality": whole(0, 100),
    },
    keeps_more=False,
)

PARTS: Shape[Parts] = Shape(_made_parts, {"prints": octets, "places": octets}, keeps_more=False)

PRINTS: Shape[Prints] = Shape(
    Prints, {"panels": several(nested(PANEL)), "parts": nested(PARTS)}, keeps_more=False
)
