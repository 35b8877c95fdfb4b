"""Write page/facts/ from the law folders, the lists and the catalogues; with --check only say whether they are current.

The page asks for nothing once it is loaded (its policy forbids it), so what is data in Python comes to it as modules: JSON
with `export const NAME =` before it.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from enum import Enum
from pathlib import Path

from rescind.person import forms, passphrase, places_to_go
from rescind.removal import Law, laws
from rescind.removal.letter_compose import _hurry
from rescind.words import language, phrase
from rescind.words import written as languages_written

FOLDER = Path(__file__).resolve().parent.parent / "page" / "facts"

HEAD = "/** {subject} Written by tools/write_page_facts.py from {source}; a test fails when it is not current. */\n\n"

LETTER = (
    "Request to remove pictures",
    "Removal request under {law}",
    "act {in_time}",
    "To",
    "Request",
    "Under",
    "Written",
    "Time to act",
    "Items",
    "The person shown",
    "Authorised to act for the person shown",
    "To: {operator}",
    "About: request {id}",
    "I take this request back as of {day}. Please take no further steps on it, and delete what I sent you, "
    "including contact details and any fingerprints, unless a law obliges you to keep them.",
    "{day} {month} {year}, {time} UTC",
    "{day} {month} {year}",
    *(f"{date(2026, month, 1):%B}" for month in range(1, 13)),
)
"""The sentences that the frame of a letter is made of, and the letter that takes a request back."""

GAPS = {name: f"{{{name}}}" for name in ("law", "in_time", "operator", "id", "day", "month", "year", "time")}
"""Their gaps, which stay gaps."""


def plain(value: object) -> object:
    """Return what JSON holds no form for as text or as a list."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(each if isinstance(each, str) else str(plain(each)) for each in value)
    assert isinstance(value, date)
    return value.isoformat()


def written(subject: str, source: str, **constants: object) -> str:
    """Return one module."""
    lines = (
        f"export const {name} = {json.dumps(value, ensure_ascii=False, indent=1, default=plain)};\n"
        for name, value in constants.items()
    )
    return HEAD.format(subject=subject, source=source) + "\n".join(lines)


def of_law(law: Law) -> dict[str, object]:
    """Return everything of a law that the person's side says, letters by language."""
    whole = asdict(law)
    whole["notices"] = {each.language: each.template for each in law.notices}
    del whole["duties"]
    return whole


def tongues() -> list[str]:
    """Return the languages, beside English, that some law has a letter in."""
    return sorted({each.language for law in laws() for each in law.notices} - {"en"})


def said_by(law: Law) -> list[str]:
    """Return the sentences of a law that a person reads; what a lawyer is to check is not for them."""
    clocks = [part for one in (law.clock, *law.other_clocks) for part in (one.start, one.note)]
    elements = [part for one in law.elements for part in (one.title, one.missing)]
    declared = [part for one in law.declarations for part in (one.own, one.authorised)]
    rungs = [part for one in law.rungs for part in (one.text, *one.needs)]
    others = [one.text for one in (*law.grounds, *law.cautions)]
    return [law.title, law.covers, *clocks, *elements, *declared, *rungs, *others]


def said_by_lists() -> list[str]:
    """Return the sentences of the lists of services and forms that a person reads."""
    services = (*places_to_go.helplines(), *places_to_go.under_18())
    told = [part for one in services for part in (one.hours, one.ages) if part != "not stated"]
    return [*told, *(part for one in forms.forms() for part in (*one.asks, one.way, one.limits))]


def read_aloud() -> list[str]:
    """Return every sentence of data files that the page shows, each once."""
    every = [*(each for law in laws() for each in said_by(law)), *said_by_lists()]
    return list(dict.fromkeys(each for each in every if each))


def translated(tag: str, sentences: Sequence[str]) -> dict[str, str]:
    """Return those of the sentences that the catalogues of a language have, translated."""
    with language(tag):
        pairs = {each: phrase(each, **GAPS) for each in sentences}
    return {each: said for each, said in pairs.items() if said != each}


