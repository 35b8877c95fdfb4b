"""The whole story, run against the small board on this machine, without questions.

    python -m demo.run [--once] [--port N] [--picture FILE]

Everything is done by the `rescind` command itself, as a person would type it; this file only types, and says in plain
words what it types. Papers are left in `demo-out/`. The board runs on until Ctrl-C, unless `--once` (or ONCE=1) is given.
`--picture` saves what was printed as an SVG, for the README.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from demo.board import Board
from demo.copies import YOURS, album, as_jpeg, smaller, your_file
from demo.desk import Desk
from demo.films import PAGE, YOUR_FILM

OUT = Path("demo-out")
DESK = OUT / "desk"
PASSPHRASE = "these words are only for the demo"
CHOSEN_PAGES = (
    "/thread/1",
    "/thread/2",
    "/thread/4",
    "/thread/5",
    "/thread/6",
    "/thread/7",
    "/thread/8",
    "/gallery",
    "/profile/4711",
    "/lazy",
    PAGE,
)


class Story:
    """One run: the board, the folder, and the console that also keeps what was printed."""

    def __init__(self, board: Board, folder: Path) -> None:
        self.board = board
        self.folder = folder
        self.console = Console(record=True, highlight=False, width=min(110, Console().width))
        self.environment = {
            **os.environ,
            "RESCIND_CASE": "notes.age",
            "RESCIND_PASSPHRASE_FILE": "passphrase.txt",
            "NO_COLOR": "1",
        }

    def tell(self, words: str) -> None:
        """A sentence for the person watching."""
        self.console.print(f"\n{words}", style="bold", markup=False)

    def type(self, *words: str, expect: Sequence[int] = (0,), show: int = 40) -> str:
        """Type one command, print it and what it answers, and return the answer. Stops the story on a surprise."""
        self.console.print("$ " + shlex.join(["rescind", *words]), style="cyan", markup=False)
        done = subprocess.run(
            self._command(words),
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        lines = (done.stderr + done.stdout).rstrip().splitlines()
        for line in lines[:show]:
            self.console.print("  " + line, markup=False)
        if show and len(lines) > show:
            self.console.print(f"  … and {len(lines) - show} lines more", style="dim")
        if done.returncode not in expect:
            raise SystemExit(f"the demo did not expect exit code {done.returncode} here")
        return done.stdout

    def listen(self, *words: str, total: int, expect: Sequence[int] = (0, 1)) -> Iterator[dict[str, Any]]:
        """Type one command with --json and yield its records as they come, with a progress bar of pages looked at."""
        self.console.print("$ " + shlex.join(["rescind", *words]), style="cyan", markup=False)
        columns = (TextColumn("  looking"), BarColumn(), MofNCompleteColumn(), TextColumn("pages"))
        with (
            Progress(*columns, console=self.console, transient=True) as bar,
            subprocess.Popen(
                self._command([*words, "--json"]),
                cwd=self.folder,
                env=self.environment,
                stdout=subprocess.PIPE,
                text=True,
                stdin=subprocess.DEVNULL,
            ) as run,
        ):
            task = bar.add_task("looking", total=total)
            assert run.stdout is not None
            for line in run.stdout:
                record = json.loads(line)
                if record["kind"] in ("looked", "not_looked_at") and record.get("whole_page", True):
                    bar.advance(task)
                yield record
        if run.returncode not in expect:
            raise SystemExit(f"the demo did not expect exit code {run.returncode} here")

    @staticmethod
    def _command(words: Sequence[str]) -> list[str]:
        return [sys.executable, "-m", "rescind", *words]


@contextmanager
def page_beside() -> Iterator[str]:
    """The page with its local checks, for as long as the demo runs; yields the address that opens it, once.

    Nothing here asks it for anything: it is for whoever watches.
    """
    words = [sys.executable, "-m", "rescind", "open", "--checks", "--allow-local"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, stdin=subprocess.DEVNULL
    ) as run:
        try:
            assert run.stdout is not None
            address = run.stdout.readline().strip()
            if not address:
                raise SystemExit("the demo expected `rescind open` to print an address")
            yield address
        finally:
            run.terminate()


def prepare(folder: Path) -> None:
    """An empty folder with your three pictures, your video and the passphrase in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in YOURS:
        shutil.copy(your_file(name), folder / f"{name}.jpg")
    shutil.copy(YOUR_FILM, folder / "walk.mp4")
    (folder / "passphrase.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")


