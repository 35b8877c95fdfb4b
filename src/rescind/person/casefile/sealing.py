"""A case as one age file and back: sealed with a passphrase, openable with the standard `age` tool.

The header is read here before any key is derived, so that a foreign, torn or hostile file is told apart in no
time. The passphrase is put into Unicode form NFC first: the same letters typed on another keyboard open the
same file.

Format: https://age-encryption.org/v1 with its one `scrypt` stanza.
"""

import re
import unicodedata
from collections.abc import Callable

import pyrage

from rescind import age
from rescind.person.case import Case
from rescind.person.casefile.contents import SIZE_LIMIT, from_bytes, to_bytes
from rescind.person.casefile.errors import (
    CaseFileError,
    EmptyFile,
    NewerVersion,
    NotACaseFile,
    TooCostly,
    TooSlow,
    TornFile,
    WrongPassphrase,
)

INTRO = b"age-encryption.org/v1\n"
HEADER_LIMIT = 4096
SEALED_LIMIT = SIZE_LIMIT + SIZE_LIMIT // 1000 + HEADER_LIMIT
"""Bytes of a sealed file: the contents, 16 bytes for every 64 KiB of them, and the header."""

MOST_WORK = 22
"""Base-two logarithm of the largest scrypt work accepted: 4 GiB and some 20 seconds, the limit of the `age`
tool too.
"""

LEAST_WORK = 17
"""Below this a sealing is tried once more. pyrage times the computer to choose, and a busy moment makes it
choose low.
"""

_FAMILY = b"age-encryption.org/"
_STANZA = re.compile(rb"-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")
_HEADER = re.compile(_STANZA.pattern + rb"[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n")
_SMALLEST_BODY = 16 + 16  # nonce and the tag of one chunk

_WRONG_KEY = "Decryption failed"  # pyrage's own words when the file key does not open; tests hold them

Encrypt = Callable[[bytes, str], bytes]


def seal(case: Case, passphrase: str, *, encrypt: Encrypt = pyrage.passphrase.encrypt) -> bytes:
    """Return the case as an age file that the passphrase opens. Takes one to four seconds and up to 1 GiB, by
    design.

    Raises ValueError for an empty passphrase and TooLarge for a case that no file holds.
    """
    if not passphrase:
        raise ValueError("a passphrase is needed")
    content, words = to_bytes(case), _normal(passphrase)
    sealed = encrypt(content, words)
    if work_of(sealed) < LEAST_WORK:
        sealed = max(sealed, encrypt(content, words), key=work_of)
    return sealed


def unseal(sealed: bytes, passphrase: str) -> Case:
    """Return the case in an age file.

    Raises WrongPassphrase, TornFile, EmptyFile, NotACaseFile, NewerVersion, TooCostly or TooSlow. Only a right or
    wrong passphrase takes time; everything the header can tell is told at once.
    """
    check_header(sealed)
    try:
        content = age.unseal(sealed, _normal(passphrase))
    except pyrage.DecryptError as error:
        raise _meaning(error) from error
    return from_bytes(content)


def check_header(sealed: bytes) -> None:
    """Raise what can be said of the file without its passphrase: all of `unseal` but WrongPassphrase."""
    if not sealed:
        raise EmptyFile
    if not sealed.startswith(INTRO):
        raise _not_intro(sealed)
    if len(sealed) > SEALED_LIMIT or work_of(sealed) > MOST_WORK:
        raise TooCostly
    header = _HEADER.match(sealed, len(INTRO))
    if header is None or len(sealed) < header.end() + _SMALLEST_BODY:
        raise TornFile


def work_of(sealed: bytes) -> int:
    """Return the base-two logarithm of the scrypt work in the header. Raises TornFile or NotACaseFile without
    one.
    """
    stanza = _STANZA.match(sealed, len(INTRO))
    if stanza is not None:
        return int(stanza[1])
    start = sealed[len(INTRO) : len(INTRO) + len(b"-> scrypt ")]
    raise TornFile if b"-> scrypt ".startswith(start) or start == b"-> scrypt " else NotACaseFile


def _not_intro(sealed: bytes) -> CaseFileError:
    if INTRO.startswith(sealed):
        return TornFile()
    return NewerVersion() if sealed.startswith(_FAMILY) else NotACaseFile()


def _meaning(error: Exception) -> CaseFileError:
    if str(error) == _WRONG_KEY:
        return WrongPassphrase()
    return TooSlow() if age.is_too_slow(error) else TornFile()


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFC", passphrase)
