"""A video in, the fingerprints of its moments out, or `Unclear` with the reason.

The same fence as for pictures: a child process decodes, with no way to files, sockets or programs; it asks for
the bytes it needs. PyAV, which decodes, comes with the extra `rescind[video]`, and is imported in the child alone.
"""

from rescind.fingerprint.video.processes import close
from rescind.fingerprint.video.reader import Progress, of_video
from rescind.fingerprint.video.sniff import FIRST_BYTES, is_video
from rescind.fingerprint.video.unclear import UnclearVideo
from rescind.fingerprint.video.values import Frame, HowVideo, Sampling, VideoFingerprint, VideoNote

__all__ = [
    "FIRST_BYTES",
    "Frame",
    "HowVideo",
    "Progress",
    "Sampling",
    "UnclearVideo",
    "VideoFingerprint",
    "VideoNote",
    "close",
    "is_video",
    "of_video",
]
