"""Which stretches two videos share, told from their prints alone: in order, at whatever speed, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind.fingerprint import (
    Fingerprint,
    Frame,
    How,
    HowVideo,
    Panel,
    PanelKind,
    Sampling,
    VideoFingerprint,
)
from rescind.kernel import TURNS
from rescind.match import Extent, Likeness, Reel, Stretch, TurnsMissing, stretches

BARS = (0, 1250, 10_000, 8750)


def flipped(bits: bytes, count: int, chance: random.Random) -> bytes:
    number = int.from_bytes(bits, "big")
    for place in chance.sample(range(256), count):
        number ^= 1 << place
    return number.to_bytes(32, "big")


class World:
    """A long video whose every second shows something else, and pieces of it as others have them."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._shown: dict[int, tuple[bytes, ...]] = {}

    def turns(self, second: float) -> tuple[bytes, ...]:
        """The prints of what is shown: the same for half a second, near those for two, unrelated after."""
        scene = int(second // 2)
        if scene not in self._shown:
            self._shown[scene] = tuple(self._chance.randbytes(32) for _ in TURNS)
        drift = random.Random(int(second * 2))
        return tuple(flipped(one, 4 * int(second % 2 * 2), drift) for one in self._shown[scene])

    def mine(self, seconds: float, step: float = 0.25, start: float = 0.0) -> VideoFingerprint:
        times = [start + place * step for place in range(int(seconds / step))]
        return video([Frame(at - start, at - start, picture(self.turns(at))) for at in times])

    def copy(
        self,
        first: float,
        seconds: float,
        *,
        speed: float = 1.0,
        off: int = 6,
        turn: str = "upright",
        trimmed: bool = False,
        step: float = 1.0,
    ) -> VideoFingerprint:
        frames = []
        for place in range(int(seconds / speed / step)):
            at = place * step
            bits = flipped(self.turns(first + at * speed)[TURNS.index(turn)], off, self._chance)
            noise = (self._chance.randbytes(32),)
            seen = picture(noise, panel=(bits,)) if trimmed else picture((bits,))
            frames.append(Frame(at, at, seen))
        return video(frames)


def picture(turns: tuple[bytes, ...], quality: int = 100, panel: tuple[bytes, ...] = ()) -> Fingerprint:
    panels = (Panel(PanelKind.TRIMMED, BARS, panel, 100),) if panel else ()
    return Fingerprint(turns, quality, How("h264", 640, 360), None, panels, None)


def video(frames: Sequence[Frame]) -> VideoFingerprint:
    seconds = frames[-1].until if frames else 0.0
    return VideoFingerprint(
        tuple(frames), seconds, seconds, Sampling.DENSE, HowVideo("mov", "h264", 640, 360)
    )


def only(found: tuple[Stretch, ...]) -> Stretch:
    (one,) = found
    return one


def test_a_whole_copy_is_one_stretch() -> None:
    world = World()
    one = only(stretches(world.mine(60), world.copy(0, 60)))
    assert (one.mine_from, one.mine_to) == pytest.approx((0, 59), abs=1)
    assert (one.other_from, one.other_to) == pytest.approx((0, 59), abs=1)
    assert one.likeness is Likeness.SAME
    assert (one.agreeing, one.of) == (60, 60)
    assert (one.turn, one.extent) == ("upright", Extent.WHOLE)
    assert one.speed == pytest.approx(1, abs=0.02)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 90), st.integers(3, 25))
def test_a_piece_is_found_where_it_was_cut_out(first: int, seconds: int) -> None:
    world = World(first)
    one = only(stretches(world.mine(120), world.copy(first, seconds)))
    assert (one.mine_from, one.mine_to) == pytest.approx((first, first + seconds - 1), abs=1.5)
    assert one.likeness is Likeness.SAME


@pytest.mark.parametrize("speed", [0.55, 0.8, 1.25, 1.5, 1.9])
def test_a_copy_at_another_speed_is_one_stretch_too(speed: float) -> None:
    world = World()
    one = only(stretches(world.mine(120), world.copy(20, 80, speed=speed)))
    assert one.speed == pytest.approx(speed, rel=0.04)
    assert (one.mine_from, one.mine_to) == pytest.approx((20, 100), abs=2 * speed + 1)


def test_a_mirrored_copy_between_bars_is_told_as_that() -> None:
    world = World()
    one = only(stretches(world.mine(30), world.copy(5, 15, turn="mirrored", trimmed=True)))
    assert (one.turn, one.extent) == ("mirrored", Extent.TRIMMED)
    assert one.mine_from == pytest.approx(5, abs=1)


