"""From a decoded frame to its brightness alone, upright, reduced to what a fingerprint needs.

Fingerprints are made of brightness, and nearly every codec stores just that as its first plane, so no colour
is worked out.
"""

import numpy as np
from av import VideoFrame
from av.video.reformatter import ColorRange
from numpy.typing import NDArray
from PIL import Image

from rescind.fingerprint.upright import turned_upright

Luma = NDArray[np.uint8]

SHORT_SIDE = 256
"""Pixels; a fingerprint looks at 64 x 64 averages, so that more changes next to nothing."""

_PLANAR = ("yuv4", "yuvj4", "yuva4", "gray", "nv12", "nv16", "nv21")
_BYTE = 8
_ROWS, _COLUMNS = 9, 16
_FULL_RANGE: Luma = np.clip(np.round((np.arange(256) - 16) * 255 / 219), 0, 255).astype(np.uint8)
"""Black is stored as 16 and white as 235 (ITU-R BT.709, 4.6); a picture of it has 0 and 255."""


def reduced(frame: VideoFrame, orientation: int, short_side: int) -> Luma:
    """Return the upright brightness (height x width), reduced by the largest whole number that keeps the
    short side.
    """
    image = _brightness(frame)
    factor = max(1, min(frame.width, frame.height) // short_side)
    whole = (0, 0, frame.width, frame.height)
    small = image.reduce(factor, whole) if factor > 1 else image.crop(whole)
    upright = np.ascontiguousarray(turned_upright(np.asarray(small), orientation))
    return upright if _is_full_range(frame) else _FULL_RANGE[upright]


def thumbnail(frame: VideoFrame) -> Luma:
    """Return 9 x 16 averages along rows as stored: enough to see that the scene has changed."""
    if frame.format.components[0].bits > _BYTE and not frame.format.name.startswith(_PLANAR):
        frame = frame.reformat(format="gray")  # such formats differ in where in its two bytes a value stands
    rows = _rows(frame)
    some = rows[frame.height // (2 * _ROWS) :: max(1, frame.height // _ROWS)]
    wide = min(rows.shape[1], frame.width * max(1, rows.shape[1] // frame.width))
    along = wide // _COLUMNS * _COLUMNS
    if not along:
        return some[:, :1].copy()
    averages: Luma = some[:, :along].reshape(len(some), _COLUMNS, -1).mean(axis=2).astype(np.uint8)
    return averages


def _is_full_range(frame: VideoFrame) -> bool:
    named = frame.format.name
    return frame.color_range == ColorRange.JPEG or named.startswith("yuvj") or not named.startswith(_PLANAR)


def _brightness(frame: VideoFrame) -> Image.Image:
    """Return the brightness as stored; rows may have some bytes more than the frame is wide."""
    if not frame.format.name.startswith(_PLANAR):
        frame = frame.reformat(format="gray")
    if frame.format.components[0].bits != _BYTE:
        return Image.fromarray(_rows(frame))
    plane = frame.planes[0]
    return Image.frombuffer(
        "L", (plane.line_size, frame.height), np.frombuffer(memoryview(plane), np.uint8), "raw", "L", 0, 1
    )


def _rows(frame: VideoFrame) -> Luma:
    """Return the first plane as stored, a row for each row of the frame; of more than 8 bits the upper 8."""
    plane, depth = frame.planes[0], frame.format.components[0].bits
    content = memoryview(plane)[: frame.height * plane.line_size]
    if depth <= _BYTE:
        return np.frombuffer(content, np.uint8).reshape(frame.height, -1)
    order = ">u2" if frame.format.is_big_endian else "<u2"
    rows: Luma = (np.frombuffer(content, order) >> (depth - _BYTE)).astype(np.uint8)
    return rows.reshape(frame.height, -1)
