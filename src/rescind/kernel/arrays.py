"""Everything the kernel does, with NumPy: one place that offers what the C extension offers."""

from rescind.kernel.array import distance, pdq, pdq_turns, scan
from rescind.kernel.find_array import (
    delta_add,
    delta_add_many,
    delta_near,
    search_build,
    search_merge,
    search_near,
)

__all__ = [
    "delta_add",
    "delta_add_many",
    "delta_near",
    "distance",
    "pdq",
    "pdq_turns",
    "scan",
    "search_build",
    "search_merge",
    "search_near",
]
