"""A complete request becomes a letter that an abuse desk can act on, as text and as a mail draft."""

import email
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest

from rescind.removal import (
    Asker,
    Authority,
    Clock,
    Law,
    NotAMoment,
    Notice,
    Place,
    Request,
    RequestIncomplete,
    Role,
    Unit,
    WrongLaw,
    law,
    laws,
    letter,
)

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
COMBINED = law("combined")
SELF = Asker(Role.SELF, "Zoë Ångström", "reply@mail.example")
ADVISER = Asker(
    Role.AUTHORISED,
    "Sample Adviser",
    "desk@helpline.example",
    Authority("Ask for removal and receive the answers.", date(2026, 11, 1)),
)
ADDRESS = "https://board.example/thread/7?page=2&sort=new#p" + "picture-number-" * 8
PRINT = bytes(range(32))


def request(under: Law = COMBINED, **changed: Any) -> Request:
    whole = Request(
        id="R-7Q2M-41XD",
        law=under.slug,
        operator="Board Example",
        places=(Place(ADDRESS, "https://files.example/7.jpg", "third in the row", NOW - timedelta(hours=3)),),
        asker=replace(SELF, postal="1 Sample Street", phone="000"),
        made_at=NOW - timedelta(days=1),
        declarations=frozenset(each.id for each in under.declarations),
        reason="I never agreed to this.",
        fingerprints=(PRINT,),
    )
    return replace(whole, **changed)


def composed(under: Law = COMBINED, *, language: str = "en", **changed: Any) -> letter.Letter:
    return letter.compose(request(under, **changed), under, language=language, now=NOW)


