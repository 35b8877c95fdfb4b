"""What pyproject.toml cannot say: the C kernel, that a machine without a compiler still installs, and the browser page."""

import shutil
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_py import build_py

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


class WithPage(build_py):
    """Puts the folder `page/` into the package as it is; an editable installation finds it in the checkout."""

    def run(self):
        """Build as usual, and copy the page beside it."""
        super().run()
        if not self.editable_mode:
            shutil.copytree("page", Path(self.build_lib) / "rescind" / "page", dirs_exist_ok=True)


setup(
    cmdclass={"build_py": WithPage},
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
