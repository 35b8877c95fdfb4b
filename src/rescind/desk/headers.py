"""What every answer of the desk carries: a policy under which nothing foreign and nothing inline runs, and no cache."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'none'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing is loaded from elsewhere, and no script of a page calls anything. A page that must says so itself."""

HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}

Answer = Callable[[HttpRequest], HttpResponse]


def add_headers(answer: Answer) -> Answer:
    """Return the same door with the headers on everything that leaves it, where nothing stricter was said."""

    def answered(asked: HttpRequest) -> HttpResponse:
        response = answer(asked)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answered
