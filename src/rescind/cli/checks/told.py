"""What a check tells, in the words and marks of a page: each thing as it comes, and what it came to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rescind.cli.checks.markup import Html, address, element, paragraph
from rescind.cli.looking import sighting_words
from rescind.cli.report import passage_words
from rescind.person.counting import Count
from rescind.person.sighting import Event, Looked, Looking, NotLooked, NotLookedAt, Sighting
from rescind.words import phrase, phrases


@dataclass
class Story:
    """What one check told, kept for the page at its end. `again` makes a page that is not there an answer and no gap."""

    tell: Callable[[Html], None]
    again: bool = False
    of_videos: frozenset[int] = frozenset()
    count: Count = field(default_factory=Count)
    found: list[Html] = field(default_factory=list)
    gaps: list[Html] = field(default_factory=list)
    changed: list[Html] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    """Where copies were seen."""

    def take(self, event: Event) -> None:
        """Tell and keep one event."""
        if self.again and isinstance(event, NotLookedAt) and event.kind is NotLooked.GONE:
            return
        self.count.take(event)
        match event:
            case Looking(file=None, page=page):
                self.tell(paragraph(phrase("Looking at:"), " ", address(page), class_="small"))
            case Looking(number=number, of=of):
                if number % 20 == 0:
                    self.tell(paragraph(phrase("{n} of {all}", n=number, all=of), class_="small"))
            case Sighting():
                self._sighting(event)
            case NotLookedAt():
                self.gap(event.file or event.page, event.reason)
            case Looked():
                self.tell(paragraph(looked_words(event), class_="small"))

    def _sighting(self, seen: Sighting) -> None:
        card = sighting_card(seen, is_video=seen.picture in self.of_videos)
        self.tell(card)
        self.found.append(card)
        if seen.page not in self.pages:
            self.pages.append(seen.page)

    def gap(self, what: str, why: str) -> None:
        """Tell and keep something that was not looked at; counting it is the caller's."""
        said = element(
            "div",
            paragraph(phrase("Not looked at:"), " ", address(what)),
            paragraph(why, class_="small"),
            class_="card gap",
        )
        self.tell(said)
        self.gaps.append(said)

    def change(self, sentence: str) -> None:
        """Tell and keep something that is different from the last time."""
        said = element("div", paragraph(element("bdi", sentence)), class_="card changed")
        self.tell(said)
        self.changed.append(said)


def sighting_card(seen: Sighting, *, is_video: bool) -> Html:
    """One copy, in words and with no picture; the page reads where it stands from the marks."""
    return element(
        "div",
        paragraph(element("strong", sighting_words(seen, is_video=is_video))),
        *(paragraph(passage_words(one, seen.media_type)) for one in seen.passages),
        paragraph(phrase("The file:"), " ", address(seen.file), class_="small"),
        paragraph(phrase("On the page:"), " ", address(seen.page), class_="small"),
        class_="card found",
        data_line=seen.place,
        data_page=seen.page,
        data_file=seen.file,
        data_seen=seen.seen_at.isoformat(),
    )


def looked_words(event: Looked) -> str:
    """What was looked at on a page that was read to its end."""
    pictures = phrases("{n} picture", "{n} pictures", event.pictures)
    if event.videos:
        videos = phrases("{n} video", "{n} videos", event.videos)
        return phrase("Looked at: {pictures}, {videos}.", pictures=pictures, videos=videos)
    return phrase("Looked at: {pictures}.", pictures=pictures)
