"""The states a removal request can be in, and the things that can happen to it; each happening carries its
moment.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from rescind.removal.moment import in_utc
from rescind.removal.text import check_text


class State(Enum):
    """Where a request stands. Only `advance` moves it."""

    DRAFT = "draft"
    SENT = "sent"
    INCOMPLETE = "incomplete"
    RUNNING = "running"
    GRANTED = "granted"
    REFUSED = "refused"
    GONE = "gone"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Happened:
    """Something happened at this moment; raises NotAMoment when `at` is naive. Kept in UTC."""

    at: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", in_utc(self.at))
        for words in self.words:
            check_text("history", words)

    @property
    def words(self) -> tuple[str, ...]:
        """What was said when it happened; empty when nothing was."""
        return ()


@dataclass(frozen=True, slots=True)
class Sent(Happened):
    """The asker sent the request. On their side the clock starts here."""


@dataclass(frozen=True, slots=True)
class Received(Happened):
    """The platform received it, and nothing was missing. `by` names the desk, or is empty."""

    by: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What was said when it happened."""
        return (self.by,)


@dataclass(frozen=True, slots=True)
class Incomplete(Happened):
    """The platform says something is missing: `what` holds element ids of the law, or the platform's own
    words.
    """

    what: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What was said when it happened."""
        return self.what


@dataclass(frozen=True, slots=True)
class Granted(Happened):
    """The platform decided to remove."""


@dataclass(frozen=True, slots=True)
class Refused(Happened):
    """The platform decided not to remove: a ground id of the law, or the platform's own words."""

    ground: str

    @property
    def words(self) -> tuple[str, ...]:
        """What was said when it happened."""
        return (self.ground,)


@dataclass(frozen=True, slots=True)
class Gone(Happened):
    """Somebody looked: nothing stands at the places any more."""


@dataclass(frozen=True, slots=True)
class Returned(Happened):
    """A copy is back at a place that was gone: a new round begins, and must be sent again."""


@dataclass(frozen=True, slots=True)
class Chased(Happened):
    """The asker took a next rung (`rung` is its id in the law), for example complained to a regulator."""

    rung: str

    @property
    def words(self) -> tuple[str, ...]:
        """What was said when it happened."""
        return (self.rung,)


@dataclass(frozen=True, slots=True)
class Withdrawn(Happened):
    """The asker took the request back. Nothing follows."""


Event = Sent | Received | Incomplete | Granted | Refused | Gone | Returned | Chased | Withdrawn
