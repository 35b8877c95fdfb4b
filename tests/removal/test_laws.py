"""Every law folder: it loads, its deadlines come out, its citations have sources, its letter says what was agreed to."""

import re
import shutil
import tomllib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import rescind.removal
from rescind.removal import (
    Law,
    LawBroken,
    LawNotKnown,
    Notice,
    When,
    check_together,
    choose,
    due_at,
    law,
    laws,
    read_law,
)
from rescind.removal.clock import Unit
from rescind.words import language, phrase

FOLDERS = Path(rescind.removal.__file__).parent / "laws"
SLUGS = [each.slug for each in laws()]
MEMBER_STATES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EU = re.findall(r"[A-Z]{2}", MEMBER_STATES)
SECTION = re.compile(r"^## (?P<citation>.+) \[(?P<tag>[PSKU])\]$", re.MULTILINE)
CITATION = re.compile(
    r"\d+ U\.S\.C\. \d+[a-z]?(?:\(\w+\))*"
    r"|Pub\. L\. \d+-\d+, \d+ Stat\. \d+"
    r"|(?:Online Safety Act 2023|Sexual Offences Act 2003), section \d+[A-Z]?(?:\(\w+\))*"
    r"|Regulation \((?:EU|EEC, Euratom)\) (?:No )?\d+/\d+, Article \d+(?:\(\w+\))*"
)
LOOKS_LIKE_A_CITATION = re.compile(r"U\.S\.C\.|Pub\. L\.|\bsection \d|\bArticle \d|§|\bRegulation \(")
REFUSED_WORDS = re.compile(r"\b(victim|leak|leaked|revenge|porn|asset|entity|signal)\b", re.IGNORECASE)


def sources(slug: str) -> dict[str, str]:
    text = (FOLDERS / slug / "SOURCE.md").read_text("utf-8")
    return {found["citation"]: found["tag"] for found in SECTION.finditer(text)}


def citations_in(each: Law) -> set[str]:
    joined = [part.citation for part in each.elements] + [part.citation for part in each.declarations]
    joined += [part.citation for part in (each.clock, *each.other_clocks)]
    joined += [part.citation for part in (*each.duties, *each.grounds)] + [
        part.citation for part in each.cautions
    ]
    named = [*each.citations, *(one for citation in joined for one in citation.split("; "))]
    return {*named, *(one for check in each.checks for one in check.citations)}


def sentences_of(each: Law) -> list[str]:
    parts = [each.title, each.covers]
    parts += [text for one in (each.clock, *each.other_clocks) for text in (one.note, one.start)]
    parts += [text for one in each.elements for text in (one.title, one.missing)]
    parts += [text for one in each.declarations for text in (one.own, one.authorised)]
    parts += [text for one in each.rungs for text in (one.text, *one.needs)]
    parts += [one.text for one in (*each.duties, *each.grounds)] + [one.text for one in each.cautions]
    return parts + [one.text for one in each.checks]


def examples() -> list[tuple[str, dict[str, object]]]:
    found = []
    for slug in SLUGS:
        written = tomllib.loads((FOLDERS / slug / "examples.toml").read_text("utf-8"))
        found += [(slug, example) for example in written["example"]]
    return found


def test_every_folder_is_a_law() -> None:
    assert sorted(each.name for each in FOLDERS.iterdir() if each.is_dir()) == SLUGS
    assert set(SLUGS) >= {"combined", "eu-dsa", "uk-online-safety", "us-dmca", "us-take-it-down"}


@pytest.mark.parametrize(("slug", "example"), examples())
def test_worked_deadlines(slug: str, example: dict[str, object]) -> None:
    under = law(slug)
    clocks = {each.id: each for each in (under.clock, *under.other_clocks)}
    clock = clocks[str(example.get("clock", under.clock.id))]
    since = example["since"]
    assert isinstance(since, datetime)
    assert due_at(replace(under, clock=clock), since) == example.get("due")
    assert example["why"]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_clock_has_a_worked_deadline(slug: str) -> None:
    under = law(slug)
    shown = {example.get("clock", under.clock.id) for each, example in examples() if each == slug}
    assert shown == {each.id for each in (under.clock, *under.other_clocks)}


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug != "combined"])
def test_every_law_says_what_it_asks_of_a_platform(slug: str) -> None:
    duties = {each.id: each for each in law(slug).duties}
    assert duties.keys() >= ({"outcome"} if slug == "eu-dsa" else {"remove"})
    hours = law(slug).clock.amount if law(slug).clock.unit is Unit.HOURS else None
    assert hours is None or f"{hours} hours" in duties["remove"].text


