"""The decoded frames of a video in the order of time, each with the second at which it is shown.

Broken pieces are passed over, as players do. Frames that no other frame is made from are not decoded: moments
are a quarter of a second apart at least, and leaving those out spares a third of the work.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final, TypeAlias, cast

import av
from av import Packet, VideoFrame
from av.container import InputContainer
from av.video.stream import VideoStream

Pictures: TypeAlias = "Packet[VideoStream]"

BROKEN: Final = (OSError, ValueError, LookupError, RuntimeError, av.FFmpegError)
KEY_GAP: Final = 1.0
"""Seconds between two key frames of a first look."""

SPARSE: Final = 0.2
"""Seconds between two decoded frames; when it is more, no frame is left out any longer."""

_INDEXED: Final = ("mov", "matroska", "avi")
"""The kinds of file with an index of all key frames."""

_LONGEST_GAP: Final = 30.0
"""Seconds without a key frame at the end that an index may have."""

_USUAL_RATE: Final = 25.0
_LAST = cast(Pictures, Packet())


class Clock:
    """Turns the times written in a file into seconds from the first frame, which never go back."""

    def __init__(self, stream: VideoStream) -> None:
        self._unit = stream.time_base or Fraction(1, 1000)
        self._step = 1 / float(stream.average_rate or _USUAL_RATE)
        self._first: float | None = None
        self._last = -self._step

    def seconds(self, stamp: int | None) -> float:
        """Return the second of a frame with this time stamp; a guess where there is none."""
        told = None if stamp is None else float(stamp * self._unit)
        if self._first is None:
            self._first = told or 0.0
        at = self._last + self._step if told is None else told - self._first
        self._last = at if at >= self._last else self._last + self._step
        return self._last


class Frames:
    """Yields (second, frame); afterwards `broken` says how many pieces could not be read, and `torn` whether
    reading ended with an error.
    """

    def __init__(self, container: InputContainer, stream: VideoStream) -> None:
        self._container = container
        self._stream = stream
        self._clock = Clock(stream)
        self.broken = 0
        self.torn = False

    def every(self) -> Iterator[tuple[float, VideoFrame]]:
        """Yield each frame."""
        yield from self._decoded(lambda _: True)

    def closely(self) -> Iterator[tuple[float, VideoFrame]]:
        """Yield the frames closely enough for a grid of a quarter of a second."""
        context = self._stream.codec_context
        context.skip_frame = "NONREF"
        last = 0.0
        for at, frame in self._decoded(lambda _: True):
            if at - last > SPARSE:
                context.skip_frame = "DEFAULT"
            last = at
            yield at, frame

    def keys(self, most: int) -> Iterator[tuple[float, VideoFrame]]:
        """Yield key frames, at least `KEY_GAP` apart; of a file with an index at most so many, over the whole."""
        stamps = self._key_stamps(most)
        if len(stamps) > 1:
            yield from self._sought(stamps)
        else:
            yield from self._decoded(_SpacedKeys(self._stream).takes)

    def _decoded(self, takes: Callable[[Pictures], bool]) -> Iterator[tuple[float, VideoFrame]]:
        for packet in self._packets():
            if packet.size and not takes(packet):
                continue
            yield from self._of_packet(packet)

    def _of_packet(self, packet: "Pictures | None") -> Iterator[tuple[float, VideoFrame]]:
        try:
            frames = self._stream.codec_context.decode(packet)
        except BROKEN:
            self.broken += 1
            return
        for frame in frames:
            if not frame.is_corrupt:
                yield self._clock.seconds(frame.pts), frame

    def _packets(self) -> Iterator[Pictures]:
        """Yield what is read, and at last an empty packet, which brings out what the decoder kept."""
        try:
            yield from self._container.demux(self._stream)
        except BROKEN:
            self.torn = True
            yield _LAST

    def _key_stamps(self, most: int) -> list[int]:
        """Return the time stamps of key frames, spaced out, where the index of the file has all of them."""
        if not self._container.format.name.startswith(_INDEXED):
            return []
        self._load_index()
        spaced = _SpacedKeys(self._stream)
        entries = self._stream.index_entries
        stamps = [one.timestamp for one in entries if one.is_keyframe and spaced.takes_stamp(one.timestamp)]
        length, unit = self._stream.duration or 0, float(self._stream.time_base or 1)
        if stamps and stamps[-1] - stamps[0] < length / 2 and (length - stamps[-1]) * unit > _LONGEST_GAP:
            return []  # the index is of the beginning alone, as in a file of fragments
        return stamps[:: -(-len(stamps) // max(1, most)) or 1]

    def _load_index(self) -> None:
        """Have the index read, which some kinds of file keep at their end, by going somewhere and back."""
        if len(self._stream.index_entries) > 1:
            return
        for place in (self._container.duration or 0, 0):
            try:
                self._container.seek(place)
            except BROKEN:
                self.broken += 1

    def _sought(self, stamps: list[int]) -> Iterator[tuple[float, VideoFrame]]:
        for stamp in stamps:
            try:
                self._container.seek(stamp, stream=self._stream)
                packet = next((one for one in self._container.demux(self._stream) if one.is_keyframe), None)
            except BROKEN:
                self.broken += 1
                continue
            if packet is not None:
                yield from self._of_packet(packet)
                yield from self._of_packet(None)
                self._stream.codec_context.flush_buffers()


class _SpacedKeys:
    """Takes key frames that lie far enough behind the last one taken."""

    def __init__(self, stream: VideoStream) -> None:
        self._gap = KEY_GAP / float(stream.time_base or Fraction(1, 1000))
        self._last: int | None = None

    def takes(self, packet: Pictures) -> bool:
        stamp = packet.pts if packet.pts is not None else packet.dts
        return packet.is_keyframe and (stamp is None or self.takes_stamp(stamp))

    def takes_stamp(self, stamp: int) -> bool:
        if self._last is not None and stamp < self._last + self._gap:
            return False
        self._last = stamp
        return True
