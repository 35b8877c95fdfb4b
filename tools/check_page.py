"""Check the types of the page with `tsc` where there is node; without it, or without the packages, say so and go on.

The packages (the type checker, what the tests in a browser ask, and what page/vendor/ was made of) are pinned by
tools/page/package-lock.json and stay in .tools/page/. Nothing of them is served.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINNED = ROOT / "tools" / "page"
PLACE = ROOT / ".tools" / "page"
LOCK = "package-lock.json"


def installed() -> bool:
    """Whether what is pinned now was installed whole."""
    held = PLACE / "node_modules" / ".pinned"
    return held.exists() and held.read_bytes() == (PINNED / LOCK).read_bytes()


def install(npm: str) -> bool:
    """Install what is pinned; return whether that worked. No package's own script is run."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", LOCK):
        shutil.copyfile(PINNED / name, PLACE / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=PLACE, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        shutil.copyfile(PINNED / LOCK, PLACE / "node_modules" / ".pinned")
    return done.returncode == 0


def main() -> int:
    """Return 1 when a type is wrong, and 0 when none is or nobody could look."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        print("There is no node here: the types of the page were not checked.")
        return 0
    if not installed() and not install(npm):
        print("The packages of tools/page could not be installed: the types of the page were not checked.")
        return 0
    program = PLACE / "node_modules" / "typescript" / "bin" / "tsc"
    return subprocess.run([node, str(program), "-p", str(PINNED / "tsconfig.json")], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
