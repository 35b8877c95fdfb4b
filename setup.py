"""What pyproject.toml cannot say: the C kernel, and that a machine without a compiler still installs."""

import sys

from setuptools import Extension, setup

KERNEL = "src/rescind/kernel/"
# No fused or reordered arithmetic: the fingerprint's bits hang on how each single-precision step is rounded.
STRICT = ["/O2", "/fp:precise"] if sys.platform == "win32" else ["-O3", "-ffp-contract=off", "-fno-fast-math"]
PARTS = ("parts.c", "parts_blur.c", "parts_loops.c", "parts_points.c", "parts_print.c", "pairs.c")
PARTS_HEADERS = ("parts.h", "parts_within.h", "parts_loops.h", "parts_blur_once.h", "pairs_once.h")

SEARCH = ("tables.c", "groups.c", "hits.c", "probe.c", "find.c", "delta.c", "merge.c")
SEARCH_DEPENDS = (
    "tables.h",
    "groups.h",
    "hits.h",
    "probe.h",
    "probe_once.h",
    "find.h",
    "delta.h",
    "merge.h",
    "calls.h",
)

setup(
    ext_modules=[
        Extension(
            "rescind.kernel._native",
            sources=[
                KERNEL + name
                for name in ("module.c", "pdq.c", "exact.c", "quick.c", "loops.c", "scan.c", *SEARCH, *PARTS)
            ],
            depends=[
                KERNEL + name
                for name in (
                    "pdq.h",
                    "shrink.h",
                    "loops.h",
                    "loops_once.h",
                    "scan.h",
                    *SEARCH_DEPENDS,
                    *PARTS_HEADERS,
                )
            ],
            define_macros=[("Py_LIMITED_API", "0x030B0000")],
            extra_compile_args=STRICT,
            py_limited_api=True,
            optional=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