def in_order(tag: str) -> list[str]:
    """Return what is read aloud in a language, in its order; empty where nobody has translated it."""
    known = translated(tag, read_aloud())
    return [known.get(each, "") for each in read_aloud()]


def hurries(tag: str) -> dict[str, str]:
    """Return how each law's time is said in a letter."""
    with language(tag):
        return {law.slug: _hurry(law.clock) for law in laws()}


def right_to_left() -> list[list[int]]:
    """Return the ranges of letters that run from right to left (first, last), as this Python's Unicode has them."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.bidirectional(chr(code)) in {"R", "AL"}:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return ranges


def service(one: places_to_go.Service) -> dict[str, object]:
    """Return one service as it is shown."""
    return {
        "name": one.name,
        "country": one.country,
        "contact": one.contact,
        "hours": one.hours,
        "ages": one.ages,
        "checked": one.checked,
        "read_on": str(one.read_on),
    }


def form(one: forms.Form) -> dict[str, object]:
    """Return one form as it is shown."""
    whole = asdict(one)
    for name in ("evidence", "source"):
        del whole[name]
    return {**whole, "checked": one.checked}


def modules() -> dict[str, str]:
    """Return every file of the folder: its name and its text."""
    return {
        "laws.js": written(
            "The laws a request can be made under, with their letters.",
            "src/rescind/removal/laws",
            LAWS=[of_law(each) for each in laws()],
        ),
        "letter_words.js": written(
            "What a letter says around a law's own words, by language.",
            "src/rescind/words",
            HURRY={tag: hurries(tag) for tag in ("en", *tongues())},
            TRANSLATED={tag: translated(tag, LETTER) for tag in tongues()},
        ),
        "said.js": written(
            "What the laws and lists say, and in other languages in the same order; empty where nobody has translated it.",
            "src/rescind/words",
            SENTENCES=read_aloud(),
            SAID={tag: in_order(tag) for tag in languages_written() if tag != "en"},
        ),
        "forms.js": written(
            "The forms that large sites and search engines have of their own.",
            "src/rescind/person/forms.toml",
            FORMS=[form(each) for each in forms.forms()],
        ),
        "right_to_left.js": written(
            "Ranges of letters that run from right to left.",
            f"Unicode {unicodedata.unidata_version}",
            RIGHT_TO_LEFT=right_to_left(),
        ),
        "places_to_go.js": written(
            "People who help, and services for pictures of somebody under 18.",
            "src/rescind/person/*.toml",
            HELPLINES=[service(each) for each in places_to_go.helplines()],
            UNDER_18=[service(each) for each in places_to_go.under_18()],
        ),
        "passphrase_words.js": HEAD.format(
            subject="Words to make a passphrase of: the EFF's long list (Joseph Bonneau, CC BY 3.0 US), changed.",
            source="src/rescind/person/passphrase_words.toml",
        )
        + lines_of_words(),
    }


def lines_of_words(at_once: int = 14) -> str:
    """Return the words as one text over many lines."""
    words = passphrase.word_list()
    rows = (" ".join(words[at : at + at_once]) for at in range(0, len(words), at_once))
    return "export const PASSPHRASE_WORDS = `\n" + "\n".join(rows) + "\n`.trim().split(/\\s+/);\n"


def main() -> int:
    """Write the folder, or with --check end with 1 when a file of it is not current."""
    wanted = modules()
    if "--check" in sys.argv[1:]:
        old = [name for name, text in wanted.items() if not is_current(FOLDER / name, text)]
        print(f"{', '.join(old)}: not current, run python tools/write_page_facts.py" if old else "current")
        return 1 if old else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def is_current(path: Path, text: str) -> bool:
    """Say whether the file holds this text. Letters of another Unicode than this Python's cannot be checked here."""
    if not path.exists():
        return False
    held = path.read_text(encoding="utf-8")
    by_another = " from Unicode " in held and f" from Unicode {unicodedata.unidata_version};" not in held
    return by_another or held == text


if __name__ == "__main__":
    sys.exit(main())
