"""The page for everybody: screen readers, the keyboard alone, narrow screens, large letters, dark and light."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.page.browser import ROOT, Visitor, agree, keep_picture, say_who, start, visit

SERIOUS = ("serious", "critical")
SCREENS = (
    "age",
    "start",
    "who",
    "pictures",
    "places",
    "law",
    "declare",
    "reason",
    "contact",
    "papers",
    "save",
    "after",
)


def walk(visitor: Visitor, samples: Path) -> Iterator[str]:
    """Go the whole way, and yield the name of each screen while it is shown."""
    page = visitor.page
    yield "age"
    page.locator("#adults").click()
    yield "start"
    page.locator("#begin").click()
    yield "who"
    page.locator("input[value=self]").check()
    visitor.on()
    page.set_input_files("#files", [samples / "images" / name for name in ("base-cat.jpg", "text.jpg")])
    page.locator(".tile button").nth(2).wait_for()
    yield "pictures"
    visitor.on()
    page.locator("#addresses").fill(
        "https://board.example/" + "a-long-address-" * 9 + "\nthe group called Board"
    )
    yield "places"
    visitor.on()
    yield "law"
    visitor.on()
    yield "declare"
    agree(visitor)
    yield "reason"
    visitor.on()
    page.locator("input[name=name]").fill("N. N.")
    page.locator("input[name=contact]").fill("reply@mail.example")
    yield "contact"
    visitor.on()
    yield "papers"
    visitor.on()
    yield "save"
    visitor.on()
    yield "after"


def come_back(visitor: Visitor) -> Iterator[str]:
    """Stop because somebody was under 18, or come back with a file, and yield the name of each screen on these ways."""
    page = visitor.page
    page.locator("#minors").click()
    yield "under"
    page.reload()
    page.locator("#adults").click()
    page.locator("#open").click()
    page.set_input_files("#case", ROOT / "vectors" / "casefile" / "v1-quick.case")
    page.locator("#passphrase").fill("these words open the sample file")
    yield "open"
    page.locator("#unseal").click()
    page.locator("#more").wait_for()
    yield "overview"
    page.locator("#forms").click()
    yield "forms"


def faults(visitor: Visitor, axe: Path) -> list[str]:
    """What the checker finds serious on this screen."""
    visitor.page.evaluate(axe.read_text("utf-8"))
    found: dict[str, Any] = visitor.page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{one['id']}: {node['target']}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


TONGUES = ("en", "es", "fr", "de", "pt", "ar", "hi")


@pytest.mark.parametrize(("tongue", "scheme"), [("en", "dark"), *((tongue, "light") for tongue in TONGUES)])
def test_no_screen_has_a_serious_fault(
    browser: Browser, address: str, samples: Path, axe: Path, tongue: str, scheme: str
) -> None:
    options = {"color_scheme": scheme, "reduced_motion": "reduce", "bypass_csp": True, "locale": tongue}
    visitor = visit(browser, address, **options)
    found = looked_at(visitor, walk(visitor, samples), axe, tongue, scheme)
    assert tuple(found) == SCREENS
    back = visit(browser, address, **options)
    found |= looked_at(back, come_back(back), axe, tongue, scheme)
    assert {name: serious for name, serious in found.items() if serious} == {}
    for one in (visitor, back):
        assert one.broken == []
        one.context.close()


def looked_at(
    visitor: Visitor, screens: Iterator[str], axe: Path, tongue: str, scheme: str
) -> dict[str, list[str]]:
    """What the checker finds on each of these screens, which stand in this language; a picture of each is kept."""
    found: dict[str, list[str]] = {}
    for name in screens:
        assert visitor.page.locator("html").get_attribute("lang") == tongue
        assert visitor.page.locator("html").get_attribute("dir") == ("rtl" if tongue == "ar" else "ltr")
        found[name] = faults(visitor, axe)
        keep_picture(visitor, f"{tongue}-{scheme}-{name}")
    return found


@pytest.mark.parametrize(("width", "scale"), [(320, 1), (640, 2)])
def test_nothing_is_cut_off_on_a_narrow_screen_or_with_letters_twice_as_large(
    browser: Browser, address: str, samples: Path, width: int, scale: int
) -> None:
    visitor = visit(browser, address, viewport={"width": width, "height": 640})
    wide = {}
    for name in walk(visitor, samples):
        visitor.page.evaluate(f"() => {{ document.documentElement.style.fontSize = '{112.5 * scale}%'; }}")
        over = visitor.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if over > 0:
            wide[name] = over
    assert wide == {}
    visitor.context.close()


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_way_out_stays_whole_where_a_phone_shows_everything_twice_as_large(
    browser: Browser, address: str, tongue: str
) -> None:
    visitor = visit(browser, address, viewport={"width": 180, "height": 370}, locale=tongue)
    way_out = visitor.page.locator(".leave")
    lines = way_out.evaluate(
        "(one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)"
    )
    assert lines < 3
    assert visitor.page.evaluate("() => document.documentElement.scrollWidth") <= 180
    visitor.context.close()


def test_the_whole_way_with_the_keyboard_alone(visitor: Visitor) -> None:
    press, page = visitor.page.keyboard.press, visitor.page

    def to(selector: str, key: str = "Enter") -> None:
        until(selector)
        press(key)

    def until(selector: str) -> None:
        """Press Tab until this has the focus."""
        for _ in range(60):
            press("Tab")
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(selector)

    follow(until, press)
    page.keyboard.type("https://board.example/thread/7")
    to("#next")
    to("#next")
    for _ in range(page.locator("input[name=declared]").count()):
        to("input[name=declared]:not(:checked)", "Space")
    to("#next")
    to("#next")
    until("input[name=name]")
    page.keyboard.type("N. N.")
    until("input[name=contact]")
    page.keyboard.type("reply@mail.example")
    to("#next")
    assert visitor.title() == "Your letters are ready"


def follow(until: Callable[[str], None], press: Callable[[str], None]) -> None:
    """From the first question to the places."""
    for selector in ("#adults", "#begin"):
        until(selector)
        press("Enter")
    until("input[name=role]")
    press("Space")
    for selector in ("#next", "#skip"):
        until(selector)
        press("Enter")
    until("#addresses")


def test_the_question_is_where_a_screen_reader_goes_on(visitor: Visitor) -> None:
    start(visitor)
    assert visitor.page.evaluate("() => document.activeElement.tagName") == "H1"
    say_who(visitor)
    assert (
        visitor.page.evaluate("() => document.activeElement.textContent")
        == "Do you have the pictures or videos on this device?"
    )


def test_what_is_in_the_way_is_said_aloud(visitor: Visitor) -> None:
    start(visitor)
    visitor.on()
    assert visitor.page.get_by_role("alert").inner_text() == "Please choose one of the two."
    visitor.page.locator("input[value=self]").check()
    assert visitor.page.locator("#problem").text_content() == ""
