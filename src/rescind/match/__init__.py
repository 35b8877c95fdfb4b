"""Whether two pictures are copies of each other, and which of many are near: fingerprints against
fingerprints.

A picture is compared only with a picture. Every number that decides lies in `rescind.match.thresholds`, with
its source and what was measured.
"""

from rescind.match.comparing import Comparison, Extent, Likeness, TurnsMissing, compare
from rescind.match.describing import described
from rescind.match.index import IdTaken, Index, MatchError, Near, NotAFingerprint
from rescind.match.scanning import ScanIndex
from rescind.match.thresholds import MIN_QUALITY, NEAR_WITHIN, SAME_WITHIN

__all__ = [
    "MIN_QUALITY",
    "NEAR_WITHIN",
    "SAME_WITHIN",
    "Comparison",
    "Extent",
    "IdTaken",
    "Index",
    "Likeness",
    "MatchError",
    "Near",
    "NotAFingerprint",
    "ScanIndex",
    "TurnsMissing",
    "compare",
    "described",
]
