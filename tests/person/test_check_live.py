"""A check of real pictures, fetched from a real site on loopback, by the real eyes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rescind import fingerprint
from rescind.net import open_fetch
from rescind.person.check import Mine, check
from rescind.person.places import parse
from rescind.person.sighting import Looked, NotLooked, NotLookedAt, Sighting
from tests.net.site import Caller, Site, reply, site

SAMPLES = Path(__file__).parents[1] / "samples" / "images"
COPIES = ("base-dogs.jpg", "copy-half.jpg", "copy-q30.jpg", "copy-mirror.jpg")
OTHERS = (
    "base-cat.jpg",
    "base-coffee.jpg",
    "plain.heic",
    "plain.avif",
    "lossy.webp",
    "grey16.png",
    "animated.gif",
)
UNCLEAR = ("truncated-header.jpg", "bomb-400mp.png", "text.jpg")
PLAIN = ("white.jpg", "1x1.png")


@pytest.fixture(scope="module")
def board() -> Iterator[Site]:
    names = (*COPIES, *OTHERS, *UNCLEAR, *PLAIN)
    page = f"<!doctype html><title>Thread 7</title>{''.join(f'<img src=/pictures/{name}>' for name in names)}".encode()

    def answer(caller: Caller) -> None:
        name = caller.path.rpartition("/")[2]
        if caller.path == "/thread/7":
            caller.say(reply(page, "Server: board", "Set-Cookie: seen=1"))
        elif name in names:
            caller.say(reply((SAMPLES / name).read_bytes(), "ETag: x", kind="application/octet-stream"))
        else:
            caller.say(reply(b"", status="410 Gone"))

    with site(answer) as here:
        yield here


def test_every_copy_is_found_no_stranger_is_and_the_rest_is_told(board: Site) -> None:
    mine = Mine(1, fingerprint.of_image((SAMPLES / "base-dogs.jpg").read_bytes()))
    places = parse([f"{board.address}/thread/7", f"{board.address}/thread/8"])
    with open_fetch(allow_local=True) as fetch:
        events = list(check([mine], places, fetch=fetch, clock=lambda: datetime.now(UTC)))
    found = {event.file.rpartition("/")[2]: event for event in events if isinstance(event, Sighting)}
    missed = [
        (event.page if event.file is None else event.file, event.kind)
        for event in events
        if isinstance(event, NotLookedAt)
    ]
    (looked,) = (event for event in events if isinstance(event, Looked))
    assert sorted(found) == sorted(COPIES)
    assert found["copy-mirror.jpg"].turn == "mirrored"
    assert found["base-dogs.jpg"].distance == 0
    assert found["copy-half.jpg"].media_type == "image/jpeg"
    assert ("etag", "x") in found["copy-half.jpg"].headers
    assert missed == [
        *((f"{board.address}/pictures/{name}", NotLooked.UNCLEAR) for name in UNCLEAR[:2]),
        (f"{board.address}/pictures/{UNCLEAR[2]}", NotLooked.WRONG_KIND),
        (f"{board.address}/thread/8", NotLooked.GONE),
    ]
    assert (looked.pictures, looked.plain, looked.sighted) == (
        len(COPIES) + len(OTHERS),
        len(PLAIN),
        len(COPIES),
    )
