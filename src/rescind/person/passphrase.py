"""Passphrases: making one from random words, and judging one a person chose.

A made one of seven words has some 90 bits: even without the slow key derivation of the sealed file, that is
out of reach. A chosen one is never refused for its looks; if it is weak the person hears so, and may take it
all the same.
"""

import math
import secrets
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from rescind.words import phrase

WORDS = 7
FEWEST_WORDS = 5

SHORT_OF = 12
"""A chosen passphrase with fewer characters is called short."""

FEWEST_LETTERS = 6
"""One with fewer different characters is called repetitive."""

_LIST = Path(__file__).with_name("passphrase_words.toml")


class WordListBroken(Exception):
    """The packaged word list is not as it must be: this program was damaged or changed."""

    def __str__(self) -> str:
        return phrase("The list of words is damaged. Install this program again.")


class Worth(Enum):
    """What a passphrase is worth. Only EMPTY cannot be used; the weak ones want a second yes."""

    GOOD = "good"
    EMPTY = "empty"
    SHORT = "short"
    REPETITIVE = "repetitive"


@dataclass(frozen=True)
class Verdict:
    """What a chosen passphrase is worth, and the sentence that says so."""

    worth: Worth
    sentence: str

    @property
    def usable(self) -> bool:
        """Whether a file can be sealed with it at all."""
        return self.worth is not Worth.EMPTY

    @property
    def ask_again(self) -> bool:
        """Whether the person should say once more that they want it."""
        return self.worth not in (Worth.GOOD, Worth.EMPTY)


def generate(words: int = WORDS) -> str:
    """Return so many random words with a gap between them, each as likely as any other, from the system's
    randomness.

    Raises ValueError below FEWEST_WORDS.
    """
    if words < FEWEST_WORDS:
        raise ValueError(f"a passphrase has at least {FEWEST_WORDS} words")
    choices = word_list()
    return " ".join(secrets.choice(choices) for _ in range(words))


def bits(words: int = WORDS) -> float:
    """Return how many bits of randomness `generate(words)` has."""
    return words * math.log2(len(word_list()))


def judge(passphrase: str) -> Verdict:
    """Return what a passphrase that a person chose is worth. It has no rules about digits, signs or capital
    letters.
    """
    worth = _worth(unicodedata.normalize("NFC", passphrase))
    return Verdict(worth, _sentence(worth))


@cache
def word_list() -> tuple[str, ...]:
    """Return the packaged words, all different, in small letters. Raises WordListBroken."""
    try:
        table = tomllib.loads(_LIST.read_text(encoding="utf-8"))
        words = tuple(table["words"].split())
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise WordListBroken from error
    if len(set(words)) != len(words) or len(words) != table.get("count"):
        raise WordListBroken
    return words


def _worth(passphrase: str) -> Worth:
    letters = [letter for letter in passphrase if not letter.isspace()]
    if not letters:
        return Worth.EMPTY
    if len(letters) < SHORT_OF:
        return Worth.SHORT
    return Worth.REPETITIVE if len(set(letters)) < FEWEST_LETTERS else Worth.GOOD


def _sentence(worth: Worth) -> str:
    if worth is Worth.EMPTY:
        return phrase("A passphrase is needed. Without one, anyone who gets the file can read it.")
    if worth is Worth.SHORT:
        return phrase(
            "This passphrase is short. Someone with a fast computer could guess it. "
            "Five words or more are better."
        )
    if worth is Worth.REPETITIVE:
        return phrase(
            "This passphrase repeats itself, so it is easy to guess. Five different words are better."
        )
    return phrase(
        "This passphrase is long enough. Nobody can get it back for you, so keep it somewhere safe."
    )
