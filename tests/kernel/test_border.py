"""What does not fit together is refused with a clear error, and nothing that is handed in can crash the
process.
"""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind import kernel

native = pytest.importorskip("rescind.kernel._native") if kernel.native else None


@pytest.mark.parametrize(
    ("width", "height", "channels", "length"),
    [
        (2, 2, 3, 11),
        (2, 2, 3, 13),
        (0, 5, 3, 0),
        (5, 0, 1, 0),
        (-1, -12, 1, 12),
        (2, 3, 2, 12),
        (3, 1, 4, 12),
    ],
)
def test_sizes_that_do_not_fit_are_refused(width: int, height: int, channels: int, length: int) -> None:
    for ask in (kernel.pdq, kernel.pdq_turns):
        with pytest.raises(ValueError):
            ask(bytes(length), width=width, height=height, channels=channels)


def test_sizes_beyond_all_memory_are_refused() -> None:
    with pytest.raises(ValueError, match="2 to the 31st"):
        kernel.pdq(b"", width=2**40, height=2**40, channels=3)


@pytest.mark.parametrize("pixels", ["text", None, 12, [1, 2, 3]])
def test_what_is_no_buffer_is_a_type_error(pixels: Any) -> None:
    with pytest.raises(TypeError, match="bytes-like"):
        kernel.pdq(pixels, width=1, height=1, channels=3)


def test_sizes_must_be_whole_numbers() -> None:
    with pytest.raises(TypeError, match="width"):
        kernel.pdq(bytes(3), width=1.0, height=1, channels=3)  # type: ignore[arg-type]


@pytest.mark.parametrize("turn", ["", "sideways", "UPRIGHT", 0, None])
def test_a_turn_must_be_one_of_the_eight_names(turn: Any) -> None:
    with pytest.raises(ValueError, match="TURNS"):
        kernel.pdq(bytes(192), width=8, height=8, channels=3, turn=turn)


def test_pixels_in_pieces_are_refused() -> None:
    pixels = np.zeros((20, 20, 3), np.uint8)[:, ::2]
    with pytest.raises(ValueError, match="contiguous"):
        kernel.pdq(pixels, width=10, height=20, channels=3)


@pytest.mark.parametrize(
    "wrap", [bytes, bytearray, memoryview, lambda content: np.frombuffer(content, np.uint8)]
)
def test_any_contiguous_buffer_will_do(wrap: Any) -> None:
    content = bytes(range(192))
    assert kernel.pdq(wrap(content), width=8, height=8, channels=3) == kernel.pdq(
        content, width=8, height=8, channels=3
    )


def test_pictures_under_five_pixels_have_no_bits_and_no_quality() -> None:
    for width, height in ((1, 1), (4, 100), (100, 4)):
        pixels = bytes(range(256))[: width * height] * 3
        pixels = (pixels * 2)[: width * height * 3].ljust(width * height * 3, b"x")
        assert kernel.pdq(pixels, width=width, height=height, channels=3) == (bytes(32), 0)
        found, quality = kernel.pdq_turns(pixels, width=width, height=height, channels=3)
        assert (found, quality) == ((bytes(32),) * 8, 0)


def test_broken_tables_and_queries_are_refused() -> None:
    with pytest.raises(ValueError, match="32-byte rows"):
        kernel.scan(bytes(33), bytes(32), 31)
    with pytest.raises(ValueError, match="query"):
        kernel.scan(bytes(64), bytes(31), 31)
    with pytest.raises(ValueError, match="negative"):
        kernel.scan(bytes(64), bytes(32), -1)
    with pytest.raises(TypeError, match="within"):
        kernel.scan(bytes(64), bytes(32), 3.5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="32 bytes"):
        kernel.distance(bytes(32), bytes(33))
    with pytest.raises(TypeError):
        kernel.distance("a" * 32, bytes(32))


anything = st.one_of(
    st.integers(-(2**70), 2**70), st.binary(max_size=70), st.none(), st.text(max_size=5), st.floats()
)
sizes = st.one_of(st.integers(-3, 9), anything)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_nothing_handed_to_the_c_code_crashes_it(data: st.DataObject) -> None:
    if native is None:
        pytest.skip("no C here")
    name, count = data.draw(
        st.sampled_from([("pdq", 5), ("pdq_turns", 4), ("inspect", 5), ("scan", 3), ("distance", 2)])
    )
    given_values = [data.draw(st.one_of(st.binary(max_size=200), anything))]
    given_values += [data.draw(sizes) for _ in range(count - 1)]
    try:
        getattr(native, name)(*given_values)
    except (TypeError, ValueError, OverflowError, BufferError):
        return