def look(story: Story) -> list[dict[str, Any]]:
    """Check the board's pages and hold what was found against what is there."""
    pages = [story.board.address + page for page in CHOSEN_PAGES]
    (story.folder / "places.txt").write_text("\n".join(pages) + "\n", encoding="utf-8")
    words = ("check", "--place", "places.txt", "--pages", "6", "--allow-local")
    found = [one for one in story.listen(*words, total=len(pages) + 5) if one["kind"] == "sighting"]
    story.console.print(f"  {len(found)} copies found; some of them:")
    for one in {one["sentence"].split(",")[0]: one for one in found}.values():
        story.console.print("  " + one["sentence"], markup=False)
    there = {(one.page, one.path) for one in story.board.truth()}
    seen = {
        (one["page"].removeprefix(story.board.address), one["file"].removeprefix(story.board.address))
        for one in found
    }
    story.console.print(
        f"  The board holds {len(there)} copies among 200 other pictures. "
        f"Missed: {len(there - seen)}. Wrong: {len(seen - there)}."
    )
    if there != seen:
        raise SystemExit("the demo must find every copy and nothing else")
    return found


def ask(story: Story) -> str:
    """Write the request and its letters; note that it was sent. Returns the request's number."""
    story.tell(
        "Now the request. The board's country is not known, so one letter satisfies US, UK and EU law at once."
    )
    answer = story.type(
        "request",
        "--law",
        "auto",
        "--name",
        "Your Name",
        "--email",
        "you@mail.example",
        "--agree",
        "--out",
        "letters",
        "--json",
        show=0,
    )
    made = json.loads(answer)["requests"]
    for one in made:
        story.console.print(
            f"  Request {one['id']} to {one['operator']}: {one['places']} places, nothing missing. "
            f"Papers: demo-out/{one['folder']}",
            markup=False,
        )
    number = str(made[0]["id"])
    letter = (story.folder / made[0]["folder"] / "letter.txt").read_text(encoding="utf-8")
    story.console.print(
        "\n".join("  | " + line for line in letter.splitlines()[:14]) + "\n  | …", markup=False
    )
    story.tell(
        "You send it yourself, by e-mail or the place's own form. Then you say so, and the clock starts."
    )
    story.type("sent", number)
    story.type("due")
    return number


def file_it(story: Story, desk: Desk, number: str) -> dict[str, Any]:
    """Hand the request document to the board's desk, as its form takes it, and put the receipt into your file."""
    story.tell(
        "This board runs a desk, so there is a form that takes the request document. It answers with a receipt."
    )
    answer = desk.file(next((story.folder / "letters").glob(f"*{number}*/request.json")).read_bytes())
    story.console.print(f"  Number {answer['number']}, code {answer['code']}, due {answer['due_at']}.")
    (story.folder / "receipt.json").write_text(json.dumps(answer["receipt"]), encoding="utf-8")
    story.type("case", "receipt", "receipt.json")
    return answer


def decide(story: Story, desk: Desk, filed: dict[str, Any]) -> None:
    """Let the stand-in decide, and wait until the board has done what its desk told it."""
    story.tell("At the desk somebody must look and decide; here a program stands in for them, and says so.")
    for line in desk.review(filed["number"]).splitlines():
        story.console.print("  " + line, markup=False)
    story.console.print(f"  Status of the request: {desk.wait_for('gone', filed)}.")


