"""What `desk.toml` may say about the process `work`: mail, who hears alarms, which hooks are near, how long things are kept.

Everything here may be left out; `docs/formats/desk.md` says what then holds.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Final

from rescind.words import phrase

MAIL_PORT: Final = 587
LONGEST_KEPT: Final = 3660
PROTECTIONS: Final = ("starttls", "tls", "none")


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail server that takes the desk's mail, and whose name stands above it. `protect` is one of PROTECTIONS."""

    host: str
    sender: str
    port: int = MAIL_PORT
    user: str = ""
    password: str = field(default="", repr=False)
    protect: str = "starttls"


@dataclass(frozen=True, slots=True)
class Keep:
    """Days for which things are kept; `docs/platform/keeping.md` gives the reasons for each."""

    requests: int = 365
    unfinished: int = 7
    known: int = 90
    matches: int = 90
    statements: int = 240
    delivered: int = 30


@dataclass(frozen=True, slots=True)
class Working:
    """All of it. `mail` is None while the desk can send none; `alarms` are addresses of those on duty."""

    mail: Mail | None = None
    alarms: tuple[str, ...] = ()
    local_hooks: tuple[str, ...] = ()
    keep: Keep = field(default_factory=Keep)


def parse(values: Mapping[str, object], faults: list[str]) -> Working:
    """Return what the tables of the file say; add a sentence to `faults` for everything that cannot be meant."""
    return Working(
        mail=_mail(values.get("mail"), faults),
        alarms=_texts(values, "alarms", "mail", faults),
        local_hooks=_texts(values, "hooks", "local", faults),
        keep=_keep(values.get("keep"), faults),
    )


def as_toml(working: Working) -> list[str]:
    """Return the lines of the file that say this; nothing for what is as if nothing were said."""
    lines: list[str] = []
    if working.mail is not None:
        lines += ["[mail]", *(_line(name, getattr(working.mail, key)) for name, key in _MAIL.items()), ""]
    for table, key, texts in (("alarms", "mail", working.alarms), ("hooks", "local", working.local_hooks)):
        if texts:
            lines += [f"[{table}]", _line(key, list(texts)), ""]
    if working.keep != Keep():
        lines += ["[keep]", *(_line(one.name, getattr(working.keep, one.name)) for one in fields(Keep)), ""]
    return lines


_MAIL: Final = {
    "host": "host",
    "from": "sender",
    "port": "port",
    "user": "user",
    "password": "password",
    "protect": "protect",
}


def _line(key: str, value: object) -> str:
    return f"{key} = {json.dumps(value)}"


def _mail(table: object, faults: list[str]) -> Mail | None:
    if table is None:
        return None
    values = table if isinstance(table, dict) else {}
    unknown = not isinstance(table, dict) or set(values) - set(_MAIL)
    said = {key: values[name] for name, key in _MAIL.items() if name in values}
    texts = all(isinstance(value, str) for key, value in said.items() if key != "port")
    port = said.get("port", MAIL_PORT)
    if unknown or not texts or not _is_number(port, 65535) or not said.get("host") or not said.get("sender"):
        faults.append(phrase("The part [mail] of desk.toml must say host and from, and nothing unknown."))
        return None
    mail = Mail(**said)
    if mail.protect not in PROTECTIONS or "@" not in mail.sender:
        faults.append(
            phrase("In the part [mail] of desk.toml, protect is starttls, tls or none, and from has an @.")
        )
    return mail


def _texts(values: Mapping[str, object], table: str, key: str, faults: list[str]) -> tuple[str, ...]:
    inside = values.get(table, {})
    found = inside.get(key, []) if isinstance(inside, dict) else None
    if not isinstance(found, list) or not all(isinstance(each, str) and each.isprintable() for each in found):
        faults.append(
            phrase("In the part [{table}] of desk.toml, {key} is a list of texts.", table=table, key=key)
        )
        return ()
    return tuple(found)


def _keep(table: object, faults: list[str]) -> Keep:
    known = {one.name for one in fields(Keep)}
    values = {} if table is None else table
    if (
        not isinstance(values, dict)
        or set(values) - known
        or not all(_is_number(each, LONGEST_KEPT) for each in values.values())
    ):
        faults.append(
            phrase(
                "In the part [keep] of desk.toml, each of {names} is a number of days from 1 to {most}.",
                names=", ".join(sorted(known)),
                most=LONGEST_KEPT,
            )
        )
        return Keep()
    return Keep(**values)


def _is_number(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most
