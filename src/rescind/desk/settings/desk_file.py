"""`desk.toml`: who the desk is, where its database is, and its secrets; `docs/formats/desk.md` describes it.

The secrets lie here and not in the database, so that a copy of the database alone opens nothing. Only the owner may
read the file.
"""

import base64
import json
import os
import secrets
import stat
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from rescind.desk.settings import copies as copies_part
from rescind.desk.settings import own_page as own_page_part
from rescind.desk.settings import staff as staff_part
from rescind.desk.settings import working as working_part
from rescind.desk.settings.copies import Copies
from rescind.desk.settings.own_page import OwnPage
from rescind.desk.settings.proxy import Proxy, read_proxy
from rescind.desk.settings.staff import StaffRules
from rescind.desk.settings.working import Working
from rescind.words import phrase

FORMAT: Final = "rescind-desk"
VERSION: Final = 1
NAME: Final = "desk.toml"
KEY_BYTES: Final = 32
SIZE_LIMIT: Final = 65_536
DJANGO_SECRET_LENGTH: Final = 50
NAME_LIMIT: Final = 200
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class DeskError(Exception):
    """Base of every error of this room; `str()` is a sentence for whoever runs the desk."""


class DeskNotSetUp(DeskError):
    """There is no desk in the folder, or its file cannot be used; `faults` says everything that is wrong."""

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Desk:
    """What `desk.toml` says. Keys are 32 bytes; `database` is a URL, a relative SQLite path lies in the folder."""

    name: str
    address: str
    database: str = field(repr=False)
    django_secret: str = field(repr=False)
    signing_key: bytes = field(repr=False)
    sealing_key: bytes = field(repr=False)
    working: Working = field(default_factory=Working)
    copies: Copies = field(default_factory=Copies)
    proxy: Proxy = field(default_factory=Proxy)
    staff: StaffRules = field(default_factory=StaffRules)
    own_page: OwnPage = field(default_factory=OwnPage)

    @property
    def host(self) -> str:
        """The host of the public address."""
        return urlsplit(self.address).hostname or ""

    @property
    def for_trying(self) -> bool:
        """Whether the desk has an address on this machine only, and so needs no TLS."""
        return self.host in LOOPBACK

    def status_of(self, number: str) -> str:
        """Return the public address at which a request can be looked at, with the code of its receipt."""
        return f"{self.address}/v1/requests/{number}"

    def page_of(self, page: str) -> str:
        """Return the public address of a page, for example `status`."""
        return f"{self.address}/{page}"


def fresh(name: str, address: str) -> Desk:
    """Return a desk with new secrets and an SQLite database in its folder; raise DeskNotSetUp for a wrong address."""
    desk = Desk(
        name=name.strip(),
        address=address.strip().rstrip("/"),
        database="sqlite:///desk.sqlite3",
        django_secret=secrets.token_urlsafe(DJANGO_SECRET_LENGTH),
        signing_key=secrets.token_bytes(KEY_BYTES),
        sealing_key=secrets.token_bytes(KEY_BYTES),
    )
    if wrong := faults(desk):
        raise DeskNotSetUp(*wrong)
    return desk


def write(desk: Desk, folder: Path) -> Path:
    """Write `desk.toml` (0600) into the folder, which is made (0700) when absent; raise DeskNotSetUp if it exists."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / NAME
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise DeskNotSetUp(phrase("There is a desk in this folder already. Nothing was changed.")) from error
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        file.write(as_toml(desk))
    return path


def as_toml(desk: Desk) -> str:
    """Return the text of the file. A JSON string is a TOML string, which is all the quoting there is."""
    return "\n".join(
        (
            f"format = {json.dumps(FORMAT)}",
            f"version = {VERSION}",
            "",
            "[platform]",
            f"name = {json.dumps(desk.name)}",
            f"address = {json.dumps(desk.address)}",
            "",
            "[database]",
            f"url = {json.dumps(desk.database)}",
            "",
            "# The header that your proxy writes a caller's address into, and where that proxy calls from.",
            "[proxy]",
            f"header = {json.dumps(desk.proxy.header)}",
            f"networks = {json.dumps(desk.proxy.networks)}",
            "",
            "# Whoever has these can open and sign everything. Keep a copy in a safe place, apart from the database.",
            "[secrets]",
            f"django = {json.dumps(desk.django_secret)}",
            f"signing = {json.dumps(base64.b64encode(desk.signing_key).decode('ascii'))}",
            f"sealing = {json.dumps(base64.b64encode(desk.sealing_key).decode('ascii'))}",
            "",
            *working_part.as_toml(desk.working),
            *copies_part.as_toml(desk.copies),
            *staff_part.as_toml(desk.staff),
            *own_page_part.as_toml(desk.own_page),
        )
    )


def read(folder: Path) -> Desk:
    """Return what the folder's `desk.toml` says; raise DeskNotSetUp naming every fault."""
    desk = parse(_content(folder / NAME))
    if wrong := [*faults(desk), *open_to_others(folder / NAME)]:
        raise DeskNotSetUp(*wrong)
    return desk


