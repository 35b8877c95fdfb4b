"""An index finds every entry within the distance and nothing else, whatever was added and taken out before."""

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rescind.match import IdTaken, Index, MatchError, Near, NotAFingerprint, ScanIndex

IDS = st.integers(0, 30)
BITS = st.builds(
    lambda places, inverted: (sum(1 << place for place in places) ^ (-inverted % (1 << 256))).to_bytes(
        32, "big"
    ),
    st.sets(st.integers(0, 255), max_size=6),
    st.booleans(),
)


def apart(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


class AgainstAPlainList(RuleBasedStateMachine):
    """Every step is done to the index and to a dictionary that is searched entry by entry."""

    def __init__(self) -> None:
        super().__init__()
        self.index: Index = ScanIndex()
        self.entries: dict[int, bytes] = {}

    @rule(id=IDS, bits=BITS)
    def add(self, id: int, bits: bytes) -> None:  # noqa: A002
        if id in self.entries:
            with pytest.raises(IdTaken):
                self.index.add(id, bits)
        else:
            self.index.add(id, bits)
            self.entries[id] = bits

    @rule(id=IDS)
    def discard(self, id: int) -> None:  # noqa: A002
        self.index.discard(id)
        self.entries.pop(id, None)

    @rule(bits=BITS, within=st.sampled_from((0, 1, 5, 12, 31, 250, 256)))
    def near(self, bits: bytes, within: int) -> None:
        expected = sorted(
            (apart(bits, entry), id_) for id_, entry in self.entries.items() if apart(bits, entry) <= within
        )
        assert [(found.distance, found.id) for found in self.index.near(bits, within)] == expected

    @invariant()
    def as_many_as_were_added(self) -> None:
        assert len(self.index) == len(self.entries)


TestScanIndex = AgainstAPlainList.TestCase
TestScanIndex.settings = settings(max_examples=60, stateful_step_count=40, derandomize=True, deadline=None)


def test_an_empty_index_finds_nothing() -> None:
    assert ScanIndex().near(bytes(32), 256) == []


def test_a_new_entry_is_found_by_the_next_question_among_many() -> None:
    index = ScanIndex()
    for number in range(5000):
        index.add(number, number.to_bytes(32, "big"))
    index.add(-1, b"\xff" * 32)
    assert index.near(b"\xff" * 31 + b"\xfe", 1) == [Near(1, -1)]
    index.discard(-1)
    assert index.near(b"\xff" * 31 + b"\xfe", 1) == []


def test_what_is_not_a_fingerprint_is_refused() -> None:
    index = ScanIndex()
    for wrong in (b"", bytes(31), bytes(64)):
        with pytest.raises(NotAFingerprint):
            index.add(1, wrong)
        with pytest.raises(MatchError):
            index.near(wrong, 31)
    assert len(index) == 0
