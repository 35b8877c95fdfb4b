"""What the decoding process does with one video: open it, choose its moments, tell each as it is finished."""

import struct
from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from av import VideoFrame
from av.container import InputContainer
from av.sidedata.sidedata import SideData
from av.video.stream import VideoStream

from rescind import kernel
from rescind.fingerprint.print_set import SHORT_SIDE as OF_PARTS
from rescind.fingerprint.print_set import of_luma
from rescind.fingerprint.unclear import Reason
from rescind.fingerprint.upright import SIDEWAYS
from rescind.fingerprint.values import How, Wanted
from rescind.fingerprint.video import wire
from rescind.fingerprint.video.asking import AskedFile, Tell
from rescind.fingerprint.video.block import Block, Moment
from rescind.fingerprint.video.choosing import Chooser, Keeper
from rescind.fingerprint.video.decoding import Frames
from rescind.fingerprint.video.limits import MOST_FRAMES, MOST_SECONDS, allow, seconds_for_a_second
from rescind.fingerprint.video.luma import SHORT_SIDE, reduced, thumbnail
from rescind.fingerprint.video.opening import codec_of, opened
from rescind.fingerprint.video.unclear import UnclearVideo
from rescind.fingerprint.video.values import HowVideo, Sampling, VideoNote, WantedOfVideo

_MATRIX: Final = struct.Struct("<9i")
_ORIENTATIONS: Final = {
    (1, 0, 0, 1): 1,
    (-1, 0, 0, 1): 2,
    (-1, 0, 0, -1): 3,
    (1, 0, 0, -1): 4,
    (0, 1, 1, 0): 5,
    (0, 1, -1, 0): 6,
    (0, -1, -1, 0): 7,
    (0, -1, 1, 0): 8,
}
"""Where a display matrix (ISO/IEC 14496-12, 6.2.2) sends right and down, to the EXIF orientation that does so."""

_MIRRORED: Final = frozenset((2, 4, 5, 7))
_UNFINISHED: Final = 0.95
"""A video whose pictures end before this share of its length was cut off."""

_SLACK: Final = 1.5
"""Seconds by which sound may go on after the last picture of a whole video."""

SpendSeconds = Callable[[float], None]


