"""An index finds every entry within the distance and nothing else, whatever was added, taken out, merged, closed, cut off
or done by somebody else before.
"""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rescind.match import (
    Entry,
    IdTaken,
    Index,
    IndexClosed,
    MatchError,
    Near,
    Nearby,
    NotAFingerprint,
    NotAnEntry,
    ScanIndex,
)

IDS = st.one_of(st.integers(0, 30), st.integers((1 << 64) - 3, (1 << 64) - 1))
TAGS = st.sampled_from((0, 1, 2, 65535))
BITS = st.builds(
    lambda places, inverted: (sum(1 << place for place in places) ^ (-inverted % (1 << 256))).to_bytes(
        32, "big"
    ),
    st.sets(st.integers(0, 255), max_size=6),
    st.booleans(),
)
RADII = st.sampled_from((0, 1, 5, 12, 31, 50, 250, 256))
ENTRIES = st.lists(st.tuples(IDS, BITS, TAGS), max_size=12)
Records = dict[int, Entry]


def apart(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


def near_in(entries: Records, bits: bytes, within: int | Mapping[int, int]) -> tuple[Near, ...]:
    allowed = (lambda _: within) if isinstance(within, int) else (lambda tag: within.get(tag, -1))
    found = [Near(apart(bits, one.bits), one.id, one.tag) for one in entries.values()]
    return tuple(sorted(one for one in found if one.distance <= allowed(one.tag)))


class AgainstAPlainList(RuleBasedStateMachine):
    """Every step is done to the index and to a dictionary that is searched entry by entry."""

    index: Index | ScanIndex

    def __init__(self) -> None:
        super().__init__()
        self.entries: Records = {}
        self.before: Records = {}
        self.start()

    def start(self) -> None:
        self.index = ScanIndex()

    @rule(id=IDS, bits=BITS, tag=TAGS)
    def add(self, id: int, bits: bytes, tag: int) -> None:  # noqa: A002
        self.remember()
        if id in self.entries:
            with pytest.raises(IdTaken):
                self.index.add(id, bits, tag)
        else:
            self.index.add(id, bits, tag)
            self.entries[id] = Entry(id, bits, tag)

    @rule(given=ENTRIES, in_one=st.booleans(), collide=st.booleans())
    def add_many(self, given: list[tuple[int, bytes, int]], in_one: bool, collide: bool) -> None:
        self.remember()
        if not collide:
            given = [one for one in {one[0]: one for one in given}.values() if one[0] not in self.entries]
        ids, prints, tags = [one[0] for one in given], [one[1] for one in given], [one[2] for one in given]
        if len(set(ids)) < len(ids) or set(ids) & set(self.entries):
            with pytest.raises(IdTaken):
                self.index.add_many(ids, prints, tags)
        else:
            self.index.add_many(ids, b"".join(prints) if in_one else prints, tags)
            self.entries.update({one[0]: Entry(*one) for one in given})

    @rule(id=IDS)
    def discard(self, id: int) -> None:  # noqa: A002
        self.remember()
        self.index.discard(id)
        self.entries.pop(id, None)

    @rule(ids=st.lists(IDS, max_size=8))
    def discard_many(self, ids: list[int]) -> None:
        self.remember()
        self.index.discard_many(ids)
        self.entries = {id_: one for id_, one in self.entries.items() if id_ not in ids}

    @rule(bits=BITS, within=st.one_of(RADII, st.dictionaries(TAGS, RADII, max_size=3)))
    def near(self, bits: bytes, within: int | dict[int, int]) -> None:
        assert self.index.near(bits, within) == Nearby(near_in(self.entries, bits, within))

    @rule(prints=st.lists(BITS, max_size=4), within=RADII)
    def near_many(self, prints: list[bytes], within: int) -> None:
        expected = [Nearby(near_in(self.entries, bits, within)) for bits in prints]
        assert self.index.near_many(prints, within) == expected

    @rule(bits=BITS, within=RADII, at_most=st.integers(0, 5))
    def near_at_most(self, bits: bytes, within: int, at_most: int) -> None:
        expected = near_in(self.entries, bits, within)
        found = self.index.near(bits, within, at_most=at_most)
        assert found.more == (len(expected) > at_most)
        assert len(found) == min(at_most, len(expected))
        assert set(found) <= set(expected)

    @rule(id=IDS)
    def look_up(self, id: int) -> None:  # noqa: A002
        assert self.index.get(id) == self.entries.get(id)
        assert (id in self.index) == (id in self.entries)

    @invariant()
    def everything_is_there(self) -> None:
        assert len(self.index) == len(self.entries)
        assert list(self.index.entries()) == sorted(self.entries.values(), key=lambda one: one.id)

    def remember(self) -> None:
        self.before = dict(self.entries)


class OnTheDisk(AgainstAPlainList):
    """The same for files: merged, closed, opened by two, and cut off in the middle of the last change."""

    index: Index

    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.merge_from: int | None = None
        self.index = Index.open(self.folder / "index", merge_from=None)
        self.others: list[Index] = []
        self.journal_before: dict[str, int] = {}

    def teardown(self) -> None:
        for index in (self.index, *self.others):
            index.close()
        shutil.rmtree(self.folder)

    @rule()
    def merge(self) -> None:
        self.index.merge()

    @rule(merge_from=st.sampled_from((None, 8)))
    def reopen(self, merge_from: int | None) -> None:
        self.index.close()
        self.index = Index.open(self.folder / "index", merge_from=merge_from)

    @precondition(lambda self: len(self.others) < 2)
    @rule()
    def open_another(self) -> None:
        self.others.append(self.index)
        self.index = Index.open(self.folder / "index", merge_from=None)

    @precondition(lambda self: self.others)
    @rule()
    def change_over(self) -> None:
        self.others.insert(0, self.index)
        self.index = self.others.pop()

    @rule(share=st.floats(0, 1))
    def cut(self, share: float) -> None:
        """A copy whose journal ends anywhere within the last change is what was before it, or after it."""
        self.come_to_rest()
        copy = self.folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder / "index", copy)
        [journal] = copy.glob("*.journal")
        size = journal.stat().st_size
        began = self.journal_before.get(journal.name, size)
        end = began + round(share * (size - began))
        with journal.open("r+b") as file:
            file.truncate(end)
        with Index.open(copy, merge_from=None) as index:
            state = {one.id: one for one in index.entries()}
            assert state == (self.entries if end == size else self.before)
            index.add(77, bytes(32))
            assert {one.id: one for one in index.entries()} == state | {77: Entry(77, bytes(32))}
        with Index.open(copy) as index:
            assert {one.id: one for one in index.entries()} == state | {77: Entry(77, bytes(32))}
            index.verify()

    def come_to_rest(self) -> None:
        """Closing waits for a merge that goes on aside."""
        for index in (self.index, *self.others):
            index.close()
        self.index = Index.open(self.folder / "index", merge_from=None)
        self.others = [Index.open(self.folder / "index", merge_from=None) for _ in self.others]

    def remember(self) -> None:
        super().remember()
        self.journal_before = {
            one.name: one.stat().st_size for one in (self.folder / "index").glob("*.journal")
        }

    @rule()
    def verify(self) -> None:
        self.index.verify()


