"""What the demo board answers with."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus


@dataclass(frozen=True)
class Reply:
    """What the board answers: status, body and its media type, and further headers."""

    status: HTTPStatus
    body: bytes = b""
    media_type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
