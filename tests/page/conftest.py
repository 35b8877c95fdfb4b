"""What the tests of the page share: node for its modules alone, and real Chromium for the page as a person meets it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.page.browser import Visitor, served, visit

ROOT = Path(__file__).resolve().parents[2]
OLDEST_NODE = 20


def _node() -> str | None:
    """Where node is, if it is new enough for `node --test`."""
    found = shutil.which("node")
    if found is None:
        return None
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
    return found if said.startswith("v") and int(said[1:].split(".")[0]) >= OLDEST_NODE else None


@pytest.fixture(scope="session")
def node() -> Callable[..., str]:
    """Runs one file of tests/page/node; fails with what node said when one of its tests does."""
    program = _node()
    if program is None:
        pytest.skip(f"node {OLDEST_NODE} or newer is not installed")

    def run(name: str, **environment: str) -> str:
        done = subprocess.run(
            [program, "--test", "--test-reporter=spec", f"tests/page/node/{name}.mjs"],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
        return done.stdout

    return run


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the page is served."""
    with served() as found:
        yield found


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """A person with a phone at the first question."""
    one = visit(browser, address)
    yield one
    one.context.close()


@pytest.fixture
def axe() -> Path:
    """The accessibility checker."""
    found = ROOT / ".tools" / "page" / "node_modules" / "axe-core" / "axe.min.js"
    if not found.exists():
        pytest.skip("axe-core is not installed; `make check` installs it where there is node")
    return found
