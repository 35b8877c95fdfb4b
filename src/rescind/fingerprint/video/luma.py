"""From a decoded frame to its brightness alone, upright, reduced to what a fingerprint needs.

Fingerprints are made of brightness, and nearly every codec stores just that as its first plane, so no colour
is worked out.
"""

import numpy as np
from av import VideoFrame
from numpy.typing import NDArray
from PIL import Image

from rescind.fingerprint.upright import turned_upright

Luma = NDArray[np.uint8]

SHORT_SIDE = 256
"""Pixels; a fingerprint looks at 64 x 64 averages, so that more changes next to nothing."""

_PLANAR = ("yuv4", "yuvj4", "yuva4", "gray", "nv12", "nv16", "nv21")
_BYTE = 8


def reduced(frame: VideoFrame, orientation: int, short_side: int) -> Luma:
    """Return the upright brightness (height x width), reduced by the largest whole number that keeps the
    short side.
    """
    image = _brightness(frame)
    factor = max(1, min(frame.width, frame.height) // short_side)
    whole = (0, 0, frame.width, frame.height)
    small = image.reduce(factor, whole) if factor > 1 else image.crop(whole)
    return np.ascontiguousarray(turned_upright(np.asarray(small), orientation))


def thumbnail(frame: VideoFrame) -> Luma:
    """Return 9 x 16 single points as stored: enough to see that the scene has changed."""
    plane = frame.planes[0]
    rows: Luma = np.frombuffer(memoryview(plane), np.uint8)[: frame.height * plane.line_size].reshape(
        frame.height, -1
    )
    wide = frame.width * max(1, plane.line_size // max(1, frame.width))
    return rows[
        frame.height // 18 :: max(1, frame.height // 9), wide // 32 : wide : max(1, wide // 16)
    ].copy()


def _brightness(frame: VideoFrame) -> Image.Image:
    """Return the brightness as stored; rows may have some bytes more than the frame is wide."""
    if not frame.format.name.startswith(_PLANAR):
        frame = frame.reformat(format="gray")
    plane, depth = frame.planes[0], frame.format.components[0].bits
    if depth == _BYTE:
        return Image.frombuffer(
            "L", (plane.line_size, frame.height), np.frombuffer(memoryview(plane), np.uint8), "raw", "L", 0, 1
        )
    order = ">u2" if frame.format.is_big_endian else "<u2"
    wide = np.frombuffer(memoryview(plane), order)[: frame.height * plane.line_size // 2].reshape(
        frame.height, -1
    )
    return Image.fromarray((wide >> (depth - _BYTE)).astype(np.uint8))
