"""The one bounded way to call out: which addresses may be called, how long, how much, how often; and the one way to be
called, by a browser on this computer.

`open_fetch` gives a `Fetch`; a `Fetch` returns what an address answered or raises `NotFetched` with a reason.
Why it is as it is: docs/decisions/0006-fetching.md.
"""

from rescind.net.address import MOST_CHARACTERS, Target, joined, target
from rescind.net.answer import USER_AGENT, Fetched
from rescind.net.fetch import Fetch, open_fetch
from rescind.net.handed import Form, HandedFile
from rescind.net.kinds import (
    EITHER,
    FIRST_BYTES,
    HTML,
    PAGES,
    PICTURES,
    PLAYLIST,
    SVG,
    VIDEOS,
    Kinds,
    media_type,
    sniff,
)
from rescind.net.listening import try_to_listen
from rescind.net.outside import Outside
from rescind.net.post import Posted, post
from rescind.net.reasons import NotFetched, Reason, sentence
from rescind.net.showing import Door, Given, SentOn, showing
from rescind.net.span import Portion, Span, content_range, mark_of

__all__ = [
    "EITHER",
    "FIRST_BYTES",
    "HTML",
    "MOST_CHARACTERS",
    "PAGES",
    "PICTURES",
    "PLAYLIST",
    "SVG",
    "USER_AGENT",
    "VIDEOS",
    "Door",
    "Fetch",
    "Fetched",
    "Form",
    "Given",
    "HandedFile",
    "Kinds",
    "NotFetched",
    "Outside",
    "Portion",
    "Posted",
    "Reason",
    "SentOn",
    "Span",
    "Target",
    "content_range",
    "joined",
    "mark_of",
    "media_type",
    "open_fetch",
    "post",
    "sentence",
    "showing",
    "sniff",
    "target",
    "try_to_listen",
]
