"""Who may import whom, where an import may stand, and who may read the clock."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import ROOT, Module, functions, imports, inside, modules

# Optional extras and what one machine has and another lacks: imported where they are used, because they may be absent.
MAY_BE_ABSENT = {"typst", "fcntl", "resource", "msvcrt", "rescind.kernel._native"}

# Clocks outside `cli`, each for a pause or a deadline of something that hangs, never for what a rule decides.
CLOCKS = {
    "src/rescind/net/fetch.py": {
        "monotonic"
    },  # the pause between two calls and the time cap; an argument with a default
    "src/rescind/net/post.py": {"monotonic"},  # the time cap; an argument with a default
    "src/rescind/fingerprint/watch.py": {"monotonic"},  # the wall-clock deadline of a child process
    "src/rescind/fingerprint/fence.py": {"process_time"},  # the processor time a child process has used
}
OF_TIME = {
    "time",
    "time_ns",
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "localtime",
}
OF_DATES = {"now", "utcnow", "today", "localdate", "localtime"}
# The doors of the desk: a request comes in, or a job wakes up, and the moment is taken down once and handed on.
DESK_DOORS = tuple(f"src/rescind/desk/{door}/" for door in ("web", "api", "jobs", "management"))


def test_rooms_import_downward_only() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def late(module: Module) -> Iterator[tuple[str, int]]:
    """Every import inside a function: what it names, and the line."""
    for function in functions(module.tree):
        for node in ast.walk(function):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def test_only_commands_import_inside_functions() -> None:
    """An import inside a function nearly always cuts a loop by hand; `cli` does it so that a command starts fast."""
    found = [
        f"{one.path}:{line} {name}"
        for one in inside()
        if one.room != "cli"
        for name, line in late(one)
        if name not in MAY_BE_ABSENT and name.split(".")[0] not in MAY_BE_ABSENT
    ]
    assert found == []


def clocks(module: Module) -> set[tuple[str, int]]:
    """Every mention of a clock: `time.monotonic`, `datetime.now`, `from time import time`."""
    found = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            found |= {(alias.name, node.lineno) for alias in node.names if alias.name in OF_TIME}
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            of = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            if (of == "time" and node.attr in OF_TIME) or (
                of in ("datetime", "date", "timezone") and node.attr in OF_DATES
            ):
                found.add((node.attr, node.lineno))
    return found


@pytest.mark.parametrize(
    "code",
    [
        "import time\ntime.time()",
        "from time import monotonic",
        "datetime.now(UTC)",
        "dt.date.today()",
        "f(time.monotonic)",
        "timezone.now()",
    ],
)
def test_a_look_at_the_clock_is_seen(code: str) -> None:
    assert clocks(Module("x.py", code, ast.parse(code)))


def test_no_room_reads_the_clock() -> None:
    found = [
        f"{one.path}:{line} {name}"
        for one in inside()
        if one.room != "cli" and not one.path.startswith(DESK_DOORS)
        for name, line in clocks(one)
        if name not in CLOCKS.get(one.path, set())
    ]
    assert found == []


def test_every_allowed_clock_is_still_there() -> None:
    """An allowance nobody uses any more would let a new clock in unseen."""
    present = {one.path: {name for name, _ in clocks(one)} for one in inside()}
    assert {path: names for path, names in CLOCKS.items() if present.get(path, set()) != names} == {}


def sleeps(module: Module) -> Iterator[int]:
    """Every line that sleeps, or hands on Python's own sleep. Handing on a fake clock's `sleep` is no sleeping."""
    has_time = any(name in ("time", "time.sleep") for name, _ in imports(module.tree))
    for node in ast.walk(module.tree):
        called = isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "sleep"
        if called or (has_time and isinstance(node, ast.Attribute) and ast.unparse(node) == "time.sleep"):
            yield node.lineno


@pytest.mark.parametrize(
    "code",
    ["import time\ntime.sleep(1)", "from time import sleep\nsleep(1)", "import time\nf(sleep=time.sleep)"],
)
def test_a_sleep_is_seen(code: str) -> None:
    assert list(sleeps(Module("x.py", code, ast.parse(code))))


def test_tests_neither_sleep_nor_mock() -> None:
    found = []
    for one in modules():
        if one.path.startswith("tests/"):
            found += [f"{one.path}:{line}" for line in sleeps(one)]
            found += [f"{one.path}:{line} {name}" for name, line in imports(one.tree) if "mock" in name]
    assert found == []
