"""What a small platform adds to its software to work with a desk: one address that the desk calls, one question at upload.

This is the whole of it, in Python's own library, so that an engineer can read here what a forum has to do: check the
signature, hide, remove or restore what it is told, hand over the picture that a reviewer has to see, and ask before a
picture is published whether it may be.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from demo.reply import Reply

if TYPE_CHECKING:
    from demo.board import Board

HOOK, UPLOAD, LENT = "/desk/hook", "/upload", "/desk/lent/"
UPLOAD_LIMIT = 8 << 20
OLDEST_SECONDS = 300
PATIENCE_SECONDS = 20.0


@dataclass
class Platform:
    """The board's side of its desk: where the desk is, the key to ask it with, and the secret it signs with."""

    desk: str
    key: str
    secret: str
    told: list[dict[str, Any]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    uploaded: dict[str, bytes] = field(default_factory=dict)
    lent: dict[str, str] = field(default_factory=dict)

    def called(self, board: Board, headers: Mapping[str, str], body: bytes) -> Reply:
        """The answer to a call of the desk; each call is done once, however often it comes."""
        if not self.signed(headers, body):
            return _json(HTTPStatus.UNAUTHORIZED, error="signature")
        said = json.loads(body)
        if said["kind"] == "picture":
            return self._hand_over(board, said)
        once = said["once"]
        if once not in self.seen:
            self.seen.add(once)
            self.told.append(said)
            self._obey(board, said)
        return _json(HTTPStatus.OK, gone=said["kind"] == "remove")

    def signed(self, headers: Mapping[str, str], body: bytes) -> bool:
        """Whether the desk signed this, and not long ago."""
        moment = headers.get("Rescind-Timestamp", "")
        if not moment.isdigit() or abs(time.time() - int(moment)) > OLDEST_SECONDS:
            return False
        right = hmac.new(self.secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()
        given = headers.get("Rescind-Signature", "").split(",")
        return any(hmac.compare_digest(one.strip(), f"v1={right}") for one in given)

    def upload(self, name: str, content: bytes) -> Reply:
        """Publish the picture unless the desk says that it must not be; hold it when the desk cannot be asked."""
        try:
            answer = self.ask(name, content)
        except (OSError, ValueError):
            return _json(HTTPStatus.SERVICE_UNAVAILABLE, published=False, why="held until it can be checked")
        if answer["action"] == "block":
            return _json(HTTPStatus.FORBIDDEN, published=False, why="this picture was removed before")
        self.uploaded[name] = content
        return _json(HTTPStatus.CREATED, published=answer["action"] == "none", at=name)

    def tell_of(self, pictures: Mapping[str, bytes]) -> None:
        """Ask about pictures that stand here since before there was a desk, so that it knows of them."""
        for path, content in pictures.items():
            self.ask(path, content)

    def ask(self, name: str, content: bytes) -> dict[str, Any]:
        """What the desk says about one picture. Raises OSError when it cannot be asked."""
        request = urllib.request.Request(
            f"{self.desk}/v1/match?item={quote(name)}",
            data=content,
            headers={"Authorization": f"Bearer {self.key}", "Content-Type": "image/jpeg"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
            found: dict[str, Any] = json.loads(answer.read())["items"][0]
        return found

    def _obey(self, board: Board, said: dict[str, Any]) -> None:
        act = {"hide": board.remove, "remove": board.remove, "restore": board.restore}.get(said["kind"])
        if act is None:
            return
        for place in (*said.get("places", ()), *said.get("items", ())):
            path = path_of(board, place)
            if path:
                act(path)

    def _hand_over(self, board: Board, said: dict[str, Any]) -> Reply:
        """Say where the desk can fetch what stands at a place: an address that nobody else knows, and that works once."""
        path = path_of(board, said)
        if not path:
            return _json(HTTPStatus.NOT_FOUND, error="not here")
        address = f"{LENT}{secrets.token_urlsafe(18)}"
        self.lent[address] = path
        return _json(HTTPStatus.OK, address=board.address + address, item=path)


def path_of(board: Board, place: Mapping[str, str]) -> str:
    """The path of the picture that the desk means: by the board's own name for it, or by the address somebody gave; "" for
    none. A page is no picture, so a request for a whole page is left to whoever reads what the desk told.
    """
    given = (place.get("item", ""), *(own_path(board, place.get(part, "")) for part in ("file", "page")))
    return next((path for path in given if path and board.stored(path)), "")


def own_path(board: Board, address: str) -> str:
    """The path of an address on this board; "" for an address of another place."""
    return urlsplit(address).path if address.startswith(board.address + "/") else ""


def _json(status: HTTPStatus, **values: object) -> Reply:
    return Reply(status, json.dumps(values).encode(), "application/json")
