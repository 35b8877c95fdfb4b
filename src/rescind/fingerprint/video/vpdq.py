"""Fingerprints of a video in the two texts by which vPDQ values are exchanged. `docs/formats/vpdq.md` has both.

Source: the `vpdq` package and the vPDQ signal type of Meta's ThreatExchange repository.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from rescind.fingerprint.unclear import FingerprintError
from rescind.fingerprint.video.values import VideoFingerprint

MOST_FEATURES: Final = 1_000_000
"""Of one video; nine hours at thirty frames a second."""

_HEX, _BEST = 64, 100
_DIGITS = frozenset("0123456789abcdef")


class NotVpdq(FingerprintError):
    """A text is not vPDQ in the form it was said to have. Nothing of it is repeated."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One frame: its number in the video from 0 on, quality (0 to 100), 32 bytes, and second."""

    frame: int
    quality: int
    bits: bytes = field(repr=False)
    seconds: float


def features(video: VideoFingerprint, every: float = 1.0) -> tuple[Feature, ...]:
    """Return the frames that vPDQ takes: one each `every` seconds, or all for 0.

    The video must have been fingerprinted with Sampling.EVERY. Frames are counted as vPDQ counts them, so with
    a varying frame rate they are not exactly `every` seconds apart.
    """
    frames = video.frames
    rate = (len(frames) - 1) / frames[-1].at if len(frames) > 1 and frames[-1].at else 0.0
    step = max(1, int(every * rate))
    return tuple(
        Feature(number, frames[number].print.quality, frames[number].print.bits, frames[number].at)
        for number in range(0, len(frames), step)
    )


def as_lines(those: Sequence[Feature]) -> str:
    """Return a line for each: frame, quality, hexadecimal digits and second."""
    return "".join(f"{one.frame},{one.quality},{one.bits.hex()},{one.seconds:.3f}\n" for one in those)


def from_lines(text: str) -> tuple[Feature, ...]:
    """Return the features of such lines. Raises NotVpdq."""
    return tuple(_of_line(line) for line in _lines(text))


def as_signal(those: Sequence[Feature]) -> str:
    """Return a JSON list with a string for each: hexadecimal digits, quality and second."""
    return json.dumps([f"{one.bits.hex()},{one.quality},{one.seconds:.3f}" for one in those])


def from_signal(text: str) -> tuple[Feature, ...]:
    """Return the features of such a list, numbered as they come. Raises NotVpdq."""
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        raise NotVpdq from None
    if not isinstance(listed, list) or len(listed) > MOST_FEATURES:
        raise NotVpdq
    return tuple(_of_string(number, one) for number, one in enumerate(listed))


def _lines(text: str) -> Iterator[str]:
    lines = text.splitlines()
    if len(lines) > MOST_FEATURES:
        raise NotVpdq
    return (line for line in lines if line.strip())


def _of_line(line: str) -> Feature:
    cells = line.strip().split(",")
    if len(cells) != len(("frame", "quality", "hex", "seconds")):
        raise NotVpdq
    frame, quality, digits, seconds = cells
    return Feature(_whole(frame), _quality(quality), _bits(digits), _seconds(seconds))


def _of_string(number: int, told: object) -> Feature:
    cells = told.split(",") if isinstance(told, str) else []
    if len(cells) != len(("hex", "quality", "seconds")):
        raise NotVpdq
    digits, quality, seconds = cells
    return Feature(number, _quality(quality), _bits(digits), _seconds(seconds))


def _whole(told: str) -> int:
    if not (told.isascii() and told.isdigit() and len(told) <= len("1000000000")):
        raise NotVpdq
    return int(told)


def _quality(told: str) -> int:
    if (quality := _whole(told)) > _BEST:
        raise NotVpdq
    return quality


def _bits(told: str) -> bytes:
    if len(told) != _HEX or not _DIGITS.issuperset(told.lower()):
        raise NotVpdq
    return bytes.fromhex(told)


def _seconds(told: str) -> float:
    try:
        seconds = float(told)
    except ValueError:
        raise NotVpdq from None
    if not math.isfinite(seconds) or seconds < 0:
        raise NotVpdq
    return seconds
