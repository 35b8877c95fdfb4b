"""Which moments of a video were looked at: several looks in one, and where nothing was seen."""

from collections.abc import Sequence
from dataclasses import replace

from rescind.fingerprint.video import VideoFingerprint

CLOSE = 12.0
"""Seconds without a look that are let pass: key frames lie that close in nearly all videos."""

FEW = 8
"""Moments that can be told apart from others; a video with fewer of them is looked at more closely."""


def moved(video: VideoFingerprint, seconds: float) -> VideoFingerprint:
    """Return the video with every moment so many seconds later."""
    frames = tuple(replace(one, at=one.at + seconds, until=one.until + seconds) for one in video.frames)
    return replace(video, frames=frames, seen=video.seen + seconds, seconds=video.seconds + seconds)


def joined_in_time(looks: Sequence[VideoFingerprint], *, seconds: float = 0.0) -> VideoFingerprint:
    """Return several looks at one video as one, which lasts `seconds` or as long as one of them says.

    How it was read is said of the last. There is at least one look.
    """
    frames = sorted((frame for look in looks for frame in look.frames), key=lambda frame: frame.at)
    return replace(
        looks[-1],
        frames=tuple(frames),
        seconds=max(seconds, *(look.seconds for look in looks)),
        seen=max(look.seen for look in looks),
        sha256=None,
        md5=None,
    )


def longest_gap(video: VideoFingerprint) -> float:
    """Return the most seconds in a row of which nothing was seen, the start and the end of the video included."""
    longest = reached = 0.0
    for frame in video.frames:
        longest = max(longest, frame.at - reached)
        reached = max(reached, frame.until)
    return max(longest, video.seconds - max(reached, video.seen))


def is_telling(video: VideoFingerprint) -> bool:
    """Whether this look would have seen a copy, but for a short piece inside a longer video."""
    return video.usable >= FEW and longest_gap(video) <= CLOSE