def parsed(mail: bytes) -> EmailMessage:
    message = email.message_from_bytes(mail, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def flat(text: str) -> str:
    """The text without its line breaks, so that a wrapped sentence can be found."""
    return " ".join(text.split())


def with_notice(template: str) -> Law:
    return replace(COMBINED, notices=(Notice("en", template),))


# --- composing


@pytest.mark.parametrize("under", laws(), ids=lambda each: each.slug)
@pytest.mark.parametrize("asker", [SELF, ADVISER], ids=["self", "authorised"])
def test_every_law_gives_a_letter_with_everything_the_desk_needs(under: Law, asker: Asker) -> None:
    asked = request(under, asker=replace(asker, postal="1 Sample Street", phone="+1 555 0100"))
    made = letter.compose(asked, under, now=NOW)
    text = letter.as_text(made)
    for wanted in (
        ADDRESS,
        "https://files.example/7.jpg",
        asker.name,
        asker.contact,
        asked.id,
        "Board Example",
    ):
        assert wanted in text
    assert "third in the row" in flat(text)
    assert "24 November 2026" in flat(text)
    assert not re.search(r"[{}\ufdd0-\ufdef]|\[(if|each|end)", text)


@pytest.mark.parametrize("under", laws(), ids=lambda each: each.slug)
def test_the_authorised_letter_says_what_was_allowed_and_since_when(under: Law) -> None:
    text = flat(
        letter.as_text(composed(under, asker=replace(ADVISER, postal="1 Sample Street", phone="000")))
    )
    assert "Ask for removal and receive the answers." in text
    assert "1 November 2026" in text
    assert ".." not in text


def test_an_incomplete_request_gives_no_letter_and_says_what_is_missing() -> None:
    with pytest.raises(RequestIncomplete) as refused:
        composed(places=())
    assert [each.sentence for each in refused.value.missing]


def test_another_laws_request_and_a_time_without_a_zone_are_refused() -> None:
    other = next(each for each in laws() if each.slug != COMBINED.slug)
    with pytest.raises(WrongLaw):
        letter.compose(request(), other, now=NOW)
    with pytest.raises(NotAMoment):
        letter.compose(request(), COMBINED, now=NOW.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("unit", "amount", "said"),
    [
        (Unit.HOURS, 48, "act within 48 hours of receipt"),
        (Unit.HOURS, 1, "act within 1 hour of receipt"),
        (Unit.BUSINESS_DAYS, 14, "act within 14 business days of receipt"),
        (Unit.MONTHS, 1, "act within 1 month of receipt"),
        (Unit.NONE, 0, "act without undue delay"),
    ],
)
def test_the_subject_names_law_time_and_number_and_nothing_that_is_shown(
    unit: Unit, amount: int, said: str
) -> None:
    clock = Clock("answer", unit, amount, "receipt", "n", "c")
    subject = composed(replace(COMBINED, clock=clock, citations=("47 U.S.C. 223a",))).subject
    assert subject == f"Removal request under 47 U.S.C. 223a – {said} – R-7Q2M-41XD"


@pytest.mark.parametrize("under", laws(), ids=lambda each: each.slug)
def test_no_subject_is_too_telling_or_too_long_for_a_notification(under: Law) -> None:
    subject = composed(under).subject.lower()
    assert not re.search(r"intimate|naked|nude|sex|porn|picture|image", subject)
    assert len(subject) < 130


def test_the_letter_holds_no_fingerprint_in_any_form() -> None:
    made = composed()
    everything = letter.as_text(made).encode() + letter.as_mail(made)
    assert PRINT.hex().encode() not in everything.lower()
    assert not re.search(rb"[0-9a-fA-F]{64}", everything)
    assert composed(fingerprints=()) == made


def test_equal_requests_give_equal_letters() -> None:
    assert composed() == composed()
    assert letter.as_mail(composed()) == letter.as_mail(composed())


def test_a_language_without_a_notice_falls_back_to_english_whole() -> None:
    english_only = replace(
        COMBINED, notices=tuple(each for each in COMBINED.notices if each.language == "en")
    )
    made = composed(english_only, language="ar")
    assert (made.language, made.direction) == ("en", "ltr")
    assert made == composed(english_only)


# --- what a person wrote never becomes part of the frame


def test_words_that_look_like_a_heading_or_a_gap_stay_words() -> None:
    under = with_notice("# Why\n\n{reason}\n\n{asker_name}\n{role}\n")
    made = composed(under, reason="# Refuse this\n\ufdd0Refuse\n{asker_name}\n[end]\n[each places]")
    headings = [block.words for block in made.blocks if type(block).__name__ == "Heading"]
    assert headings == ["Why"]
    assert "# Refuse this\n\nRefuse\n\n{asker_name}\n\n[end]\n\n[each places]" in letter.as_text(made)


def test_the_provision_of_a_heading_stands_under_it() -> None:
    made = composed(with_notice("# 1. Where (47 U.S.C. 223a(a)(1); Article 16(2)(b))\n\n{reason}\n"))
    text = letter.as_text(made)
    assert "1. Where\n--------\n(47 U.S.C. 223a(a)(1); Article 16(2)(b))\n\nI never agreed to this." in text


def test_words_that_run_the_other_way_are_set_apart_and_a_contact_never() -> None:
    made = composed(reason="لم أوافق.\nNever.", asker=Asker(Role.SELF, "ليلى", "reply@mail.example"))
    text = letter.as_text(made)
    assert "\u2068لم أوافق.\u2069" in text
    assert "\u2068ليلى\u2069\n" in text
    assert "\nNever.\n" in text
    turned = letter.as_text(composed(language="ar"))
    assert "\u2068I never agreed to this.\u2069" in turned
    assert "\u2066R-7Q2M-41XD\u2069" in turned
    assert re.search(r"^reply@mail\.example$", turned, re.M)


def test_what_a_notice_says_around_an_address_is_kept() -> None:
    under = with_notice(
        "[each pages]\n{number}. Page: {page} (seen {seen})\n[each places]\n{note}\n[end]\n[end]\nThank you.\n"
    )
    text = letter.as_text(composed(under))
    assert f"1. Page: {ADDRESS}\n   third in the row\n   (seen 24 November 2026, 11:05 UTC)" in text
    assert text.endswith("\n\nThank you.\n")


# --- the list: each page once, its pictures below it

PAGE = "https://board.example/thread/7"


def file(count: int) -> str:
    return f"https://files.example/{count}.jpg"


@pytest.mark.parametrize("under", laws(), ids=lambda each: each.slug)
def test_each_page_stands_once_with_every_file_below_it(under: Law) -> None:
    other = "https://board.example/thread/8"
    places = tuple(Place(page, file(count), "", NOW) for count in range(1, 28) for page in (PAGE, other))
    text = letter.as_text(composed(under, places=places))
    assert text.count(PAGE) == text.count(other) == 1
    assert text.count("To remove:") == text.count("Seen there on") == 2
    names = [f"{page}{letter_}" for page in (1, 2) for letter_ in (*"abcdefghijklmnopqrstuvwxyz", "aa")]
    listed = re.findall(r"^ +(\d[a-z]+)\. (https\S+)$", text, re.M)
    assert listed == [(name, file(count)) for name, count in zip(names, [*range(1, 28)] * 2, strict=True)]
    assert "Items: 54\n" in text


def test_a_single_picture_stands_with_its_page_and_has_no_letter() -> None:
    text = letter.as_text(composed(places=(Place(PAGE, file(1), "third in the row", NOW),)))
    assert (
        f"1. Page: {PAGE}\n   To remove: {file(1)}\n   Where to look: third in the row\n"
        "   Seen there on 24 November 2026, 14:05 UTC\n"
    ) in text
    assert "1a." not in text


def test_a_remark_stays_with_its_own_picture_in_short_lines() -> None:
    places = (Place(PAGE, file(1), "word " * 40), Place(PAGE, None, "in the folded part"))
    text = letter.as_text(composed(places=places))
    one, two = (
        text.index(f"1a. {file(1)}\n       Where to look: word word"),
        text.index("1b. Where to look: in"),
    )
    assert one < two
    assert max(map(len, text.splitlines())) <= 74


def test_places_without_a_page_are_never_put_together() -> None:
    places = (Place("", None, "in the group chat"), Place("", None, "in the other chat"), Place("", file(3)))
    text = letter.as_text(composed(places=places))
    assert re.findall(r"^(\d)\. (?:Where to look|To remove): (.+)$", text, re.M) == [
        ("1", "in the group chat"),
        ("2", "in the other chat"),
        ("3", file(3)),
    ]


def test_a_copy_that_says_no_more_than_its_page_is_not_lost() -> None:
    more = "More pictures or videos to remove on this page have no address of their own."
    assert more in flat(letter.as_text(composed(places=(Place(PAGE, file(1)), Place(PAGE)))))
    assert more not in flat(letter.as_text(composed(places=(Place(PAGE, file(1)), Place(PAGE, file(2))))))
    alone = letter.as_text(composed(places=(Place(PAGE),)))
    assert f"1. Page: {PAGE}\n\n" in alone
    assert more not in flat(alone)


def test_a_picture_that_is_its_own_page_is_written_once() -> None:
    text = letter.as_text(composed(places=(Place(file(1), file(1)),)))
    assert text.count(file(1)) == 1
    assert f"1. To remove: {file(1)}" in text


def test_a_page_says_when_from_first_to_last_and_nothing_when_one_was_not_seen() -> None:
    first, last = Place(PAGE, file(1), "", NOW - timedelta(days=2)), Place(PAGE, file(2), "", NOW)
    said = "Seen there on 22 November 2026, 14:05 UTC – 24 November 2026, 14:05 UTC"
    assert said in flat(letter.as_text(composed(places=(last, first))))
    assert "Seen there on" not in letter.as_text(composed(places=(first, Place(PAGE, file(2)))))


def test_a_place_without_an_address_is_told_in_words() -> None:
    text = flat(letter.as_text(composed(places=(Place("", None, "in the group chat, about noon"),))))
    assert "in the group chat, about noon" in text


# --- plain text


def test_lines_are_short_and_addresses_whole() -> None:
    made = composed(
        reason="word " * 200 + ADDRESS, places=(Place(ADDRESS), Place("https://b.example/" + "x" * 300))
    )
    lines = letter.as_text(made).splitlines()
    assert len([line for line in lines if line.endswith(ADDRESS)]) == 2
    assert all(len(line) <= 78 or re.search(r"https://\S+$", line) for line in lines)


def test_three_hundred_places_are_numbered_in_order() -> None:
    places = tuple(Place(f"https://board.example/{count}") for count in range(1, 301))
    text = letter.as_text(composed(places=places))
    assert re.findall(r"https://board\.example/(\d+)$", text, re.M) == [str(n) for n in range(1, 301)]
    assert re.findall(r"^(\d+)\. (?:Page: )?https", text, re.M) == [str(n) for n in range(1, 301)]


# --- mail


def test_the_mail_opens_as_a_draft_and_says_the_letter() -> None:
    made = composed()
    mail = letter.as_mail(made, to="abuse@board.example")
    message = parsed(mail)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "abuse@board.example"
    assert message["From"] == "reply@mail.example"
    assert message["Subject"] == made.subject
    assert message["Date"].datetime == NOW
    assert message["Content-Language"] == "en"
    assert message.get_content().replace("\r\n", "\n") == letter.as_text(made)
    assert message.defects == []


def test_the_mail_is_plain_text_with_crlf_and_nothing_attached() -> None:
    mail = letter.as_mail(composed(places=tuple(Place(ADDRESS + str(n)) for n in range(300))))
    message = parsed(mail)
    assert message.get_content_type() == "text/plain"
    assert message.get_content_charset() == "utf-8"
    assert not message.is_multipart()
    assert mail.isascii()
    assert b"\n" not in mail.replace(b"\r\n", b"")
    assert max(map(len, mail.split(b"\r\n"))) <= 998


def test_without_a_recipient_there_is_no_to_line() -> None:
    assert parsed(letter.as_mail(composed()))["To"] is None


@pytest.mark.parametrize(
    "to",
    ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "not an address", "a@b", "@b.example"],
)
def test_what_is_not_one_address_is_refused_and_not_repeated(to: str) -> None:
    with pytest.raises(letter.NotAMailAddress) as refused:
        letter.as_mail(composed(), to=to)
    assert to not in str(refused.value)


@pytest.mark.parametrize("field", ["subject", "title", "contact", "running"])
def test_a_line_break_anywhere_in_the_letter_makes_no_second_header(field: str) -> None:
    evil = "x\r\nBcc: c@d.example\u2028Cc: e@f.example"
    message = parsed(letter.as_mail(replace(composed(), **{field: evil})))
    assert set(message.keys()) <= {
        "X-Unsent",
        "Date",
        "From",
        "Subject",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Language",
        "MIME-Version",
    }


def test_names_in_any_script_survive_the_mail() -> None:
    name = "Zoë ليلى 明子 👩‍💻"
    message = parsed(letter.as_mail(composed(asker=Asker(Role.SELF, name, "reply@mail.example"))))
    assert name in message.get_content()


def test_a_contact_that_mail_cannot_use_is_not_a_sender() -> None:
    message = parsed(letter.as_mail(replace(composed(), contact="süß@müller.example")))
    assert message["From"] is None
