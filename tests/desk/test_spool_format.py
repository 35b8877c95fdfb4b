"""A spool that an earlier version wrote is read by every later one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from django.test import override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings import desk_file

start(None)

from rescind.desk.shelf import spool  # noqa: E402 - only when Django is set up

VECTOR = Path(__file__).parent.parent.parent / "vectors" / "desk" / "spool-1.spool"
SEEN = spool.Seen(
    "uploads",
    1_795_000_000.5,
    items=(
        spool.SeenItem("upload-1", b'{"version":1}', bytes(range(32))),
        spool.SeenItem("upload-2", b'{"version":1}'),
    ),
    matches=(spool.SeenMatch("b2JqZWN0aW9u", 7, "upload-1", "block", "same", 12, bytes(range(32, 64))),),
)


def test_a_spool_of_the_first_version_is_read() -> None:
    desk = replace(desk_file.fresh("Board", "http://localhost"), sealing_key=bytes(range(32)))
    with override_settings(DESK=desk):
        (taken,) = spool.read(VECTOR, 0)
        assert taken.seen == SEEN
        assert taken.until == VECTOR.stat().st_size
        assert list(spool.read(VECTOR, taken.until)) == []


def test_another_desk_cannot_read_it() -> None:
    with override_settings(DESK=desk_file.fresh("Other", "http://localhost")):
        (taken,) = spool.read(VECTOR, 0)
        assert taken.seen is None
