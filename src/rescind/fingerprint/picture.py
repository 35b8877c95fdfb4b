"""A decoded picture on its way to the kernel: pixels as stored, which way is up, and how it was read."""

from collections.abc import Callable
from dataclasses import dataclass

from rescind.fingerprint.pixels import Pixels
from rescind.fingerprint.values import How

SpendSeconds = Callable[[float], None]
"""Grants so much processor time from now on; called before anything that costs."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`orientation` is the EXIF orientation still to be applied; `how` speaks of the upright picture."""

    pixels: Pixels
    orientation: int
    how: How
