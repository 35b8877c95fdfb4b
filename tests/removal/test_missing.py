"""What a law still misses in a request, and that nothing leaves without it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rescind.removal import (
    Asker,
    Authority,
    Place,
    Request,
    RequestIncomplete,
    Role,
    WrongLaw,
    document,
    law,
    laws,
    missing,
    require_complete,
)

Make = Callable[..., Request]

SLUGS = [each.slug for each in laws()]


def elements(request: Request) -> set[str]:
    return {each.element for each in missing(request, law(request.law))}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_complete_request_misses_nothing(slug: str, make: Make) -> None:
    require_complete(make(slug), law(slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_an_empty_request_misses_every_element_but_the_permission(slug: str, make: Make) -> None:
    asker = Asker(Role.SELF, name=" ", contact=" ")
    empty = make(slug, places=(), asker=asker, declarations=frozenset(), reason=" ")
    assert elements(empty) == {each.id for each in law(slug).elements} - {"authority"}


@pytest.mark.parametrize("slug", SLUGS)
def test_each_statement_that_was_not_agreed_to_is_named(slug: str, make: Make) -> None:
    for declaration in law(slug).declarations:
        request = make(slug)
        without = replace(request, declarations=request.declarations - {declaration.id})
        found = missing(without, law(slug))
        assert len(found) == 1
        assert declaration.citation in found[0].citation


def test_a_missing_element_is_said_in_plain_words_with_its_citation(make: Make) -> None:
    (found,) = missing(make(places=()), law("us-take-it-down"))
    assert found.sentence.startswith("Say where each picture is")
    assert found.citation == "47 U.S.C. 223a(a)(1)(B)(ii)"


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Place("https://board.example/1"), True),
        (Place("", file="https://board.example/1.jpg"), True),
        (Place("", note="the group with the blue picture, in March"), True),
        (Place("the forum called Board, third page"), True),
        (Place(""), False),
        (Place("  ", file=" ", note="\n"), False),
    ],
)
def test_a_place_may_be_imprecise_but_not_empty(place: Place, found: bool, make: Make) -> None:
    assert ("location" not in elements(make(places=(place,)))) is found
    assert ("location" not in elements(make(places=(Place("https://board.example/2"), place)))) is found


@pytest.mark.parametrize("contact", ["", "reply", "@", "a@", "@b", "a b@c.example"])
def test_a_contact_must_look_like_an_address(contact: str, make: Make, alone: Asker) -> None:
    assert elements(make(asker=replace(alone, contact=contact))) == {"contact"}


@pytest.mark.parametrize(
    ("authority", "enough"),
    [
        (None, False),
        (Authority(" ", date(2026, 11, 1)), False),
        (Authority("ask for removal", date(2026, 11, 1)), True),
        (Authority("ask for removal", date(2026, 11, 1), withdrawn=date(2026, 11, 2)), False),
    ],
)
@pytest.mark.parametrize("slug", [each for each in SLUGS if each != "us-dmca"])
def test_who_acts_for_somebody_needs_a_permission_that_stands(
    slug: str, authority: Authority | None, enough: bool, make: Make, adviser: Asker
) -> None:
    request = make(slug, asker=replace(adviser, authority=authority))
    assert elements(request) == (set() if enough else {"authority"})


def test_nothing_leaves_while_something_is_missing(make: Make) -> None:
    with pytest.raises(RequestIncomplete) as incomplete:
        document.write(make(places=(), declarations=frozenset()))
    assert [each.element for each in incomplete.value.missing] == ["location", "good-faith"]
    assert "Say where each picture is" in str(incomplete.value)


def test_a_request_is_not_judged_by_another_law(make: Make) -> None:
    with pytest.raises(WrongLaw):
        missing(make("eu-dsa"), law("combined"))
