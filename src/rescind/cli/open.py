"""`rescind open`: the page that does in a browser what the commands do, on this computer and for one browser only."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rescind.cli import options
from rescind.cli.exits import Exit
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.cli.say import Say


@click.command(name="open")
@click.option(
    "--save",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the page as one file that opens from a folder, without this program, and stop.",
)
@click.option(
    "--save-folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Write the page as a folder that any web server can show and people can keep on a device, and stop.",
)
@click.option(
    "--checks",
    is_flag=True,
    help="Let the page hand your pictures or your sealed file to this program, to look at the pages you name.",
)
@click.option(
    "--allow-local",
    is_flag=True,
    help="With --checks: also look at machines on your own network, if you name them as a place.",
)
@options.as_json
def open_page(
    save: Path | None, save_folder: Path | None, checks: bool, allow_local: bool, as_json: bool
) -> int:
    """Open the page in a browser: questions one by one, at the end a letter, and nothing uploaded.

    It prints an address of this computer. The address works once, and only here. The page calls nobody; what you
    type stays in the browser's window until you save it. Press Ctrl+C when you are done.

    With --checks the page also offers what a browser cannot do by itself: to look at the pages you name for copies,
    and to look again at everything in your sealed file. This program does that, on this computer, when you say so;
    it writes nothing down.
    """
    from rescind.cli.say import Say

    say = Say(as_json)
    if checks and (save or save_folder):
        raise click.UsageError(
            phrase("A saved page has nobody beside it who could look: leave --checks out.")
        )
    if allow_local and not checks:
        raise click.UsageError(phrase("--allow-local is about --checks: say that too."))
    if save or save_folder:
        save_page(save, save_folder, say)
    else:
        show_page(say, checks=checks, allow_local=allow_local)
    return Exit.DONE


def save_page(one_file: Path | None, folder: Path | None, say: Say) -> None:
    """Write the page as one file or as a folder. Raises Trouble."""
    from rescind.page_files import Offer, offering, page_files
    from rescind.person.page_in_one import in_one

    if one_file is not None:
        write_new(one_file, in_one(page_files()))
        say.line(phrase("Written. Open it in a browser; it needs nothing else, and no network."))
    elif folder is not None:
        write_new_folder(folder, offering(page_files(), Offer(keep=True)))
        say.line(phrase("Written. Its files can be served by any web server; docs/person/page.md says how."))
    say.record({"saved": True})


def show_page(say: Say, *, checks: bool, allow_local: bool) -> None:
    """Show the page until the person stops it."""
    from rescind.cli.say import remark

    with shown(checks=checks, allow_local=allow_local) as address:
        say.line(address)
        say.record({"address": address})
        sys.stdout.flush()  # whoever reads it through a pipe needs it now
        remark(phrase("Open this address in your browser. It works once, and only on this computer."))
        remark(phrase("Leave this window open meanwhile. Press Ctrl+C here when you are done."))
        wait_for_the_end()


@contextmanager
def shown(*, checks: bool, allow_local: bool) -> Iterator[str]:
    """Show the page until the block ends, with the local checks when they were asked for; yield its address."""
    from rescind.net import showing
    from rescind.page_files import Offer, offering, page_files

    refusal = phrase(
        "This address works once, in one browser. Stop `rescind open` and type it again for a new one."
    )
    if not checks:
        with showing(page_files(), refusal) as address:
            yield address
        return
    from rescind.cli.checks.door import AT, Checks
    from rescind.cli.looking import Manner

    files = offering(page_files(), Offer(checks=AT))
    with (
        telling_mistakes_by_their_kind(),
        closing(Checks(Manner(1, allow_local, None, keep=False))) as beside,
        showing(files, refusal, beside.door) as address,
    ):
        yield address


@contextmanager
def telling_mistakes_by_their_kind() -> Iterator[None]:
    """Until the block ends, say of a mistake of ours in a thread only its kind: its words could name what was looked at."""
    from rescind.cli.say import problem

    def tell(about: threading.ExceptHookArgs) -> None:
        if about.exc_value is not None:
            problem(about.exc_value)

    before, threading.excepthook = threading.excepthook, tell
    try:
        yield
    finally:
        threading.excepthook = before


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there. Raises Trouble when there is one, or where nothing can be written."""
    from rescind.cli.say import Trouble

    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise Trouble(phrase("There is a file with this name already. It was left as it is.")) from error
    except OSError as error:
        raise Trouble(phrase("Nothing can be written there.")) from error


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a new folder. Raises Trouble when there is one, or where nothing can be written."""
    from rescind.cli.say import Trouble

    try:
        folder.mkdir()
    except FileExistsError as error:
        raise Trouble(phrase("There is a folder with this name already. It was left as it is.")) from error
    except OSError as error:
        raise Trouble(phrase("Nothing can be written there.")) from error
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, content)


def wait_for_the_end() -> None:
    """Wait until the person stops it, or the window is closed: the way this command always ends."""
    ended = threading.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: ended.set())
    while not ended.wait(1.0):  # a wait without an end would not hear a signal on Windows
        pass
