"""Rules of the page that a machine holds: it is read as it is served, it stays small, and nothing strange is in it."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from rescind.net.showing import POLICY
from tests.house import test_charter as charter
from tests.house.sources import ROOT
from tests.house.test_sizes import LONGEST_FILE, REFUSED

PAGE = ROOT / "page"
VENDOR = PAGE / "vendor"
FACTS = PAGE / "facts"
LIST = "LIST.toml"

# What would call somebody, keep something, or run what is not in a file of ours.
NOT_USED = re.compile(
    r"\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts"
    r"|localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\b|pushState|replaceState"
    r"|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
)
# Keeping the page on a device is the one thing that stores something, when the person presses its button.
MAY_USE = {"keep.js": {"fetch(", "caches"}, "keeping.js": {"caches"}}
IMPORT = re.compile(r'^(?:import\b[^"\n]*|export\b[^"\n]* from )"([^"]+)";', re.MULTILINE)

ON_DEMAND = re.compile(r'=> import\("([^"]+)"\)')
"""A part on demand, written as page/together.js looks for it."""


def modules() -> list[Path]:
    """The modules that are ours."""
    return sorted(path for path in PAGE.rglob("*.js") if VENDOR not in path.parents)


def written() -> list[Path]:
    """Those of them that a person wrote."""
    return [path for path in modules() if FACTS not in path.parents]


def test_no_module_calls_anybody_keeps_anything_or_runs_text() -> None:
    found = [
        f"{path.name}: {hit[0]}"
        for path in modules()
        for hit in NOT_USED.finditer(path.read_text("utf-8"))
        if hit[0] not in MAY_USE.get(path.relative_to(PAGE).as_posix(), ())
    ]
    assert found == []


def test_what_keeps_the_page_calls_in_one_line_that_names_a_file_of_the_list() -> None:
    keeper = (PAGE / "keep.js").read_text("utf-8")
    assert [line.strip() for line in keeper.splitlines() if "fetch(" in line] == [
        line.strip() for line in keeper.splitlines() if "await fetch(PLACE + name, {" in line
    ]
    assert len(re.findall(r"\bfetch\(", keeper)) == 1
    users = [path.name for path in modules() if "serviceWorker" in path.read_text("utf-8")]
    assert users == ["keeping.js"]


@pytest.mark.parametrize("line", ["await fetch(address)", "localStorage.x = 1", "element.innerHTML = words"])
def test_such_a_line_is_seen(line: str) -> None:
    assert NOT_USED.search(line)


def test_no_module_and_no_package_of_the_page_knows_faces_or_voices() -> None:
    texts = {path.name: path.read_text("utf-8") for path in PAGE.rglob("*.js")}
    assert [name for name, text in texts.items() if charter.BIOMETRIC_IN_CODE.search(text)] == []
    packages = json.loads((ROOT / "tools" / "page" / "package-lock.json").read_text("utf-8"))["packages"]
    names = {name.rpartition("node_modules/")[2] for name in packages}
    assert "age-encryption" in names
    assert [name for name in sorted(names) if charter.biometric(name)] == []


def test_the_clock_is_read_in_one_place() -> None:
    clock = re.compile(r"new Date\(\)|Date\.now\(")
    assert [path.name for path in modules() if clock.search(path.read_text("utf-8"))] == ["journey.js"]


def test_every_module_imports_whole_paths_that_are_there() -> None:
    imported = [(path, name) for path in modules() for name in IMPORT.findall(path.read_text("utf-8"))]
    assert imported
    assert [f"{path.name}: {name}" for path, name in imported if not name.startswith(("./", "../"))] == []
    assert [f"{path.name}: {name}" for path, name in imported if not (path.parent / name).is_file()] == []


def test_files_of_others_are_loaded_on_demand_in_one_place_alone() -> None:
    types = re.compile(r"/\*\*.*?\*/", re.DOTALL)
    found = [path.name for path in written() if "import(" in types.sub("", path.read_text("utf-8"))]
    assert found == ["beside.js", "parts.js", "together.js"]
    parts = ON_DEMAND.findall((PAGE / "parts.js").read_text("utf-8"))
    assert {f"./vendor/{name.removeprefix('./vendor/')}" for name in parts} == set(parts)
    assert parts
    assert [name for name in parts if not (PAGE / name).is_file()] == []


def test_every_module_starts_by_saying_its_subject_and_is_no_longer_than_others() -> None:
    assert [path.name for path in modules() if not path.read_text("utf-8").startswith("/**")] == []
    assert [path.name for path in written() if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = {part for path in PAGE.rglob("*") for part in path.relative_to(PAGE).with_suffix("").parts}
    assert named & REFUSED == set()


def test_the_page_and_the_command_that_shows_it_forbid_the_same() -> None:
    page = re.search(r'content="(default-src [^"]+)"', (PAGE / "index.html").read_text("utf-8"))
    assert page
    assert f"{page[1]}; frame-ancestors 'none'" == POLICY
    assert POLICY in (ROOT / "docs" / "person" / "page.md").read_text("utf-8")
    for one in ("default-src 'none'", "connect-src 'none'", "form-action 'none'"):
        assert one in page[1]


def test_nothing_in_the_page_leads_to_another_machine_by_itself() -> None:
    """Addresses stand in the page only as links to press and in the laws' and helplines' own words."""
    loading = re.compile(r"""(?:src|href|url\()\s*[=(]?\s*["']?(?:https?:)?//""")
    texts = (path for path in PAGE.rglob("*") if path.suffix in (".html", ".css", ".svg"))
    found = [f"{path.name}: {hit[0]}" for path in texts for hit in loading.finditer(path.read_text("utf-8"))]
    assert found == [
        'index.html: href="https://'
    ]  # the one link of the text that stands there before the page starts


def test_third_party_files_are_those_that_are_listed() -> None:
    listed = tomllib.loads((VENDOR / LIST).read_text("utf-8"))
    sums = {one["name"]: one["sha256"] for one in listed["file"]}
    there = {path.name for path in VENDOR.iterdir() if path.name != LIST and not path.name.endswith(".d.ts")}
    assert there == set(sums)
    assert {name: hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() for name in sums} == sums
    assert all(one["version"] and one["licence"] and one["home"] for one in listed["package"])
    licences = (VENDOR / "LICENCES.txt").read_text("utf-8")
    assert [one["package"] for one in listed["package"] if one["package"] not in licences] == []


def test_third_party_files_are_what_the_pinned_packages_give() -> None:
    if not (ROOT / ".tools" / "page" / "node_modules" / ".bin" / "esbuild").exists():
        pytest.skip("the packages of tools/page are not installed here")
    assert_current("vendor_page.py")


@pytest.mark.parametrize(
    "tool",
    ["write_page_facts.py", "write_print_vectors.py", "write_removal_vectors.py", "write_video_vectors.py"],
)
def test_what_is_written_from_python_is_current(tool: str) -> None:
    assert_current(tool)


def assert_current(tool: str) -> None:
    """Hold that the tool finds its files as they should be."""
    command = [sys.executable, str(ROOT / "tools" / tool), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
