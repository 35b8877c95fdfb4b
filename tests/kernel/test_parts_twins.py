"""C and NumPy find the same parts, byte for byte, in any picture, and the same pairs in any two tables."""

import csv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from rescind import kernel
from rescind.kernel import parts_array, parts_border

Parts = tuple[bytes, bytes, bytes]
VECTORS = Path(__file__).parents[2] / "vectors" / "parts.csv"
NOTHING = (b"", b"", b"")

needs_c = pytest.mark.skipif(not kernel.native, reason="no compiler was there, NumPy is all there is")


def drawn(seed: int, width: int, height: int, grain: int) -> bytes:
    """Noise of a grain of so many pixels, with two flat squares on it."""
    chance = np.random.default_rng(seed)
    coarse = chance.integers(0, 256, (-(-height // grain), -(-width // grain)), np.uint8)
    luma = np.kron(coarse, np.ones((grain, grain), np.uint8))[:height, :width]
    for _ in range(2):
        top, left = int(chance.integers(0, height)), int(chance.integers(0, width))
        luma[top : top + height // 3, left : left + width // 3] = chance.integers(0, 256)
    return luma.tobytes()


def found(luma: bytes, width: int, height: int, most: int) -> Parts:
    return kernel.parts(luma, width=width, height=height, most=most)


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 2**31),
    st.integers(1, 150),
    st.integers(1, 90),
    st.sampled_from([1, 3, 8, 25]),
    st.integers(0, 80),
)
def test_c_and_numpy_find_the_same(seed: int, width: int, height: int, grain: int, most: int) -> None:
    luma = drawn(seed, width, height, grain)
    assert found(luma, width, height, most) == parts_array.parts(memoryview(luma), width, height, most)


@pytest.mark.parametrize("name", ["base-cat.jpg", "copy-screenshot.jpg"])
def test_c_and_numpy_find_the_same_in_photographs(name: str, samples: Path) -> None:
    luma, width, height = opened(samples, name)
    assert found(luma, width, height, 250) == parts_array.parts(memoryview(luma), width, height, 250)


@pytest.mark.parametrize(
    ("width", "height", "wanted"), [(4000, 3, 0), (1, 1, 0), (9000, 40, 0), (16, 16, 4), (30, 900, 4)]
)
def test_extreme_pictures_have_few_parts_or_none(width: int, height: int, wanted: int) -> None:
    luma = drawn(3, width, height, 5)
    count = len(found(luma, width, height, 300)[2]) // 8
    assert count >= wanted
    assert count == 0 or wanted


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_flat_picture_has_none(grey: int) -> None:
    assert found(bytes([grey]) * 320 * 200, 320, 200, 100) == NOTHING


def test_a_soft_ramp_has_none() -> None:
    luma = bytes(x // 2 for _ in range(200) for x in range(400))
    assert found(luma, 400, 200, 100) == NOTHING


def test_the_strongest_come_first_and_no_more_than_asked_for(samples: Path) -> None:
    luma, width, height = opened(samples, "base-cat.jpg")
    many, few = found(luma, width, height, 200), found(luma, width, height, 40)
    assert [len(column) for column in few] == [40 * 32, 40 * 32, 40 * 8]
    assert few == tuple(column[: len(cut)] for column, cut in zip(many, few, strict=True))


def test_a_mirrored_picture_has_the_mirrored_prints(samples: Path) -> None:
    """Not bit for bit: a picture of odd width is halved from its left, and so is its mirror."""
    luma, width, height = opened(samples, "base-cat.jpg")
    flipped = np.frombuffer(luma, np.uint8).reshape(height, width)[:, ::-1].tobytes()
    _, mirrored, _ = found(luma, width, height, 200)
    prints, _, _ = found(flipped, width, height, 200)
    near = np.frombuffer(kernel.pairs(mirrored, prints, 16), np.uint16).reshape(-1, 3)
    assert len(set(near[:, 0].tolist())) > 120


def test_a_quarter_turn_changes_directions_but_not_prints(samples: Path) -> None:
    luma, width, height = opened(samples, "base-cat.jpg")
    turned = np.rot90(np.frombuffer(luma, np.uint8).reshape(height, width), -1).tobytes()
    before, after = found(luma, width, height, 200), found(turned, height, width, 200)
    near = np.frombuffer(kernel.pairs(before[0], after[0], 16), np.uint16).reshape(-1, 3)
    angles = [np.frombuffer(one[2], "<u2").reshape(-1, 4)[:, 3].astype(int) for one in (before, after)]
    apart = (angles[1][near[:, 1]] - angles[0][near[:, 0]] - 65536 // 4) % 65536
    assert len(set(near[:, 0].tolist())) > 120
    assert np.mean(np.minimum(apart, 65536 - apart) < 65536 // 60) > 0.9


def test_many_threads_find_what_one_does(samples: Path) -> None:
    luma, width, height = opened(samples, "base-drum.jpg")
    alone = found(luma, width, height, 120)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: found(luma, width, height, 120), range(8))) == [alone] * 8


def test_the_vectors_hold(samples: Path) -> None:
    with VECTORS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    assert len(rows) >= 30
    for name in sorted({row["picture"] for row in rows}):
        wanted = [(row["print"], row["mirrored"], row["place"]) for row in rows if row["picture"] == name]
        luma, width, height = opened(samples, name)
        columns = found(luma, width, height, len(wanted))
        assert (
            list(zip(*(hexes(*one) for one in zip(columns, (32, 32, 8), strict=True)), strict=True)) == wanted
        )


def hexes(column: bytes, size: int) -> list[str]:
    return [column[at : at + size].hex() for at in range(0, len(column), size)]


def opened(samples: Path, name: str) -> tuple[bytes, int, int]:
    with Image.open(samples / "images" / name) as picture:
        luma = picture.convert("L")
        return luma.tobytes(), luma.width, luma.height


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2**31), st.integers(0, 40), st.integers(0, 40), st.integers(0, 256), st.integers(0, 300)
)
def test_pairs_are_those_of_the_twin(seed: int, rows: int, others: int, within: int, at_most: int) -> None:
    chance = Random(seed)
    base = [chance.randbytes(32) for _ in range(5)]
    ours, theirs = (
        b"".join(touched(chance, chance.choice(base)) for _ in range(count)) for count in (rows, others)
    )
    wanted = parts_array.pairs(memoryview(ours), memoryview(theirs), within, at_most)
    assert kernel.pairs(ours, theirs, within, at_most=at_most) == wanted


def touched(chance: Random, row: bytes) -> bytes:
    """A row with up to sixty bits turned over."""
    bits = int.from_bytes(row)
    for _ in range(chance.randrange(60)):
        bits ^= 1 << chance.randrange(256)
    return bits.to_bytes(32)


def test_pairs_say_row_row_and_bits() -> None:
    ours, theirs = bytes(32) + b"\xff" * 32, b"\x01" + bytes(31) + b"\xff" * 32 + b"\x0f" * 32
    found = np.frombuffer(kernel.pairs(ours, theirs, 128), np.uint16).reshape(-1, 3).tolist()
    assert found == [[0, 0, 1], [0, 2, 128], [1, 1, 0], [1, 2, 128]]


@pytest.mark.parametrize(
    ("width", "height", "most", "error"),
    [(4, 4, -1, ValueError), (4, 5, 1, ValueError), (0, 16, 1, ValueError), (4, 4, 1.5, TypeError)],
)
def test_what_does_not_fit_is_refused(width: int, height: int, most: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        kernel.parts(bytes(16), width=width, height=height, most=most)


def test_broken_tables_are_refused() -> None:
    for ours, theirs, within in ((bytes(31), bytes(32), 1), (bytes(32), bytes(33), 1), (b"", b"", -1)):
        with pytest.raises(ValueError, match="must"):
            kernel.pairs(ours, theirs, within)
    with pytest.raises(ValueError, match="65536"):
        kernel.pairs(bytes(32 * 65537), b"", 1)


@needs_c
def test_c_is_used_where_it_agrees_and_only_there() -> None:
    from rescind.kernel import _native

    assert parts_border.agrees(_native)
    assert parts_border.agrees(parts_array)

    class Wrong:
        """An implementation whose prints are one bit off."""

        def parts(self, luma: memoryview, width: int, height: int, most: int, /) -> Parts:
            prints, mirrored, places = parts_array.parts(luma, width, height, most)
            return bytes([prints[0] ^ 1]) + prints[1:], mirrored, places

        def pairs(self, mine: memoryview, other: memoryview, within: int, at_most: int, /) -> bytes:
            return parts_array.pairs(mine, other, within, at_most)

    assert not parts_border.agrees(Wrong())


@needs_c
def test_the_c_refuses_what_would_lead_it_outside() -> None:
    from rescind.kernel import _native

    for arguments in ((bytes(16), 5, 4, 1), (bytes(16), 4, 4, -1), (bytes(16), 4, 4, 5000), (b"", 0, 0, 1)):
        with pytest.raises(ValueError, match=r"must|may"):
            _native.parts(*arguments)
    with pytest.raises(ValueError, match="32-byte"):
        _native.pairs(bytes(31), b"", 1, 1)
