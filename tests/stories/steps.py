"""What each step of a story does, one function a step; the words are those of `script.py`.

A step takes the player, the words after its verb and the indented block below it, with all gaps filled in.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.stories.matching import NotTrueError, flat, must_not_say, must_say, pattern

if TYPE_CHECKING:
    from tests.stories.runner import Player

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def _board(player: Player, words: str, block: str) -> None:
    player.board = player.start_board()
    player.values |= {"board": player.board.address, "host": player.board.address.removeprefix("http://")}


def _board_removes(player: Player, words: str, block: str) -> None:
    board = player.need_board()
    board.remove(words.removeprefix(board.address))


def _board_restores(player: Player, words: str, block: str) -> None:
    board = player.need_board()
    board.restore(words.removeprefix(board.address))


def _have(player: Player, words: str, block: str) -> None:
    name, sample = (part.strip() for part in words.split("=", 1))
    target = player.stage.here / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SAMPLES / sample, target)


def _write(player: Player, words: str, block: str) -> None:
    target = player.stage.here / words
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(block + "\n", encoding="utf-8")


def _cut(player: Player, words: str, block: str) -> None:
    target = player.stage.here / words.removesuffix("in half").strip()
    content = target.read_bytes()
    target.write_bytes(content[: len(content) // 2])


def _env(player: Player, words: str, block: str) -> None:
    name, value = (part.strip() for part in words.split("=", 1))
    player.stage.variables[name] = value


def _needs(player: Player, words: str, block: str) -> None:
    program = shutil.which(words)
    if program is None:
        pytest.skip(f"this story needs the command {words}, which is not installed")
    player.stage.offer(words, Path(program))


def _needs_module(player: Player, words: str, block: str) -> None:
    if importlib.util.find_spec(words) is None:
        pytest.skip(f"this story needs the Python module {words}, which is not installed")


def _expect_file(player: Player, words: str, block: str) -> None:
    if not list(player.stage.here.glob(words)):
        there = sorted(
            path.relative_to(player.stage.here).as_posix() for path in player.stage.here.rglob("*")
        )
        raise NotTrueError(f"There is no file {words}. There is: {', '.join(there) or 'nothing'}")


def _expect_no_file(player: Player, words: str, block: str) -> None:
    there = [path.name for path in player.stage.here.glob(words)]
    if there:
        raise NotTrueError(f"There should be no file {words}. There is: {', '.join(there)}")


def _file(player: Player, words: str, block: str) -> None:
    name, verb, wanted = words.split(" ", 2)
    paths = list(player.stage.here.glob(name))
    if not paths or verb not in ("has", "lacks"):
        raise NotTrueError(f"There is no file {name}, or this is neither `has` nor `lacks`: {verb}")
    check = must_say if verb == "has" else must_not_say
    for path in paths:
        check(path.read_bytes().decode("utf-8", "replace"), [wanted])


def _files(player: Player, words: str, block: str) -> None:
    player.before, player.writing_since = player.stage.snapshot(), player.stage.mark()


def _no_new_files(player: Player, words: str, block: str) -> None:
    if player.before is None:
        raise NotTrueError("The story has no `files` line before this.")
    now, before = player.stage.snapshot(), player.before
    differ = {name for name in now.keys() | before.keys() if now.get(name) != before.get(name)}
    if differ:
        raise NotTrueError(f"New, changed or gone: {', '.join(sorted(differ))}")


def _nothing_written(player: Player, words: str, block: str) -> None:
    _no_new_files(player, words, block)
    written = player.stage.seen(player.writing_since).written
    if written:
        raise NotTrueError(f"Written, even if only for a moment: {', '.join(sorted(written))}")


def _called_nothing(player: Player, words: str, block: str) -> None:
    _called(player, {})


def _called_only(player: Player, words: str, block: str) -> None:
    board = player.need_board()
    named, *extra = re.split(r" and pictures on (?:it|them)$", words)
    pages = [address.removeprefix(board.address) for address in named.split()]
    _called(player, {page: board.pictures_on(page) if extra else () for page in pages})


def _called(player: Player, pages: dict[str, tuple[str, ...]]) -> None:
    """Exactly these pages were called, with the pictures on them allowed; then start counting anew."""
    seen = player.stage.seen(player.calling_since)
    hits = {hit.target for hit in player.board.hits} if player.board else set()
    host = player.values.get("host", "")
    allowed = {*pages, *(path for paths in pages.values() for path in paths)}
    if hits - allowed:
        raise NotTrueError(f"Called but not named: {', '.join(sorted(hits - allowed))}")
    if pages.keys() - hits:
        raise NotTrueError(f"Named but not called: {', '.join(sorted(pages.keys() - hits))}")
    strangers = (seen.called - {host}) | (seen.named - {host.partition(":")[0]})
    if strangers or (not pages and seen.called):
        raise NotTrueError(f"Other machines were called: {', '.join(sorted(strangers or seen.called))}")
    player.calling_since = player.stage.mark()
    if player.board:
        player.board.forget_hits()


def _json(player: Player, words: str, block: str) -> None:
    where, path, check = _where(words)
    found = at(_document(player, where), path)
    absent = check == "is not there"
    ok = not found if absent else bool(found) and (check == "is there" or _agrees(found[0], check))
    if not ok:
        value = json.dumps(found[0]) if found else "not there"
        raise NotTrueError(f"In the printed JSON, {path} is {value}.")


def _remember(player: Player, words: str, block: str) -> None:
    name, source = (part.strip() for part in words.split("=", 1))
    kind, _, rest = source.partition(" ")
    found: list[Any]
    if kind == "json":
        where, path, _ = _where(rest)
        found = at(_document(player, where), path)
    elif kind == "after":
        found = re.findall(
            pattern(rest).pattern + r"\s*(\S+)", flat(player.printed.whole if player.printed else "")
        )
    else:
        raise NotTrueError(f"Remember what? `json …` or `after …`, not: {source}")
    if not found:
        raise NotTrueError(f"There is nothing to remember: {source}")
    player.values[name] = str(found[0])


def _where(words: str) -> tuple[int | None, str, str]:
    """Line number (None: the whole output), path, and what must be so."""
    found = re.fullmatch(r"(?:line (\d+) )?(\.\S*|\[\S*)\s*(.*)", words)
    if not found:
        raise NotTrueError(f"This is no place in JSON: {words}")
    return (int(found[1]) if found[1] else None), found[2], found[3]


def _document(player: Player, where: int | None) -> Any:
    output = player.printed.output if player.printed else ""
    try:
        return json.loads(output if where is None else output.splitlines()[where - 1])
    except (ValueError, IndexError) as error:
        raise NotTrueError(f"There is no JSON document to read: {error}") from None


def at(document: Any, path: str) -> list[Any]:
    """What stands in the document at a path like `.a[0].b`: a list of that one thing, or of nothing."""
    for name, place in re.findall(r"\.(\w+)|\[(-?\d+)\]", path):
        try:
            document = document[name] if name else document[int(place)]
        except (KeyError, IndexError, TypeError):
            return []
    return [document]


def _agrees(value: Any, check: str) -> bool:
    if check.startswith("count ="):
        return len(value) == int(check.removeprefix("count ="))
    if check.startswith("like "):
        return re.fullmatch(check.removeprefix("like "), str(value)) is not None
    wanted = check.removeprefix("=").strip()
    return wanted in (str(value), json.dumps(value, ensure_ascii=False))


STEPS: dict[str, Callable[[Player, str, str], None]] = {
    "board": _board,
    "board removes": _board_removes,
    "board restores": _board_restores,
    "called nothing": _called_nothing,
    "called only": _called_only,
    "cut": _cut,
    "env": _env,
    "expect file": _expect_file,
    "expect no file": _expect_no_file,
    "file": _file,
    "files": _files,
    "have": _have,
    "json": _json,
    "needs": _needs,
    "needs module": _needs_module,
    "no new files": _no_new_files,
    "nothing written": _nothing_written,
    "remember": _remember,
    "write": _write,
}
