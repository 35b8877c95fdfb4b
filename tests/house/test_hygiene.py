"""What is in the checkout: no path of anybody's machine, nothing big, and no sample without its licence."""

from __future__ import annotations

import hashlib
import re

import pytest

from tests.house.sources import ROOT, files

SAMPLES = ROOT / "tests" / "samples"
BIGGEST = 2_000_000
TEXT = {
    ".py",
    ".c",
    ".h",
    ".md",
    ".txt",
    ".toml",
    ".cfg",
    ".lock",
    ".csv",
    ".pot",
    ".po",
    ".typ",
    ".sh",
    ".json",
    "",
}
LISTS = {"README.md", "SHA256SUMS"}
# Put together from parts, so that this file does not name what it looks for.
MACHINE_PATH = re.compile(
    r"(?<![\w./])/(?:"
    + "|".join(("wo" + "rk", "fa" + "rm", "ro" + "ot", "ho" + r"me/\w+", "Us" + r"ers/\w+"))
    + r")/"
)


def samples() -> set[str]:
    return {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file()} - LISTS


def listed() -> dict[str, list[str]]:
    """The rows of the samples' README: file to its other cells (bytes, what, source, licence, author)."""
    rows = (
        line.strip("| \n").split(" | ") for line in (SAMPLES / "README.md").read_text("utf-8").splitlines()
    )
    return {row[0]: row[1:] for row in rows if len(row) == 6 and "/" in row[0]}


@pytest.mark.parametrize("path", ["see /" + "work/x", "'/" + "home/me/x'", "(/" + "root/.cache)"])
def test_a_path_of_a_machine_is_seen(path: str) -> None:
    assert MACHINE_PATH.search(path)


def test_no_path_of_a_machine_is_written_down() -> None:
    texts = (path for path in files() if path.suffix in TEXT)
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in texts
        for hit in MACHINE_PATH.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_no_file_is_big() -> None:
    whole = (SAMPLES, ROOT / "page" / "vendor")
    big = [
        path.name for path in files() if path.stat().st_size > BIGGEST and not set(whole) & set(path.parents)
    ]
    assert big == []


def test_every_sample_is_listed_with_its_licence_and_author() -> None:
    rows = listed()
    assert samples() == set(rows)
    assert [name for name, row in rows.items() if not all(cell.strip() for cell in row)] == []
    assert [name for name, row in rows.items() if int(row[0]) != (SAMPLES / name).stat().st_size] == []


def test_every_sample_is_as_it_was_published() -> None:
    lines = (line.split("  ", 1) for line in (SAMPLES / "SHA256SUMS").read_text("utf-8").splitlines())
    sums = {name: digest for digest, name in lines}
    assert set(sums) == samples()
    assert [
        name for name in sums if hashlib.sha256((SAMPLES / name).read_bytes()).hexdigest() != sums[name]
    ] == []


@pytest.mark.parametrize(
    ("licence", "text"), [("BSD-3-Clause", "Redistribution"), ("MIT", "Permission is hereby")]
)
def test_a_licence_that_asks_for_its_text_has_it(licence: str, text: str) -> None:
    assert any(row[3] == licence for row in listed().values())
    [file] = (SAMPLES / "licences").glob(f"{licence}-*.txt")
    assert text in file.read_text(encoding="utf-8")
