"""The page of a running check, which is sent piece by piece, and the page of what it came to."""

from __future__ import annotations

from collections.abc import Iterator

from rescind.cli.checks.looks import Came
from rescind.cli.checks.markup import Html, bottom, button, details, element, joined, page, paragraph, top
from rescind.cli.checks.run import Run
from rescind.cli.checks.screens import To, below
from rescind.cli.looking import count_lines
from rescind.person.counting import Count, Outcome
from rescind.words import phrase


def running(run: Run, to: To) -> Iterator[bytes]:
    """The page of a check while it runs; at its end it leads on by itself."""
    words = joined(
        top(phrase("Looking"), leave=to("leave")),
        paragraph(phrase("Each thing is shown here as it comes. Close this tab, and it stops.")),
        button(phrase("Stop"), to("stop"), id_="stop"),
        below(to),
        Html('<div role="log" class="log">'),
    )
    end = joined(
        Html("</div>"),
        paragraph(element("a", phrase("Show what was found"), href=to("result"))),
        element("meta", http_equiv="refresh", content=f"0; url={to('result')}"),
        bottom(),
    )
    return _pieces(words, run, end)


def _pieces(words: Html, run: Run, end: Html) -> Iterator[bytes]:
    yield words.encode("utf-8")
    yield from run.follow()
    yield end.encode("utf-8")


def result(came: Came, run: Run, to: To) -> bytes:
    """What a check came to: the outcome first, then each thing, and what to do with it."""
    story = came.story
    return page(
        _outcome(story.count, run),
        *(paragraph(line) for line in count_lines(story.count)),
        _not_everything(story.count),
        _further(story.count),
        _file(came, to),
        _list(phrase("What changed"), story.changed),
        _list(phrase("Copies"), story.found),
        _use(story.pages, to) if story.pages and not story.again else None,
        _list(phrase("Not looked at"), story.gaps),
        button(phrase("Forget all of it"), to("forget"), class_="quiet", id_="forget"),
        below(to),
        leave=to("leave"),
    )


def _outcome(count: Count, run: Run) -> str:
    """The one sentence above everything. Only a check that looked at everything may say that there is nothing."""
    if count.outcome is Outcome.FOUND:
        return phrase("Copies were found")
    if run.stopped:
        return phrase("Stopped. No copy was found until then")
    if count.outcome is Outcome.NOT_EVERYTHING:
        return phrase("No copy was found, but not everything could be looked at")
    return phrase("No copy was found in what was looked at")


def _not_everything(count: Count) -> Html | None:
    if not count.skipped:
        return None
    words = phrase(
        "Not looked at: {n}. Nothing is known about these. The reasons are below.", n=count.skipped
    )
    return paragraph(words, class_="warm")


def _further(count: Count) -> Html | None:
    if not count.further:
        return None
    words = phrase(
        "{n} of the pages go on where we stopped. Look again, and say how many pages to follow.",
        n=count.further,
    )
    return paragraph(words)


def _list(title: str, cards: list[Html]) -> Html | None:
    return element("section", element("h2", title), *cards) if cards else None


def _use(pages: list[str], to: To) -> Html:
    """The addresses to copy, and the way they go into a request by themselves."""
    area = element("textarea", "\n".join(pages), id="addresses", rows="5", readonly=True, dir="ltr")
    return element(
        "section",
        element("h2", phrase("Use these in a request")),
        paragraph(
            phrase(
                "Go back to the tab with your notes. Press “Use what was found there”. Nothing is sent by that."
            )
        ),
        details(
            phrase("Or copy the addresses"),
            element(
                "div",
                element("label", phrase("Addresses, one on each line"), for_="addresses"),
                area,
                class_="field",
            ),
            paragraph(element("a", phrase("Save them as a file"), href=to("addresses"), class_="as-button")),
        ),
    )


def _file(came: Came, to: To) -> Html | None:
    """The sealed file that knows of what was seen, to be saved by the person."""
    if came.trouble:
        return paragraph(came.trouble, class_="problem")
    if came.sealed is None:
        return None
    return element(
        "section",
        element("h2", phrase("Keep it")),
        paragraph(
            phrase(
                "Your file knows of this now. Nothing is kept unless you save it. The passphrase is the same."
            )
        ),
        paragraph(element("a", phrase("Save the file"), href=to("file"), id="save", class_="as-button main")),
        paragraph(
            phrase("To go on with it, open the saved file in the tab with your notes."), class_="small"
        ),
    )
