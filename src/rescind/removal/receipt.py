"""The receipt: the signed file in which a platform says that it holds a request, since when, and until when it answers.

`docs/formats/receipt.md` is its description. The signature (Ed25519, RFC 8032) shows that not a letter of it was changed
since the holder of the key made it. Whose key it is, it cannot show: the platform publishes that itself.
"""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from rescind.removal.errors import RemovalError
from rescind.removal.moment import NotAMoment, in_utc, read_moment, write_moment
from rescind.removal.strict_json import read_json
from rescind.removal.table import Table, Wrong
from rescind.removal.text import RequestBroken, check_address, check_line
from rescind.words import phrase

FORMAT: Final = "rescind-receipt"
VERSION: Final = 1
SIZE_LIMIT: Final = 64 * 1024
"""Bytes. Nothing larger is read."""

MISSING_LIMIT: Final = 50
_SIGNED: Final = b"rescind-receipt 1\n"
"""Stands before what is signed, so that a signature made for something else never fits."""


class NotAReceipt(RemovalError):
    """Not a receipt this program can read, or changed since it was signed; `str()` says which."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a platform says of a request it holds. Moments are kept in UTC.

    `request` is the asker's own number for it and `law` the law's slug; `number` is the platform's, `platform` what it
    calls itself, and `status` the address where one can look how it stands, or empty. `missing` are ids of the law's
    elements that the platform misses. Raises RequestBroken or NotAMoment when a part cannot be as it is.
    """

    request: str
    law: str
    number: str
    platform: str
    received_at: datetime
    due_at: datetime | None = None
    missing: tuple[str, ...] = ()
    status: str = ""

    def __post_init__(self) -> None:
        for part in ("request", "law", "number", "platform"):
            check_line(part, getattr(self, part))
        check_address("status", self.status)
        for each in self.missing:
            check_line("missing", each)
        if len(self.missing) > MISSING_LIMIT:
            raise RequestBroken("missing", phrase("This receipt names too much that is missing."))
        object.__setattr__(self, "received_at", in_utc(self.received_at))
        if self.due_at is not None:
            object.__setattr__(self, "due_at", in_utc(self.due_at))


@dataclass(frozen=True, slots=True)
class Signed:
    """A receipt whose signature fits, and the public key (32 bytes) it fits."""

    receipt: Receipt
    key: bytes

    @property
    def key_name(self) -> str:
        """The key's name, as a platform shows it beside its own."""
        return key_name(self.key)


def key_name(key: bytes) -> str:
    """Return the short name of a public key: the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(key).hexdigest()[:16]


def write(receipt: Receipt, key: bytes) -> bytes:
    """Return the receipt as a signed file; `key` is the 32 bytes of an Ed25519 private key. UTF-8 JSON, the same bytes
    for the same receipt and key.
    """
    private = Ed25519PrivateKey.from_private_bytes(key)
    values = _record(receipt, private.public_key().public_bytes_raw())
    values["signature"] = _text(private.sign(_to_sign(values)))
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read(content: bytes) -> Signed:
    """Return the receipt in a file, its signature checked; raise NotAReceipt."""
    values = _parsed(content)
    try:
        signature, key = _bytes(values.get("signature"), 64), _bytes(values.get("key"), 32)
        unsigned = {name: value for name, value in values.items() if name != "signature"}
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _to_sign(unsigned))
        return Signed(_receipt(Table(unsigned)), key)
    except InvalidSignature as error:
        raise NotAReceipt(
            phrase("This receipt was changed since it was signed, so it proves nothing.")
        ) from error
    except (Wrong, RequestBroken, NotAMoment, ValueError) as error:
        raise _not_one() from error


def _record(receipt: Receipt, key: bytes) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "request": receipt.request,
        "law": receipt.law,
        "number": receipt.number,
        "platform": receipt.platform,
        "received_at": write_moment(receipt.received_at),
        "due_at": None if receipt.due_at is None else write_moment(receipt.due_at),
        "missing": list(receipt.missing),
        "status": receipt.status,
        "key": _text(key),
    }


def _to_sign(values: dict[str, object]) -> bytes:
    """What is signed: the record without its signature, keys in order, no spaces."""
    plain = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _SIGNED + plain.encode("utf-8")


def _parsed(content: bytes) -> dict[str, object]:
    if len(content) > SIZE_LIMIT:
        raise NotAReceipt(phrase("This file is too large to be a receipt."))
    try:
        values = read_json(content)
    except ValueError as error:
        raise _not_one() from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise _not_one()
    version = values.get("version")
    if type(version) is not int or version < 1:
        raise _not_one()
    if version > VERSION:
        raise NotAReceipt(
            phrase("This receipt was made by a newer version of this program. Please update it.")
        )
    return values


def _receipt(table: Table) -> Receipt:
    table.take("format", str), table.take("version", int), table.take("key", str)
    due_at = table.take_if_set("due_at", str)
    receipt = Receipt(
        request=table.take("request", str),
        law=table.take("law", str),
        number=table.take("number", str),
        platform=table.take("platform", str),
        received_at=read_moment(table.take("received_at", str)),
        due_at=None if due_at is None else read_moment(due_at),
        missing=table.texts("missing"),
        status=table.take("status", str),
    )
    table.finish()
    return receipt


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _bytes(written: object, length: int) -> bytes:
    """Return so many bytes from base64; raise ValueError for anything else."""
    if not isinstance(written, str):
        raise ValueError("not text")
    try:
        value = base64.b64decode(written.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeError) as error:
        raise ValueError("not base64") from error
    if len(value) != length or _text(value) != written:
        raise ValueError("not so long")
    return value


def _not_one() -> NotAReceipt:
    return NotAReceipt(phrase("This file is not a receipt."))
