"""The docs against the code: every command, option, exit code, law, error and format is written down, and links lead on."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import rescind
from rescind.cli.exits import Exit
from rescind.cli.main import rescind as program
from rescind.cli.say import exit_for
from rescind.desk.management.starting import start
from tests.house.sources import ROOT, SOURCE, files, inside, pages
from tests.house.test_charter import commands

# Errors that are caught in the room that raises them, so that no person ever meets them.
CAUGHT_INSIDE = {
    "rescind.fingerprint.process.DiedError",
    "rescind.fingerprint.wire.GarbledError",
    "rescind.net.handed.FormRefused",
    "rescind.person.watch.unreadable.NotReadable",
}
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
REFUSED_PROMISES = re.compile(
    r"cannot be reversed|can not be reversed|irreversibl|removed from the internet|anonymous(?:ly)?\b|100 ?% safe",
    re.IGNORECASE,
)


def written(folder: str) -> str:
    """All pages below a folder as one text."""
    return "\n".join(page.read_text(encoding="utf-8") for page in pages(folder))


def options() -> Iterator[tuple[str, str]]:
    """Every command as typed, with each of its long options."""
    for path, command in commands(program):
        for option in command.params:
            if isinstance(option, click.Option) and not option.hidden:
                yield " ".join(("rescind", *path)), max(option.opts, key=len)


def test_every_command_is_in_the_docs() -> None:
    text = written("docs/person") + written("docs/platform")
    missing = [path for path, _ in commands(program) if " ".join(("rescind", *path)) not in text]
    assert missing == []


TYPED = re.compile(r"\brescind (?P<words>(?:desk|case)(?: [^\n`|]*)?)")


def typed(text: str) -> Iterator[tuple[str, ...]]:
    """Every command of the desk or the case that a text says to type, word by word."""
    for found in TYPED.finditer(text):
        yield tuple(found["words"].split("  ")[0].split())


def wrong_words(words: tuple[str, ...]) -> list[str]:
    """What in a typed command does not exist: a command below a group, or an option."""
    command: click.Command = program
    left = list(words)
    while isinstance(command, click.Group) and left and not left[0].startswith(("-", "[")):
        found = command.get_command(click.Context(command), left[0].rstrip(".,:;)"))
        if found is None:
            return left[:1]
        command, left = found, left[1:]
    known = {name for one in command.params for name in one.opts} | {"--help"}
    said = {word.rstrip(".,:;)").partition("=")[0] for word in left if word.startswith("--")}
    return sorted(said - known)


def test_a_command_that_does_not_exist_is_seen() -> None:
    assert [wrong_words(one) for one in typed("`rescind desk fly` and rescind case show --loudly")] == [
        ["fly"],
        ["--loudly"],
    ]


def test_what_the_platform_is_told_to_type_exists() -> None:
    told = [*pages("docs/platform"), *(path for path in (ROOT / "deploy").iterdir() if path.is_file())]
    wrong = {
        f"{path.name}: {' '.join(words)}": found
        for path in told
        for words in typed(path.read_text(encoding="utf-8"))
        if (found := wrong_words(words))
    }
    assert wrong == {}


def test_every_option_is_in_the_docs() -> None:
    text = written("docs/person") + written("docs/platform")
    missing = {f"{command} {option}" for command, option in options() if not re.search(rf"{option}\b", text)}
    assert missing == set()


def test_every_exit_code_is_in_the_docs() -> None:
    text = written("docs/person")
    missing = [code for code in Exit if not re.search(rf"\|\s*{code.value}\s*\|\s*{code.name}\s*\|", text)]
    assert missing == []


def test_every_law_is_in_the_docs() -> None:
    text = written("docs")
    laws = sorted((SOURCE / "removal" / "laws").glob("*/law.toml"))
    slugs = [tomllib.loads(law.read_text(encoding="utf-8")).get("slug", law.parent.name) for law in laws]
    assert slugs
    assert [slug for slug in slugs if slug not in text] == []


def errors() -> dict[str, type[BaseException]]:
    """Every error class of the rooms, by its dotted name."""
    start(None)  # the desk's tables can be imported only when Django is set up, though for no desk
    found = {}
    for found_module in pkgutil.walk_packages(rescind.__path__, "rescind."):
        if not found_module.name.endswith("__main__"):
            module = importlib.import_module(found_module.name)
            for _, kind in inspect.getmembers(module, inspect.isclass):
                if issubclass(kind, BaseException) and kind.__module__.startswith("rescind."):
                    found[f"{kind.__module__}.{kind.__qualname__}"] = kind
    return found


def test_every_error_of_the_rooms_has_an_exit_code() -> None:
    homeless = [
        name
        for name, kind in sorted(errors().items())
        if name not in CAUGHT_INSIDE and exit_for(kind.__new__(kind)) is None
    ]
    assert homeless == []


def test_every_error_says_in_a_sentence_what_it_means() -> None:
    assert [
        name for name, kind in sorted(errors().items()) if not (kind.__dict__.get("__doc__") or "").strip()
    ] == []


def test_only_errors_that_exist_are_excused() -> None:
    assert set(errors()) >= CAUGHT_INSIDE


def formats() -> set[str]:
    """Every stored format by name: constants called FORMAT (or ending so) that start with `rescind-`."""
    found = set()
    for one in inside():
        for node in ast.walk(one.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(r"^rescind-[a-z]+(?:-[a-z]+)*$", node.value))
    return found - NOT_FORMATS


NOT_FORMATS = {"rescind-watch"}  # the name of a thread


def test_every_stored_format_has_a_page() -> None:
    names = formats()
    assert "rescind-case" in names
    text = written("docs/formats")
    assert [name for name in sorted(names) if name not in text] == []


def broken_links(page: Path) -> list[str]:
    """The links of a page that lead to no file of the checkout; other sites are not asked."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    local = (link.partition("#")[0] for link in LINK.findall(text) if not re.match(r"[a-z]+:|#", link))
    return [link for link in local if not (page.parent / link).exists()]


def test_links_lead_somewhere() -> None:
    texts = [path for path in files() if path.suffix == ".md"]
    assert {path.name: broken for path in texts if (broken := broken_links(path))} == {}


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[here](page.md#top) [gone](gone.md) [far](https://example.org/x)", encoding="utf-8")
    assert broken_links(page) == ["gone.md"]


def test_nothing_is_promised_that_nobody_can_keep() -> None:
    said = [*pages("docs/person"), *SOURCE.rglob("*.pot"), *SOURCE.rglob("notice.*.txt")]
    said += [ROOT / name for name in ("README.md", "SECURITY.md", "docs/safety.md")]
    found = [
        f"{page.name}: {hit[0]}"
        for page in said
        for hit in REFUSED_PROMISES.finditer(page.read_text("utf-8"))
    ]
    assert found == []


def test_the_readme_names_commands_that_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"^\s*(?:\$ )?make (\w+)", readme, re.MULTILINE))
    assert named >= {"demo", "test"}
    assert [target for target in sorted(named) if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


@pytest.mark.parametrize("tool", ["write_commands", "write_duties"])
def test_pages_made_from_the_code_are_current(tool: str) -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "tools" / f"{tool}.py"), "--check"], cwd=ROOT, capture_output=True
    )
    assert checked.returncode == 0, f"run .venv/bin/python tools/{tool}.py"
