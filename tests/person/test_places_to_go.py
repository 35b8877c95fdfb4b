"""The services and helplines that are shown, and the strict reading of their lists."""

import re

import pytest

from rescind.person import places_to_go
from rescind.person.places_to_go import ListBroken

ENTRY = """
[[service]]
name = "A Line"
country = "GB"
contact = "0000"
hours = ""
ages = "any age"
evidence = "P"
source = "https://line.example"
read_on = "2026-11"
"""


@pytest.mark.parametrize(
    "service", places_to_go.under_18() + places_to_go.helplines(), ids=lambda one: one.name
)
def test_each_has_a_source_a_month_and_a_way_to_reach_it(service):
    assert service.source
    assert re.fullmatch(r"20\d\d-\d\d", service.read_on)
    assert re.search(r"https://|\d{3}", service.contact)
    assert service.checked == (service.evidence is places_to_go.Evidence.OWN_PAGE)


def test_somebody_under_18_is_shown_what_works_everywhere_first():
    first = places_to_go.under_18()[0]
    assert (first.country, first.contact) == ("world", "https://takeitdown.ncmec.org")


@pytest.mark.parametrize(
    ("asked", "country"), [("GB", "GB"), ("uk", "GB"), (" ca ", "CA"), ("au", "AU"), ("nz", "NZ")]
)
def test_the_services_of_the_country_come_first_and_none_is_lost(asked, country):
    services = places_to_go.under_18(asked)
    own = [one.country == country for one in services]
    assert own[0]
    assert own == sorted(own, reverse=True)
    assert set(services) == set(places_to_go.under_18())


def test_an_unknown_country_gets_the_services_of_the_whole_world_first():
    assert [one.country for one in places_to_go.helplines("ZZ")][:2] == [
        "world",
        places_to_go.helplines()[1].country,
    ]
    assert places_to_go.under_18("ZZ") == places_to_go.under_18()


@pytest.mark.parametrize(
    ("country", "contact"), [("GB", "0345 6000 459"), ("US", "844-878-2274"), ("NL", "020 261")]
)
def test_known_helplines_are_reached_as_their_own_pages_say(country, contact):
    assert contact in places_to_go.helplines(country)[0].contact


def test_what_nobody_could_verify_is_not_shown():
    both = ENTRY + ENTRY.replace("A Line", "B Line").replace('"P"', '"U"')
    assert [one.name for one in places_to_go.read(both.encode(), called="x")] == ["A Line"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"GB"', '"Britain"', "country"),
        ('"0000"', '" "', "contact"),
        ('"0000"', "112", "contact"),
        ('"2026-11"', '"2026-13"', "read_on"),
        ('"2026-11"', "2026-11-01", "read_on"),
        ('"P"', '"Q"', "evidence"),
        ('source = "https://line.example"', "", "exactly"),
        ('hours = ""', 'hours = ""\nphone = "1"', "exactly"),
        ("[[service]]", "[[helpline]]", "no services"),
        ("[[service]]", "[[service", "cannot be read"),
    ],
)
def test_a_slip_in_the_list_is_a_clear_error(old, new, said):
    with pytest.raises(ListBroken, match=said) as caught:
        places_to_go.read(ENTRY.replace(old, new).encode(), called="helplines.toml")
    assert "helplines.toml" in str(caught.value)


def test_a_list_in_another_encoding_is_refused():
    with pytest.raises(ListBroken, match="cannot be read"):
        places_to_go.read(b"\xff\xfe", called="helplines.toml")
