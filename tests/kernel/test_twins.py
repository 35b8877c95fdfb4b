"""C, NumPy and the slow twin are one function, and the quick way knows how far it may be off."""

from concurrent.futures import ThreadPoolExecutor
from random import Random
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from oracle import KINDS, draw

from rescind import kernel
from rescind.kernel import agreement, array, arrays, slow
from rescind.kernel.turn import EIGHT

Pixels = NDArray[np.uint8]

sides = st.integers(1, 40)
seeds = st.integers(0, 2**31)


@settings(max_examples=60, deadline=None)
@given(seeds, st.sampled_from(sorted(KINDS)), sides, sides, st.sampled_from([1, 3]))
def test_small_pictures_are_the_same_in_all_three(
    seed: int, kind: str, width: int, height: int, channels: int
) -> None:
    pixels = draw(seed, kind, width, height, channels)
    wanted = slow.pdq(pixels, width, height, channels)
    assert kernel.pdq(pixels, width=width, height=height, channels=channels) == wanted
    assert array.pdq(memoryview(pixels), width, height, channels) == wanted


@settings(max_examples=40, deadline=None)
@given(
    seeds,
    st.sampled_from(sorted(KINDS)),
    st.integers(1, 300),
    st.integers(1, 60),
    st.booleans(),
    st.sampled_from([1, 3]),
)
def test_each_turn_is_the_fingerprint_of_the_turned_pixels(
    seed: int, kind: str, long: int, short: int, upright: bool, channels: int
) -> None:
    width, height = (short, long) if upright else (long, short)
    pixels = draw(seed, kind, width, height, channels)
    size = {"width": width, "height": height, "channels": channels}
    found, quality = kernel.pdq_turns(pixels, **size)
    assert quality == kernel.pdq(pixels, **size)[1]
    for turn, bits in zip(EIGHT, found, strict=True):
        content, wide, high = slow.turned(pixels, width, height, channels, turn)
        assert bits == kernel.pdq(bytes(content), width=wide, height=high, channels=channels)[0], turn
        assert kernel.pdq(pixels, **size, turn=turn.name) == (bits, quality), turn


@settings(max_examples=30, deadline=None)
@given(seeds, st.sampled_from(sorted(KINDS)), sides, sides, st.sampled_from([1, 3]), st.integers(0, 7))
def test_one_turn_is_the_same_in_all_three(
    seed: int, kind: str, width: int, height: int, channels: int, turn: int
) -> None:
    pixels = draw(seed, kind, width, height, channels)
    wanted = slow.pdq(pixels, width, height, channels, turn)
    name = kernel.TURNS[turn]
    assert kernel.pdq(pixels, width=width, height=height, channels=channels, turn=name) == wanted
    assert array.pdq(memoryview(pixels), width, height, channels, turn) == wanted


def test_turns_are_clockwise_and_mirror_left_to_right() -> None:
    assert tuple(turn.name for turn in EIGHT) == kernel.TURNS
    square = list(range(6))  # two rows of three
    turned = {turn.name: slow.turned(square, 3, 2, 1, turn) for turn in EIGHT}
    assert turned["turned_90"] == ([3, 0, 4, 1, 5, 2], 2, 3)
    assert turned["turned_180"] == ([5, 4, 3, 2, 1, 0], 3, 2)
    assert turned["mirrored"] == ([2, 1, 0, 5, 4, 3], 3, 2)
    assert turned["mirrored_turned_90"] == ([5, 2, 4, 1, 3, 0], 2, 3)


def hard_for_the_quick_way(width: int, height: int) -> list[Pixels]:
    """Pictures in which what rounding loses may keep one direction: ramps, sawteeth, stripes, checks, noise."""
    rng = np.random.default_rng(width)
    down, across = np.indices((height, width))[:, :, :, None]
    pictures = [
        rng.integers(0, 256, (height, width, 3)),
        rng.integers(225, 256, (height, width, 3)),
        across * 255 / width * (0.3 + 0.7 * down / height) * [1, 0.7, 0.4],
        (down + across) // 3 % 256 * np.ones(3),
        (down * 5 + across * 7) // 19 % 256 * [1, 0.9, 0.5],
        np.where((down // 5 + across // 5) % 2, [17, 200, 91], [255, 3, 140]),
        np.where(across // 7 % 2, [17, 200, 91], [255, 3, 140]) * np.ones_like(down),
    ]
    return [np.ascontiguousarray(pixels.astype(np.uint8)) for pixels in pictures]


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [(64, 64), (90, 300), (512, 390), (1100, 700), (2600, 90), (2048, 130)])
def test_the_quick_way_stays_well_within_what_it_claims(size: tuple[int, int], channels: int) -> None:
    """What counts are the waves near the median; the others may be off by more and give the same bits."""
    native = pytest.importorskip("rescind.kernel._native")
    width, height = size
    for number, pixels in enumerate(hard_for_the_quick_way(width, height)):
        content = np.ascontiguousarray(pixels[:, :, :channels])
        for turn in (0, 1, 4, 6):
            told = native.inspect(content, width, height, channels, turn)
            quick, exact = (np.frombuffer(waves, np.float32) for waves in told[:2])
            near = np.argsort(np.abs(quick - np.sort(quick)[127]))[:24]
            assert np.abs(quick - exact)[near].max() * 2 < told[2], (number, turn)


def test_many_threads_get_the_same_answers() -> None:
    pictures = [Random(seed).randbytes(90 * 71 * 3) for seed in range(40)]

    def ask(pixels: bytes) -> object:
        return kernel.pdq_turns(pixels, width=90, height=71, channels=3)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, pictures)) == [ask(pixels) for pixels in pictures]


def one_bit_wrong(
    pixels: memoryview, width: int, height: int, channels: int, turn: int, /
) -> tuple[bytes, int]:
    """As a careless compiler might make it."""
    bits, quality = array.pdq(pixels, width, height, channels, turn)
    return bytes([bits[0] ^ 1]) + bits[1:], quality


def with_these(**functions: object) -> agreement.Kernel:
    """The kernel made of NumPy, but for these of its functions."""
    changed = SimpleNamespace(**{name: getattr(arrays, name) for name in arrays.__all__})
    vars(changed).update(functions)
    return cast(agreement.Kernel, changed)


def test_c_code_that_was_built_is_used() -> None:
    pytest.importorskip("rescind.kernel._native")
    assert kernel.native


def test_an_implementation_that_disagrees_is_not_trusted() -> None:
    assert agreement.agrees(arrays)
    plain = {name: getattr(slow, name) for name in ("pdq", "pdq_turns", "distance", "scan")}
    assert agreement.agrees(with_these(**plain))
    assert not agreement.agrees(with_these(pdq=one_bit_wrong))
    assert not agreement.agrees(with_these(delta_near=lambda *_: []))


def test_a_kernel_left_from_an_older_build_is_not_used() -> None:
    class Older:
        """Its functions take other arguments than today's."""

        def pdq(self, pixels: bytes) -> bytes:
            return pixels[:32]

    assert not agreement.agrees(Older())  # type: ignore[arg-type]