def parse(content: str) -> Desk:
    """Return the desk that the text describes; raise DeskNotSetUp when it is no such text or lacks a part."""
    try:
        values = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise DeskNotSetUp(
            phrase("desk.toml cannot be read: line {line} is not right.", line=_line(error))
        ) from error
    if values.get("format") != FORMAT or values.get("version") != VERSION:
        raise DeskNotSetUp(phrase("desk.toml is not of a kind that this program reads."))
    lacking: list[str] = []
    wrong: list[str] = []
    take = _taker(values, lacking)
    desk = Desk(
        name=take("platform", "name"),
        address=take("platform", "address"),
        database=take("database", "url"),
        django_secret=take("secrets", "django"),
        signing_key=_decoded(take("secrets", "signing")),
        sealing_key=_decoded(take("secrets", "sealing")),
        working=working_part.parse(values, wrong),
        copies=copies_part.parse(values, wrong),
        proxy=read_proxy(values.get("proxy"), wrong),
        staff=staff_part.parse(values, wrong),
        own_page=own_page_part.parse(values, wrong),
    )
    if lacking or wrong:
        raise DeskNotSetUp(*(phrase("desk.toml does not say {part}.", part=part) for part in lacking), *wrong)
    return desk


def faults(desk: Desk) -> list[str]:
    """Return a sentence for everything in the desk's settings that it could not be run with."""
    found = []
    if not desk.name.strip():
        found.append(phrase("The platform has no name."))
    elif len(desk.name) > NAME_LIMIT or not desk.name.isprintable():
        found.append(phrase("The platform's name must be one line, with at most {n} letters.", n=NAME_LIMIT))
    if not _is_address(desk.address):
        found.append(phrase("The public address must look like https://desk.example, without a path."))
    if len(desk.django_secret) < DJANGO_SECRET_LENGTH:
        found.append(phrase("The secret “{name}” in desk.toml is too short.", name="django"))
    for name, key in (("signing", desk.signing_key), ("sealing", desk.sealing_key)):
        if len(key) != KEY_BYTES:
            found.append(phrase("The secret “{name}” in desk.toml is not 32 bytes in base64.", name=name))
    return found


def open_to_others(path: Path) -> list[str]:
    """Return a sentence when anybody but the owner may read or change the file."""
    if os.name != "nt" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        return [phrase("Others on this computer may read desk.toml. Say: chmod 600 desk.toml")]
    return []


def _content(path: Path) -> str:
    try:
        content = path.read_bytes()[: SIZE_LIMIT + 1]
        if len(content) > SIZE_LIMIT:
            raise DeskNotSetUp(phrase("desk.toml is not of a kind that this program reads."))
        return content.decode("utf-8")
    except FileNotFoundError as error:
        raise DeskNotSetUp(
            phrase("There is no desk in this folder. `rescind desk init` makes one.")
        ) from error
    except UnicodeDecodeError as error:
        raise DeskNotSetUp(phrase("desk.toml is not of a kind that this program reads.")) from error


def _line(error: tomllib.TOMLDecodeError) -> str:
    # The message itself may repeat a secret; the number of the line does not.
    return str(error).rpartition("line ")[2].partition(",")[0]


def _taker(values: dict[str, object], lacking: list[str]) -> Callable[[str, str], str]:
    def take(table: str, key: str) -> str:
        inside = values.get(table)
        value = inside.get(key) if isinstance(inside, dict) else None
        if isinstance(value, str):
            return value
        lacking.append(f"{table}.{key}")
        return ""

    return take


def _decoded(written: str) -> bytes:
    try:
        return base64.b64decode(written, validate=True)
    except ValueError:
        return b""


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)
    return bool(host) and secure and not (parts.path or parts.query or parts.fragment or parts.username)
