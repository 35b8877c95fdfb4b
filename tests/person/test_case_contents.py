"""The JSON inside the seal: everything comes back, and whatever is not as the format says is refused by name."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind.fingerprint import Fingerprint, How, Note, Panel, PanelKind, Parts, Reason
from rescind.fingerprint.video import Frame, HowVideo, Sampling, VideoFingerprint, VideoNote
from rescind.match import Extent
from rescind.person import case as cases
from rescind.person import casefile
from rescind.person.sighting import Passage
from rescind.removal.request import Asker, Role
from tests.person.case_samples import LATER, REQUEST, SIGHTING, empty, full

moments = st.datetimes(datetime(1971, 1, 1), datetime(2998, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
texts = st.text(max_size=20)
digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
sizes = st.integers(0, 2**53 - 1)
prints = st.builds(
    Fingerprint,
    turns=st.lists(st.binary(min_size=32, max_size=32), min_size=8, max_size=8).map(tuple),
    quality=st.integers(0, 100),
    how=st.builds(
        How,
        format=texts,
        width=st.integers(1, 9999),
        height=st.integers(1, 9999),
        reduced=st.sampled_from([1, 2, 4, 8]),
        notes=st.lists(st.sampled_from(Note)).map(tuple),
    ),
    reference=st.none() | st.binary(min_size=32, max_size=32),
)
boxes = st.tuples(
    st.integers(0, 4_999), st.integers(0, 4_999), st.integers(5_000, 10_000), st.integers(5_000, 10_000)
)
panels = st.builds(
    Panel,
    kind=st.sampled_from(PanelKind),
    box=boxes,
    turns=st.lists(st.binary(min_size=32, max_size=32), min_size=8, max_size=8).map(tuple),
    quality=st.integers(0, 100),
)
parts = st.integers(0, 3).flatmap(
    lambda count: st.builds(
        Parts,
        st.binary(min_size=32 * count, max_size=32 * count),
        st.binary(min_size=8 * count, max_size=8 * count),
        st.just(b""),
    )
)
print_sets = st.builds(
    lambda one, panels, parts: replace(one, panels=panels, parts=parts),
    prints,
    st.lists(panels, max_size=2).map(tuple),
    parts,
)
seconds = st.floats(0, 90_000)
turns = st.lists(st.binary(min_size=32, max_size=32), min_size=8, max_size=8).map(tuple)
frames = st.builds(
    Frame,
    at=seconds,
    until=seconds,
    print=st.builds(
        Fingerprint,
        turns=turns,
        quality=st.integers(0, 100),
        how=st.just(How("h264", 640, 360)),
        panels=st.lists(panels, max_size=1).map(tuple),
        parts=st.none() | parts,
    ),
    scene=st.booleans(),
)
videos = st.builds(
    cases.Video,
    number=st.integers(1, 50).map(lambda number: 50 + number),
    added_at=moments,
    fingerprint=st.builds(
        VideoFingerprint,
        frames=st.lists(frames, max_size=2).map(tuple),
        seconds=seconds,
        seen=seconds,
        sampling=st.sampled_from(Sampling),
        how=st.builds(
            HowVideo,
            texts,
            st.just("h264"),
            st.just(640),
            st.just(360),
            st.lists(st.sampled_from(VideoNote)).map(tuple),
            st.none() | st.sampled_from(Reason),
        ),
        sha256=st.none() | st.binary(min_size=32, max_size=32),
        md5=st.none() | st.binary(min_size=16, max_size=16),
    ),
    sha256=digests,
    label=st.none() | texts,
    more=st.just(""),
)
passages = st.builds(Passage, *[seconds] * 4, st.integers(0, 9), st.integers(0, 9))
seen = st.builds(
    cases.Seen,
    **dict.fromkeys(
        ("place", "page", "file", "title", "likeness", "turn", "found_as", "how", "media_type"), texts
    ),
    **dict.fromkeys(("seen_at", "first_seen_at", "last_seen_at"), moments),
    **dict.fromkeys(("gone_at", "back_at"), st.none() | moments),
    picture=st.integers(1, 50),
    distance=st.integers(0, 256),
    status=st.none() | st.integers(100, 599),
    headers=st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
    sha256=digests | st.just(""),
    size=sizes,
    stand=st.sampled_from(cases.Stand),
    evidence_ids=st.lists(digests, max_size=2).map(tuple),
    extent=st.sampled_from(Extent).map(lambda extent: extent.name),
    share=st.floats(0, 1),
    box=boxes,
    agreeing=st.integers(0, 250),
    passages=st.lists(passages, max_size=2).map(tuple),
    more=st.just(""),
)
whole_cases = st.builds(
    cases.Case,
    made_at=moments,
    adults=st.builds(cases.AgeStatement, moments, st.just("")),
    pictures=st.lists(
        st.builds(
            cases.Picture,
            st.integers(1, 50),
            moments,
            prints | print_sets,
            digests,
            st.none() | texts,
            st.just(""),
        ),
        max_size=2,
        unique_by=lambda one: one.number,
    ).map(tuple),
    next_picture=st.integers(101, 2**53 - 1),
    videos=st.lists(videos, max_size=2, unique_by=lambda one: one.number).map(tuple),
    places=st.lists(
        st.builds(cases.WatchedPlace, texts, moments, st.none() | moments, st.none() | texts, st.just("")),
        max_size=2,
    ).map(tuple),
    sightings=st.lists(seen, max_size=2, unique_by=lambda one: one.key).map(tuple),
    requests=st.sampled_from([(), (REQUEST,)]),
    asker=st.sampled_from([None, Asker(Role.SELF, "Me", "me@mail.example")]),
    log=st.lists(st.builds(cases.Entry, moments, texts, st.just("")), max_size=2).map(tuple),
    evidence=st.lists(
        st.builds(cases.Evidence, digests, texts, st.binary(max_size=50), st.just("")),
        max_size=2,
        unique_by=lambda one: one.id,
    ).map(tuple),
    more=st.just(""),
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(whole_cases)
def test_every_case_comes_back_as_it_was(case):
    assert casefile.from_bytes(casefile.to_bytes(case)) == case


def test_the_full_sample_comes_back_as_it_was():
    assert casefile.from_bytes(casefile.to_bytes(full())) == full()


def test_one_case_has_one_way_to_be_written():
    content = casefile.to_bytes(full())
    assert casefile.to_bytes(casefile.from_bytes(content)) == content
    assert content.isascii()


def test_what_is_kept_never_holds_a_file_name_pixels_or_exif():
    def keys(value):
        if isinstance(value, dict):
            yield from value
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                yield from keys(one)

    picture = json.loads(casefile.to_bytes(full()))["pictures"][0]
    assert set(picture) == {"number", "added_at", "fingerprint", "sha256", "label"}
    assert not {"name", "path", "pixels", "exif", "gps", "thumbnail"} & set(keys(picture))


WRITTEN = json.loads(casefile.to_bytes(full()))


def changed(path, value):
    """The full sample with one value in it put in the place of another."""
    written = json.loads(json.dumps(WRITTEN))
    *inner, last = path
    part = written
    for step in inner:
        part = part[step]
    part[last] = value
    return json.dumps(written).encode()


def test_what_the_first_program_did_not_write_may_be_missing_and_is_left_out_when_it_says_nothing():
    assert "prints" not in WRITTEN["pictures"][0]
    assert "videos" not in WRITTEN
    assert not {"extent", "share", "box", "agreeing", "passages"} & set(WRITTEN["sightings"][0])
    read = casefile.from_bytes(json.dumps(WRITTEN).encode())
    assert read.pictures[0].fingerprint.parts is None
    assert read.sightings[0].extent == "WHOLE"


PRINTS = {"panels": [], "parts": {"prints": "AA" * 22, "places": "AAAAAAAAAAA="}}
PANEL = {"kind": "trimmed", "box": [0, 0, 9, 9], "turns": ["00" * 32] * 8, "quality": 50}


@pytest.mark.parametrize(
    "wrong",
    [
        {**PRINTS, "more": 1},
        {"panels": []},
        {**PRINTS, "parts": {"prints": "", "places": "AAAAAAAAAAA="}},
        {**PRINTS, "parts": {"prints": "AAAA", "places": ""}},
        {**PRINTS, "parts": None},
        {**PRINTS, "panels": [{**PANEL, "box": [9, 0, 9, 9]}]},
        {**PRINTS, "panels": [{**PANEL, "box": [0, 0, 9, 10_001]}]},
        {**PRINTS, "panels": [{**PANEL, "turns": ["00" * 32]}]},
        {**PRINTS, "panels": [{**PANEL, "kind": "other"}]},
    ],
)
def test_prints_that_do_not_belong_together_are_refused(wrong):
    with pytest.raises(casefile.NotACaseFile):
        casefile.from_bytes(changed(("pictures", 0, "prints"), wrong))


def test_keys_of_a_newer_program_are_carried_along_at_every_level():
    written = json.loads(changed(("tomorrow",), {"a": [1, 2.5, None]}))
    for kind in ("pictures", "places", "sightings", "log", "evidence"):
        written[kind][0]["new"] = f"of {kind}"
    written["adults"]["new"] = True
    case = casefile.from_bytes(json.dumps(written).encode())
    assert json.loads(casefile.to_bytes(case)) == written
    noted = cases.note(case, "by the older program", now=case.made_at)
    again = json.loads(casefile.to_bytes(noted))
    assert again["tomorrow"] == {"a": [1, 2.5, None]}
    assert again["pictures"][0]["new"] == "of pictures"


def test_what_a_newer_program_kept_of_a_copy_survives_its_next_sighting():
    case = casefile.from_bytes(changed(("sightings", 0, "new"), "kept"))
    case = cases.record_sightings(case, [replace(SIGHTING, seen_at=LATER)]).case
    assert json.loads(casefile.to_bytes(case))["sightings"][0]["new"] == "kept"


@pytest.mark.parametrize("version", [2, 99, 10**30])
def test_a_newer_version_is_its_own_error(version):
    with pytest.raises(casefile.NewerVersion):
        casefile.from_bytes(changed(("version",), version))


WRONG = [
    (("version",), 0, "version"),
    (("version",), True, "version"),
    (("version",), "1", "version"),
    (("made_at",), "2026-11-20T09:30:00", "made_at"),
    (("made_at",), 1763631000, "made_at"),
    (("adults",), None, "adults"),
    (("next_picture",), 1, "pictures"),
    (("pictures", 0, "number"), True, "pictures[0].number"),
    (("pictures", 0, "number"), 0, "pictures[0].number"),
    (("pictures", 0, "sha256"), "AB" * 32, "pictures[0].sha256"),
    (("pictures", 0, "sha256"), "ab" * 31, "pictures[0].sha256"),
    (("pictures", 0, "label"), ["x"], "pictures[0].label"),
    (("pictures", 0, "fingerprint", "quality"), 101, "pictures[0].fingerprint.quality"),
    (("pictures", 0, "fingerprint", "quality"), 93.0, "pictures[0].fingerprint.quality"),
    (("pictures", 0, "fingerprint", "turns"), ["00" * 32] * 7, "pictures[0].fingerprint.turns"),
    (("pictures", 0, "fingerprint", "turns", 3), "zz" * 32, "pictures[0].fingerprint.turns[3]"),
    (("pictures", 0, "fingerprint", "how", "notes"), ["unheard-of"], "pictures[0].fingerprint.how.notes[0]"),
    (("places", 0), "a place", "places[0]"),
    (("sightings", 0, "stand"), "away", "sightings[0].stand"),
    (("sightings", 0, "stand"), [], "sightings[0].stand"),
    (("sightings", 0, "headers"), [["a", "b", "c"]], "sightings[0].headers[0]"),
    (("sightings", 0, "distance"), 257, "sightings[0].distance"),
    (("sightings", 0, "gone_at"), "soon", "sightings[0].gone_at"),
    (("requests", 0), {}, "requests[0]"),
    (("requests", 0), 7, "requests[0]"),
    (("asker", "role"), "owner", "asker.role"),
    (("asker", "name"), "two\nlines", "asker"),
    (("asker", "authority", "since"), "2026-13-01", "asker.authority.since"),
    (("evidence", 0, "content"), "not base64!", "evidence[0].content"),
    (("evidence", 0, "content"), "é", "evidence[0].content"),
    (("log",), {}, "log"),
    (("log", 0, "what"), "x" * 100_001, "log[0].what"),
]


@pytest.mark.parametrize(("path", "value", "where"), WRONG, ids=lambda part: str(part)[:40])
def test_a_wrong_value_is_refused_by_the_name_of_its_place(path, value, where):
    with pytest.raises(casefile.NotACaseFile) as caught:
        casefile.from_bytes(changed(path, value))
    assert caught.value.where == where


@pytest.mark.parametrize("key", sorted(set(WRITTEN) - {"format", "version"}))
def test_a_missing_part_is_refused_by_its_name(key):
    without = {name: value for name, value in WRITTEN.items() if name != key}
    with pytest.raises(casefile.NotACaseFile) as caught:
        casefile.from_bytes(json.dumps(without).encode())
    assert caught.value.where == key


@pytest.mark.parametrize("kind", ["pictures", "sightings", "requests", "evidence"])
def test_the_same_thing_twice_is_refused(kind):
    with pytest.raises(casefile.NotACaseFile) as caught:
        casefile.from_bytes(changed((kind,), WRITTEN[kind][:1] * 2))
    assert caught.value.where == kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"format":"rescind-request","version":1}',
        b'{"format":"rescind-case","format":"rescind-case","version":1}',
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"format":"rescind-case","version":1,"made_at":NaN}',
        b'{"format":"rescind-case","version":' + b"9" * 5000 + b"}",
    ],
    ids=range(10),
)
def test_other_contents_are_refused(content):
    with pytest.raises(casefile.NotACaseFile):
        casefile.from_bytes(content)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.integers(0, 10**9), st.binary(min_size=1, max_size=3))
def test_damaged_contents_are_refused_or_read_but_never_a_crash(position, bytes_put):
    content = bytearray(casefile.to_bytes(full()))
    position %= len(content)
    content[position : position + len(bytes_put)] = bytes_put
    with suppress(casefile.NotACaseFile, casefile.NewerVersion):
        again = casefile.from_bytes(bytes(content))
        assert casefile.from_bytes(casefile.to_bytes(again)) == again


def test_a_case_that_no_file_can_hold_is_told_before_it_is_written():
    with pytest.raises(casefile.TooLarge):
        casefile.to_bytes(full(), limit=300)
    assert casefile.to_bytes(empty(), limit=300)
