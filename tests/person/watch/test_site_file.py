"""A file on a site is read in pieces: rightly, each piece once, within bounds, and never two versions mixed."""

import random
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256

import pytest

from rescind.fingerprint import Enough
from rescind.net import NotFetched, Reason, open_fetch
from rescind.person.watch.site_file import BLOCK, MEGABYTE, Bounds, SiteFile, open_site_file
from tests.fakes.fetch import FakeFetch
from tests.net.parts import Shelf
from tests.net.site import Caller, Site, site

SEED = 20_261_125
START = b"\0\0\0\x20ftypisom"
ADDRESS = "https://cdn.example/a.mp4"


def _film(size: int) -> bytes:
    return (START + random.Random(SEED).randbytes(size))[:size]


def _faked(content: bytes, **bounds: int) -> tuple[SiteFile, FakeFetch]:
    fetch = FakeFetch({ADDRESS: content})
    return open_site_file(ADDRESS, fetch=fetch, bounds=Bounds(**bounds)), fetch


@pytest.mark.parametrize("size", [13, BLOCK - 1, BLOCK, 8 * BLOCK, 8 * BLOCK + 1, 30 * BLOCK + 5])
def test_whatever_is_read_of_a_file_is_what_lies_there(size: int) -> None:
    content, dice = _film(size), random.Random(size)
    file, _ = _faked(content)
    assert file.size == size
    for _ in range(200):
        offset, length = dice.randrange(size + 2), dice.choice((1, 100, BLOCK, 3 * BLOCK + 1, size))
        assert file.read_at(offset, length) == content[offset : offset + length]
    assert file.read_at(0, size) == content
    assert (file.whole, file.content(), file.digest()) == (True, content, sha256(content).hexdigest())


def test_no_byte_is_fetched_twice_and_a_small_file_in_two_requests() -> None:
    content = _film(3 * MEGABYTE)
    file, fetch = _faked(content)
    for offset in range(0, len(content), 1000):
        file.read_at(offset, 1000)
    assert (file.got, file.requests, len(fetch.asked)) == (len(content), 2, 2)


def test_reading_on_takes_larger_and_larger_steps() -> None:
    content = _film(40 * MEGABYTE)
    file, _ = _faked(content)
    for offset in range(0, len(content), 4096):
        file.read_at(offset, 4096)
    assert file.got == len(content)
    assert file.requests <= 16


def test_looking_here_and_there_fetches_little() -> None:
    content = _film(40 * MEGABYTE)
    file, _ = _faked(content)
    for offset in range(0, len(content), 4 * MEGABYTE):
        assert file.read_at(offset, 20_000) == content[offset : offset + 20_000]
    assert file.got <= 4 * MEGABYTE
    assert (file.whole, file.digest(), file.cut) == (False, "", False)


def test_the_bounds_hold_and_are_told() -> None:
    content = _film(40 * MEGABYTE)
    file, _ = _faked(content, most_bytes=2 * MEGABYTE)
    assert file.read_at(0, len(content)) == content[: 2 * MEGABYTE]
    assert (file.got, file.cut) == (2 * MEGABYTE, True)
    with pytest.raises(Enough):
        file.read_at(30 * MEGABYTE, 10)
    assert file.read_at(5, 10) == content[5:15]
    file, fetch = _faked(content, most_requests=3)
    assert [len(file.read_at(at * MEGABYTE, 10)) for at in (0, 10, 20)] == [10, 10, 10]
    with pytest.raises(Enough):
        file.read_at(30 * MEGABYTE, 10)
    assert (file.cut, len(fetch.asked)) == (True, 3)


def test_a_site_that_says_its_file_is_endless_costs_no_time() -> None:
    endless = Shelf(_film(8 * BLOCK)).part(0, 8 * BLOCK - 1, said=f"bytes 0-{8 * BLOCK - 1}/{10**15 - 1}")
    with site(lambda caller: caller.say(endless)) as here, open_fetch(allow_local=True) as fetch:
        file = open_site_file(f"{here.address}/a.mp4", fetch=fetch, bounds=Bounds())
        assert (file.size, file.whole, len(file.content())) == (10**15 - 1, False, 8 * BLOCK)
        with pytest.raises(NotFetched):
            file.read_at(10**14, 100)


