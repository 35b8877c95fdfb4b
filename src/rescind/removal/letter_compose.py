"""Make a complete letter from a request and its law: the law's notice in the middle, our frame around it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from unicodedata import bidirectional

from rescind.removal import notice
from rescind.removal.clock import Clock, Unit
from rescind.removal.completeness import require_complete
from rescind.removal.letter_marks import address, mark, number, read, unmarked
from rescind.removal.letter_parts import Fact, Letter
from rescind.removal.moment import in_utc
from rescind.removal.provisions import Law
from rescind.removal.request import Place, Request, Role
from rescind.words import current, direction, long_day, long_moment, phrase, phrases
from rescind.words import language as speaking


def compose(request: Request, law: Law, *, language: str = "en", now: datetime) -> Letter:
    """Return the letter for a complete request, written at `now`.

    It names the law's time, not a date: the time runs from when the letter is received, which nobody knows yet.
    It is in the language asked for when the law has a notice in it, else in English; never in two. Raises
    RequestIncomplete when an element of the law is missing, WrongLaw, NotAMoment, or NoticeBroken for a law
    folder that cannot be used. Nothing of the request's fingerprints is read.
    """
    require_complete(request, law)
    chosen = law.notice(language)
    with speaking(chosen.language):
        filled = notice.fill(mark(chosen.template), _values(request, law, in_utc(now)))
        return Letter(
            request=request.id,
            law=law.slug,
            language=chosen.language,
            direction=direction(chosen.language),
            subject=_subject(request, law),
            title=phrase("Request to remove pictures"),
            facts=_facts(request, law, in_utc(now)),
            blocks=read(filled),
            contact=request.asker.contact.strip(),
            written_at=in_utc(now),
            running=phrase("Request {id}", id=_apart(request.id)),
            paging=phrase("Page {page} of {pages}", page="{page}", pages="{pages}"),
        )


def _subject(request: Request, law: Law) -> str:
    """Return a line that says nothing of what is shown, and still tells the desk what it is and how soon."""
    first = phrase("Removal request under {law}", law=_apart(law.citations[0]))
    due = phrase("act {in_time}", in_time=_hurry(law.clock))
    return " – ".join((first, due, _apart(request.id)))


def _hurry(clock: Clock) -> str:
    match clock.unit:
        case Unit.HOURS:
            return phrases("within {n} hour of receipt", "within {n} hours of receipt", clock.amount)
        case Unit.BUSINESS_DAYS:
            return phrases(
                "within {n} business day of receipt", "within {n} business days of receipt", clock.amount
            )
        case Unit.MONTHS:
            return phrases("within {n} month of receipt", "within {n} months of receipt", clock.amount)
        case Unit.NONE:
            return phrase("without undue delay")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _facts(request: Request, law: Law, now: datetime) -> tuple[Fact, ...]:
    rows = (
        Fact(phrase("To"), (_own(request.operator.strip()),)),
        Fact(phrase("Request"), (_apart(request.id),)),
        Fact(phrase("Under"), tuple(_apart(each) for each in law.citations)),
        Fact(phrase("Written"), (long_moment(now),)),
        Fact(phrase("Time to act"), (_sentence(_hurry(law.clock)),)),
        Fact(phrase("Items"), (str(len(request.places)),)),
    )
    return tuple(row for row in rows if any(row.lines))


def _values(request: Request, law: Law, now: datetime) -> notice.Values:
    """Return everything a notice may have a gap for (`notice.GAPS`); what is not there is empty."""
    asker = request.asker
    authority = asker.authority
    return {
        "operator": _own(request.operator),
        "pages": [_page(count, each) for count, each in enumerate(_by_page(request.places), start=1)],
        "asker_name": _own(asker.name),
        "asker_contact": unmarked(asker.contact),
        "asker_postal": _own(asker.postal),
        "asker_phone": unmarked(asker.phone),
        "role": _role(asker.role),
        "authorised": asker.role is Role.AUTHORISED,
        "authority_scope": _own(authority.scope.strip().rstrip(".")) if authority else "",
        "authority_since": _day(authority.since) if authority else "",
        "reason": _own(request.reason),
        "today": long_day(now),
        "law_citation": _apart(", ".join(law.citations)),
        "request_id": _apart(request.id),
    }


def _role(role: Role) -> str:
    if role is Role.SELF:
        return phrase("The person shown")
    return phrase("Authorised to act for the person shown")


def _by_page(places: Sequence[Place]) -> list[list[Place]]:
    """Return the places of each page together, in the order the pages come; without a page each stands alone."""
    pages: dict[str | int, list[Place]] = {}
    for count, place in enumerate(places):
        pages.setdefault(place.page.strip() or count, []).append(place)
    return list(pages.values())


def _page(count: int, places: Sequence[Place]) -> dict[str, notice.Value]:
    """Return what a notice may say of one page. Places that say nothing beside the page are told by `more`."""
    told = [each for each in places if (each.file or "").strip() or each.note.strip()]
    page = places[0].page.strip()
    only_a_file = len(places) == 1 and page == (places[0].file or "").strip()
    return {
        "number": number(count),
        "page": "" if only_a_file else _address(page),
        "seen": _seen(places),
        "more": 0 < len(told) < len(places),
        "places": [{"file": _address(each.file or ""), "note": _own(each.note)} for each in told],
    }


def _seen(places: Sequence[Place]) -> str:
    """Return when they were seen, from the first to the last; empty when one of them was not."""
    moments = [each.seen_at for each in places if each.seen_at]
    if not moments or len(moments) < len(places):
        return ""
    first, last = long_moment(min(moments)), long_moment(max(moments))
    return first if first == last else f"{first} – {last}"


def _address(words: str) -> str:
    return address(words.strip()) if words.strip() else ""


def _own(words: str) -> str:
    """Return a person's words without marks, each line kept apart when it may run the other way than the letter.

    Set apart, a full stop stays at its sentence's end. A contact is never set apart: it is copied into a mail.
    """
    lines = [unmarked(line.strip()) for line in words.splitlines()]
    return "\n".join(f"\u2068{line}\u2069" if line and _may_turn(line) else line for line in lines)


def _may_turn(words: str) -> bool:
    return direction(current()) == "rtl" or any(bidirectional(each) in {"R", "AL"} for each in words)


def _apart(words: str) -> str:
    """Return left-to-right words so that they keep their order inside a right-to-left line (Unicode isolates)."""
    return words if direction(current()) == "ltr" else f"\u2066{words}\u2069"


def _day(day: date) -> str:
    return long_day(datetime(day.year, day.month, day.day, tzinfo=UTC))
