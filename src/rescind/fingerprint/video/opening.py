"""Open a video: tell its kind, find the stream of pictures a player would show, and refuse the rest.

Only kinds of file and of picture that are named here reach a decoder; FFmpeg knows hundreds more, and each is a
door. Sound is never decoded.
"""

from collections.abc import Iterator
from typing import Final

import av
from av.container import InputContainer
from av.stream import Discard, Disposition
from av.video.stream import VideoStream

from rescind.fingerprint.unclear import Reason
from rescind.fingerprint.video.asking import AskedFile
from rescind.fingerprint.video.limits import allow
from rescind.fingerprint.video.sniff import FIRST_BYTES, format_of
from rescind.fingerprint.video.unclear import UnclearVideo

CODECS: Final = frozenset(
    (
        *("h264", "hevc", "av1", "vp9", "vp8", "mpeg4", "mpeg2video", "mpeg1video", "h263", "flv1", "vp6f"),
        *("msmpeg4v3", "msmpeg4v2", "wmv1", "wmv2", "wmv3", "vc1", "theora", "mjpeg", "prores"),
    )
)

_PIECE: Final = 1 << 16
_BOX: Final = 8
_LONG_BOX: Final = 16
_MOST_BOXES: Final = 10_000
_BROKEN = (OSError, ValueError, LookupError, RuntimeError, av.FFmpegError)


def opened(file: AskedFile) -> tuple[InputContainer, VideoStream]:
    """Return the open file and its stream of pictures. Raises UnclearVideo."""
    kind = format_of(file.read(FIRST_BYTES))
    if kind is None:
        raise UnclearVideo(Reason.NOT_A_VIDEO)
    file.seek(0)
    try:
        container = av.open(file, "r", format=kind, buffer_size=_PIECE)
    except _BROKEN:
        raise UnclearVideo(_why_not(file, kind)) from None
    return container, _stream(container)


def _stream(container: InputContainer) -> VideoStream:
    """Return the stream of pictures that is no cover of an album, the largest of several."""
    shown = [one for one in container.streams.video if not one.disposition & Disposition.attached_pic]
    if not shown:
        raise UnclearVideo(Reason.NO_PICTURES)
    stream = max(shown, key=lambda one: _codec(one) in CODECS and one.width * one.height)
    if _codec(stream) not in CODECS:
        raise UnclearVideo(Reason.UNSUPPORTED_FORMAT)
    if stream.width or stream.height:
        allow(stream.width, stream.height)
    for other in container.streams:
        if other is not stream:
            other.discard = Discard.all
    stream.codec_context.thread_count = 1
    return stream


def codec_of(stream: VideoStream) -> str:
    """Return the name of the codec, whichever decoder is used."""
    return _codec(stream)


def _codec(stream: VideoStream) -> str:
    return stream.codec_context.codec.canonical_name if stream.codec_context else ""


def _why_not(file: AskedFile, kind: str) -> Reason:
    """Return why a file does not open. A movie file whose index is missing was never saved to its end."""
    if file.cut:
        return Reason.TRUNCATED
    boxes = set(_boxes(file)) if kind == "mov" else {b"moov"}
    return Reason.CORRUPT if boxes & {b"moov", b"moof"} else Reason.NO_INDEX


def _boxes(file: AskedFile) -> Iterator[bytes]:
    """Yield the names of the boxes that a movie file (ISO/IEC 14496-12, 4.2) is made of, as far as it goes."""
    at = 0
    for _ in range(_MOST_BOXES):
        if at + _BOX > file.size:
            return
        file.seek(at)
        head = file.read(_LONG_BOX)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[_BOX:], "big")
        yield head[4:_BOX]
        if length < _BOX:
            return
        at += length