TestScanIndex = AgainstAPlainList.TestCase
TestScanIndex.settings = settings(max_examples=50, stateful_step_count=40, derandomize=True, deadline=None)
TestIndex = OnTheDisk.TestCase
TestIndex.settings = settings(max_examples=50, stateful_step_count=40, derandomize=True, deadline=None)


@pytest.fixture(params=["in memory", "on the disk"])
def index(request: pytest.FixtureRequest, tmp_path: Path):
    if request.param == "in memory":
        yield ScanIndex()
    else:
        with Index.open(tmp_path / "index") as made:
            yield made


def test_an_empty_index_finds_nothing(index: Index) -> None:
    assert index.near(bytes(32), 256) == Nearby(())
    assert index.near_many([], 31) == []


def test_a_new_entry_is_found_by_the_next_question_among_many(index: Index) -> None:
    index.add_many(range(5000), b"".join(number.to_bytes(32, "big") for number in range(5000)))
    index.add(7000, b"\xff" * 32, 3)
    assert index.near(b"\xff" * 31 + b"\xfe", 1).found == (Near(1, 7000, 3),)
    index.discard(7000)
    assert index.near(b"\xff" * 31 + b"\xfe", 1).found == ()
    assert len(index) == 5000


def test_what_is_not_a_fingerprint_is_refused(index: Index) -> None:
    for wrong in (b"", bytes(31), bytes(64)):
        with pytest.raises(NotAFingerprint):
            index.add(1, wrong)
        with pytest.raises(MatchError):
            index.near(wrong, 31)
        with pytest.raises(NotAFingerprint):
            index.add_many([1], [wrong])
    with pytest.raises(NotAFingerprint):
        index.add_many([1], bytes(33))
    assert len(index) == 0


