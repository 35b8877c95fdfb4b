"""Trials of edited copies: which are made of which picture, and how each compares with its own picture and with
others that it does not show.

A copy is made from (seed, picture, alteration, number) alone, so every run and every computer makes the same.
"""

from dataclasses import asdict, dataclass
from functools import cache
from io import BytesIO
from math import ceil
from pathlib import Path
from random import Random
from typing import Any

from alterations import GROUPS, Alteration, Chance, Group, Picture
from PIL import Image
from threatexchange.signal_type.pdq import pdq_hasher
from threatexchange.signal_type.pdq.signal import PdqSignal

from rescind import fingerprint, match
from rescind.fingerprint import Fingerprint, FingerprintError

ROW, GROUP = 100, 1000
"""At least so many copies of each alteration and of each group, when there are pictures enough."""

ASKED = 8
"""ThreatExchange is asked about one copy in so many; it does what plain PDQ does."""

QUALITY = 90
OTHERS_SIDE = 640
NOT_COMPARED = 257


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy to be made: the numbered one of this alteration of this picture."""

    picture: Path
    group: str
    alteration: str
    number: int

    @property
    def name(self) -> str:
        return f"{self.picture.stem}-{self.alteration}-{self.number}"


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one copy. Distances are in bits; `theirs` says whether ThreatExchange calls it a
    match, of the copies it was asked about. Without
    a likeness the copy was refused: it could not be opened, or took too long.
    """

    picture: str
    group: str
    alteration: str
    number: int
    theirs: bool | None
    plain: int = NOT_COMPARED
    likeness: str = ""
    distance: int = NOT_COMPARED
    turn: str = ""
    extent: str = ""
    share: float = 0
    agreeing: int = 0
    prints: int = 0
    others: int = 0
    false_same: tuple[str, ...] = ()
    false_near: tuple[str, ...] = ()
    nearest_other: int = NOT_COMPARED


@dataclass(frozen=True, slots=True)
class Mine:
    """An enrolled picture, its print set, and what ThreatExchange makes of it."""

    path: Path
    prints: Fingerprint
    theirs: str


def pick_groups(only: tuple[str, ...]) -> tuple[Group, ...]:
    return tuple(group for group in GROUPS if not only or group.name in only)


def plan(pictures: list[Path], groups: tuple[Group, ...], most: int) -> dict[Path, list[Copy]]:
    """Deal the alterations out evenly: the n-th picture gets the next few of each group, `most` at most."""
    return {
        picture: [copy for group in groups for copy in deal(picture, place, group, len(pictures), most)]
        for place, picture in enumerate(pictures)
    }


def deal(picture: Path, place: int, group: Group, pictures: int, most: int) -> list[Copy]:
    rows = len(group.alterations)
    enough = max(ceil(GROUP / pictures), ceil(ROW * rows / pictures))
    each = min(enough, max(rows, 4), most)
    return [
        Copy(picture, group.name, group.alterations[(place * each + number) % rows].__name__, number)
        for number in range(each)
    ]


@cache
def find_alteration(name: str) -> Alteration:
    return next(one for group in GROUPS for one in group.alterations if one.__name__ == name)


def make(copy: Copy, seed: int, others: tuple[Picture, ...]) -> bytes:
    chance = Chance(Random(f"{seed} {copy.name}"), others)
    with Image.open(copy.picture) as image:
        altered = find_alteration(copy.alteration)(image.convert("RGB"), chance)
    out = BytesIO()
    altered.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def make_once(copy: Copy, seed: int, others: tuple[Picture, ...], kept: Path | None) -> bytes:
    """The copy, from `kept` when it lies there."""
    if kept is None:
        return make(copy, seed, others)
    file, partial = kept / f"{copy.name}-{seed}.jpg", kept / f"{copy.name}-{seed}.partial"
    if not file.exists():
        partial.write_bytes(make(copy, seed, others))
        partial.rename(file)
    return file.read_bytes()


def ask_theirs(copy: Copy, content: bytes, mine: Mine) -> bool | None:
    """Whether ThreatExchange calls the copy a match; it is asked about one in `ASKED`, being slow."""
    if Random(copy.name).randrange(ASKED):
        return None
    matched: bool = PdqSignal.compare_hash(mine.theirs, hash_theirs(content)).match
    return matched


def hash_theirs(content: bytes) -> str:
    found: str = pdq_hasher.pdq_from_bytes(content)[0]
    return found


def open_others(paths: list[Path]) -> tuple[Picture, ...]:
    return tuple(open_small(path) for path in paths)


def open_small(path: Path) -> Picture:
    with Image.open(path) as image:
        image.thumbnail((OTHERS_SIDE, OTHERS_SIDE))
        return image.convert("RGB")


def enrol(path: Path) -> Mine | None:
    """The picture's print set, or nothing where it is refused or too plain to be told apart."""
    content = path.read_bytes()
    try:
        prints = fingerprint.of_image(content, turns=True, parts=True)
    except FingerprintError:
        return None
    return None if prints.plain else Mine(path, prints, hash_theirs(content))


def count_prints(prints: Fingerprint) -> int:
    panels = sum(len(panel.turns) for panel in prints.panels)
    return len(prints.turns) + panels + (len(prints.parts) if prints.parts else 0)


def try_copy(copy: Copy, content: bytes, mine: Mine, others: list[Mine]) -> Trial:
    """Look a copy up against the picture it was made of, and against pictures it does not show."""
    theirs = ask_theirs(copy, content, mine)
    try:
        seen = fingerprint.of_image(content, turns=False, parts=True)
    except FingerprintError:
        return Trial(copy.picture.name, copy.group, copy.alteration, copy.number, theirs)
    found = match.compare(mine.prints, seen)
    return Trial(
        copy.picture.name,
        copy.group,
        copy.alteration,
        copy.number,
        theirs,
        count_bits(mine.prints.bits, seen.bits),
        found.likeness.value,
        found.distance,
        found.turn,
        found.extent.value,
        round(found.share, 3),
        found.agreeing,
        count_prints(seen),
        **compare_others(seen, others),
    )


def compare_others(seen: Fingerprint, others: list[Mine]) -> dict[str, Any]:
    found = [(other.path.name, match.compare(other.prints, seen)) for other in others]
    return {
        "others": len(others),
        "false_same": tuple(name for name, one in found if one.likeness is match.Likeness.SAME),
        "false_near": tuple(name for name, one in found if one.likeness is match.Likeness.NEAR),
        "nearest_other": min((one.distance for _, one in found), default=NOT_COMPARED),
    }


def count_bits(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


def as_row(trial: Trial) -> dict[str, object]:
    return asdict(trial)