@pytest.mark.parametrize("slug", SLUGS)
def test_every_citation_has_a_source(slug: str) -> None:
    assert citations_in(law(slug)) <= sources(slug).keys()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_citation_of_a_letter_has_a_source(slug: str) -> None:
    for notice in law(slug).notices:
        cited = {found.group() for found in CITATION.finditer(notice.template)}
        assert cited
        assert cited <= sources(slug).keys()
        rest = CITATION.sub("", notice.template)
        assert not LOOKS_LIKE_A_CITATION.search(rest)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_source_says_where_and_when_it_was_read(slug: str) -> None:
    text = (FOLDERS / slug / "SOURCE.md").read_text("utf-8")
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        assert SECTION.fullmatch(f"## {heading}"), heading
        assert "<https://" in body, heading
        assert re.search(r"Read: (\d+ )?November 2026|Read: not read again; to be checked", body), heading


@pytest.mark.parametrize("slug", SLUGS)
def test_what_was_not_read_at_the_source_is_named_for_checking(slug: str) -> None:
    named = {one for check in law(slug).checks for one in check.citations}
    unread = {citation for citation, tag in sources(slug).items() if tag != "P"}
    assert unread <= named


@pytest.mark.parametrize("slug", SLUGS)
def test_laws_that_are_often_mistaken_for_the_removal_law_are_not_cited(slug: str) -> None:
    told = "\n".join([*citations_in(law(slug)), *(notice.template for notice in law(slug).notices)])
    assert "6851" not in told
    assert "223(h)" not in told


@pytest.mark.parametrize("slug", SLUGS)
def test_the_letter_says_word_for_word_what_the_asker_agreed_to(slug: str) -> None:
    lines = law(slug).notice("en").template.splitlines()
    for declaration in law(slug).declarations:
        assert declaration.own in lines
        assert declaration.authorised in lines


@pytest.mark.parametrize("slug", SLUGS)
def test_the_letter_marks_every_element_with_its_citation(slug: str) -> None:
    template = law(slug).notice("en").template
    for element in law(slug).elements:
        if element.id != "authority":
            assert all(citation in template for citation in element.citation.split("; ")), element.id


@pytest.mark.parametrize("slug", SLUGS)
def test_sentences_for_people_have_no_refused_words(slug: str) -> None:
    for sentence in (*sentences_of(law(slug)), law(slug).notice("en").template):
        assert not REFUSED_WORDS.search(sentence), sentence


@pytest.mark.parametrize("slug", SLUGS)
def test_every_law_has_a_next_step_when_time_is_over_and_when_refused(slug: str) -> None:
    offered = {when for rung in law(slug).rungs for when in rung.when}
    assert offered == {When.NOW, When.OVERDUE, When.REFUSED}


def test_the_letters_tell_how_wide_the_duty_is() -> None:
    assert "known identical copies" in law("us-take-it-down").notice("en").template
    assert "the same, or substantially the same" in law("uk-online-safety").notice("en").template
    combined = law("combined").notice("en").template
    assert "identical" in combined
    assert "substantially the same" in combined


@pytest.mark.parametrize("slug", SLUGS)
def test_every_letter_asks_for_receipt_outcome_reasons_and_silence(slug: str) -> None:
    template = law(slug).notice("en").template
    for asked in (
        "Please confirm that you have received this",
        "with the time and a number for it",
        "If you do not remove something, please tell me which item"
        if slug != "uk-online-safety"
        else "If you do not take something down, please tell me which item",
        "If something here is not enough to find one of them, please tell me at once",
        "I keep that person's name out of this letter to protect them.",
    ):
        assert asked in template, asked
    private = "Please pass on no more of my name" if slug == "us-dmca" else "Please keep my name, my address"
    assert private in template