class Look:
    """One look at one video."""

    def __init__(self, wanted: WantedOfVideo, tell: Tell, spend: SpendSeconds) -> None:
        self._wanted = wanted
        self._as_picture = Wanted(turns=wanted.turns, parts=wanted.parts)
        self._tell = tell
        self._spend = spend
        self._chooser, self._keeper = Chooser(wanted.sampling), Keeper(wanted.sampling)
        self._seen = self._granted = 0.0
        self._kept = 0

    def at(self, file: AskedFile) -> wire.Ended:
        """Tell everything about the video in the file but the last word, which is returned.

        Raises UnclearVideo when nothing can be told.
        """
        container, stream = opened(file)
        frames = Frames(container, stream)
        moments = self._moments(frames)
        first = next(moments, None)
        if first is None:
            torn = file.cut or frames.torn or not frames.broken
            raise UnclearVideo(Reason.TRUNCATED if torn else Reason.CORRUPT)
        seconds = _length(container, stream)
        how = _how(container, stream, first[1])
        self._tell(wire.Opened(how, seconds))
        whole = self._walk(first, moments)
        return self._ended(frames, file, seconds, whole=whole)

    def _moments(self, frames: Frames) -> Iterator[tuple[float, VideoFrame]]:
        match self._wanted.sampling:
            case Sampling.KEYS:
                return frames.keys(self._wanted.most_keys)
            case Sampling.EVERY:
                return frames.every()
        return frames.closely()

    def _walk(self, first: tuple[float, VideoFrame], moments: Iterator[tuple[float, VideoFrame]]) -> bool:
        """Tell every moment chosen; return whether all of the video was looked at."""
        orientation = _orientation(first[1])
        block = Block(self._as_picture, How("", 1, 1), trims=self._wanted.sampling is not Sampling.EVERY)
        whole = self._one(*first, orientation, block)
        for at, frame in moments:
            whole = whole and at < self._wanted.seconds and self._kept < MOST_FRAMES
            if not whole:
                break
            self._one(at, frame, orientation, block)
        for finished in block.finish():
            self._tell(finished)
        return whole

    def _one(self, at: float, frame: VideoFrame, orientation: int, block: Block) -> bool:
        self._pass(at, frame)
        looks = self._wanted.sampling is Sampling.EVERY or self._chooser.looks(at)
        if not looks or not self._chooser.wants(at, thumbnail(frame)):
            return True
        luma = reduced(
            frame, orientation, OF_PARTS if self._wanted.sampling is Sampling.EVERY else SHORT_SIDE
        )
        tall, wide = luma.shape
        bits, quality = kernel.pdq(luma, width=wide, height=tall, channels=1)
        held = block.last()
        if not self._keeper.keeps(at, bits, quality) and held:
            held.until = at
            return True
        self._kept += 1
        for finished in block.add(self._moment(at, frame, orientation, luma)):
            self._tell(finished)
        return True

    def _moment(self, at: float, frame: VideoFrame, orientation: int, luma: np.ndarray) -> Moment:
        scene = self._chooser.is_new_scene()
        moment = Moment(at, at, scene, luma)
        if self._wanted.parts and self._keeper.is_key(at, scene):
            moment.panels, moment.parts = of_luma(reduced(frame, orientation, OF_PARTS), self._as_picture)
        return moment

    def _pass(self, at: float, frame: VideoFrame) -> None:
        """Grant time for the next second of video whenever one has passed, and say so."""
        allow(frame.width, frame.height)
        self._seen = max(self._seen, at)
        if at >= self._granted:
            self._granted = at // 1 + 1
            self._spend(seconds_for_a_second(frame.width, frame.height))
            self._tell(wire.Passed(min(at, MOST_SECONDS)))

    def _ended(self, frames: Frames, file: AskedFile, seconds: float, *, whole: bool) -> wire.Ended:
        short = self._seen < min(seconds * _UNFINISHED, seconds - _SLACK)
        torn = whole and not file.cut and short and self._wanted.sampling is not Sampling.KEYS
        notes = [VideoNote.FIRST_PART] if torn or file.cut or not whole else []
        if frames.broken and not torn:
            notes.append(VideoNote.DAMAGED)
        by_keys = whole and not file.cut and self._wanted.sampling is Sampling.KEYS
        seen = max(self._seen, seconds) if by_keys else self._seen
        return wire.Ended(min(seen, MOST_SECONDS), tuple(notes), Reason.TRUNCATED if torn else None)


def _length(container: InputContainer, stream: VideoStream) -> float:
    """Return how many seconds the video says it lasts, 0 when it does not say."""
    if stream.duration and stream.time_base:
        seconds = float(stream.duration * stream.time_base)
    else:
        seconds = (container.duration or 0) / 1e6
    return min(max(seconds, 0.0), MOST_SECONDS)


def _how(container: InputContainer, stream: VideoStream, frame: VideoFrame) -> HowVideo:
    orientation = _orientation(frame)
    sideways = orientation in SIDEWAYS
    width, height = (frame.height, frame.width) if sideways else (frame.width, frame.height)
    notes = []
    if orientation != 1:
        notes.append(VideoNote.MIRRORED if orientation in _MIRRORED else VideoNote.TURNED)
    if stream.sample_aspect_ratio not in (None, 0, 1):
        notes.append(VideoNote.NOT_SQUARE)
    return HowVideo(container.format.name.partition(",")[0], codec_of(stream), width, height, tuple(notes))


def _orientation(frame: VideoFrame) -> int:
    """Return the EXIF orientation that does to the frame what its file asks of a player."""
    matrix = frame.side_data.get("DISPLAYMATRIX")
    if not isinstance(matrix, SideData) or matrix.buffer_size != _MATRIX.size:
        return 1
    right_x, right_y, _, down_x, down_y, *_ = _MATRIX.unpack(bytes(matrix))
    largest = max(map(abs, (right_x, right_y, down_x, down_y))) or 1
    signs = tuple(round(one / largest) for one in (right_x, right_y, down_x, down_y))
    return _ORIENTATIONS.get(signs, 1)
