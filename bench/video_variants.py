"""Altered copies of videos, made by script: what people and sites do to a video before it is shown again.

Each alteration takes frames (height x width x 3, RGB) with their rate and gives frames with a rate; `written`
encodes them. A seed fixes where stickers and crops lie.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Pixels = NDArray[np.uint8]
LONGEST = 10.0
WIDEST = 480


@dataclass(frozen=True)
class Clip:
    """Frames of one size at one rate, and how they are to be encoded."""

    frames: tuple[Pixels, ...]
    rate: float
    codec: str = "libx264"
    options: tuple[tuple[str, str], ...] = (("crf", "26"), ("preset", "veryfast"))


Alter = Callable[[Clip, np.random.Generator], Clip]


def read(path: Path, longest: float = LONGEST) -> Clip:
    """The first seconds of a video, no wider than `WIDEST`."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        rate = float(stream.average_rate or 25)
        frames = []
        for frame in container.decode(stream):
            factor = min(1.0, WIDEST / frame.width)
            wide, tall = round(frame.width * factor / 2) * 2, round(frame.height * factor / 2) * 2
            frames.append(frame.to_ndarray(width=wide, height=tall, format="rgb24"))
            if len(frames) >= longest * rate:
                break
    return Clip(tuple(frames), rate)


def moving(pictures: list[Path], rng: np.random.Generator, seconds: float = 3.0, rate: float = 25.0) -> Clip:
    """A video made of pictures: each is a scene, over which the view pans and zooms."""
    frames: list[Pixels] = []
    for path in pictures:
        picture = Image.open(path).convert("RGB")
        frames += _scene(picture, rng, round(seconds * rate))
    return Clip(tuple(frames), rate)


def _scene(picture: Image.Image, rng: np.random.Generator, count: int) -> Iterator[Pixels]:
    ends = []
    for _ in range(2):
        wide = picture.width * rng.uniform(0.6, 0.9)
        wide = min(wide, picture.height * 0.95 * 16 / 9)
        tall = wide * 9 / 16
        ends.append((rng.uniform(0, picture.width - wide), rng.uniform(0, picture.height - tall), wide))
    for at in np.linspace(0, 1, count):
        left, top, wide = ((1 - at) * a + at * b for a, b in zip(*ends, strict=True))
        view = picture.resize(
            (480, 270), Image.Resampling.BILINEAR, (left, top, left + wide, top + wide * 9 / 16)
        )
        yield np.asarray(view)


def written(clip: Clip, container: str = "mp4") -> bytes:
    """The clip as a file."""
    file = io.BytesIO()
    tall, wide = (side - side % 2 for side in clip.frames[0].shape[:2])
    with av.open(file, "w", format=container) as out:
        stream = out.add_stream(clip.codec, rate=Fraction(clip.rate).limit_denominator(1001))
        stream.width, stream.height, stream.pix_fmt = wide, tall, "yuv420p"
        stream.options = dict(clip.options)
        for pixels in clip.frames:
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels[:tall, :wide]), format="rgb24")
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return file.getvalue()


def _each(change: Callable[[Image.Image], Image.Image]) -> Alter:
    def alter(clip: Clip, _: np.random.Generator) -> Clip:
        return replace(clip, frames=tuple(np.asarray(change(Image.fromarray(one))) for one in clip.frames))

    return alter


def _resampled(clip: Clip, rate: float, speed: float) -> Clip:
    seconds = len(clip.frames) / clip.rate / speed
    at = (np.arange(int(seconds * rate)) / rate * speed * clip.rate).astype(int)
    return replace(clip, frames=tuple(clip.frames[one] for one in at), rate=rate)


def _trimmed(clip: Clip, rng: np.random.Generator) -> Clip:
    count = min(len(clip.frames), round(3 * clip.rate))
    first = int(rng.integers(0, len(clip.frames) - count + 1))
    return replace(clip, frames=clip.frames[first : first + count])


