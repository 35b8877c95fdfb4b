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

from rescind.page_files import page_files
from rescind.person.casefile.sealing import unseal
from rescind.person.page_in_one import in_one
from tests.page.browser import agree, say_contact, say_who, served, start, visit


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


def test_saved_as_one_file_it_works_from_a_folder(browser: Browser, samples: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "rescind", "open", "--save", "page.html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (
        0,
        "Written. Open it in a browser; it needs nothing else, and no network.\n",
    )
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert again.returncode == 4
    assert "There is a file with this name already." in again.stderr

    visitor = visit(browser, tmp_path.as_uri(), path="/page.html")
    start(visitor)
    say_who(visitor)
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads("Fingerprint made")
    visitor.on()
    visitor.fill("Addresses, one on each line", "https://board.example/thread/7")
    for _ in range(2):
        visitor.on()
    agree(visitor)
    visitor.on()
    say_contact(visitor)
    visitor.on()
    words = visitor.page.locator("#passphrase").input_value()
    sealed = tmp_path / "notes.age"
    visitor.saved("Save the file").save_as(sealed)
    assert len(unseal(sealed.read_bytes(), words).pictures) == 1
    assert [address for address in visitor.asked if not address.startswith(("file:", "blob:"))] == []
    assert visitor.broken == []
    visitor.context.close()


def test_saved_as_a_folder_it_holds_the_list_with_which_it_can_be_kept(
    browser: Browser, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "rescind", "open", "--save-folder", "site"]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert again.returncode == 4
    assert "There is a folder with this name already." in again.stderr
    with served(tmp_path / "site") as address:
        visitor = visit(browser, address)
        visitor.page.locator("#adults").click()
        visitor.page.locator("#keep-page summary").click()
        visitor.page.locator("#keep").click()
        visitor.reads("Kept.")
        visitor.context.close()


def test_every_module_stands_in_the_one_file_word_for_word() -> None:
    files = page_files()
    together = in_one(files).decode("utf-8")
    modules = [name for name in files if name.endswith(".js") and name != "together.js"]
    assert len(modules) > 40
    assert [name for name in modules if files[name].decode("utf-8") not in together] == []
    assert f"const WORKER = '{worker_line(files)}';" in files["together.js"].decode("utf-8")
    assert "connect-src 'none'" in together


def worker_line(files: dict[str, bytes]) -> str:
    """The line the worker is made from, which the one file puts another in place of."""
    [found] = re.findall(r"const line = (`.+`);", files["beside.js"].decode("utf-8"))
    return str(found)


def test_a_module_that_could_end_its_own_script_is_refused() -> None:
    with pytest.raises(ValueError, match="could end"):
        in_one({**page_files(), "start.js": b'"</SCRIPT>"'})
