"""Makes the pages of the local checks. Text goes in as text, so nothing that a site or a file says can become markup."""

from __future__ import annotations

from html import escape

from rescind.words import current, direction, languages, phrase

VOID = frozenset({"input", "meta", "link"})


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def element(tag: str, *inner: str | None, **attributes: str | bool) -> Html:
    """An element. A name's first `_` at its end is dropped, others become `-`; True is an empty attribute, False none."""
    written = "".join(_attribute(name.rstrip("_").replace("_", "-"), one) for name, one in attributes.items())
    end = "" if tag in VOID else f"{joined(*inner)}</{tag}>"
    return Html(f"<{tag}{written}>{end}")


def _attribute(name: str, value: str | bool) -> str:
    if value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value)}"'


def joined(*parts: str | None) -> Html:
    """Parts one after the other; None is nothing."""
    return Html("".join(one if isinstance(one, Html) else escape(one) for one in parts if one is not None))


def paragraph(*inner: str | None, class_: str = "") -> Html:
    """A paragraph."""
    return element("p", *inner, class_=class_ or False)


def address(text: str) -> Html:
    """An address to read, not to press: it may lead to a copy."""
    return element("bdi", text, dir="ltr")


def button(words: str, to: str, *fields: Html, class_: str = "", id_: str = "") -> Html:
    """A form with one button that hands over its fields."""
    press = element("button", words, class_=class_ or False, id=id_ or False)
    return element("form", *fields, press, method="post", action=to)


def details(summary: str, *inner: str | None, class_: str = "") -> Html:
    """Words that open when asked."""
    return element("details", element("summary", summary), *inner, class_=class_ or False)


def page(title: str, *body: str | None, leave: str) -> bytes:
    """A whole page."""
    return (top(title, leave=leave) + joined(*body) + bottom()).encode("utf-8")


def top(title: str, *, leave: str) -> Html:
    """Everything before the words of a page; `leave` is the address of the way out."""
    head = joined(
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="format-detection", content="telephone=no"),
        element("title", phrase("Notes")),
        element("link", rel="icon", href="/icon.svg", type="image/svg+xml"),
        element("link", rel="stylesheet", href="/look.css"),
        element("script", type="module", src="/leave_here.js"),
    )
    way_out = element("a", phrase("Leave now"), id="leave", class_="as-button leave", href=leave)
    return Html(
        f'<!doctype html>\n<html lang="{current()}" dir="{direction(current())}"><head>{head}</head><body>'
        f'<header class="bar"><span></span>{way_out}</header><main id="screen" class="screen">'
        f"{element('h1', title)}"
    )


def bottom() -> Html:
    """Everything after the words of a page."""
    drafted = paragraph(phrase("A machine translated this page. Nobody has checked it yet."), class_="small")
    footer = None if current() == languages()[0] else element("footer", drafted)
    return joined(Html("</main>"), footer, Html("</body></html>\n"))
