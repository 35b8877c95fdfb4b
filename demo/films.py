"""The videos of the demo board: copies of the one that is yours, stills of it, and others that are not.

They are the sample videos as they are, so nothing is encoded here. `/clips` is the page that shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "samples"
YOUR_FILM = SAMPLES / "videos" / "h264.mp4"
PAGE = "/clips"
STILL = "a still of it"


@dataclass(frozen=True)
class Film:
    """A file the board serves: what it is a copy of your video by, "" when it is none."""

    path: str
    sample: str
    media_type: str
    how: str = ""

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return _content(self.sample)


FILMS = (
    Film("/clips/8c1f20.webm", "videos/vp9.webm", "video/webm", "saved in another format"),
    Film("/clips/51d7e9.mp4", "videos/copy-trim.mp4", "video/mp4", "a clip of it"),
    Film("/clips/0a94b3.mp4", "videos/copy-crop20.mp4", "video/mp4", "cropped"),
    Film("/clips/f36a05.mov", "videos/h264-audio.mov", "video/quicktime"),
    Film("/clips/27be48.mp4", "videos/letterboxed-portrait.mp4", "video/mp4"),
)
STILLS = (Film("/clips/8c1f20.jpg", "images/video-still.jpg", "image/jpeg", STILL),)


def by_path(path: str) -> Film | None:
    """The file at a path, or None where the board has no such file."""
    return next((film for film in (*FILMS, *STILLS) if film.path == path), None)


@cache
def _content(sample: str) -> bytes:
    return (SAMPLES / sample).read_bytes()
