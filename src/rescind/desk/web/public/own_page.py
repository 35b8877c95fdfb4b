"""`/page/`: the page that works on the asker's own device, as it is packaged, with this desk's offer in it.

Its files are held in memory from the first on. None may be kept by a browser by itself, so that nothing is left of a visit.
"""

import gzip
from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from rescind.net.showing import HEADERS, MEDIA_TYPES, POLICY
from rescind.page_files import FIRST, KEEPER, Offer, offering, page_files

HANDED_OVER_AT: Final = "/ask/from-page"

OF_THE_PAGE: Final = {
    **HEADERS,
    "Content-Security-Policy": POLICY.replace("form-action 'none'", "form-action 'self'"),
}
"""The page may send a form to this desk; it may call nobody."""

OF_THE_KEEPER: Final = {**HEADERS, "Content-Security-Policy": "default-src 'none'; connect-src 'self'"}
"""What keeps the page on a device has to fetch its files, from this desk alone."""


def show(asked: HttpRequest, name: str = FIRST) -> HttpResponse:
    """Answer with a file of the page; as if there were none when the desk does not show it."""
    kind = MEDIA_TYPES.get(PurePosixPath(name).suffix)
    is_packed = "gzip" in asked.headers.get("Accept-Encoding", "")
    content = held(settings.DESK.name, settings.DESK.own_page.kept, is_packed).get(name)
    if (
        not settings.DESK.own_page.shown
        or kind is None
        or content is None
        or asked.method not in ("GET", "HEAD")
    ):
        raise Http404
    answer = HttpResponse(content, content_type=kind, headers={"Vary": "Accept-Encoding"})
    if is_packed:
        answer.headers["Content-Encoding"] = "gzip"
    for header, value in (OF_THE_KEEPER if name == KEEPER else OF_THE_PAGE).items():
        answer.headers[header] = value
    return answer


@cache
def held(platform: str, may_keep: bool, is_packed: bool) -> Mapping[str, bytes]:
    """Return every file of the page, with what a desk of this name offers; packed, they are a quarter as large."""
    files = offering(page_files(), Offer(desk=HANDED_OVER_AT, desk_name=platform, keep=may_keep))
    return {name: gzip.compress(content, mtime=0) for name, content in files.items()} if is_packed else files
