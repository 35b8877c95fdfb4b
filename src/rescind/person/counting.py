"""What a check came to, in numbers, and which of three outcomes it is. What was not looked at is never clean."""

from dataclasses import dataclass, field
from enum import Enum

from rescind.person.sighting import Event, Looked, NotLookedAt, Sighting


class Outcome(Enum):
    """How a check ended."""

    FOUND = "found"
    """A copy was seen."""
    NOT_EVERYTHING = "not-everything"
    """No copy was seen, and something could not be looked at: nothing is known about that."""
    NOTHING = "nothing"
    """Everything was looked at, and no copy was seen."""


@dataclass
class Count:
    """Counts events as they come. `skipped` is what was not looked at."""

    pages: int = 0
    pictures: int = 0
    videos: int = 0
    plain: int = 0
    drawings: int = 0
    found: int = 0
    skipped: int = 0
    _read: set[str] = field(default_factory=set)
    _following: set[str] = field(default_factory=set)

    def take(self, event: Event) -> None:
        """Count one event."""
        match event:
            case Sighting():
                self.found += 1
            case NotLookedAt():
                self.skipped += event.count
            case Looked():
                self.pages += 1
                self.pictures += event.pictures
                self.videos += event.videos
                self.plain += event.plain
                self.drawings += event.drawings
                self._read |= {event.page, event.address}
                self._following |= {event.next_page} if event.next_page else set()

    @property
    def further(self) -> int:
        """Return how many pages go on where the check stopped."""
        return len(self._following - self._read)

    @property
    def outcome(self) -> Outcome:
        """Return which of the three it is so far."""
        if self.found:
            return Outcome.FOUND
        return Outcome.NOT_EVERYTHING if self.skipped else Outcome.NOTHING
