"""From pixels to what finds edited copies: the panels of the upright picture, and its parts.

Both are made from luma no larger than they need: a picture is reduced by a whole number for as long as its
short side stays long enough, as a JPEG already is when it is decoded.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rescind import kernel
from rescind.fingerprint import panels
from rescind.fingerprint.parts import parts_of
from rescind.fingerprint.pixels import Pixels
from rescind.fingerprint.sheet import sheet
from rescind.fingerprint.upright import turned_upright
from rescind.fingerprint.values import PLAIN_BELOW, Panel, Parts, Shown, Wanted

SHORT_SIDE = 512
"""Pixels; the same as a JPEG is reduced to, so that a picture and its copies are seen alike."""

_BAND_BYTES = 4 << 20
_WHOLE = 10_000

Luma = NDArray[np.uint8]


def print_set(
    pixels: Pixels, orientation: int, wanted: Wanted
) -> tuple[tuple[Panel, ...], Parts, tuple[Shown, ...]]:
    """Return the panels, the parts and, where it is a sheet, the tiles of a picture whose EXIF orientation is
    still to be applied.
    """
    luma = np.ascontiguousarray(turned_upright(reduced_luma(pixels), orientation))
    panels, parts = of_luma(luma, wanted)
    return panels, parts, _tiles(luma, wanted.most_shown)


def _tiles(luma: Luma, most: int) -> tuple[Shown, ...]:
    """Return at most so many tiles of a sheet, row by row; none where most are plain, as in a blank picture."""
    tiled = sheet(luma) if most else None
    if tiled is None:
        return ()
    cuts = (np.ascontiguousarray(luma[top:bottom, left:right]) for left, top, right, bottom in tiled.boxes)
    seen = [kernel.pdq(cut, width=cut.shape[1], height=cut.shape[0], channels=1) for cut in cuts]
    if sum(quality < PLAIN_BELOW for _, quality in seen) * 2 > len(seen):
        return ()
    return tuple(Shown(float(at), *one) for at, one in zip(range(most), seen, strict=False))


def of_luma(luma: Luma, wanted: Wanted) -> tuple[tuple[Panel, ...], Parts]:
    """Return the panels and the parts of an upright picture (height x width)."""
    seen = (_panel(luma, found, wanted) for found in panels.found(luma, wanted.most_panels))
    telling = tuple(panel for panel in seen if panel.quality >= PLAIN_BELOW)
    return telling, parts_of(luma, most=wanted.most_parts, mirrored=not wanted.turns)


def reduced_luma(pixels: Pixels) -> Luma:
    """Return luma (height x width) as stored, reduced by the largest whole number that keeps the short side."""
    factor = max(1, min(pixels.width, pixels.height) // SHORT_SIDE)
    shape = (pixels.height, pixels.width, pixels.channels)
    stored = np.frombuffer(pixels.content, np.uint8).reshape(shape).squeeze(2 if pixels.channels == 1 else ())
    rows = max(1, _BAND_BYTES // (pixels.width * 4 * factor)) * factor
    return np.concatenate([_band(stored[top : top + rows], factor) for top in range(0, pixels.height, rows)])


def _band(stored: Luma, factor: int) -> Luma:
    """Return some rows; in bands, because Pillow keeps a colour in four bytes."""
    image = Image.fromarray(stored)
    return np.asarray((image.reduce(factor) if factor > 1 else image).convert("L"))


def _panel(luma: Luma, found: panels.Found, wanted: Wanted) -> Panel:
    """Return the panel with its prints."""
    cut = np.ascontiguousarray(luma[found.top : found.bottom, found.left : found.right])
    height, width = cut.shape
    if wanted.turns:
        turns, quality = kernel.pdq_turns(cut, width=width, height=height, channels=1)
    else:
        bits, quality = kernel.pdq(cut, width=width, height=height, channels=1)
        turns = (bits,)
    tall, wide = luma.shape
    left, right = round(found.left * _WHOLE / wide), round(found.right * _WHOLE / wide)
    top, bottom = round(found.top * _WHOLE / tall), round(found.bottom * _WHOLE / tall)
    return Panel(found.kind, (left, top, right, bottom), turns, quality)
