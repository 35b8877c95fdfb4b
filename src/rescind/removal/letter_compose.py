"""Make a complete letter from a request and its law: the law's notice in the middle, our frame around it."""

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
    return " – ".join((first, _hurry(law.clock), _apart(request.id)))


def _hurry(clock: Clock) -> str:
    match clock.unit:
        case Unit.HOURS:
            return phrases("reply needed within {n} hour", "reply needed within {n} hours", clock.amount)
        case Unit.BUSINESS_DAYS:
            return phrases(
                "reply needed within {n} business day", "reply needed within {n} business days", clock.amount
            )
        case Unit.MONTHS:
            return phrases("reply needed within {n} month", "reply needed within {n} months", clock.amount)
        case Unit.NONE:
            return phrase("reply needed without delay")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _facts(request: Request, law: Law, now: datetime) -> tuple[Fact, ...]:
    rows = (
        Fact(phrase("To"), (_own(request.operator.strip()),)),
        Fact(phrase("Request"), (_apart(request.id),)),
        Fact(phrase("Under"), tuple(_apart(each) for each in law.citations)),
        Fact(phrase("Written"), (long_moment(now),)),
        Fact(phrase("Answer due"), (_sentence(_hurry(law.clock)),)),
    )
    return tuple(row for row in rows if any(row.lines))


def _values(request: Request, law: Law, now: datetime) -> notice.Values:
    """Return everything a notice may have a gap for (`notice.GAPS`); what is not there is empty."""
    asker = request.asker
    authority = asker.authority
    return {
        "operator": _own(request.operator),
        "places": [_place(count, each) for count, each in enumerate(request.places, start=1)],
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


def _place(count: int, place: Place) -> dict[str, str]:
    return {
        "number": number(count),
        "page": address(place.page.strip()) if place.page.strip() else "",
        "file": address(place.file.strip()) if place.file and place.file.strip() else "",
        "note": _own(place.note),
        "seen": long_moment(place.seen_at) if place.seen_at else "",
    }


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
