"""Make the third-party files of the page again, whole and readable, from what tools/page/package-lock.json pins.

    python tools/vendor_page.py            write page/vendor/ (needs node and what tools/check_page.py installs)
    python tools/vendor_page.py --check    only say whether the files are what the packages give

What comes out depends on the pinned versions alone; page/vendor/LIST.toml has each file's version, licence and SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = ROOT / ".tools" / "page" / "node_modules"
FOLDER = ROOT / "page" / "vendor"
ENTRIES = {"age-encryption.js": "age.js", "mediabunny.js": "video.js"}
"""Each file that is served, and what in tools/page/ says which parts of its packages go in."""

AS_PUBLISHED = {"libheif.js": ("libheif-js", "libheif/libheif.js", "\nexport default libheif;\n")}
"""Files that go in byte for byte, from which package, with one line more that makes a module of a script."""

TEXTS = {"libheif-js": ("LICENSE", "libheif/LICENSE")}
"""Whose licence stands in other files than `LICENSE`, or in several."""


def bundled(entry: str, out: Path) -> bytes:
    """Return a library and what it stands on as one module, names and comments kept."""
    command = [
        str(INSTALLED / ".bin" / "esbuild"),
        "--bundle",
        "--format=esm",
        "--target=es2022",
        "--charset=utf8",
    ]
    subprocess.run(
        [*command, "--legal-comments=inline", "--log-level=error", f"--outfile={out}", entry],
        cwd=INSTALLED.parent,
        check=True,
    )
    return out.read_bytes()


def packages(text: str) -> list[str]:
    """Return the packages that went into a bundle, by their place; one may stand inside another that wants its own."""
    one = r"(?:@[^/\n]+/)?[^/\n]+"
    return sorted(set(re.findall(rf"^// node_modules/((?:{one}/node_modules/)*{one})", text, re.MULTILINE)))


def said_of(package: str) -> dict[str, str]:
    """Return version, licence and home of an installed package."""
    said = json.loads((INSTALLED / package / "package.json").read_text("utf-8"))
    home = said["repository"]["url"].removeprefix("git+").removesuffix(".git")
    return {"package": package, "version": said["version"], "licence": said["license"], "home": home}


def licence(package: str) -> str:
    """Return the text of its licence."""
    return "\n".join(
        (INSTALLED / package / name).read_text("utf-8") for name in TEXTS.get(package, ("LICENSE",))
    )


def files() -> dict[str, bytes]:
    """Return every file of the folder: its name and its bytes."""
    for entry in ENTRIES.values():
        INSTALLED.parent.joinpath(entry).write_bytes((ROOT / "tools" / "page" / entry).read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        bundles = {name: bundled(entry, Path(folder) / name) for name, entry in ENTRIES.items()}
    whole = {
        name: (INSTALLED / package / path).read_bytes() + more.encode("utf-8")
        for name, (package, path, more) in AS_PUBLISHED.items()
    }
    found = {one for content in bundles.values() for one in packages(content.decode("utf-8"))}
    inside = sorted(found | {package for package, _, _ in AS_PUBLISHED.values()})
    licences = "\n".join(f"{package}\n{'=' * len(package)}\n\n{licence(package)}" for package in inside)
    made = {**bundles, **whole, "LICENCES.txt": licences.encode("utf-8")}
    return {**made, "LIST.toml": listed(made, inside).encode("utf-8")}


def listed(made: dict[str, bytes], inside: list[str]) -> str:
    """Return the list of the files and of the packages they were made of."""
    lines = ["# Written by tools/vendor_page.py. The checksums are verified by tests/house/test_page.py.", ""]
    for name, content in made.items():
        lines += ["[[file]]", f'name = "{name}"', f'sha256 = "{hashlib.sha256(content).hexdigest()}"', ""]
    for package in inside:
        lines += ["[[package]]", *(f'{key} = "{value}"' for key, value in said_of(package).items()), ""]
    return "\n".join(lines)


def main() -> int:
    """Write the folder, or with --check end with 1 when a file of it is another."""
    wanted = files()
    if "--check" in sys.argv[1:]:
        other = [name for name, content in wanted.items() if (FOLDER / name).read_bytes() != content]
        print(f"{', '.join(other)}: not what the packages give" if other else "current")
        return 1 if other else 0
    for name, content in wanted.items():
        (FOLDER / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
