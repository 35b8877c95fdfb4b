"""`rescind open` shows the page to the browser that opened its address, and to no other."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.page.browser import say_who, start, visit


@pytest.fixture
def opened() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running command and the address it printed."""
    program = subprocess.Popen(
        [sys.executable, "-m", "rescind", "open"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert program.stdout
    address = program.stdout.readline().strip()
    yield program, address
    program.kill()
    program.communicate()


def test_the_page_opens_once_and_ends_with_the_command(
    browser: Browser, opened: tuple[subprocess.Popen[str], str], samples: Path
) -> None:
    program, address = opened
    assert re.fullmatch(r"http://127\.0\.0\.1:[0-9]+/[\w-]{24}", address)
    visitor = visit(browser, address, path="")
    assert visitor.page.url == address.rpartition("/")[0] + "/"
    start(visitor)
    say_who(visitor)
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads("Fingerprint made")
    assert visitor.broken == []

    other = browser.new_context()
    page = other.new_page()
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 403
    assert "This address works once" in page.content()
    other.close()
    visitor.context.close()

    program.send_signal(signal.SIGINT)
    _, remarks = program.communicate(timeout=20)
    assert program.returncode == 0
    assert "Open this address in your browser." in remarks
