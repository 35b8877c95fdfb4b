"""`rescind open`: the page that does in a browser what the commands do, on this computer and for one browser only."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import click

from rescind.cli import options
from rescind.cli.exits import Exit
from rescind.words import phrase


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
@options.as_json
def open_page(save: Path | None, save_folder: Path | None, as_json: bool) -> int:
    """Open the page in a browser: questions one by one, at the end a letter, and nothing uploaded.

    It prints an address of this computer. The address works once, and only here. The page calls nobody; what you
    type stays in the browser's window until you save it. Press Ctrl+C when you are done.
    """
    from rescind.cli.say import Say, remark
    from rescind.net import showing
    from rescind.page_files import Offer, offering, page_files
    from rescind.person.page_in_one import in_one

    say = Say(as_json)
    if save is not None:
        write_new(save, in_one(page_files()))
        say.line(phrase("Written. Open it in a browser; it needs nothing else, and no network."))
        say.record({"saved": True})
        return Exit.DONE
    if save_folder is not None:
        write_new_folder(save_folder, offering(page_files(), Offer(keep=True)))
        say.line(phrase("Written. Its files can be served by any web server; docs/person/page.md says how."))
        say.record({"saved": True})
        return Exit.DONE
    refusal = phrase(
        "This address works once, in one browser. Stop `rescind open` and type it again for a new one."
    )
    with showing(page_files(), refusal) as address:
        say.line(address)
        say.record({"address": address})
        sys.stdout.flush()  # whoever reads it through a pipe needs it now
        remark(phrase("Open this address in your browser. It works once, and only on this computer."))
        remark(phrase("Leave this window open meanwhile. Press Ctrl+C here when you are done."))
        wait_for_the_end()
    return Exit.DONE


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
