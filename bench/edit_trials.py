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

from alterations import GROUPS, Alteration, Chance, Group, Picture
from PIL import Image
from threatexchange.signal_type.pdq import pdq_hasher
from threatexchange.signal_type.pdq.signal import PdqSignal

from rescind import fingerprint, match
from rescind.fingerprint import Fingerprint, FingerprintError

ROW, GROUP = 100, 1000
"""At least so many copies of each alteration and of each group, when there are pictures enough."""

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
    """What came of one copy. Distances are in bits; `theirs` says whether ThreatExchange calls it a match."""

    picture: str
    group: str
    alteration: str
    number: int
    plain: int
    theirs: bool
    likeness: str
    distance: int
    turn: str
    extent: str
    share: float
    agreeing: int
    prints: int
    others: int
    false_same: tuple[str, ...]
    false_near: tuple[str, ...]
    nearest_other: int


@dataclass(frozen=True, slots=True)
class Mine:
    """An enrolled picture, its print set, and what ThreatExchange makes of it."""

    path: Path
    prints: Fingerprint
    theirs: str


def pick_groups(only: tuple[str, ...]) -> tuple[Group, ...]:
    return tuple(group for group in GROUPS if not only or group.name in only)


def plan(pictures: list[Path], groups: tuple[Group, ...]) -> dict[Path, list[Copy]]:
    """Deal the alterations out evenly: the n-th picture gets the next few of each group."""
    return {
        picture: [copy for group in groups for copy in deal(picture, place, group, len(pictures))]
        for place, picture in enumerate(pictures)
    }


def deal(picture: Path, place: int, group: Group, pictures: int) -> list[Copy]:
    rows = len(group.alterations)
    each = min(max(ceil(GROUP / pictures), ceil(ROW * rows / pictures)), max(rows, 4))
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


def make_once(copy: Copy, seed: int, others: tuple[Picture, ...], kept: Path | None) -> tuple[bytes, str]:
    """The copy and ThreatExchange's hash of it, from `kept` when they lie there."""
    if kept is None:
        content = make(copy, seed, others)
        return content, hash_theirs(content)
    file, note = kept / f"{copy.name}.jpg", kept / f"{copy.name}.pdq"
    if not note.exists():
        file.write_bytes(make(copy, seed, others))
        note.write_text(hash_theirs(file.read_bytes()))
    return file.read_bytes(), note.read_text()


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


def try_copy(copy: Copy, content: bytes, theirs: str, mine: Mine, others: list[Mine]) -> Trial:
    """Look a copy up against the picture it was made of, and against pictures it does not show."""
    seen = fingerprint.of_image(content, turns=False, parts=True)
    found = match.compare(mine.prints, seen)
    false = [(other.path.name, match.compare(other.prints, seen)) for other in others]
    return Trial(
        copy.picture.name,
        copy.group,
        copy.alteration,
        copy.number,
        count_bits(mine.prints.bits, seen.bits),
        PdqSignal.compare_hash(mine.theirs, theirs).match,
        found.likeness.value,
        found.distance,
        found.turn,
        found.extent.value,
        round(found.share, 3),
        found.agreeing,
        count_prints(seen),
        len(others),
        tuple(name for name, one in false if one.likeness is match.Likeness.SAME),
        tuple(name for name, one in false if one.likeness is match.Likeness.NEAR),
        min((one.distance for _, one in false), default=NOT_COMPARED),
    )


def count_bits(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


def as_row(trial: Trial) -> dict[str, object]:
    return asdict(trial)
