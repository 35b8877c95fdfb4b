"""Videos are exchanged in the two texts other tools write, with the values those tools have."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind import kernel
from rescind.fingerprint import Sampling, of_video
from rescind.fingerprint.video import vpdq

FEATURE = st.builds(
    vpdq.Feature,
    st.integers(0, 10**9),
    st.integers(0, 100),
    st.binary(min_size=32, max_size=32),
    st.integers(0, 10**8).map(lambda thousandths: thousandths / 1000),
)


def test_every_frame_has_the_published_value(samples: Path) -> None:
    published = vpdq.from_lines((samples / "vpdq" / "pattern-sd-grey-bar.published.txt").read_text())
    video = of_video(
        samples / "vpdq" / "pattern-sd-grey-bar.mp4", sampling=Sampling.EVERY, turns=False, parts=False
    )
    ours = vpdq.features(video, every=0)
    assert [one.frame for one in ours] == [one.frame for one in published]
    assert max(abs(a.seconds - b.seconds) for a, b in zip(ours, published, strict=True)) < 0.001
    apart = Counter(kernel.distance(a.bits, b.bits) for a, b in zip(ours, published, strict=True))
    assert max(apart) <= 4
    assert apart[0] >= 170
    assert sum(a.quality != b.quality for a, b in zip(ours, published, strict=True)) <= 1
    assert [one.frame for one in vpdq.features(video, every=1.0)] == list(range(0, 206, 30))


@given(st.lists(FEATURE, max_size=20))
def test_lines_are_read_as_they_were_written(those: list[vpdq.Feature]) -> None:
    assert vpdq.from_lines(vpdq.as_lines(those)) == tuple(those)


@given(st.lists(FEATURE, max_size=20))
def test_a_signal_is_read_as_it_was_written_but_for_numbers(those: list[vpdq.Feature]) -> None:
    again = vpdq.from_signal(vpdq.as_signal(those))
    assert [(one.bits, one.quality, one.seconds) for one in again] == [
        (one.bits, one.quality, one.seconds) for one in those
    ]
    assert [one.frame for one in again] == list(range(len(those)))


HEX = "ab" * 32


@pytest.mark.parametrize(
    "text",
    [
        f"0,100,{HEX}",
        f"0,101,{HEX},0.0",
        f"-1,100,{HEX},0.0",
        f"0,100,{HEX[:-1]}g,0.0",
        f"0,100,{HEX},nan",
        f"0,100,{HEX},-1",
        f"0,100,{HEX},0.0,1",
        f"\u0660,100,{HEX},0.0",
    ],
)
def test_other_lines_are_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(vpdq.NotVpdq) as refused:
        vpdq.from_lines(text)
    assert HEX[:8] not in str(refused.value)


@pytest.mark.parametrize("text", ["", "{}", "[1]", "[" * 100_000, f'["{HEX},100"]', f'["{HEX},1000,0"]'])
def test_other_signals_are_refused(text: str) -> None:
    with pytest.raises(vpdq.NotVpdq):
        vpdq.from_signal(text)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (vpdq.from_lines, vpdq.from_signal):
        try:
            assert isinstance(read(text), tuple)
        except vpdq.NotVpdq:
            continue
