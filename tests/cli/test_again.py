"""Looking again: what proves that a copy is gone, and what proves nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rescind.person import case as cases
from rescind.person.again import (
    Round,
    missing_now,
    own_address,
    places_again,
    with_gone,
    with_outcomes,
)
from rescind.person.case import Case, Seen, Stand
from rescind.person.sighting import Event, Looked, Looking, NotLooked, NotLookedAt
from tests.person.case_samples import FILE, LATER, NOW, PAGE, SIGHTING, with_picture

GAPS = [kind for kind in NotLooked if kind is not NotLooked.GONE]


def looked(page: str = PAGE, place: str = PAGE, pictures: int = 3) -> Looked:
    return Looked(place, page, page, "Thread 7", LATER, pictures, 0, 0, 0)


def gap(kind: NotLooked, file: str | None = None, page: str = PAGE) -> NotLookedAt:
    return NotLookedAt(PAGE, page, file, kind, "because")


def after(*events: Event) -> Round:
    """A round in which these things happened."""
    round_ = Round()
    for event in events:
        round_.take(event)
    return round_


def watching(file: str = FILE, page: str = PAGE) -> Case:
    """A case with one copy at one place."""
    case = cases.add_place(with_picture(), PAGE, now=NOW)
    return cases.record_sightings(case, [replace(SIGHTING, file=file, page=page)]).case


def the_copy(file: str = FILE) -> Seen:
    return watching(file).sightings[0]


MISSING = {
    "the page was read to its end without it": (looked(),),
    "the page does not exist any more": (gap(NotLooked.GONE),),
    "the page names the file and the file does not exist": (gap(NotLooked.GONE, FILE), looked()),
    "another picture of the page could not be opened": (gap(NotLooked.UNCLEAR, FILE + "?other"), looked()),
    "the file does not exist, and the page has a video too": (
        gap(NotLooked.GONE, FILE),
        gap(NotLooked.VIDEO),
        looked(),
    ),
}
NOT_MISSING: dict[str, tuple[Event, ...]] = {
    "nobody looked": (),
    "somebody began to look": (Looking(PAGE, PAGE), Looking(PAGE, PAGE, FILE, 1, 3)),
    "it was seen": (SIGHTING, looked()),
    "it was seen, and the page then broke off": (SIGHTING, gap(NotLooked.BROKEN)),
    "another page was read": (looked(page=PAGE + "?page=2"),),
    "another page does not exist": (gap(NotLooked.GONE, page=PAGE + "?page=2"),),
}


@pytest.mark.parametrize("events", MISSING.values(), ids=MISSING)
def test_somebody_looked_and_it_was_not_there(events: tuple[Event, ...]) -> None:
    assert missing_now(watching(), after(*events)) == (the_copy(),)


@pytest.mark.parametrize("events", NOT_MISSING.values(), ids=NOT_MISSING)
def test_nothing_is_missing_that_nobody_missed(events: tuple[Event, ...]) -> None:
    assert missing_now(watching(), after(*events)) == ()


@pytest.mark.parametrize("kind", GAPS, ids=lambda kind: kind.value)
def test_a_page_that_was_not_looked_at_proves_nothing(kind: NotLooked) -> None:
    assert missing_now(watching(), after(gap(kind))) == ()


@pytest.mark.parametrize("kind", GAPS, ids=lambda kind: kind.value)
def test_a_file_that_could_not_be_looked_at_proves_nothing(kind: NotLooked) -> None:
    assert missing_now(watching(), after(gap(kind, FILE), looked())) == ()


def test_a_copy_of_another_picture_in_the_same_file_is_another_copy() -> None:
    other = replace(SIGHTING, picture=2)
    assert missing_now(watching(), after(other, looked())) == (the_copy(),)


def test_what_was_gone_before_is_not_missing_anew() -> None:
    case = cases.record_gone(watching(), page=PAGE, now=LATER)
    assert missing_now(case, after(looked())) == ()


FILE_GONE: dict[str, tuple[Event, ...]] = {
    "the site says that the file does not exist": (gap(NotLooked.GONE, page=FILE),),
    "something else is there now": (looked(page=FILE),),
}
FILE_NOT_GONE: dict[str, tuple[Event, ...]] = {
    "nobody asked for the file": (),
    "another file was asked for": (gap(NotLooked.GONE, page=FILE + "?other"), looked(page=FILE + "?other")),
    "it is still a copy": (replace(SIGHTING, page=FILE, place=FILE), looked(page=FILE)),
    "it was not let in": (gap(NotLooked.REFUSED, page=FILE),),
    "it took too long": (gap(NotLooked.TIMED_OUT, page=FILE),),
    "what is there cannot be opened": (gap(NotLooked.UNCLEAR, FILE, page=FILE), looked(page=FILE)),
    "what is there may build itself in a browser": (gap(NotLooked.NO_PICTURES, page=FILE), looked(page=FILE)),
}


@pytest.mark.parametrize("events", FILE_GONE.values(), ids=FILE_GONE)
def test_the_file_itself_is_gone_too(events: tuple[Event, ...]) -> None:
    assert after(looked()).proves_gone(the_copy(), after(*events))


@pytest.mark.parametrize("events", FILE_NOT_GONE.values(), ids=FILE_NOT_GONE)
def test_without_proof_the_file_is_not_called_gone(events: tuple[Event, ...]) -> None:
    assert not after(looked()).proves_gone(the_copy(), after(*events))


@pytest.mark.parametrize("kind", GAPS, ids=lambda kind: kind.value)
def test_a_file_whose_address_could_not_be_looked_at_is_not_called_gone(kind: NotLooked) -> None:
    assert not after(looked()).proves_gone(the_copy(), after(gap(kind, page=FILE)))


def test_a_file_that_still_stands_is_found_whatever_page_it_is_seen_from() -> None:
    round_ = after(replace(SIGHTING, page=FILE, place=FILE))
    assert round_.found_file(the_copy())
    assert not round_.found_file(replace(the_copy(), picture=2))


@pytest.mark.parametrize("file", [f"{PAGE}#picture-1", "saved/1.jpg", "data:image/png;base64,AAAA"])
def test_what_has_no_address_of_its_own_is_gone_with_its_whole_page_only(file: str) -> None:
    assert own_address(the_copy(file)) == ""
    nothing = after()
    assert after(looked()).proves_gone(the_copy(file), nothing)
    assert after(gap(NotLooked.GONE)).proves_gone(the_copy(file), nothing)
    assert not after(gap(NotLooked.TOO_MANY), looked()).proves_gone(the_copy(file), nothing)
    assert own_address(the_copy()) == FILE


def test_looking_again_means_every_place_and_every_page_of_them_once() -> None:
    case = watching(page=PAGE + "?page=2")
    case = cases.record_sightings(case, [SIGHTING]).case
    assert places_again(case) == (PAGE, PAGE + "?page=2")


def test_looking_again_calls_no_site_that_only_a_saved_page_speaks_of() -> None:
    """Who names a saved page may not want to be seen at the site; nobody named its address."""
    case = cases.add_place(with_picture(), "saved.html", now=NOW)
    case = cases.record_sightings(case, [replace(SIGHTING, place="saved.html")]).case
    assert places_again(case) == ("saved.html",)


def test_what_came_of_looking_is_noted_at_its_place() -> None:
    case = with_outcomes(watching(), after(looked(pictures=12)), LATER)
    assert case.places[0].last_outcome == "12 pictures compared"
    assert case.places[0].last_looked_at == LATER
    case = with_outcomes(watching(), after(gap(NotLooked.TIMED_OUT)), LATER)
    assert case.places[0].last_outcome == "not looked at: because"
    assert with_outcomes(watching(), after(), LATER) == watching()


def test_what_of_a_place_was_looked_at_weighs_more_than_what_was_not() -> None:
    further = gap(NotLooked.TIMED_OUT, page=PAGE + "?page=2")
    for events in ((looked(), further), (further, looked())):
        assert after(*events).outcomes == {PAGE: "3 pictures compared"}


def test_only_the_copies_that_are_gone_are_marked_so() -> None:
    case = cases.record_sightings(watching(), [replace(SIGHTING, file=FILE + "?b")]).case
    case = with_gone(case, [case.sightings[1]], LATER)
    assert [one.stand for one in case.sightings] == [Stand.THERE, Stand.GONE]
    assert case.sightings[1].gone_at == LATER
