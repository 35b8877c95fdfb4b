"""Look at a video file on a site: its key frames first, which needs a small part of it, and more when need be."""

from contextlib import suppress
from pathlib import Path
from typing import Protocol

from rescind.fingerprint import Enough, Source, Unclear
from rescind.fingerprint.video import Sampling, VideoFingerprint
from rescind.net import NotFetched
from rescind.person.watch.site_file import SiteFile

FIRST_LOOK = 24
"""Key frames of a first look. Each may cost a request, and a request costs a second's pause."""


class OfVideo(Protocol):
    """Fingerprints a video; `rescind.fingerprint.of_video` says how."""

    def __call__(
        self, video: Path | bytes | Source, *, sampling: Sampling, turns: bool, most_keys: int = ...
    ) -> VideoFingerprint:
        """Return the fingerprints of a video's moments. Raises Unclear, and what reading the video raises."""
        ...


class Film:
    """A video file on a site."""

    def __init__(self, file: SiteFile, of_video: OfVideo) -> None:
        self._file = file
        self._of_video = of_video

    def first_look(self) -> VideoFingerprint:
        """Return what a few key frames from all over the video show. Raises NotFetched, Unclear, Enough."""
        return self._of_video(self._file, sampling=Sampling.KEYS, turns=False, most_keys=FIRST_LOOK)

    def closer_look(self, *, found: bool) -> VideoFingerprint | None:
        """Return what the whole video shows, as far as it may be fetched: moment by moment when a copy was `found`,
        to say where it lies, or when the file is small; else all key frames. None when that comes to nothing.
        """
        sampling = Sampling.GRID if found or self._file.is_small else Sampling.KEYS
        with suppress(NotFetched, Unclear, Enough):
            return self._of_video(self._file, sampling=sampling, turns=False)
        return None
