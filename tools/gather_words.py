"""Gather every sentence of the program into the translation catalogues, and pack them.

    .venv/bin/python tools/gather_words.py            write rescind.pot, and each language's .po and .mo
    .venv/bin/python tools/gather_words.py --check    change nothing; end with 1 and say what is out of date

A sentence is the constant first argument of `phrase` or `noted`, the first two of `phrases`, what a template of
the desk says with `{% say %}` or `{% count %}`, or a field of a data file that people read: of a law folder, or of
a list of services or forms. Those of data files, and what frames a letter, stand in catalogues of their own
(`facts`), because the page and the letters say them in more languages than the program. Sentences that left leave
the catalogues; translations of the others stay as their translators wrote them. Needs Babel.
"""

import argparse
import io
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

KEYWORDS: Final = {"phrase": None, "phrases": (1, 2), "noted": None}
SAID: Final = re.compile(r'{%\s*say\s+"(?P<sentence>[^"]+)"')
COUNTED: Final = re.compile(r'{%\s*count\s+"(?P<one>[^"]+)"\s+"(?P<many>[^"]+)"')
LAW_FIELDS: Final = frozenset(
    {"title", "jurisdiction", "covers", "missing", "own", "authorised", "from", "note", "text", "needs"}
)
"""What in a `law.toml` is a sentence for people; citations, links and names are never translated."""
LIST_FIELDS: Final = frozenset({"hours", "ages", "asks", "way", "limits"})
"""What in a list of services or forms is a sentence for people."""
NOT_SAID: Final = frozenset({"", "not stated"})
LETTER: Final = ("removal/letter_compose.py", "removal/letter_withdrawal.py", "words/dates.py")
"""Where the frame of a letter is said."""
COMMAND: Final = ".venv/bin/python tools/gather_words.py"
PROJECT: Final = "rescind"
FACTS: Final = "facts"
FIRST: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""The date written into catalogues. It never moves, so equal sentences make equal files."""


@dataclass(frozen=True)
class Written:
    """A file as it should be."""

    path: Path
    content: bytes


def said_in_template(
    file: IO[bytes], *_of_babel: object, **_more: object
) -> Iterator[tuple[int, str, str | tuple[str, ...], list[str]]]:
    """Yield what a template says: as Babel wants it, line, function, sentence or sentences, comments."""
    text = file.read().decode("utf-8")
    for said in SAID.finditer(text):
        yield text.count("\n", 0, said.start()) + 1, "phrase", said["sentence"], []
    for said in COUNTED.finditer(text):
        yield text.count("\n", 0, said.start()) + 1, "phrases", (said["one"], said["many"]), []


METHODS: Final = [("**.py", "python"), ("**.html", said_in_template)]


def gather(source: Path) -> Catalog:
    """Return a template holding every sentence below `source`, each with the files it is said in."""
    template = _empty()
    found = extract_from_dir(source, METHODS, keywords=KEYWORDS, comment_tags=["Translators:"])
    for file, _line, sentence, comments, context in found:
        place = [(f"src/rescind/{Path(file).as_posix()}", 0)]
        template.add(sentence, None, place, auto_comments=comments, context=context)
    return template


def gather_facts(source: Path, program: Catalog) -> Catalog:
    """Return a template holding every sentence of the data files, and those of `program` that frame a letter."""
    template = _empty()
    for message in program:
        if any(place.endswith(LETTER) for place, _line in message.locations):
            template.add(message.id, None, message.locations)
    lists = [(path, LIST_FIELDS) for path in sorted(source.glob("person/*.toml"))]
    for path, said in (
        *((law, LAW_FIELDS) for law in sorted(source.glob("removal/laws/*/law.toml"))),
        *lists,
    ):
        for sentence in sentences(tomllib.loads(path.read_text("utf-8")), said):
            template.add(sentence, None, [(f"src/rescind/{path.relative_to(source).as_posix()}", 0)])
    return template


def sentences(value: object, said: frozenset[str], field: str = "") -> Iterator[str]:
    """Yield the sentences of a table, at any depth: the texts of the fields that are `said`."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from sentences(inner, said, name)
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner, said, field)
    elif isinstance(value, str) and field in said and value not in NOT_SAID:
        yield value


def _empty() -> Catalog:
    return Catalog(
        project=PROJECT,
        version="catalogue",
        header_comment="# Sentences of Rescind. Written by tools/gather_words.py; do not edit.",
        msgid_bugs_address="",
        copyright_holder="",
        creation_date=FIRST,
        revision_date=FIRST,
    )


def as_po(catalogue: Catalog) -> bytes:
    """Return the catalogue as a .po file: sentences in order, no line numbers, so that it changes little."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return out.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Return the catalogue packed for the running program, without untranslated and doubtful sentences."""
    out = io.BytesIO()
    write_mo(out, catalogue, use_fuzzy=False)
    return out.getvalue()


def brought_up_to_date(po: Path, template: Catalog) -> Catalog:
    """Return a language's catalogue with the template's sentences and the translations it already had."""
    with po.open("rb") as file:
        catalogue = read_po(file, locale=po.parent.parent.name, domain=po.stem)
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    return catalogue


def wanted(words: Path, source: Path) -> Iterator[Written]:
    """Yield every catalogue file as it should be, for the sentences in `source` as they are now."""
    program = gather(source)
    for name, template in ((PROJECT, program), (FACTS, gather_facts(source, program))):
        yield Written(words / f"{name}.pot", as_po(template))
        for po in sorted(words.glob(f"*/LC_MESSAGES/{name}.po")):
            catalogue = brought_up_to_date(po, template)
            yield Written(po, as_po(catalogue))
            yield Written(po.with_suffix(".mo"), as_mo(catalogue))


def out_of_date(files: Iterator[Written]) -> list[Written]:
    """Return those files whose content on disk is not what it should be."""
    return [file for file in files if not file.path.exists() or file.path.read_bytes() != file.content]


def main() -> int:
    """Write what is out of date, or with --check only name it. Returns the exit code."""
    parser = argparse.ArgumentParser(
        description="Gather the program's sentences into the translation catalogues."
    )
    parser.add_argument(
        "--check", action="store_true", help="change nothing; end with 1 if a catalogue is out of date"
    )
    parser.add_argument("--source", type=Path, default=Path(__file__).parents[1] / "src" / "rescind")
    asked = parser.parse_args()
    said = "out of date" if asked.check else "written"
    while stale := out_of_date(wanted(asked.source / "words", asked.source)):
        for file in stale:
            sys.stdout.write(f"{said}: {file.path.relative_to(asked.source)}\n")
            if not asked.check:
                file.path.write_bytes(file.content)
        if asked.check:
            break  # a compiled catalogue follows from a written one, so writing takes a second turn
    if stale and asked.check:
        sys.stdout.write(f"Run: {COMMAND}\n")
    return 1 if stale and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
