"""A video in, the fingerprints of its moments out, or `Unclear` with the reason."""

from rescind.fingerprint.video.source import Source
from rescind.fingerprint.video.unclear import UnclearVideo
from rescind.fingerprint.video.values import Frame, HowVideo, Sampling, VideoFingerprint, VideoNote

__all__ = ["Frame", "HowVideo", "Sampling", "Source", "UnclearVideo", "VideoFingerprint", "VideoNote"]
