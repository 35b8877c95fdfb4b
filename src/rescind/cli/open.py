"""`rescind open`: the page that does in a browser what the commands do, on this computer and for one browser only."""

from __future__ import annotations

import signal
import threading

import click

from rescind.cli import options
from rescind.cli.exits import Exit
from rescind.words import phrase


@click.command(name="open")
@options.as_json
def open_page(as_json: bool) -> int:
    """Open the page in a browser: questions one by one, at the end a letter, and nothing uploaded.

    It prints an address of this computer. The address works once, and only here. The page calls nobody; what you
    type stays in the browser's window until you save it. Press Ctrl+C when you are done.
    """
    from rescind.cli.say import Say, remark
    from rescind.net import showing
    from rescind.person.page_files import page_files

    say = Say(as_json)
    refusal = phrase(
        "This address works once, in one browser. Stop `rescind open` and type it again for a new one."
    )
    with showing(page_files(), refusal) as address:
        say.line(address)
        say.record({"address": address})
        remark(phrase("Open this address in your browser. It works once, and only on this computer."))
        remark(phrase("Leave this window open meanwhile. Press Ctrl+C here when you are done."))
        wait_for_the_end()
    return Exit.DONE


def wait_for_the_end() -> None:
    """Wait until the person stops it, or the window is closed: the way this command always ends."""
    ended = threading.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: ended.set())
    while not ended.wait(1.0):  # a wait without an end would not hear a signal on Windows
        pass
