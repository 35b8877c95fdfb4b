"""Serves the desk's own style sheet and scripts. They are few and small, so they are held in memory from the start.

Nothing else can be asked for here: the names are a table, not a folder that is walked.
"""

import hashlib
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from typing import Final

from django.http import HttpRequest, HttpResponse

KINDS: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
OF_THE_SIGN_IN: Final = (
    ("allauth.account", "static/account/js/onload.js"),
    ("allauth.mfa", "static/mfa/js/webauthn-json.js"),
    ("allauth.mfa", "static/mfa/js/webauthn.js"),
)
"""Scripts of the sign-in library that a passkey needs."""
A_YEAR: Final = 365 * 24 * 3600


@cache
def held() -> dict[str, bytes]:
    """Return every static file by its name."""
    folder = files("rescind.desk.web").joinpath("static")
    own = [one for one in folder.iterdir() if ending(one.name) in KINDS]
    others = [files(package).joinpath(path) for package, path in OF_THE_SIGN_IN]
    return {one.name: one.read_bytes() for one in (*own, *others)}


def ending(name: str) -> str:
    """Return a file name's ending with its dot; the whole name when it has none."""
    return name[name.rfind(".") :]


@cache
def mark(name: str) -> str:
    """Return a short mark of the file's content; raise KeyError when there is no such file."""
    return hashlib.sha256(held()[name]).hexdigest()[:12]


def address(name: str) -> str:
    """Return the address of the file as it is now; raise KeyError when there is no such file."""
    return f"/static/{name}?v={mark(name)}"


def show(asked: HttpRequest, name: str) -> HttpResponse:
    """Answer with a static file. It may be kept for a year: another content has another address."""
    if name not in held() or asked.method not in ("GET", "HEAD"):
        return HttpResponse(status=HTTPStatus.NOT_FOUND)
    answer = HttpResponse(held()[name], content_type=KINDS[ending(name)])
    is_marked = asked.GET.get("v") == mark(name)
    answer.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if is_marked else "no-cache"
    return answer
