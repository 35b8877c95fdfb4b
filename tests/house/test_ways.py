"""Rules for where else a person is sent, and for the laws' words in their language."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime

import pytest

from rescind.person import forms, places_to_go
from rescind.removal import laws
from rescind.words import language, phrase, written
from tests.house.sources import ROOT

PERSON = ROOT / "src" / "rescind" / "person"
LISTS = ("forms", "helplines", "under18")
OLDEST = 18
"""How many months an entry may lie behind the newest one of all lists."""

TONGUES = ("ar", "de", "es", "fr", "hi", "pt")
"""The languages of the page beside English."""

NOT_YET_TRANSLATED: dict[str, set[str]] = {}
"""Sentences that the page says in English for now, by language; keep it empty."""

SAME_WORD = {"fr": {"Signature"}}
"""Words that are the same in both languages."""


def entries() -> list[tuple[str, dict[str, object]]]:
    """Every entry of the lists, with the name of its file."""
    read = {name: tomllib.loads((PERSON / f"{name}.toml").read_text("utf-8")) for name in LISTS}
    return [(name, one) for name, table in read.items() for group in table.values() for one in group]


def months(month: object) -> int:
    year, number = str(month).split("-")
    return int(year) * 12 + int(number)


def test_every_entry_has_a_source_and_a_month_that_is_not_to_come() -> None:
    now = datetime.now(UTC)
    found = entries()
    assert len(found) > 40
    assert [one["name"] for _, one in found if not str(one["source"]).strip()] == []
    assert [one["name"] for _, one in found if months(one["read_on"]) > now.year * 12 + now.month] == []


def test_no_entry_lies_far_behind_the_others() -> None:
    newest = max(months(one["read_on"]) for _, one in entries())
    assert [one["name"] for _, one in entries() if months(one["read_on"]) < newest - OLDEST] == []


def test_every_address_a_person_is_sent_to_is_over_https() -> None:
    rungs = [rung.link for law in laws() for rung in law.rungs if rung.link]
    links = [one for form in forms.forms() for one in (form.link, form.guide) if one]
    contacts = [service.contact for service in (*places_to_go.helplines(), *places_to_go.under_18())]
    assert [one for one in (*rungs, *links) if not one.startswith("https://")] == []
    assert [one for one in contacts if "http://" in one] == []


def test_a_site_has_one_form_and_only_sites_have_hosts() -> None:
    hosts = [host for form in forms.forms() for host in form.hosts]
    assert len(hosts) == len(set(hosts))
    assert [host for host in hosts if not re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]+", host)] == []
    assert [one.id for one in forms.forms() if bool(one.hosts) is not (one.kind is forms.Kind.SITE)] == []
    assert len({one.id for one in forms.forms()}) == len(forms.forms())


def said_to_a_person() -> list[str]:
    """Every sentence of the laws and the lists that a person reads; what a lawyer is to check is not among them."""
    said = []
    for law in laws():
        said += [law.title, law.covers, *(one.note for one in (law.clock, *law.other_clocks))]
        said += [part for one in law.elements for part in (one.title, one.missing)]
        said += [part for one in law.declarations for part in (one.own, one.authorised)]
        said += [part for one in law.rungs for part in (one.text, *one.needs)]
        said += [one.text for one in (*law.grounds, *law.cautions)]
    said += [part for one in forms.forms() for part in (*one.asks, one.way, one.limits)]
    services = (*places_to_go.helplines(), *places_to_go.under_18())
    told = [part for one in services for part in (one.hours, one.ages)]
    return list(dict.fromkeys(part for part in (*said, *told) if part and part != "not stated"))


@pytest.mark.parametrize("tag", TONGUES)
def test_a_person_reads_the_laws_and_lists_in_their_language(tag: str) -> None:
    assert tag in written()
    with language(tag):
        english = {one for one in said_to_a_person() if phrase(one) == one}
    assert english == NOT_YET_TRANSLATED.get(tag, set()) | SAME_WORD.get(tag, set())


@pytest.mark.parametrize("tag", TONGUES)
def test_a_translated_law_keeps_its_numbers_and_names(tag: str) -> None:
    fixed = re.compile(r"\d+|RDAP|Ofcom|Lumen|StopNCII|DMCA|PIN\b")
    with language(tag):
        lost = [
            (one, kept)
            for one in said_to_a_person()
            for kept in fixed.findall(one)
            if kept not in phrase(one)
        ]
    assert lost == []


def test_the_statements_of_a_letter_in_another_language_are_the_translated_ones() -> None:
    """What a person reads and agrees to is word for word what the letter in that language says."""
    found = 0
    for law in laws():
        for notice in law.notices:
            if notice.language == "en":
                continue
            with language(notice.language):
                said = [phrase(part) for one in law.declarations for part in (one.own, one.authorised)]
            assert [one for one in said if one not in notice.template] == [], (law.slug, notice.language)
            found += len(said)
    assert found > 0
