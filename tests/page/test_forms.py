"""A person goes to the forms that sites have of their own: what is there, what they copy, and that nothing is called."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from rescind.person import forms
from rescind.removal import law
from rescind.words import language, phrase
from tests.page.browser import Visitor, agree, say_contact, say_who, start, visit

PLACES = "https://www.tiktok.com/@a/video/1\nhttps://board.example/7"


def to_papers(visitor: Visitor) -> None:
    start(visitor)
    say_who(visitor)
    visitor.page.locator("#skip").click()
    visitor.fill("Addresses, one on each line", PLACES)
    visitor.on()
    visitor.on()
    agree(visitor)
    visitor.on()
    say_contact(visitor)


def test_the_forms_of_the_sites_a_person_named_come_first_with_what_to_paste(
    browser: Browser, address: str
) -> None:
    visitor = visit(browser, address, permissions=["clipboard-read", "clipboard-write"])
    to_papers(visitor)
    page = visitor.page
    own = page.locator(".letter-card").first.locator("[data-form]")
    assert own.get_attribute("data-form") == "tiktok"
    assert page.locator("[data-form]").count() == 1
    visitor.reads("This site has a form of its own.")

    visitor.on()
    visitor.press("Go on without saving")
    page.locator("#forms").click()
    assert visitor.title() == "Other forms"
    shown = [each.get_attribute("data-form") for each in page.locator("[data-form]").all()]
    kinds = [one.kind.value for one in forms.forms()]
    assert shown[0] == "tiktok"
    assert shown[1 : 1 + kinds.count("search")] == [
        one.id for one in forms.forms() if one.kind is forms.Kind.SEARCH
    ]
    assert sorted(filter(None, shown)) == sorted(one.id for one in forms.forms())

    first = page.locator("[data-form=tiktok]")
    first.locator(".copy-addresses").click()
    visitor.reads("Copied. You can paste it now.")
    assert page.evaluate("() => navigator.clipboard.readText()") == PLACES.split("\n")[0]
    found = first.locator("a").first
    assert found.get_attribute("href") == "https://www.tiktok.com/legal/report/privacy"
    assert {"noreferrer", "noopener"} <= set((found.get_attribute("rel") or "").split())
    assert page.locator("[data-form=stopncii] button").count() == 0
    assert page.locator("[data-form] input").count() == 0
    assert visitor.broken == []
    assert [one for one in visitor.asked if not one.startswith((address, "blob:"))] == []
    visitor.context.close()


def test_where_the_browser_does_not_let_the_page_copy_the_words_are_shown(visitor: Visitor) -> None:
    visitor.page.add_init_script("delete Navigator.prototype.clipboard")
    visitor.page.reload()
    visitor.page.locator("#adults").wait_for()
    to_papers(visitor)
    card = visitor.page.locator("[data-form=tiktok]")
    card.locator("summary").click()
    card.locator(".copy-name").click()
    visitor.reads("The browser did not let us copy.")
    assert card.locator("pre").inner_text() == "N. N."


@pytest.mark.parametrize(("locale", "tag"), [("de-DE", "de"), ("hi-IN", "hi")])
def test_nobody_signs_what_they_cannot_read(browser: Browser, address: str, locale: str, tag: str) -> None:
    visitor = visit(browser, address, locale=locale)
    page = visitor.page
    page.locator("#adults").click()
    page.locator("#begin").click()
    page.locator("input[name=role][value=self]").check()
    visitor.on()
    page.locator("#skip").click()
    page.locator("#addresses").fill("https://board.example/7")
    visitor.on()
    visitor.on()
    english = [one.own for one in law("combined").declarations]
    with language(tag):
        meant = [phrase(one) for one in english]
    assert page.locator(".statements label").all_inner_texts() == english
    assert page.locator(".statements .meaning").all_inner_texts() == meant
    assert set(english).isdisjoint(meant)
    visitor.context.close()


def test_a_letter_in_the_persons_language_is_signed_in_it(browser: Browser, address: str) -> None:
    visitor = visit(browser, address, locale="ar")
    page = visitor.page
    page.locator("#adults").click()
    page.locator("#begin").click()
    page.locator("input[name=role][value=self]").check()
    visitor.on()
    page.locator("#skip").click()
    page.locator("#addresses").fill("https://board.example/7")
    visitor.on()
    visitor.on()
    signed = page.locator(".statements label").all_inner_texts()
    notice = law("combined").notice("ar").template
    assert page.locator(".meaning").count() == 0
    assert [one for one in signed if one not in notice] == []
    assert len(signed) == len(law("combined").declarations)
    assert (
        page.locator(".statements bdi[dir=ltr]").first.inner_text()
        == law("combined").declarations[0].citation
    )
    visitor.context.close()
