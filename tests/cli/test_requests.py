"""From copies to requests: whose page it is, what is asked for already, and what a new look means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind import removal
from rescind.person import case as cases
from rescind.person import requests
from rescind.person.case import Case, NoSuchRequest, Stand
from rescind.person.requests import Wish
from rescind.removal import Asker, Authority, Request, Role, State
from rescind.removal.request import PLACES_LIMIT
from rescind.removal.text import ADDRESS_LIMIT
from tests.person.case_samples import FILE, FINGERPRINT, LATER, NOW, PAGE, SIGHTING, empty

WISH = Wish(Asker(Role.SELF, "Ada Lovelace", "ada@mail.example"), agreed=True)
LAW = removal.law("us-take-it-down")


def with_copies(*places: tuple[str, str, int]) -> Case:
    """A case with a copy at each (page, file, number of the picture)."""
    case = empty()
    for number in range(1, max((one[2] for one in places), default=0) + 1):
        case = cases.add_picture(
            case, FINGERPRINT, content_sha256=cases.digest(bytes([number])), now=NOW
        ).case
    seen = [replace(SIGHTING, page=page, file=file, picture=picture) for page, file, picture in places]
    return cases.record_sightings(case, seen).case


def drafted(case: Case, operator: str = "board.example", number: str = "r-1") -> Case:
    copies = requests.to_ask_for(case)[operator]
    return cases.put_request(case, requests.draft(case, operator, copies, WISH, LAW, now=NOW, number=number))


def sent(case: Case, number: str = "r-1") -> Case:
    one = requests.request_with(case, number)
    return cases.replace_request(case, removal.advance(one, removal.Sent(NOW), LAW))


def the_request(case: Case) -> Request:
    return requests.request_with(case, "r-1")


def looked_after(case: Case) -> Case:
    return requests.after_look(case, LATER, removal.law)


@pytest.mark.parametrize(
    ("page", "operator"),
    [
        ("https://board.example/thread/7", "board.example"),
        ("https://a.b.board.example/x", "board.example"),
        ("HTTPS://BOARD.EXAMPLE/", "board.example"),
        ("https://board.example./x", "board.example"),
        ("https://board.example:8443/x", "board.example"),
        ("https://ada:secret@board.example/x", "board.example"),
        ("https://a.b.co.uk/x", "b.co.uk"),
        ("https://ada.github.io/x", "ada.github.io"),
        ("https://github.io/x", "github.io"),
        ("https://xn--bcher-kva.example/x", "xn--bcher-kva.example"),
        ("http://192.0.2.7/x", "192.0.2.7"),
        ("http://192.0.2.7:8080/x", "192.0.2.7:8080"),
        ("http://ada:secret@192.0.2.7:8080/x", "192.0.2.7:8080"),
        ("http://[2001:db8::7]/x", "[2001:db8::7]"),
        ("http://[2001:db8::7]:8080/x", "[2001:db8::7]:8080"),
        ("http://localhost:8750/x", "localhost:8750"),
        ("http://machine/x", "machine"),
        ("ftp://board.example/x", ""),
        ("saved.html", ""),
        ("/pictures/board.example", ""),
        ("https:///x", ""),
        ("", ""),
    ],
)
def test_the_operator_is_who_runs_the_page(page: str, operator: str) -> None:
    assert requests.operator_of(page) == operator


@pytest.mark.parametrize(
    ("page", "same"),
    [
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("http://MACHINE:80/x", "http://machine:80/x"),
        ("http://[2001:DB8::7]/x", "http://[2001:db8::7]/x"),
    ],
)
def test_one_operator_has_one_name_however_it_is_spelled(page: str, same: str) -> None:
    """A saved page may say in any spelling where it came from."""
    assert requests.operator_of(page) == requests.operator_of(same)


@pytest.mark.parametrize("page", ["http://[2001:db8::7", "http://]/", "http://[x]/", "https://[v9.a]:b/"])
def test_an_address_that_is_broken_has_no_operator_or_some_and_never_stops_the_rest(page: str) -> None:
    assert isinstance(requests.operator_of(page), str)


@given(st.text(max_size=60).map("http://".__add__))
def test_any_address_has_an_operator_or_none(page: str) -> None:
    assert not set(requests.operator_of(page)) & set("/@?#")


def test_copies_that_stand_are_asked_for_by_operator_in_order() -> None:
    case = with_copies(
        ("https://z.example/1", "https://z.example/1.jpg", 1), (PAGE, FILE, 1), ("saved.html", "1.jpg", 1)
    )
    assert list(requests.to_ask_for(case)) == ["board.example", "z.example"]
    assert list(requests.to_ask_for(case, only=["z.example"])) == ["z.example"]
    assert requests.to_ask_for(case, only=["other.example"]) == {}


def test_the_operator_wanted_may_be_typed_in_capitals() -> None:
    assert list(requests.to_ask_for(with_copies((PAGE, FILE, 1)), only=["Board.Example"])) == [
        "board.example"
    ]


def test_what_is_gone_is_not_asked_for_and_what_is_back_is() -> None:
    case = cases.record_gone(with_copies((PAGE, FILE, 1)), page=PAGE, now=LATER)
    assert requests.to_ask_for(case) == {}
    again = replace(SIGHTING, seen_at=LATER + timedelta(days=1))
    case = cases.record_sightings(case, [again]).case
    assert [one.stand for one in requests.to_ask_for(case)["board.example"]] == [Stand.BACK]


def test_what_was_sent_is_not_asked_for_again_and_a_fresh_draft_is() -> None:
    case = drafted(with_copies((PAGE, FILE, 1)))
    assert requests.to_ask_for(case)
    assert requests.to_ask_for(sent(case)) == {}


def test_what_was_taken_back_may_be_asked_for_again() -> None:
    case = sent(drafted(with_copies((PAGE, FILE, 1))))
    taken = removal.advance(the_request(case), removal.Withdrawn(LATER), LAW)
    assert requests.to_ask_for(cases.replace_request(case, taken))


def test_what_waits_to_be_sent_again_is_not_asked_for_twice() -> None:
    case = sent(drafted(with_copies((PAGE, FILE, 1))))
    one = removal.advance(the_request(case), removal.Gone(LATER), LAW)
    one = removal.advance(one, removal.Returned(LATER), LAW)
    assert one.state is State.DRAFT
    assert requests.to_ask_for(cases.replace_request(case, one)) == {}


def test_a_new_copy_at_an_operator_already_asked_is_asked_for_alone() -> None:
    case = sent(drafted(with_copies((PAGE, FILE, 1))))
    case = cases.record_sightings(case, [replace(SIGHTING, file=FILE + "?new")]).case
    assert [one.file for one in requests.to_ask_for(case)["board.example"]] == [FILE + "?new"]


@pytest.mark.parametrize(
    ("copies", "sizes"), [(0, []), (1, [1]), (500, [500]), (501, [500, 1]), (1203, [500, 500, 203])]
)
def test_a_request_holds_no_more_places_than_it_may(copies: int, sizes: list[int]) -> None:
    one = with_copies((PAGE, FILE, 1)).sightings[0]
    seen = [replace(one, file=f"{FILE}?{n}") for n in range(copies)]
    portions = list(requests.in_portions(seen))
    assert [len(portion) for portion in portions] == sizes
    assert [each for portion in portions for each in portion] == seen
    assert all(len(portion) <= PLACES_LIMIT for portion in portions)


def test_a_draft_holds_each_place_once_and_all_that_was_wished() -> None:
    case = with_copies((PAGE, FILE, 1), (PAGE, FILE, 2), (PAGE, FILE + "?b", 1))
    one = the_request(drafted(case))
    assert [(place.page, place.file) for place in one.places] == [(PAGE, FILE), (PAGE, FILE + "?b")]
    assert {place.seen_at for place in one.places} == {NOW}
    assert (one.operator, one.law, one.asker, one.state) == (
        "board.example",
        LAW.slug,
        WISH.asker,
        State.DRAFT,
    )
    assert one.declarations == {each.id for each in LAW.declarations}
    assert removal.missing(one, LAW) == ()


def test_who_did_not_agree_has_agreed_to_nothing() -> None:
    case = with_copies((PAGE, FILE, 1))
    copies = requests.to_ask_for(case)["board.example"]
    wish = replace(WISH, agreed=False)
    one = requests.draft(case, "board.example", copies, wish, LAW, now=NOW, number="r-1")
    assert one.declarations == frozenset()
    assert removal.missing(one, LAW)


def test_fingerprints_are_in_a_request_only_when_wished_and_only_of_what_was_seen() -> None:
    case = with_copies((PAGE, FILE, 1))
    case = cases.add_picture(
        case,
        replace(FINGERPRINT, turns=tuple(bytes([9 + turn] * 32) for turn in range(8))),
        content_sha256=cases.digest(b"unseen"),
        now=NOW,
    ).case
    copies = requests.to_ask_for(case)["board.example"]
    assert the_request(drafted(case)).fingerprints == ()
    wish = replace(WISH, with_fingerprints=True)
    one = requests.draft(case, "board.example", copies, wish, LAW, now=NOW, number="r-1")
    assert one.fingerprints == (FINGERPRINT.bits,)


@pytest.mark.parametrize(
    "file",
    [
        "https://board.example/" + "x" * ADDRESS_LIMIT,
        f"{PAGE}#picture-1",
        "saved/1.jpg",
        "http://saved-page.invalid/saved/1.jpg",
    ],
    ids=["too long", "in the page itself", "on this computer", "in a saved page"],
)
def test_a_file_that_cannot_be_asked_for_by_itself_leaves_the_page_alone(file: str) -> None:
    [place] = the_request(drafted(with_copies((PAGE, file, 1)))).places
    assert (place.page, place.file) == (PAGE, None)


def test_an_adviser_asks_in_their_own_name() -> None:
    adviser = Asker(
        Role.AUTHORISED, "Grace Hopper", "help@mail.example", Authority("ask for removal", date(2026, 11, 1))
    )
    case = with_copies((PAGE, FILE, 1))
    copies = requests.to_ask_for(case)["board.example"]
    one = requests.draft(
        case, "board.example", copies, Wish(adviser, agreed=True), LAW, now=NOW, number="r-1"
    )
    assert removal.missing(one, LAW) == ()


def test_a_fresh_draft_goes_and_everything_that_was_sent_stays() -> None:
    case = with_copies((PAGE, FILE, 1), ("https://z.example/1", "https://z.example/1.jpg", 1))
    case = drafted(drafted(case), "z.example", "z-1")
    assert [one.id for one in requests.without_drafts(case, "board.example").requests] == ["z-1"]
    assert len(requests.without_drafts(sent(case), "board.example").requests) == 2
    one = removal.advance(the_request(sent(case)), removal.Gone(LATER), LAW)
    case = cases.replace_request(sent(case), removal.advance(one, removal.Returned(LATER), LAW))
    assert len(requests.without_drafts(case, "board.example").requests) == 2


def test_a_number_is_found_in_any_case_and_an_unknown_one_is_said() -> None:
    case = drafted(with_copies((PAGE, FILE, 1)), number="2026-1124-7Q4KM")
    assert requests.request_with(case, "2026-1124-7q4km").operator == "board.example"
    with pytest.raises(NoSuchRequest):
        requests.request_with(case, "2026-1124-7Q4K")


def test_a_request_is_gone_when_every_copy_is() -> None:
    case = sent(drafted(with_copies((PAGE, FILE, 1), (PAGE, FILE + "?b", 1))))
    half = cases.record_gone(case, page=PAGE, file=FILE, now=LATER)
    assert the_request(looked_after(half)).state is State.SENT
    whole = looked_after(cases.record_gone(half, page=PAGE, now=LATER))
    assert the_request(whole).state is State.GONE
    assert the_request(whole).history[-1].at == LATER


def test_a_copy_that_is_back_begins_a_new_round() -> None:
    case = sent(drafted(with_copies((PAGE, FILE, 1))))
    case = looked_after(cases.record_gone(case, page=PAGE, now=LATER))
    back = replace(SIGHTING, seen_at=LATER + timedelta(days=1))
    case = looked_after(cases.record_sightings(case, [back]).case)
    assert the_request(case).state is State.DRAFT
    assert the_request(case).due_at is None


@pytest.mark.parametrize("event", [removal.Withdrawn(NOW), None])
def test_nothing_changes_where_nothing_was_seen_to_change(event: removal.Withdrawn | None) -> None:
    case = sent(drafted(with_copies((PAGE, FILE, 1))))
    if event:
        case = cases.replace_request(case, removal.advance(the_request(case), event, LAW))
        case = cases.record_gone(case, page=PAGE, now=LATER)
    assert looked_after(case) == case


def test_a_look_is_never_noted_before_what_was_noted_last() -> None:
    later_still = LATER + timedelta(hours=1)
    case = sent(drafted(with_copies((PAGE, FILE, 1))))
    one = removal.advance(the_request(case), removal.Received(later_still), LAW)
    case = cases.record_gone(cases.replace_request(case, one), page=PAGE, now=LATER)
    assert the_request(looked_after(case)).history[-1].at == later_still


def test_a_request_is_not_called_gone_for_a_place_that_is_no_longer_watched() -> None:
    """Two pictures were asked for. One is forgotten, so nobody looks for it; the other is gone."""
    case = sent(drafted(with_copies((PAGE, FILE, 1), (PAGE, FILE + "?b", 2))))
    case = cases.forget_picture(case, 2)
    case = looked_after(cases.record_gone(case, page=PAGE, file=FILE, now=LATER))
    assert the_request(case).state is State.SENT