@pytest.mark.parametrize(
    ("slug", "limit"),
    [
        ("us-take-it-down", "not later than 48 hours after you receive this request"),
        ("uk-online-safety", "no later than 48 hours after you receive this report"),
        ("eu-dsa", "without undue delay"),
        ("us-dmca", "act expeditiously"),
        ("combined", "not later than 48 hours after you receive this letter"),
    ],
)
def test_every_letter_names_its_laws_time_from_receipt(slug: str, limit: str) -> None:
    assert limit in law(slug).notice("en").template


def test_the_american_statement_uses_the_words_of_the_law() -> None:
    (statement,) = law("us-take-it-down").declarations
    for wording in (statement.own, statement.authorised):
        for words in ("in good faith", "intimate visual depiction", "not consensual", "published without"):
            assert words in wording


def test_the_copyright_statements_keep_the_words_of_the_law() -> None:
    said = {each.id: (each.own, each.authorised) for each in law("us-dmca").declarations}
    for wording in said["not-permitted"]:
        assert "not authorised by the copyright owner, its agent, or the law" in wording
        assert "fair use" in wording
    for wording in said["perjury"]:
        assert wording.startswith(
            "The information in this notification is accurate, and under penalty of perjury, I am"
        )
        assert "of the owner of an exclusive right that is allegedly infringed" in wording.replace(
            "act for the", "act on behalf of the"
        )


@pytest.mark.parametrize(
    "each", [(each.slug, one) for each in laws() for one in each.notices if one.language != "en"], ids=str
)
def test_a_translation_keeps_gaps_blocks_and_citations_of_the_english(each: tuple[str, Notice]) -> None:
    slug, translated = each
    bones = re.compile(
        r"\{[a-z_]+\}|\[(?:if not|if|each|end)[^\]]*\]|^# \d|" + CITATION.pattern, re.MULTILINE
    )
    assert bones.findall(translated.template) == bones.findall(law(slug).notice("en").template)


@pytest.mark.parametrize(
    "each", [(each.slug, one) for each in laws() for one in each.notices if one.language != "en"], ids=str
)
def test_a_translation_says_word_for_word_what_is_agreed_to_in_its_language(each: tuple[str, Notice]) -> None:
    slug, translated = each
    with language(translated.language):
        said = [phrase(words) for one in law(slug).declarations for words in (one.own, one.authorised)]
    assert [one for one in said if one not in translated.template] == []


def test_the_combined_request_holds_all_that_the_three_ask_for() -> None:
    combined = law("combined")
    facts = {fact for element in combined.elements for fact in element.filled_by}
    cited = {one for element in combined.elements for one in element.citation.split("; ")}
    for slug in ("us-take-it-down", "uk-online-safety", "eu-dsa"):
        assert facts >= {fact for element in law(slug).elements for fact in element.filled_by}
        assert cited >= {element.citation for element in law(slug).elements}
    assert combined.clock.amount == min(
        law(each).clock.amount for each in ("us-take-it-down", "uk-online-safety")
    )


@pytest.mark.parametrize(
    ("country", "slug"),
    [
        ("US", "us-take-it-down"),
        ("us", "us-take-it-down"),
        ("GB", "uk-online-safety"),
        (" uk ", "uk-online-safety"),
        *((code, "eu-dsa") for code in EU),
        ("CH", "combined"),
        ("", "combined"),
        ("United States", "combined"),
        (None, "combined"),
    ],
)
def test_the_law_is_chosen_by_the_country_of_the_site(country: str | None, slug: str) -> None:
    assert choose(country).slug == slug


def test_the_copyright_notice_is_never_chosen_and_warns() -> None:
    copyright_law = law("us-dmca")
    assert not copyright_law.automatic
    assert [each.id for each in copyright_law.cautions] == [
        "last",
        "only-if-you-took-it",
        "send-through-an-agent",
        "your-name-travels",
        "perjury",
        "false-claims",
        "fair-use",
        "counter-notice",
    ]
    days = {each.id: (each.unit.value, each.amount) for each in copyright_law.other_clocks}
    assert days == {"put-back-earliest": ("business_days", 10), "put-back-latest": ("business_days", 14)}


def test_a_law_that_is_not_automatic_is_not_chosen_even_for_its_country() -> None:
    by_hand = replace(law("us-dmca"), countries=frozenset({"US"}))
    assert choose("US", among=(by_hand, law("combined"))).slug == "combined"
    assert choose("US", among=(replace(by_hand, automatic=True), law("combined"))).slug == "us-dmca"


