"""The page on which a request is decided, and the picture on it, which lies covered until somebody holds a key."""

from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from rescind.desk.flows import review as opening
from rescind.desk.flows.fetch_copy import Seen, fetch_copy
from rescind.desk.gates import DECIDING, Role, Staff
from rescind.desk.web.staff import door, events, pauses
from rescind.desk.web.staff.door import show, staff_page, whole
from rescind.desk.web.staff.saying_times import left

FILE_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""The file is the uploader's own: it may draw, and do nothing else."""

PICTURE, VIDEO = "picture", "video"


@staff_page(*DECIDING, Role.MINORS)
def review(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Show a request."""
    now = door.now()
    found = opening.review(staff, number, now=now)
    values: dict[str, Any] = {
        "review": found,
        "left": left(found.due_at if found.is_open else None, now),
        "history": [(line, events.words(line.event)) for line in found.history],
        "is_lead": Role.LEAD in staff.roles,
        "is_mine": found.proposed is not None and found.proposed.by == staff.name,
    }
    if found.minors_lane:
        return show(asked, "minors.html", **values)
    return show(asked, "review.html", seen=_seen(asked), seen_kind=asked.GET.get("kind", PICTURE), **values)


@staff_page(*DECIDING, method="POST")
def look(_asked: HttpRequest, staff: Staff, number: str, position: int) -> HttpResponse:
    """Compare what stands at a place with what the asker gave, and lead back to the page, with the picture covered."""
    seen = fetch_copy(staff, number, position, now=door.now(), shown=False)
    kind = VIDEO if seen.is_video else PICTURE
    return HttpResponseRedirect(f"/staff/{number}?seen={position}&kind={kind}#place-{position}")


@staff_page(*DECIDING)
def picture(asked: HttpRequest, staff: Staff, number: str, position: int) -> HttpResponse:
    """Answer with what stands at a place, straight from the platform."""
    seen = fetch_copy(staff, number, position, now=door.now(), shown=True)
    pauses.note_picture(asked.session)
    return _file(asked, seen)


def _file(asked: HttpRequest, seen: Seen) -> HttpResponse:
    """Return the file, or the part of it that a video player asks for."""
    start, end = _span(asked.headers.get("Range", ""), len(seen.content))
    is_part = (start, end) != (0, len(seen.content))
    answer = HttpResponse(
        seen.content[start:end],
        content_type=seen.media_type,
        status=HTTPStatus.PARTIAL_CONTENT if is_part else HTTPStatus.OK,
        headers=FILE_HEADERS,
    )
    answer.headers["Accept-Ranges"] = "bytes"
    if is_part:
        answer.headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(seen.content)}"
    return answer


def _span(said: str, length: int) -> tuple[int, int]:
    """Return from where to where a Range header asks; all of it for any that is not one plain span inside."""
    unit, _, span = said.partition("=")
    first, dash, last = span.partition("-")
    start, final = whole(first), whole(last) if last else length - 1
    if unit != "bytes" or not dash or start is None or final is None:
        return 0, length
    end = min(final + 1, length)
    return (start, end) if start < end else (0, length)


def _seen(asked: HttpRequest) -> int | None:
    return whole(asked.GET.get("seen", ""))
