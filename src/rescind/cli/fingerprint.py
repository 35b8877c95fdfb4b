"""`rescind fingerprint`: what the product makes of a file, in the open, so that others can check it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rescind.cli import options
from rescind.cli.exits import Exit
from rescind.words import phrase, phrases

if TYPE_CHECKING:
    from rescind.fingerprint import Fingerprint, Unclear


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.as_json
@options.all_adults
def fingerprint(files: tuple[Path, ...], as_json: bool, all_adults: bool) -> int:
    """Print the fingerprints of picture and video FILES. Nothing is kept and nothing is sent.

    For each picture: the normalised fingerprint (the picture as a person sees it), the reference-style one (what
    Meta's tool says for the same file; lists made by others hold those), the quality from 0 to 100, and the
    fingerprints of all eight turns and mirrors. For each video: its vPDQ, one frame a second, as others exchange it,
    and its MD5 and SHA-256. A fingerprint of a private picture is private too: without --json only its first digits
    are shown.

    \b
    Example:
      rescind fingerprint holiday.jpg --json
    """
    from rescind.cli.gate import ask_age
    from rescind.cli.say import Say

    ask_age(all_adults, keeps=False)
    say = Say(as_json)
    unclear = 0
    with say.progress(phrase("Reading your files"), total=len(files)) as step:
        for record in _records(files, step):
            unclear += "unclear" in record
            say.record(record)
            say.line(as_lines(record))
            step()
    return Exit.NOT_EVERYTHING if unclear else Exit.DONE


@dataclass(frozen=True)
class File:
    """A file that was named, and why it could not be opened, if so."""

    path: Path
    trouble: str = ""


def _records(files: tuple[Path, ...], step: options.Step) -> Iterator[dict[str, Any]]:
    """One JSON object a file, in order; of pictures that follow each other, one is decoded while the next is read."""
    from rescind.cli.own_files import teller
    from rescind.fingerprint import of_images

    for are_videos, some in groupby(enumerate(files, start=1), key=lambda one: _is_video(one[1])):
        if are_videos:
            yield from (video_record(path, teller(place, step)) for place, path in some)
        else:
            pictures = tuple(path for _, path in some)
            for file, result in of_images(_contents(pictures), reference=True, parts=False):
                yield as_record(file, result)


def _is_video(path: Path) -> bool:
    from rescind.cli.own_files import is_video

    try:
        return is_video(path)
    except OSError:
        return False  # said in its place, as of a picture


def video_record(path: Path, tell: Callable[[float, float], None]) -> dict[str, Any]:
    """One video's JSON object, as docs/formats/vpdq.md describes it."""
    from rescind.fingerprint import Unclear
    from rescind.fingerprint.video import Sampling, of_video, vpdq

    try:
        video = of_video(path, sampling=Sampling.EVERY, turns=False, parts=False, progress=tell)
    except Unclear as unclear:
        return {"file": str(path), "unclear": str(unclear)}
    assert video.md5 is not None
    assert video.sha256 is not None
    return {
        "file": str(path),
        "vpdq": json.loads(vpdq.as_signal(vpdq.features(video))),
        "md5": video.md5.hex(),
        "sha256": video.sha256.hex(),
        "seconds": round(video.seconds, 3),
        "notes": [note.value for note in video.how.notes],
    }


def _contents(paths: tuple[Path, ...]) -> Iterator[tuple[File, bytes]]:
    for path in paths:
        try:
            yield File(path), options.read_picture(path)
        except OSError as error:
            # Kept in its place in the order: the answer has one line for every file named.
            yield File(path, phrase("It could not be opened: {why}.", why=error.strerror or "?")), b""


def as_record(file: File, result: Fingerprint | Unclear) -> dict[str, Any]:
    """One file's JSON object, as docs/formats/fingerprint.md describes it."""
    from rescind.cli.own_files import why
    from rescind.fingerprint import Unclear
    from rescind.kernel import TURNS

    if file.trouble:
        return {"file": str(file.path), "unclear": file.trouble}
    if isinstance(result, Unclear):
        return {"file": str(file.path), "unclear": why(result)}
    record = {
        "file": str(file.path),
        "normalised": result.hex,
        "reference": result.reference.hex() if result.reference else None,
        "quality": result.quality,
        "turns": {name: bits.hex() for name, bits in zip(TURNS, result.turns, strict=True)},
    }
    return {**record, "notes": [note.value for note in result.how.notes]} if result.how.notes else record


def as_lines(record: dict[str, Any]) -> str:
    """The same for a person: the file and what there is to say about it. The fingerprint is shown in part only."""
    if "unclear" in record:
        return f"{record['file']}: {record['unclear']}"
    if "vpdq" in record:
        count = phrases("{n} frame", "{n} frames", len(record["vpdq"]))
        return f"{record['sha256'][:8]}…  {count}  {record['file']}"
    quality = phrase("quality {quality}", quality=record["quality"])
    notes = "".join("  " + note_words()[note] for note in record.get("notes", ()))
    return f"{record['normalised'][:8]}…  {quality}  {record['file']}{notes}"


def note_words() -> dict[str, str]:
    """What there is to say about how a file was read."""
    return {
        "turned-by-exif": phrase("(turned upright, as the file says)"),
        "first-frame": phrase("(its first frame only)"),
        "first-page": phrase("(its first page only)"),
        "alpha-on-white": phrase("(what is transparent, on white)"),
        "from-palette": phrase("(from a palette)"),
        "from-cmyk": phrase("(from printing colours)"),
        "from-16-bit": phrase("(from 16 bit)"),
        "trailing-bytes": phrase("(something else follows the picture)"),
    }