def test_only_the_copyright_notice_asks_for_a_postal_address_and_a_telephone() -> None:
    asking = {
        each.slug for each in laws() for one in each.elements if {"postal", "phone"} & set(one.filled_by)
    }
    assert asking == {"us-dmca"}


def test_the_british_law_names_two_grounds_and_no_more() -> None:
    assert [each.id for each in law("uk-online-safety").grounds] == ["not-intimate", "not-subject"]


def test_an_unknown_law_is_refused() -> None:
    with pytest.raises(LawNotKnown):
        law("xx-none")


def test_a_notice_is_found_by_main_language_or_falls_back_to_english() -> None:
    arabic = replace(law("combined").notices[0], language="ar", template="…")
    held = replace(law("combined"), notices=(*law("combined").notices, arabic))
    assert held.notice("ar-EG").language == "ar"
    assert held.notice("AR").language == "ar"
    assert held.notice("pt-BR").language == "en"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDERS / "us-take-it-down", tmp_path / "us-take-it-down"))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("automatic = true", "automatic = true\nsurprise = 1", "surprise"),
        ("automatic = true\n", "", "automatic"),
        ("automatic = true", 'automatic = "yes"', "automatic"),
        ("format = 1", "format = 2", "format"),
        ('slug = "us-take-it-down"', 'slug = "other"', "slug"),
        ('"US"', '"USA"', "countries"),
        ('unit = "hours"', 'unit = "fortnights"', "clock.unit"),
        ("amount = 48", "amount = 0", "clock.amount"),
        ("amount = 48", "amount = true", "clock.amount"),
        ('filled_by = ["places"]', 'filled_by = ["photo"]', "element[2].filled_by"),
        ('filled_by = ["places"]', "filled_by = []", "element[2].filled_by"),
        ('filled_by = ["declaration:no-consent"]', 'filled_by = ["declaration:other"]', "declaration"),
        ('when = ["now"]', 'when = ["later"]', "rung[0].when"),
        ('link = "https://stopncii.org/"', 'link = "javascript:alert(1)"', "rung[1].link"),
        ('title = "Signature"', 'title = " "', "element[0].title"),
        ('title = "Signature"', 'title = "{x}"', "element[0].title"),
        ('id = "location"', 'id = "signature"', "elements"),
        ("read_on = 2026-11-23", 'read_on = "2026-11-23"', "read_on"),
        ("automatic = true", "automatic = true\nfallback = true", "fallback"),
        ("format = 1", "format = ", "the file"),
    ],
)
def test_a_broken_law_names_its_file_and_field(folder: Path, old: str, new: str, field: str) -> None:
    file = folder / "law.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(LawBroken) as broken:
        read_law(folder)
    assert (broken.value.file, broken.value.field) == ("us-take-it-down/law.toml", field)


@pytest.mark.parametrize("text", ["{strange}", "[if reason]\nnever closed", "{", "[each pages]"])
def test_a_broken_notice_names_its_file(folder: Path, text: str) -> None:
    (folder / "notice.fr.txt").write_text(text, "utf-8")
    with pytest.raises(LawBroken, match=re.escape("us-take-it-down/notice.fr.txt")):
        read_law(folder)


def test_a_law_without_an_english_notice_is_broken(folder: Path) -> None:
    (folder / "notice.en.txt").unlink()
    with pytest.raises(LawBroken, match=r"notice\.en\.txt"):
        read_law(folder)


def test_another_language_is_one_more_file(folder: Path) -> None:
    (folder / "notice.fr.txt").write_text("Bonjour {operator}", "utf-8")
    assert [each.language for each in read_law(folder).notices] == ["en", "fr"]


def test_laws_must_fit_together() -> None:
    american, british, combined = law("us-take-it-down"), law("uk-online-safety"), law("combined")
    check_together((american, british, combined))
    with pytest.raises(LawBroken, match="fallback"):
        check_together((american, british))
    with pytest.raises(LawBroken, match="country"):
        check_together((american, replace(british, countries=frozenset({"US"})), combined))
    reworded = replace(american.declarations[0], own="Something else.")
    with pytest.raises(LawBroken, match="wordings"):
        check_together((replace(american, declarations=(reworded,)), combined))
