"""The request document and the record: what goes in comes out, and what is not one is refused with a reason."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rescind.removal import (
    Asker,
    Authority,
    Chased,
    Gone,
    Granted,
    Incomplete,
    LawNotKnown,
    NotADocument,
    Place,
    Received,
    Refused,
    RemovalError,
    Request,
    RequestBroken,
    Returned,
    Role,
    Sent,
    State,
    StepNotAllowed,
    TimeRunsBackwards,
    Withdrawn,
    advance,
    as_record,
    document,
    from_record,
    law,
    laws,
)

Make = Callable[..., Request]
START = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

MOMENTS = st.integers(32_000_000, 29_000_000_000_000_000).map(
    lambda microseconds: datetime(1971, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
LINES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40)
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), include_characters="\n\t"), max_size=80
)
PLACES = st.builds(Place, LINES, st.none() | LINES, WORDS, st.none() | MOMENTS)
AUTHORITIES = st.builds(Authority, LINES, DAYS, st.none() | DAYS)
ASKERS = st.builds(Asker, st.just(Role.SELF), LINES, LINES, st.none(), LINES, LINES) | st.builds(
    Asker, st.just(Role.AUTHORISED), LINES, LINES, st.none() | AUTHORITIES, LINES, LINES
)
DRAFTS = st.builds(
    Request,
    id=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True),
    law=st.sampled_from([each.slug for each in laws()]),
    operator=LINES,
    places=st.lists(PLACES, max_size=4).map(tuple),
    asker=ASKERS,
    made_at=MOMENTS,
    declarations=st.frozensets(st.sampled_from(["no-consent", "accurate", "made-it", "other-law"])),
    reason=WORDS,
    fingerprints=st.lists(st.binary(min_size=32, max_size=32), max_size=3).map(tuple),
)
EVENTS = st.one_of(
    *(st.builds(kind, MOMENTS) for kind in (Sent, Granted, Gone, Returned, Withdrawn)),
    st.builds(Received, MOMENTS, WORDS),
    st.builds(Incomplete, MOMENTS, st.lists(WORDS, max_size=3).map(tuple)),
    st.builds(Refused, MOMENTS, WORDS),
    st.builds(Chased, MOMENTS, WORDS),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@st.composite
def moved(draw: st.DrawFn) -> Request:
    """A request that has gone some way."""
    request = draw(DRAFTS)
    for event in sorted(draw(st.lists(EVENTS, max_size=8)), key=lambda each: each.at):
        try:
            request = advance(request, event, law(request.law))
        except StepNotAllowed:
            continue
    return request


def completed(request: Request) -> Request:
    """The request with everything its law wants."""
    asker = replace(request.asker, name="x", contact="a@b.example", postal="x", phone="1")
    if asker.role is Role.AUTHORISED:
        asker = replace(asker, authority=Authority("ask", date(2026, 1, 1)))
    said = frozenset(each.id for each in law(request.law).declarations)
    return replace(
        request, asker=asker, places=(Place("x"), *request.places[:0]), declarations=said, reason="x"
    )


@given(moved())
def test_a_record_holds_everything(request: Request) -> None:
    written = json.loads(json.dumps(as_record(request)))
    assert from_record(written) == request


@given(moved(), st.booleans())
def test_a_document_holds_what_is_asked_and_nothing_of_its_course(
    request: Request, fingerprints: bool
) -> None:
    whole = completed(request)
    content = document.write(whole, fingerprints=fingerprints)
    draft = replace(whole, state=State.DRAFT, since=None, due_at=None, history=())
    assert document.read(content) == (draft if fingerprints else replace(draft, fingerprints=()))
    assert document.write(whole, fingerprints=fingerprints) == content


@given(DRAFTS)
def test_a_fingerprint_leaves_only_when_asked(request: Request) -> None:
    assume(request.fingerprints)
    content = document.write(completed(request))
    assert b"fingerprint" not in content
    assert not any(each.hex().encode() in content for each in request.fingerprints)


def test_declarations_are_written_in_one_order(make: Make) -> None:
    written = json.loads(document.write(make("combined")))
    assert written["declarations"] == sorted(written["declarations"])


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with pytest.raises(NotADocument):
        document.read(content)


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    with pytest.raises(NotADocument):
        document.read(json.dumps(value).encode())
    with pytest.raises(NotADocument):
        from_record(value)


def paths_of(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    if isinstance(value, dict):
        return [path, *(one for key, inner in value.items() for one in paths_of(inner, (*path, key)))]
    if isinstance(value, list):
        return [path, *(one for n, inner in enumerate(value) for one in paths_of(inner, (*path, n)))]
    return [path]


def changed(value: Any, path: tuple[Any, ...], new: object) -> Any:
    """The value with what stands at the path replaced."""
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = changed(copy[path[0]], path[1:], new)
    return copy


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(data=st.data())
def test_one_odd_value_anywhere_is_read_or_refused(make: Make, data: st.DataObject) -> None:
    content = document.write(make("us-dmca", fingerprints=(b"\x01" * 32,)), fingerprints=True)
    whole = json.loads(content)
    path = data.draw(st.sampled_from(paths_of(whole)))
    odd = changed(whole, path, data.draw(JSON))
    with suppress(NotADocument):
        assert isinstance(document.read(json.dumps(odd).encode()), Request)


@pytest.fixture
def values(make: Make) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(document.write(make()))
    return written


def refused(values: dict[str, Any]) -> NotADocument:
    with pytest.raises(NotADocument) as error:
        document.read(json.dumps(values).encode())
    return error.value


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("format",), "other", "format"),
        (("format",), 1, "format"),
        (("version",), 0, "format"),
        (("version",), True, "version"),
        (("version",), "1", "version"),
        (("id",), "../../x", "id"),
        (("id",), "", "id"),
        (("law",), "xx-none", "law"),
        (("law",), "../laws", "law"),
        (("made_at",), "2026-11-20T12:00:00", "made_at"),
        (("made_at",), "2026-11-20", "made_at"),
        (("made_at",), "2026-13-20T12:00:00Z", "made_at"),
        (("made_at",), "9999-12-31T23:59:59-14:00", "made_at"),
        (("made_at",), "٢٠٢٦-11-20T12:00:00Z", "made_at"),
        (("made_at",), "0001-01-01T00:00:00+14:00", "made_at"),
        (("made_at",), "3000-01-01T00:00:00Z", "made_at"),
        (("made_at",), None, "made_at"),
        (("operator",), "a\nBcc: b@c.example", "operator"),
        (("operator",), "\ud800", "operator"),
        (("asker", "name"), "a\rb", "asker.name"),
        (("asker", "postal"), "a\nb", "asker.postal"),
        (("asker", "role"), "boss", "asker.role"),
        (("asker", "authority"), {"scope": "x", "since": "2026-01-01", "withdrawn": None}, "asker.authority"),
        (("asker", "contact"), "x" * 401, "asker.contact"),
        (("places",), {}, "places"),
        (("places",), ["https://a.example"], "places[0]"),
        (("places",), [{}] * 2, "places[0].page"),
        (("places", 0, "page"), "data:image/png;base64,AAAA", "places.page"),
        (("places", 0, "file"), " DATA:image/png;base64,AAAA", "places.file"),
        (("places", 0, "file"), "blob:https://a.example/1", "places.file"),
        (("places", 0, "note"), "\x00", "places.note"),
        (("places", 0, "seen_at"), "yesterday", "places[0].seen_at"),
        (("declarations",), ["no-consent", "no-consent"], "declarations"),
        (("declarations",), ["No Consent"], "declarations"),
        (("declarations",), "no-consent", "declarations"),
        (("reason",), "x" * 5001, "reason"),
    ],
)
def test_a_wrong_part_is_named(
    path: tuple[Any, ...], value: object, field: str, values: dict[str, Any]
) -> None:
    error = refused(changed(values, path, value))
    assert error.field == field


@pytest.mark.parametrize(
    "fingerprints", [["00" * 31], ["AA" * 32], ["0x" + "0" * 62], "00", [1], ["００" * 32]]
)
def test_a_wrong_fingerprint_is_refused(fingerprints: object, values: dict[str, Any]) -> None:
    assert refused({**values, "fingerprints": fingerprints}).field == "fingerprints"


@pytest.mark.parametrize("path", [(), ("asker",), ("places", 0)])
def test_a_key_that_is_not_known_is_refused(path: tuple[Any, ...], values: dict[str, Any]) -> None:
    inner: Any = values
    for step in path:
        inner = inner[step]
    assert refused(changed(values, path, {**inner, "picture": "…"})).field.endswith("picture")


def test_a_key_that_stands_twice_is_refused(make: Make) -> None:
    content = document.write(make())
    document.read(content)
    with pytest.raises(NotADocument):
        document.read(content.replace(b'"reason":', b'"reason": "", "reason":'))


def test_a_key_that_is_missing_is_named(values: dict[str, Any]) -> None:
    for key in values.keys() - {"format", "version"}:
        assert refused({name: value for name, value in values.items() if name != key}).field == key


def test_a_newer_version_asks_for_an_update(values: dict[str, Any]) -> None:
    error = refused({**values, "version": 2})
    assert "newer version" in str(error)


def test_the_course_of_a_request_is_no_part_of_a_document(values: dict[str, Any]) -> None:
    assert refused({**values, "state": "granted"}).field == "state"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"\xef\xbb\xbf{}",
        "{}".encode("utf-16"),
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format": "rescind-request", "version": NaN}',
        b'{"format": "rescind-request", "format": "rescind-request", "version": 1}',
        b'{"format": "rescind-request", "version": ' + b"9" * 5000 + b"}",
        b" " * (8 * 1024 * 1024 + 1),
    ],
    ids=[
        "empty",
        "null",
        "list",
        "bom",
        "utf-16",
        "deep lists",
        "deep tables",
        "nan",
        "twice",
        "digits",
        "large",
    ],
)
def test_what_is_not_a_document_is_refused(content: bytes) -> None:
    with pytest.raises(NotADocument):
        document.read(content)


def test_times_are_read_in_any_zone_and_kept_in_utc(values: dict[str, Any]) -> None:
    request = document.read(json.dumps({**values, "made_at": "2026-11-20T14:00:00.5+02:00"}).encode())
    assert request.made_at == START + timedelta(seconds=0.5)
    assert request.made_at.tzinfo is UTC


def test_an_incomplete_document_is_read_so_that_its_gaps_can_be_named(values: dict[str, Any]) -> None:
    assert document.read(json.dumps({**values, "places": []}).encode()).places == ()


def test_too_much_for_one_document_is_refused_when_it_is_written(make: Make) -> None:
    places = tuple(Place("x" * 4096, "y" * 4096, "z" * 5000, START) for _ in range(500))
    document.read(document.write(make(places=places)))
    wide = tuple(replace(each, note="…" * 5000) for each in places)
    with pytest.raises(RequestBroken):
        document.write(make(places=wide))


def test_a_record_of_a_law_that_is_gone_stays_readable(make: Make) -> None:
    old = replace(make(), law="xx-old")
    assert from_record(as_record(old)) == old
    with pytest.raises(LawNotKnown):
        document.write(old)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("state", "granted"),
        ("state", "lost"),
        ("due_at", "2026-11-19T12:00:00Z"),
        ("since", None),
        ("history", [{"event": "vanished", "at": "2026-11-20T12:00:00Z"}]),
        ("history", [{"event": "sent", "at": "2026-11-20T12:00:00Z", "by": "x"}]),
        (
            "history",
            [
                {"event": "received", "at": "2026-11-20T12:00:00Z", "by": ""},
                {"event": "sent", "at": "2026-11-19T12:00:00Z"},
            ],
        ),
    ],
)
def test_a_record_whose_parts_do_not_belong_together_is_refused(key: str, value: object, make: Make) -> None:
    whole = as_record(advance(make(), Sent(START), law("us-take-it-down")))
    assert from_record(whole).state is State.SENT
    with pytest.raises(NotADocument):
        from_record({**whole, key: value})


def test_every_refusal_is_an_error_of_this_room() -> None:
    errors = (NotADocument, RequestBroken, LawNotKnown, StepNotAllowed, TimeRunsBackwards)
    assert all(issubclass(each, RemovalError) for each in errors)
