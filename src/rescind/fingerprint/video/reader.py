"""Fingerprint a video, seen from this side: a fenced process decodes, this side hands it pieces of the file."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Final

from rescind.fingerprint.process import DiedError, Process
from rescind.fingerprint.source import Enough, Source
from rescind.fingerprint.unclear import Reason
from rescind.fingerprint.values import How
from rescind.fingerprint.video import wire
from rescind.fingerprint.video.file import Digests, digests, opened
from rescind.fingerprint.video.limits import MOST_FRAMES, MOST_KEYS, MOST_SECONDS, SILENT_SECONDS
from rescind.fingerprint.video.processes import borrowed
from rescind.fingerprint.video.unclear import UnclearVideo
from rescind.fingerprint.video.values import (
    Frame,
    HowVideo,
    Sampling,
    VideoFingerprint,
    VideoNote,
    WantedOfVideo,
)
from rescind.fingerprint.wire import GarbledError

_OF_THE_PROCESS: Final = (
    Reason.DECODER_DIED,
    Reason.TOO_MUCH_MEMORY,
    Reason.TOO_SLOW,
)
"""Reasons after which a process is of no more use."""

Progress = Callable[[float, float], None]
"""Called about once a second of video: seconds looked at, seconds in all (0 when that is not known)."""


def of_video(
    video: Path | bytes | Source,
    *,
    sampling: Sampling = Sampling.DENSE,
    turns: bool = True,
    parts: bool = True,
    most_seconds: float = MOST_SECONDS,
    most_keys: int = MOST_KEYS,
    progress: Progress | None = None,
) -> VideoFingerprint:
    """Return the fingerprints of a video's moments.

    For a video of one's own, that others are compared with, leave everything as it is. For a video to compare
    with it: GRID or KEYS, without `turns`; `parts`, which cost most, where edited copies are to be found too.
    Of KEYS at most `most_keys` are looked at, spread over the whole where the file has an index; little else of
    such a file is read.
    A file cut short, or one that stops the decoder midway, gives what was read up to there, and a note.
    Raises UnclearVideo with the reason, NoDecoder when no decoding process can be started, OSError when a
    path cannot be read, and whatever `read_at` of a source raises, but for Enough after the first moments.
    """
    if importlib.util.find_spec("av") is None:
        raise UnclearVideo(Reason.NEEDS_VIDEO)
    wanted = WantedOfVideo(sampling, turns, parts, min(most_seconds, MOST_SECONDS), min(most_keys, MOST_KEYS))
    with opened(video) as source:
        reading = _read(source, wanted, progress)
        return reading.result(digests(source) if isinstance(video, Path | bytes) else None)


def _read(source: Source, wanted: WantedOfVideo, progress: Progress | None) -> "_Reading":
    """Read in a process that stands ready; once more in a new one when the trouble may be that it was used before."""
    while True:
        reading = _Reading(source, wanted, progress)
        with borrowed() as lent:
            try:
                reading.of(lent.process)
            except UnclearVideo as unclear:
                if unclear.reason not in _OF_THE_PROCESS:
                    lent.sound = True
                elif lent.videos > 1:
                    continue
                raise
            lent.sound = reading.sound
            if reading.sound or lent.videos == 1:
                return reading


class _Reading:
    """What was heard of one video so far."""

    def __init__(self, source: Source, wanted: WantedOfVideo, progress: Progress | None) -> None:
        self._source = source
        self._wanted = wanted
        self._progress = progress
        self._opened: wire.Opened | None = None
        self._ended: wire.Ended | None = None
        self._frames: list[Frame] = []
        self._seen = 0.0
        self._enough: Enough | None = None
        self._how = How("", 1, 1)

    def of(self, process: Process) -> None:
        """Hear the process to its end. Raises UnclearVideo when it said or died of something, and nothing was
        told before.
        """
        process.tell(wire.question_bytes(self._wanted, self._source.size), b"")
        try:
            while self._ended is None:
                process.expect_within(SILENT_SECONDS)
                told = process.hear()
                process.rest()
                self._take(wire.read_message(told, self._wanted, self._how), process)
        except DiedError:
            self._stop(process.end())
        except GarbledError:
            self._stop(Reason.DECODER_DIED)
        except UnclearVideo as unclear:
            self._stop(unclear.reason)

    @property
    def sound(self) -> bool:
        """Whether the process that told this has told all it had."""
        return self._ended is not None and self._ended.stopped not in _OF_THE_PROCESS

    def result(self, whole: Digests | None) -> VideoFingerprint:
        """Return what was read."""
        assert self._opened
        assert self._ended
        how, ended = self._opened.how, self._ended
        notes = tuple(note for note in VideoNote if note in (*how.notes, *ended.notes))
        return VideoFingerprint(
            tuple(self._frames),
            max(self._opened.seconds, ended.seen),
            ended.seen,
            self._wanted.sampling,
            HowVideo(how.format, how.codec, how.width, how.height, notes, ended.stopped),
            whole.sha256 if whole else None,
            whole.md5 if whole else None,
        )

    def _take(self, message: wire.Message, process: Process) -> None:
        match message:
            case wire.Needed():
                self._hand(message, process)
            case UnclearVideo():
                raise message
            case wire.Opened(how, _) if self._opened is None:
                self._opened = message
                self._how = How(how.codec, how.width, how.height)
            case wire.Passed(seen) if self._opened:
                self._seen = max(self._seen, seen)
                if self._progress:
                    self._progress(self._seen, self._opened.seconds)
            case wire.Ended() if self._frames:
                self._ended = message
            case Frame() if self._opened and self._follows(message):
                self._frames.append(message)
            case _:
                raise GarbledError

    def _follows(self, frame: Frame) -> bool:
        last = self._frames[-1].at if self._frames else 0.0
        return last <= frame.at <= frame.until and len(self._frames) < MOST_FRAMES + 1

    def _hand(self, needed: wire.Needed, process: Process) -> None:
        """Answer with the piece of the file that is needed."""
        if needed.length > wire.LONGEST_PIECE or needed.offset > self._source.size:
            raise GarbledError
        try:
            piece = self._source.read_at(needed.offset, needed.length)
        except Enough as enough:
            self._enough = enough
            process.tell(wire.ANSWER.pack(wire.NO_MORE), b"")
            return
        process.tell(wire.ANSWER.pack(len(piece)), piece)

    def _stop(self, reason: Reason) -> None:
        """Be content with what was told; raise the reason when that is nothing."""
        if not self._frames:
            raise self._enough or UnclearVideo(reason)
        self._ended = wire.Ended(self._frames[-1].until, (VideoNote.FIRST_PART,), reason)