def upload_again(story: Story) -> None:
    """Somebody uploads your picture once more, saved anew and smaller."""
    story.tell("Somebody uploads your picture again, saved anew and smaller. The board asks its desk first.")
    assert story.board.platform is not None
    with Image.open(your_file("coffee")) as image:
        again = as_jpeg(smaller(image, 0.7), quality=60)
    for name, content in (("again.jpg", again), ("other.jpg", album().on("/thread/3")[0].content)):
        answer = story.board.platform.upload(f"/pictures/{name}", content)
        said = json.loads(answer.body)
        why = f"refused: {said['why']}" if not said["published"] else "published"
        story.console.print(f"  {'Your picture' if name == 'again.jpg' else 'Another picture'}: {why}.")
        if said["published"] == (name == "again.jpg"):
            raise SystemExit("the demo expected your picture to be refused, and another to be published")


def see_it_go(story: Story, found: list[dict[str, Any]]) -> None:
    """The person looks: everything is gone; then one comes back in another way, and they look again."""
    board = story.board
    paths = sorted({one["file"].removeprefix(board.address) for one in found})
    story.type("check", "--again", "--allow-local", expect=(0, 1, 3), show=6)
    story.type("due")
    story.tell("Later somebody who runs the board puts one back by hand.")
    board.restore(paths[0])
    story.type("check", "--again", "--allow-local", expect=(1,), show=6)
    story.type("due")


def begun(board: Board, page: str, folder: Path) -> Story:
    """A story that opens with the address of the page."""
    story = Story(board, folder)
    story.console.print(page, style="cyan", markup=False)
    story.console.print(
        "Open this address in your browser: the page where a person does all that follows, on their own device. "
        "It works once, while the demo runs.",
        markup=False,
    )
    return story


def tell_story(story: Story) -> None:
    """The story from the first command to the last."""
    story.tell(
        f"A small picture board runs at {story.board.address} (only on this computer). "
        "Three pictures and a video are yours; some of its pages show copies."
    )
    story.tell(
        "First the sealed file, and in it your pictures and your video: fingerprints only, nothing else is kept."
    )
    story.type("case", "new", "--all-adults")
    story.type("case", "add", *(f"{name}.jpg" for name in YOURS), "walk.mp4", "--all-adults")
    story.tell(
        "Look at the pages you name: copies saved again, made smaller, mirrored, turned, cropped, covered, on a "
        "screen, in a sheet of four; clips and a still of the video."
    )
    found = look(story)
    number = ask(story)
    with Desk(story.board, DESK) as desk:
        known = story.board.pictures()
        story.tell(
            f"The board's desk is at {desk.address}. It is told of the {len(known)} pictures that stand there already."
        )
        assert story.board.platform is not None
        story.board.platform.tell_of(known)
        filed = file_it(story, desk, number)
        decide(story, desk, filed)
        upload_again(story)
        see_it_go(story, found)
    story.tell("What your file holds now:")
    story.type("case", "show", show=14)
    story.tell(f"The letters are in {OUT}/letters: open letter.pdf, letter.eml or letter.txt.")


def main() -> None:
    """Run the story, then leave the board running."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--once", action="store_true", default=os.environ.get("ONCE") == "1", help="end when the story ends"
    )
    parser.add_argument("--port", type=int, default=0, help="port of the board (any free one)")
    parser.add_argument("--picture", type=Path, help="save what was printed as an SVG")
    options = parser.parse_args()
    prepare(OUT)
    with Board(options.port) as board, page_beside() as page:
        story = begun(board, page, OUT)
        tell_story(story)
        if options.picture:
            story.console.save_svg(str(options.picture), title="make demo")
        if not options.once:
            story.tell(f"The board runs on at {board.address}; look at it in a browser. Ctrl-C ends it.")
            try:
                threading.Event().wait()
            except KeyboardInterrupt:
                story.tell("The board is closed.")


if __name__ == "__main__":
    main()
