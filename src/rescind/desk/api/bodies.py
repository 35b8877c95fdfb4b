"""What a service sends to the match call, read: a list in JSON, or one picture as it is. Pictures are fingerprinted here
and dropped; nothing but their fingerprint goes on.
"""

import hashlib
import os
import re
import threading
from typing import Annotated, Final, Protocol
from urllib.parse import parse_qs

import msgspec
from msgspec import Meta

from rescind import fingerprint
from rescind.desk.flows.look_up import Asked
from rescind.desk.settings.desk_file import DeskError
from rescind.fingerprint import Fingerprint, How, Unclear
from rescind.words import phrase

MOST_BYTES: Final = 32 * 1024 * 1024
"""The longest body: a large photo, or some dozen small ones in base64."""

MOST_ITEMS: Final = 100
"""Items in one call; the answer waits for all of them."""

MOST_FIELDS: Final = 10
ITEM_LENGTH: Final = 200
JSON: Final = "application/json"
PICTURE: Final = "image/"
PATIENCE: Final = 10.0
"""Seconds that a picture waits for its turn to be fingerprinted, before the service is asked to come back."""

TOLD: Final = 100
"""The quality of a fingerprint that came without one: whoever sends it says that it is worth comparing."""

_HEX: Final = r"^[0-9a-fA-F]{64}$"
_WHERE: Final = re.compile(r" - at `\$\.?(.*)`\Z")
_AT_WORK: Final = threading.BoundedSemaphore(max(2, os.cpu_count() or 1))

Hex = Annotated[str, Meta(pattern=_HEX)]


class NotABody(DeskError):
    """The body is not what this call takes; `field` says where, as far as that is known."""

    def __init__(self, field: str = "") -> None:
        super().__init__(phrase("This is not what the match call takes."))
        self.field = field


class NotPrivate(DeskError):
    """The call came to a public proxy without TLS, so that its key could be read on the way."""

    def __init__(self) -> None:
        super().__init__(phrase("Call this by https: the key can be read on the way. Make a new one."))


class TooLarge(DeskError):
    """The body is longer than the call takes."""

    def __init__(self) -> None:
        super().__init__(
            phrase("This is too large. At most {n} MiB can be sent at once.", n=MOST_BYTES >> 20)
        )


class WrongMedia(DeskError):
    """The body is neither JSON nor a picture."""

    def __init__(self) -> None:
        super().__init__(phrase("Send a list as JSON, or one picture with its media type."))


class Busy(DeskError):
    """So many pictures are being fingerprinted that this one would wait too long."""

    def __init__(self) -> None:
        super().__init__(phrase("There are too many pictures at once. Please try again soon."))


class Body(Protocol):
    """What a body is read from."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes."""
        ...


class Sent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One picture that is asked about: one of `fingerprint`, `fingerprints` (its eight turns), `picture` (base64)."""

    item: Annotated[str, Meta(max_length=ITEM_LENGTH)] = ""
    fingerprint: Hex | None = None
    fingerprints: Annotated[list[Hex], Meta(min_length=8, max_length=8)] | None = None
    picture: bytes | None = None
    quality: Annotated[int, Meta(ge=0, le=100)] = TOLD


class Several(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole list."""

    items: Annotated[list[Sent], Meta(min_length=1, max_length=MOST_ITEMS)]


_SEVERAL: Final = msgspec.json.Decoder(Several)


def read(media: str, item: str, length: str, body: Body) -> list[Asked]:
    """Return what is asked about, in order; raise NotABody, TooLarge, WrongMedia, Busy, NoDecoder."""
    kind = media.partition(";")[0].strip().lower()
    if kind != JSON and not kind.startswith(PICTURE):
        raise WrongMedia
    content = _content(length, body)
    if kind != JSON:
        return [_picture(_item(item, "item"), content)]
    return [_asked(one, f"items[{number}]") for number, one in enumerate(_several(content).items)]


def _content(length: str, body: Body) -> bytes:
    if length.isdigit() and int(length) > MOST_BYTES:
        raise TooLarge
    content = body.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise TooLarge
    return content


def _several(content: bytes) -> Several:
    try:
        return _SEVERAL.decode(content)
    except msgspec.ValidationError as error:
        where = _WHERE.search(str(error))
        raise NotABody(where[1] if where else "items") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotABody from error


def _asked(one: Sent, where: str) -> Asked:
    item = _item(one.item, f"{where}.item")
    if (one.fingerprint, one.fingerprints, one.picture).count(None) != 2:
        raise NotABody(where)
    if one.picture is not None:
        return _picture(item, one.picture)
    upright = one.fingerprint or (one.fingerprints or [""])[0]
    return Asked(item, Fingerprint((bytes.fromhex(upright),), one.quality, How("", 0, 0)))


def _item(said: str, where: str) -> str:
    if len(said) > ITEM_LENGTH or not said.isprintable():
        raise NotABody(where)
    return said


def _picture(item: str, content: bytes) -> Asked:
    """Fingerprint a picture, a few at once, so that many do not take the machine's memory."""
    if not _AT_WORK.acquire(timeout=PATIENCE):
        raise Busy
    try:
        seen = fingerprint.of_image(content, turns=False)
    except Unclear as error:
        return Asked(item, None, unclear=error.reason.value)
    finally:
        _AT_WORK.release()
    return Asked(item, seen, hashlib.sha256(content).digest())


def item_named(query: str, header: str) -> str:
    """Return the item id of a picture that is sent as it is: `item` in the address, else the header `Rescind-Item`."""
    try:
        return (parse_qs(query, max_num_fields=MOST_FIELDS).get("item") or [header])[0]
    except ValueError as error:
        raise NotABody("item") from error