@dataclass
class _Bent:
    """A shelf whose answers from the second on are bent by a test."""

    shelf: Shelf
    answers: list[bytes] = field(default_factory=list)

    def __call__(self, caller: Caller) -> None:
        if self.shelf.parts and self.answers:
            caller.say(self.answers.pop(0))
        else:
            self.shelf(caller)


def _reason(bent: _Bent) -> Reason:
    with site(bent) as here, open_fetch(allow_local=True, timeout=5) as fetch:
        file = open_site_file(f"{here.address}/a.mp4", fetch=fetch, bounds=Bounds())
        with pytest.raises(NotFetched) as refused:
            file.read_at(20 * MEGABYTE, 100)
        return refused.value.reason


def _at(shelf: Shelf, offset: int, *, said: str = "", length: int = 4 * BLOCK) -> bytes:
    return Shelf(shelf.content, etag=shelf.etag).part(offset, offset + length - 1, said=said)


def test_a_file_that_changes_or_is_another_part_than_asked_for_is_left() -> None:
    content = _film(24 * MEGABYTE)
    shelf, newer, at = Shelf(content), Shelf(content, etag='"two"'), 20 * MEGABYTE
    whole_again = newer.all()
    assert _reason(_Bent(Shelf(content), [whole_again])) is Reason.CHANGED
    assert _reason(_Bent(Shelf(content), [_at(newer, at)])) is Reason.CHANGED
    longer = f"bytes {at}-{at + 4 * BLOCK - 1}/{len(content) + 1}"
    assert _reason(_Bent(Shelf(content), [_at(shelf, at, said=longer)])) is Reason.CHANGED
    assert _reason(_Bent(Shelf(content), [_at(shelf, at - BLOCK)])) is Reason.WRONG_PART


def test_a_site_that_gives_less_than_a_block_is_asked_no_further() -> None:
    content = _film(24 * MEGABYTE)
    bent = _Bent(Shelf(content), [_at(Shelf(content), 20 * MEGABYTE, length=100)])
    with site(bent) as here, open_fetch(allow_local=True) as fetch:
        file = open_site_file(f"{here.address}/a.mp4", fetch=fetch, bounds=Bounds())
        with pytest.raises(Enough):
            file.read_at(20 * MEGABYTE, 50)
        assert (file.cut, file.requests) == (True, 2)


def _giving_the_whole(content: bytes) -> tuple[SiteFile, Site]:
    shelf = Shelf(content)
    with site(lambda caller: caller.say(shelf.all())) as here, open_fetch(allow_local=True) as fetch:
        file = open_site_file(f"{here.address}/a.mp4", fetch=fetch, bounds=Bounds(most_bytes=MEGABYTE))
        assert file.read_at(0, 1000) == content[:1000]
        with suppress(Enough):
            assert file.read_at(len(content) - 10, 10) == content[-10:]
        return file, here


def test_a_site_that_gives_no_parts_is_asked_once_and_read_as_far_as_it_may_be() -> None:
    small, large = _film(MEGABYTE - 1), _film(3 * MEGABYTE)
    file, here = _giving_the_whole(small)
    assert (file.whole, file.content(), file.cut, len(here.paths)) == (True, small, False, 1)
    file, here = _giving_the_whole(large)
    assert (file.whole, file.size, file.cut, len(here.paths)) == (False, len(large), True, 1)
    assert file.content() == large[:MEGABYTE]


def test_a_file_that_was_sent_on_is_read_where_it_lies() -> None:
    shelf = Shelf(_film(24 * MEGABYTE))

    def answer(caller: Caller) -> None:
        if caller.path == "/there":
            shelf(caller)
        else:
            caller.say(b"HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n")

    with site(answer) as here, open_fetch(allow_local=True) as fetch:
        file = open_site_file(f"{here.address}/here", fetch=fetch, bounds=Bounds())
        assert file.read_at(20 * MEGABYTE, 100) == shelf.content[20 * MEGABYTE :][:100]
        assert here.paths == ["/here", "/there", "/there"]
