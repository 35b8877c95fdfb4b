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

OF_STAFF: Final = {
    # A form tells where it came from, so that a foreign page can send none; elsewhere it is never told.
    "Referrer-Policy": "same-origin",
    # A passkey is asked for by a script of the sign-in page, which calls the desk itself.
    "Content-Security-Policy": POLICY.replace("connect-src 'none'", "connect-src 'self'; media-src 'self'"),
}
"""What differs on the pages of the platform's own people."""

Answer = Callable[[HttpRequest], HttpResponse]


def add_headers(answer: Answer) -> Answer:
    """Return the same door with the headers on everything that leaves it, where nothing stricter was said."""

    def answered(asked: HttpRequest) -> HttpResponse:
        response = answer(asked)
        special = OF_STAFF if asked.path.startswith("/staff") else {}
        for name, value in (HEADERS | special).items():
            response.headers.setdefault(name, value)
        return response

    return answered
