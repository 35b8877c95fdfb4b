"""The person's own files: each is told to be a picture or a video by its first bytes, and fingerprinted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rescind.cli import options
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.cli.say import Say
    from rescind.fingerprint import Fingerprint, Unclear
    from rescind.fingerprint.video import VideoFingerprint


@dataclass(frozen=True)
class Own:
    """One file: its place in the list, the SHA-256 (hex) of its bytes, and what it became or why it did not."""

    place: int
    digest: str
    result: Fingerprint | VideoFingerprint | Unclear


def read_own(files: Sequence[Path], say: Say) -> Iterator[Own]:
    """Yield every file in order, with progress. Raises OSError when one cannot be read."""
    with say.progress(phrase("Reading your files"), total=len(files)) as step:
        for place, path in enumerate(files, 1):
            yield _video(place, path, step) if is_video(path) else _picture(place, path)
            step()


def is_video(path: Path) -> bool:
    """Whether the file is a video. Raises OSError."""
    from rescind.fingerprint.video import FIRST_BYTES
    from rescind.fingerprint.video import is_video as starts_like_one

    options.insist_plain(path)
    with path.open("rb") as file:
        return starts_like_one(file.read(FIRST_BYTES))


def _picture(place: int, path: Path) -> Own:
    from rescind.fingerprint import Unclear, of_image
    from rescind.person.case import digest

    content = options.read_picture(path)
    try:
        return Own(place, digest(content), of_image(content))
    except Unclear as unclear:
        return Own(place, "", unclear)


def why(unclear: Unclear) -> str:
    """Why one of the person's own files could not be read; it was taken for a picture because it is no video."""
    from rescind.fingerprint import Reason

    if unclear.reason is Reason.NOT_A_PICTURE:
        return phrase("This file is neither a picture nor a video.")
    return str(unclear)


def _video(place: int, path: Path, step: options.Step) -> Own:
    from rescind.fingerprint import Unclear
    from rescind.fingerprint.video import of_video

    try:
        result = of_video(path, progress=teller(place, step))
    except Unclear as unclear:
        return Own(place, "", unclear)
    assert result.sha256 is not None
    return Own(place, result.sha256.hex(), result)


def teller(place: int, step: options.Step) -> Callable[[float, float], None]:
    """What to call while a video is read, so that a bar says how far it is."""

    def tell(seen: float, seconds: float) -> None:
        done = phrase("{seen} of {whole}", seen=clock_time(seen), whole=clock_time(seconds))
        step(phrase("Reading video {n}: {done}", n=place, done=done), advance=0)

    return tell


def clock_time(seconds: float) -> str:
    """A moment of a video as players show it: 00:12, 1:02:03."""
    whole = int(seconds + 0.5)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes:02}:{whole % 60:02}"
