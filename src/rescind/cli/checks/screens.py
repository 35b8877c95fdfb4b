"""The questions of the local checks, one a page: everyone an adult? the passphrase, and what will be called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from rescind.cli.checks.handed import Visit
from rescind.cli.checks.markup import (
    Html,
    address,
    button,
    details,
    element,
    joined,
    page,
    paragraph,
)
from rescind.net import target
from rescind.person import places_to_go
from rescind.person.again import places_again
from rescind.person.case import Case
from rescind.person.case_look import mine_in, split_gone, whole_only
from rescind.person.places import WebPlace, parse
from rescind.words import phrase, phrases

To = Callable[[str], str]
"""The address of one of these pages."""


def nothing_screen(to: To) -> bytes:
    """There is nothing to look at: it was never handed over, or it was forgotten."""
    return page(
        phrase("There is nothing here"),
        paragraph(phrase("Nothing is kept here. You can close this tab.")),
        paragraph(phrase("To look at pages, go back to the tab with your notes and choose it there.")),
        leave=to("leave"),
    )


def busy_screen(to: To) -> bytes:
    """Another check runs."""
    return page(
        phrase("A check is running already"),
        paragraph(phrase("Only one runs at a time. Wait until it ends, or stop it. Then choose it again.")),
        element("p", element("a", phrase("Show the check that is running"), href=to("look"))),
        button(phrase("Stop it"), to("stop"), id_="stop"),
        below(to),
        leave=to("leave"),
    )


def age_screen(to: To) -> bytes:
    """The first question, before anything is read or called."""
    yes = button(
        phrase("Yes, everyone was 18 or over"),
        to("age"),
        _hidden("adults", "yes"),
        class_="big",
        id_="adults",
    )
    no = button(
        phrase("No, or I am not sure"), to("age"), _hidden("adults", "no"), class_="big", id_="minors"
    )
    return page(
        phrase("Was everyone shown 18 or over when the pictures were made?"),
        paragraph(phrase("You did nothing wrong. You can stop at any time."), class_="lead"),
        paragraph(phrase("This comes first because it decides who may lawfully help.")),
        element("div", yes, no, class_="choices"),
        people(),
        leave=to("leave"),
    )


def under_screen(to: To) -> bytes:
    """Somebody shown was under 18: everything was forgotten, and this is where to go."""
    return page(
        phrase("We stop here"),
        paragraph(
            phrase(
                "You did nothing wrong. Pictures of someone under 18 may only be handled by these services, "
                "and they are good at it."
            ),
            class_="lead",
        ),
        paragraph(phrase("Nothing is kept here.")),
        paragraph(phrase("Do not copy, send or screenshot the pictures, not even as proof."), class_="warm"),
        _services(places_to_go.under_18()),
        paragraph(phrase("In danger right now? Call your emergency number.")),
        leave=to("leave"),
    )


def passphrase_screen(to: To, trouble: str = "") -> bytes:
    """The passphrase of the sealed file; `trouble` is why the last one did not open it."""
    field = element(
        "input", type="password", name="passphrase", id="passphrase", autocomplete="off", spellcheck="false"
    )
    label = element("label", phrase("Your passphrase"), for_="passphrase")
    why = phrase("It opens your file here, on this computer. It is forgotten when the check ends.")
    return page(
        phrase("Open your file"),
        paragraph(phrase("To look again, this program needs to know what is in your file.")),
        element("div", trouble, class_="problem", role="alert") if trouble else None,
        button(
            phrase("Open it"),
            to("open"),
            element("div", label, paragraph(why, class_="why"), field, class_="field"),
            class_="main",
            id_="unseal",
        ),
        _not_now(to),
        below(to),
        leave=to("leave"),
    )


def before_screen(visit: Visit, to: To) -> bytes:
    """What will be called, before anything is."""
    if visit.case is not None:
        return _before_case(visit.case, to)
    own = phrases(
        "{n} file of yours is looked for. It stays in this program's memory.",
        "{n} files of yours are looked for. They stay in this program's memory.",
        len(visit.files),
    )
    others = [element("li", element("bdi", word)) for word, _ in visit.not_places]
    return _before(
        visit.places,
        paragraph(own),
        paragraph(phrase("These lines are no web addresses. They cannot be looked at from here:"))
        if others
        else None,
        element("ul", *others) if others else None,
        to=to,
        is_something=bool(visit.places),
    )


def _before_case(case: Case, to: To) -> bytes:
    there, _ = split_gone(places_again(case))
    parsed = parse(there)
    web = [one for one in parsed if isinstance(one, WebPlace)]
    here = phrases(
        "{n} saved page or file on this computer is read too.",
        "{n} saved pages or files on this computer are read too.",
        len(parsed) - len(web),
    )
    old = phrase(
        "Crops and other edited copies of these pictures are not found yet: {numbers}.",
        numbers=", ".join(map(str, whole_only(case))),
    )
    return _before(
        web,
        paragraph(here) if len(parsed) > len(web) else None,
        paragraph(old, class_="small") if whole_only(case) else None,
        to=to,
        is_something=bool(parsed and mine_in(case)),
    )


def _before(web: Iterable[WebPlace], *more: Html | None, to: To, is_something: bool) -> bytes:
    """What will be called, with the button that begins."""
    hosts = Counter(target(one.address).host for one in web)
    rows = [
        element("li", address(host), " ", phrases("({n} page)", "({n} pages)", count))
        for host, count in hosts.items()
    ]
    called = joined(
        paragraph(phrase("These sites will be called, from this computer:")),
        element("ul", *rows, id="hosts"),
        paragraph(
            phrase(
                "They can see this computer's address on the internet, and that a program asks. A page can name "
                "pictures that lie on another site; that one is called too."
            ),
            class_="warm",
        ),
        paragraph(phrase("It goes slowly, one request after the other. You can stop at any time.")),
    )
    begin = button(phrase("Look now"), to("look"), _pages_field(), class_="main", id_="begin")
    nothing = paragraph(phrase("There is nothing to look at or to look for."), class_="problem")
    return page(
        phrase("Before anything is called"),
        called if rows else None,
        *more,
        begin if is_something else nothing,
        _not_now(to),
        below(to),
        leave=to("leave"),
    )


def _pages_field() -> Html:
    """How far to follow the pages that a page says come after it."""
    field = element("input", type="number", name="pages", id="pages", min="1", max="1000", value="1")
    return details(
        phrase("Threads and galleries with many pages"),
        element(
            "div",
            element("label", phrase("Follow each page's own “next” this many pages"), for_="pages"),
            field,
            class_="field",
        ),
    )


def _not_now(to: To) -> Html:
    return button(phrase("Not now. Forget all of it"), to("forget"), class_="quiet", id_="forget")


def _hidden(name: str, value: str) -> Html:
    return element("input", type="hidden", name=name, value=value)


def below(to: To) -> Html:
    """What stands below every page after the first question: who helps, and the way for somebody under 18."""
    words = phrase("Somebody shown was under 18")
    way = button(words, to("age"), _hidden("adults", "no"), class_="plain-link", id_="under-18")
    return joined(people(), way)


def people() -> Html:
    """The people who help, closed at first."""
    return details(
        phrase("People who help"),
        paragraph(phrase("Free and in confidence. You can stop at any time.")),
        _services(places_to_go.helplines()),
        paragraph(phrase("In danger right now? Call your emergency number.")),
        class_="help",
    )


def _services(services: Iterable[places_to_go.Service]) -> Html:
    rows = (
        element(
            "li",
            element("strong", element("bdi", one.name)),
            f" ({one.country})" if one.country != places_to_go.WORLD else None,
            element("div", element("bdi", one.contact)),
            element("div", element("bdi", one.hours), class_="small") if one.hours else None,
        )
        for one in services
    )
    return element("ul", *rows, class_="services")
