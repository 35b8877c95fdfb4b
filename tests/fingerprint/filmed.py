"""Videos made for a test: the view pans over sample pictures, so that every moment looks different."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

SAMPLES = Path(__file__).parents[1] / "samples"
SCENES = ("base-dogs.jpg", "base-meadow.jpg", "base-drum.jpg")

Pixels = NDArray[np.uint8]


def panned(name: str, count: int, size: tuple[int, int] = (320, 180)) -> list[Pixels]:
    """So many frames, over which the view moves from one corner of a picture to the other."""
    picture = Image.open(SAMPLES / "images" / name).convert("RGB")
    wide, tall = picture.width * 0.6, picture.width * 0.6 * size[1] / size[0]
    frames = []
    for at in np.linspace(0, 1, count):
        left, top = (picture.width - wide) * at, max(0.0, picture.height - tall) * at
        view = picture.resize(size, Image.Resampling.BILINEAR, (left, top, left + wide, top + tall))
        frames.append(np.asarray(view))
    return frames


def story(rate: float = 12.0, seconds: float = 3.0, scenes: Sequence[str] = SCENES) -> list[Pixels]:
    """Several scenes one after the other."""
    return [frame for name in scenes for frame in panned(name, round(rate * seconds))]


def film(
    frames: Sequence[Pixels],
    rate: float = 12.0,
    *,
    kind: str = "mp4",
    codec: str = "libx264",
    pixels: str = "yuv420p",
    prepare: Callable[[av.VideoStream], None] | None = None,
    every: int = 12,
) -> bytes:
    """Encode the frames; `every` frames there is a key frame."""
    file = io.BytesIO()
    with av.open(file, "w", format=kind) as out:
        stream = out.add_stream(codec, rate=Fraction(rate).limit_denominator(1001))
        stream.height, stream.width = frames[0].shape[:2]
        stream.pix_fmt = pixels
        stream.gop_size = every
        stream.options = {"preset": "ultrafast", "crf": "24"} if codec == "libx264" else {}
        if prepare:
            prepare(stream)
        for one in frames:
            out.mux(stream.encode(av.VideoFrame.from_ndarray(np.ascontiguousarray(one), format="rgb24")))
        out.mux(stream.encode(None))
    return file.getvalue()