def _letterboxed(picture: Image.Image) -> Image.Image:
    bar = round(picture.height * 0.125)
    whole = Image.new("RGB", (picture.width, picture.height + 2 * bar))
    whole.paste(picture, (0, bar))
    return whole


def _pillarboxed(picture: Image.Image) -> Image.Image:
    """The picture with itself, widened and blurred, on both sides, as sites show upright videos."""
    wide = round(picture.width * 1.5 / 2) * 2
    blurred = picture.resize((wide, round(wide * picture.height / picture.width)))
    top = (blurred.height - picture.height) // 2
    whole = blurred.crop((0, top, wide, top + picture.height)).filter(ImageFilter.GaussianBlur(12))
    whole.paste(picture, ((wide - picture.width) // 2, 0))
    return whole


def _cropped(share: float) -> Alter:
    def alter(clip: Clip, rng: np.random.Generator) -> Clip:
        tall, wide = clip.frames[0].shape[:2]
        side = (1 - share) ** 0.5
        high, long = round(tall * side), round(wide * side)
        top, left = int(rng.integers(0, tall - high + 1)), int(rng.integers(0, wide - long + 1))
        return replace(clip, frames=tuple(one[top : top + high, left : left + long] for one in clip.frames))

    return alter


def _stickered(clip: Clip, rng: np.random.Generator) -> Clip:
    tall, wide = clip.frames[0].shape[:2]
    radius = (0.10 * tall * wide / np.pi) ** 0.5
    x, y = (rng.uniform(radius, side - radius) for side in (wide, tall))
    colour = tuple(int(one) for one in rng.integers(60, 255, 3))

    def stuck(picture: Image.Image) -> Image.Image:
        ImageDraw.Draw(picture).ellipse((x - radius, y - radius, x + radius, y + radius), colour)
        return picture

    return _each(stuck)(clip, rng)


def _bannered(picture: Image.Image) -> Image.Image:
    draw = ImageDraw.Draw(picture)
    tall = round(picture.height * 0.16)
    draw.rectangle((0, picture.height - tall, picture.width, picture.height), (20, 20, 20))
    draw.text(
        (picture.width * 0.05, picture.height - tall * 0.85),
        "watch more on my page",
        (240, 240, 240),
        ImageFont.load_default(tall * 0.55),
    )
    return picture


def _brighter(picture: Image.Image) -> Image.Image:
    return picture.point(lambda value: min(255, int(value * 1.15 + 12)))


def _resized(factor: float) -> Alter:
    return _each(
        lambda picture: picture.resize(
            (round(picture.width * factor / 2) * 2, round(picture.height * factor / 2) * 2)
        )
    )


def _coded(codec: str, *options: tuple[str, str]) -> Alter:
    return lambda clip, _: replace(clip, codec=codec, options=options)


def _both(first: Alter, then: Alter) -> Alter:
    return lambda clip, rng: then(first(clip, rng), rng)


ALTERATIONS: dict[str, Alter] = {
    "re-encode": _coded("libx264", ("crf", "36"), ("preset", "veryfast")),
    "HEVC": _coded("libx265", ("crf", "32"), ("preset", "ultrafast"), ("x265-params", "log-level=none")),
    "half size": _resized(0.5),
    "brighter": _each(_brighter),
    "15 frames/s": lambda clip, _: _resampled(clip, 15.0, 1.0),
    "1.25x speed": lambda clip, _: _resampled(clip, clip.rate, 1.25),
    "trim to 3 s": _trimmed,
    "letterbox": _each(_letterboxed),
    "mirror": _each(lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)),
    "sticker 10 %": _stickered,
    "text banner": _each(_bannered),
    "crop 20 %": _cropped(0.2),
    "blurred pillar boxes": _each(_pillarboxed),
    "mirror + letterbox + trim": _both(
        _trimmed,
        _both(_each(lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)), _each(_letterboxed)),
    ),
}
