"""The services that may lawfully act when somebody shown was under 18, as the form names them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

UNVERIFIED: Final = "U"


@dataclass(frozen=True, slots=True)
class Service:
    """One service. `link` is empty when it is reached by telephone, or by more than an address."""

    name: str
    contact: str
    hours: str
    ages: str
    link: str


@cache
def services() -> tuple[Service, ...]:
    """Return the services that somebody verified, in the order of the file: first those that act anywhere."""
    content = files("rescind.desk.web.public").joinpath("under18.toml").read_text("utf-8")
    read = tomllib.loads(content)["service"]
    return tuple(_service(one) for one in read if one["evidence"] != UNVERIFIED)


def _service(values: dict[str, str]) -> Service:
    contact = values["contact"]
    is_link = contact.startswith("https://") and " " not in contact
    return Service(values["name"], contact, values["hours"], values["ages"], contact if is_link else "")
