"""Real videos for tests, made on the spot: scenes of soft random patterns, with grain that fills the file."""

import io
from collections.abc import Iterator

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

WIDTH, HEIGHT, RATE = 320, 240, 5
_SCENE = 4

Frame = NDArray[np.uint8]


def frames(seed: int, seconds: int) -> Iterator[Frame]:
    """Yield the frames of one video: every four seconds another scene, which drifts a little."""
    dice = np.random.default_rng(seed)
    for number in range(seconds * RATE):
        if number % (_SCENE * RATE) == 0:
            scene = _scene(dice)
        drift = number % (_SCENE * RATE)
        shown = scene[drift : drift + HEIGHT, drift : drift + WIDTH].astype(np.int16)
        grain = dice.integers(-40, 41, shown.shape, dtype=np.int16)
        yield np.clip(shown + grain, 0, 255).astype(np.uint8)


def _scene(dice: np.random.Generator) -> Frame:
    small = dice.integers(0, 256, (9, 12, 3), dtype=np.uint8)
    room = _SCENE * RATE
    return np.asarray(Image.fromarray(small).resize((WIDTH + room, HEIGHT + room), Image.Resampling.BICUBIC))


def film(seed: int, seconds: int, *, rate: int = 4_000_000, **options: str) -> bytes:
    """Return an MP4 file of the frames, a key frame every two seconds, its index at the end."""
    return _encoded(frames(seed, seconds), "mp4", rate, options)


def piece(pictures: list[Frame], *, rate: int = 400_000) -> bytes:
    """Return a piece of a stream (MPEG-TS) that shows these frames."""
    return _encoded(iter(pictures), "mpegts", rate, {})


def _encoded(pictures: Iterator[Frame], form: str, rate: int, options: dict[str, str]) -> bytes:
    written = io.BytesIO()
    with av.open(written, "w", format=form, options=options) as container:
        stream = container.add_stream("mpeg4", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.bit_rate, stream.codec_context.gop_size = rate, 2 * RATE
        for picture in pictures:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return written.getvalue()


def still(picture: Frame) -> bytes:
    """Return the frame as a JPEG picture."""
    written = io.BytesIO()
    Image.fromarray(picture).save(written, "JPEG", quality=80)
    return written.getvalue()


def fragments(content: bytes) -> tuple[bytes, list[tuple[int, int]]]:
    """Return the opening of a fragmented MP4 file, and where each fragment after it starts and how long it is."""
    starts, at = [], 0
    opening = 0
    while at + 8 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if kind == b"moof":
            starts.append(at)
            opening = opening or at
        if kind == b"mfra":
            break
        at += length
    ends = [*starts[1:], at]
    return content[:opening], [(start, end - start) for start, end in zip(starts, ends, strict=True)]
