"""Whether two pictures are copies of each other, and which of many are near: fingerprints against
fingerprints.

A picture is compared only with a picture. Every number that decides lies in `rescind.match.thresholds`, with
its source and what was measured.
"""

from rescind.match.comparing import Comparison, Extent, Likeness, TurnsMissing, compare
from rescind.match.describing import described
from rescind.match.errors import (
    DamagedIndex,
    IdTaken,
    IndexClosed,
    IndexFilesError,
    MatchError,
    NewerIndex,
    NoRoom,
    NotAFingerprint,
    NotAllowedHere,
    NotAnEntry,
    NotAnIndex,
    NotFlushed,
    TornIndex,
)
from rescind.match.finding import Match, Matches, enrol, find, withdraw
from rescind.match.index import Index
from rescind.match.scanning import ScanIndex
from rescind.match.stretches import Reel, Stretch, stretches
from rescind.match.thresholds import MIN_QUALITY, NEAR_WITHIN, SAME_WITHIN
from rescind.match.values import Entry, Near, Nearby

__all__ = [
    "MIN_QUALITY",
    "NEAR_WITHIN",
    "SAME_WITHIN",
    "Comparison",
    "DamagedIndex",
    "Entry",
    "Extent",
    "IdTaken",
    "Index",
    "IndexClosed",
    "IndexFilesError",
    "Likeness",
    "Match",
    "MatchError",
    "Matches",
    "Near",
    "Nearby",
    "NewerIndex",
    "NoRoom",
    "NotAFingerprint",
    "NotAllowedHere",
    "NotAnEntry",
    "NotAnIndex",
    "NotFlushed",
    "Reel",
    "ScanIndex",
    "Stretch",
    "TornIndex",
    "TurnsMissing",
    "compare",
    "described",
    "enrol",
    "find",
    "stretches",
    "withdraw",
]
