"""What `desk.toml` may say about the platform's people: how long a session lasts, when a pause is offered, another sign-in.

Everything here may be left out; `docs/formats/desk.md` says what then holds.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final
from urllib.parse import urlsplit

from rescind.words import phrase

LONGEST_MINUTES: Final = 600
PROVIDER: Final = "oidc"


@dataclass(frozen=True, slots=True)
class Oidc:
    """The platform's own sign-in (OpenID Connect): its name on the button, where it is, and who the desk is to it."""

    name: str
    server: str
    client: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StaffRules:
    """A session ends after so many idle minutes; a pause is offered after so many minutes of work, or pictures seen."""

    idle_minutes: int = 30
    break_minutes: int = 45
    break_pictures: int = 20
    oidc: Oidc | None = None


def parse(values: Mapping[str, object], faults: list[str]) -> StaffRules:
    """Return what the tables [staff] and [oidc] say; add a sentence to `faults` for everything that cannot be meant."""
    said = values.get("staff", {})
    known = {one.name for one in fields(StaffRules)} - {"oidc"}
    if (
        not isinstance(said, dict)
        or set(said) - known
        or not all(isinstance(each, int) and 1 <= each <= LONGEST_MINUTES for each in said.values())
    ):
        faults.append(
            phrase(
                "In the part [staff] of desk.toml, each of {names} is a number from 1 to {most}.",
                names=", ".join(sorted(known)),
                most=LONGEST_MINUTES,
            )
        )
        said = {}
    return StaffRules(**said, oidc=_oidc(values.get("oidc"), faults))


def as_toml(rules: StaffRules) -> list[str]:
    """Return the lines of the file that say this; nothing for what is as if nothing were said."""
    changed = {
        one.name: getattr(rules, one.name)
        for one in fields(StaffRules)
        if one.name != "oidc" and getattr(rules, one.name) != one.default
    }
    lines = ["[staff]", *(f"{name} = {value}" for name, value in changed.items()), ""] if changed else []
    if rules.oidc is not None:
        lines += [
            "[oidc]",
            *(f"{name} = {json.dumps(value)}" for name, value in asdict(rules.oidc).items()),
            "",
        ]
    return lines


def providers(oidc: Oidc | None) -> dict[str, Any]:
    """Return what the sign-in library wants to know of the platform's own sign-in."""
    if oidc is None:
        return {}
    app = {
        "provider_id": PROVIDER,
        "name": oidc.name,
        "client_id": oidc.client,
        "secret": oidc.secret,
        "settings": {"server_url": oidc.server, "fetch_userinfo": True, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}


def _oidc(table: object, faults: list[str]) -> Oidc | None:
    if table is None:
        return None
    names = {one.name for one in fields(Oidc)}
    if (
        isinstance(table, dict)
        and set(table) == names
        and all(isinstance(each, str) and each for each in table.values())
        and urlsplit(table["server"]).scheme == "https"
    ):
        return Oidc(**table)
    faults.append(
        phrase("The part [oidc] of desk.toml must say name, server (with https), client and secret.")
    )
    return None
