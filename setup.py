"""The one thing pyproject.toml cannot say: the C kernel, and that a machine without a compiler still installs."""

from setuptools import Extension, setup

KERNEL = "src/rescind/kernel/"

setup(
    ext_modules=[
        Extension(
            "rescind.kernel._native",
            sources=[KERNEL + "module.c", KERNEL + "pdq.c", KERNEL + "scan.c"],
            depends=[KERNEL + "pdq.h", KERNEL + "scan.h"],
            define_macros=[("Py_LIMITED_API", "0x030B0000")],
            py_limited_api=True,
            optional=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