def test_two_pieces_put_together_are_two_stretches_in_the_order_of_the_copy() -> None:
    world = World()
    late, early = world.copy(80, 12), world.copy(10, 12)
    joined = [*late.frames, *(Frame(one.at + 12, one.until + 12, one.print) for one in early.frames)]
    first, second = stretches(world.mine(120), video(joined))
    assert (first.mine_from, second.mine_from) == pytest.approx((80, 10), abs=1)
    assert (first.other_from, second.other_from) == pytest.approx((0, 12), abs=1)


def test_something_else_in_between_parts_a_stretch() -> None:
    world, other = World(), World(99)
    a, foreign, b = world.copy(10, 10), other.copy(0, 20), world.copy(40, 10)
    joined = [
        *a.frames,
        *(Frame(one.at + 10, one.at + 10, one.print) for one in foreign.frames),
        *(Frame(one.at + 30, one.at + 30, one.print) for one in b.frames),
    ]
    found = stretches(world.mine(60), video(joined))
    assert [round(one.mine_from / 10) for one in found] == [1, 4]
    assert all(one.other_to - one.other_from < 12 for one in found)


def test_a_picture_is_a_moment_of_a_video_and_a_video_has_a_picture_in_it() -> None:
    world = World()
    still = picture((flipped(world.turns(33.0)[0], 10, random.Random(5)),))
    one = only(stretches(world.mine(60), still))
    assert one.mine_from == pytest.approx(33, abs=1)
    assert (one.other_from, one.other_to, one.agreeing, one.of) == (0, 0, 1, 1)
    assert one.likeness is Likeness.SAME
    other_way = only(stretches(picture(world.turns(33.0)), world.copy(20, 20)))
    assert (other_way.mine_from, other_way.mine_to) == (0, 0)
    assert other_way.other_from == pytest.approx(13, abs=1)


def test_tiles_of_a_sheet_are_found_in_their_order_though_nobody_knows_their_times() -> None:
    world = World()
    tiles = [picture((flipped(world.turns(at)[0], 6, random.Random(at)),)) for at in range(3, 100, 7)]
    one = only(stretches(world.mine(120), tiles))
    assert one.agreeing == len(tiles) == one.of
    assert (one.mine_from, one.mine_to) == pytest.approx((3, 94), abs=1.5)


def test_a_near_moment_alone_is_nothing_and_two_are_near() -> None:
    world = World()
    mine = world.mine(30)
    assert stretches(mine, world.copy(10, 1, off=36)) == ()
    assert only(stretches(mine, world.copy(10, 6, off=36))).likeness is Likeness.NEAR
    assert only(stretches(mine, world.copy(10, 1, off=20))).likeness is Likeness.SAME


def test_plain_moments_agree_with_nothing() -> None:
    dark = [Frame(float(at), float(at), picture((b"\0" * 32,) * 8, quality=10)) for at in range(20)]
    seen = [Frame(one.at, one.until, picture((b"\0" * 32,), quality=10)) for one in dark]
    assert stretches(video(dark), video(seen)) == ()


@pytest.mark.parametrize("seed", range(5))
def test_unrelated_videos_share_nothing(seed: int) -> None:
    assert stretches(World(seed).mine(120), World(seed + 100).copy(0, 100)) == ()


def test_a_still_scene_is_told_from_when_to_when() -> None:
    world = World()
    shown = picture(world.turns(0))
    mine = video([Frame(0.0, 30.0, shown), Frame(30.25, 60.0, picture(world.turns(50)))])
    copy = video([Frame(0.0, 9.0, picture(world.turns(50)[:1]))])
    one = only(stretches(mine, copy))
    assert 30 <= one.mine_from <= one.mine_to <= 60
    assert (one.other_from, one.other_to) == (0, 9)


def test_nothing_is_found_in_nothing() -> None:
    world = World()
    assert stretches(video([]), world.copy(0, 10)) == ()
    assert stretches(world.mine(10), video([])) == ()
    assert stretches(world.mine(10), []) == ()


def test_mine_must_have_its_turns() -> None:
    world = World()
    with pytest.raises(TurnsMissing):
        Reel(world.copy(0, 10))


def test_an_hour_against_an_hour_takes_seconds() -> None:
    world = World()
    found = Reel(world.mine(3600)).stretches(world.copy(600, 2400))
    assert sum(one.agreeing for one in found) >= 2300
    assert found[0].mine_from == pytest.approx(600, abs=2)