def test_numbers_that_do_not_fit_are_refused(index: Index) -> None:
    refused: list[Callable[[], None]] = [
        lambda: index.add(-1, bytes(32)),
        lambda: index.add(1 << 64, bytes(32)),
        lambda: index.add(1, bytes(32), 65536),
        lambda: index.add(1, bytes(32), -1),
        lambda: index.add_many([-1], bytes(32)),
        lambda: index.add_many([1 << 64], bytes(32)),
        lambda: index.add_many(np.array([-1]), bytes(32)),
        lambda: index.add_many([1.5], bytes(32)),
        lambda: index.add_many([1, 2], bytes(32)),
        lambda: index.add_many([1], bytes(32), [1, 2]),
        lambda: index.add_many([1], bytes(32), 65536),
        lambda: index.add_many([1], bytes(32), [-1]),
        lambda: index.discard_many([-1]),
        lambda: index.discard_many(["1"]),
    ]
    for refuse in refused:
        with pytest.raises(NotAnEntry):
            refuse()
    assert len(index) == 0


def test_bytes_are_numbers_too(index: Index) -> None:
    index.add_many(bytes(range(8)), bytes(8 * 32), bytes([7] * 8))
    index.discard_many(bytes([1, 2]))
    assert [(one.id, one.tag) for one in index.entries()] == [(id_, 7) for id_ in (0, *range(3, 8))]


def test_of_many_with_one_taken_none_is_added(index: Index) -> None:
    index.add(5, bytes(32))
    with pytest.raises(IdTaken):
        index.add_many(range(10), bytes(320))
    with pytest.raises(IdTaken):
        index.add_many([11, 11], bytes(64))
    assert [one.id for one in index.entries()] == [5]


def test_every_error_is_a_sentence(index: Index) -> None:
    index.add(5, bytes(32))
    with pytest.raises(IdTaken) as refused:
        index.add(5, bytes(32))
    assert str(refused.value) == "A fingerprint with this number is in the index already."


def test_a_closed_index_says_so(tmp_path: Path) -> None:
    index = Index.open(tmp_path / "index")
    index.close()
    index.close()
    with pytest.raises(IndexClosed):
        index.near(bytes(32), 31)
    with pytest.raises(IndexClosed):
        index.add(1, bytes(32))
    with pytest.raises(IndexClosed):
        index.merge()


def test_many_at_once_become_a_base_and_keep_what_was_there(tmp_path: Path) -> None:
    chance = np.random.default_rng(5)
    first, second = chance.bytes(32 * 300), chance.bytes(32 * 6000)
    with Index.open(tmp_path / "index", merge_from=1000) as index:
        index.add_many(range(0, 600, 2), first, 7)
        index.discard(4)
        index.add_many(np.arange(600, 6600), second)
        index.verify()
        assert len(index) == 6299
        assert index.near(second[-32:], 0).found == (Near(0, 6599, 0),)
        assert index.near(first[:32], 0).found == (Near(0, 0, 7),)
        assert index.get(4) is None
        with pytest.raises(IdTaken):
            index.add_many(np.arange(6599, 8000), chance.bytes(32 * 1401))
        assert len(index) == 6299


def test_threads_may_share_an_index(tmp_path: Path) -> None:
    from threading import Thread

    with Index.open(tmp_path / "index", merge_from=100) as index:
        threads = [
            Thread(
                target=lambda start=start: [
                    index.add(start + n, (start + n).to_bytes(32, "big")) for n in range(200)
                ]
            )
            for start in (0, 1000, 2000)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(index) == 600
        assert index.merge_trouble is None
    with Index.open(tmp_path / "index") as index:
        assert [one.id for one in index.entries()] == [s + n for s in (0, 1000, 2000) for n in range(200)]
