"""A video becomes the fingerprints of its moments, whatever codec, kind of file, size, depth or turn it comes in."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from av import VideoFrame
from PIL import Image

from rescind import kernel
from rescind.fingerprint import (
    PanelKind,
    Reason,
    Sampling,
    UnclearVideo,
    VideoFingerprint,
    VideoNote,
    is_video,
    of_video,
)
from rescind.fingerprint.video import reader
from rescind.fingerprint.video.luma import thumbnail
from rescind.kernel import TURNS
from tests.fingerprint.filmed import SCENES, film, panned, story

OPENED = {
    "h264.mp4": ("mov", "h264"),
    "hevc.mp4": ("mov", "hevc"),
    "vp9.webm": ("matroska", "vp9"),
    "av1.webm": ("matroska", "av1"),
    "h264-audio.mov": ("mov", "h264"),
    "vfr.mp4": ("mov", "h264"),
}


def look(video: Path | bytes, sampling: Sampling = Sampling.GRID, *, turns: bool = False) -> VideoFingerprint:
    return of_video(video, sampling=sampling, turns=turns, parts=False)


def nearest(bits: bytes, video: VideoFingerprint) -> int:
    return min(kernel.distance(bits, frame.print.bits) for frame in video.frames)


@pytest.mark.parametrize("name", OPENED)
def test_every_usual_kind_of_video_is_read(samples: Path, name: str) -> None:
    path = samples / "videos" / name
    video = of_video(path)
    assert (video.how.format, video.how.codec) == OPENED[name]
    times = [(frame.at, frame.until) for frame in video.frames]
    assert times == sorted(times)
    assert all(at <= until <= video.seen for at, until in times)
    assert video.seen == pytest.approx(video.seconds, abs=0.3)
    assert video.usable == len(video.frames) > 3
    assert all(len(frame.print.turns) == len(TURNS) for frame in video.frames)
    assert video.sha256 == hashlib.sha256(path.read_bytes()).digest()
    assert video.md5 == hashlib.md5(path.read_bytes(), usedforsecurity=False).digest()


def test_a_video_has_the_same_moments_in_every_codec(samples: Path) -> None:
    mine = of_video(samples / "videos" / "h264.mp4", parts=False)
    for name in ("hevc.mp4", "vp9.webm", "av1.webm"):
        other = look(samples / "videos" / name)
        assert max(nearest(frame.print.bits, mine) for frame in other.frames) <= 31, name


def test_a_video_that_its_file_turns_is_seen_as_a_player_shows_it(samples: Path) -> None:
    stored, turned = (
        of_video(samples / "videos" / name, parts=False) for name in ("h264.mp4", "rotate90.mp4")
    )
    assert (turned.how.width, turned.how.height) == (stored.how.height, stored.how.width)
    assert turned.how.notes == (VideoNote.TURNED,)
    as_shown = stored.frames[0].print.turns[TURNS.index("turned_270")]
    assert kernel.distance(turned.frames[0].print.bits, as_shown) == 0


def test_a_mirrored_display_is_mirrored() -> None:
    frames = panned(SCENES[0], 6)
    plain = look(film(frames), turns=True)
    mirrored = look(film(frames, prepare=lambda stream: stream.set_display_rotation(0, hflip=True)))
    assert mirrored.how.notes == (VideoNote.MIRRORED,)
    as_shown = plain.frames[0].print.turns[TURNS.index("mirrored")]
    assert kernel.distance(mirrored.frames[0].print.bits, as_shown) == 0


@pytest.mark.parametrize(
    ("pixels", "size"),
    [("yuv420p10le", (320, 180)), ("yuv444p", (321, 181)), ("yuv422p10le", (318, 180)), ("gray", (320, 182))],
)
def test_depth_and_odd_sizes_change_next_to_nothing(pixels: str, size: tuple[int, int]) -> None:
    usual = look(film(panned(SCENES[0], 6)))
    resized = [np.asarray(Image.fromarray(one).resize(size)) for one in panned(SCENES[0], 6)]
    other = look(film(resized, pixels=pixels))
    assert (other.how.width, other.how.height) == size
    assert kernel.distance(usual.frames[0].print.bits, other.frames[0].print.bits) <= 16


@pytest.mark.parametrize(
    ("pixels", "within"),
    [
        ("yuv420p10le", 1),
        ("yuv422p12le", 1),
        ("yuv444p16be", 1),
        ("p010le", 17),
    ],  # p010 comes in the full range
)
def test_a_change_of_scene_is_seen_alike_in_more_than_eight_bits(pixels: str, within: int) -> None:
    frames = [VideoFrame.from_ndarray(one, format="rgb24") for one in panned(SCENES[0], 2)]
    for usual in (one.reformat(format="yuv420p") for one in frames):
        apart = thumbnail(usual).astype(int) - thumbnail(usual.reformat(format=pixels))
        assert np.abs(apart).max() <= within


def test_stretched_pixels_are_noted() -> None:
    def wide(stream: object) -> None:
        stream.codec_context.sample_aspect_ratio = Fraction(4, 3)  # type: ignore[attr-defined]

    assert VideoNote.NOT_SQUARE in look(film(panned(SCENES[0], 6), prepare=wide)).how.notes


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("videos/audio-only.mp4", Reason.NO_PICTURES),
        ("videos/no-index.mp4", Reason.NO_INDEX),
        ("images/base-dogs.jpg", Reason.NOT_A_VIDEO),
        ("images/plain.heic", Reason.NOT_A_VIDEO),
        ("images/plain.avif", Reason.NOT_A_VIDEO),
        ("images/animated.gif", Reason.NOT_A_VIDEO),
        ("images/empty.jpg", Reason.EMPTY),
    ],
)
def test_what_is_no_video_is_refused_with_the_reason(samples: Path, name: str, reason: Reason) -> None:
    with pytest.raises(UnclearVideo) as refused:
        of_video(samples / name)
    assert refused.value.reason is reason
    assert str(refused.value).endswith(".")


def test_a_kind_of_picture_that_is_not_trusted_is_refused() -> None:
    with pytest.raises(UnclearVideo) as refused:
        look(film(panned(SCENES[0], 4), kind="avi", codec="ffv1"))
    assert refused.value.reason is Reason.UNSUPPORTED_FORMAT


def test_of_a_video_cut_short_the_first_part_is_used(samples: Path) -> None:
    video = of_video(samples / "videos" / "truncated.mp4", parts=False)
    assert VideoNote.FIRST_PART in video.how.notes
    assert video.how.stopped is Reason.TRUNCATED
    assert 2 < video.seen < 3.5 < video.seconds


def test_bars_are_cut_off(samples: Path) -> None:
    video = of_video(samples / "videos" / "letterboxed-portrait.mp4", parts=False)
    boxes = {
        panel.box for frame in video.frames for panel in frame.print.panels if panel.kind is PanelKind.TRIMMED
    }
    assert any(abs(left - 667) <= 60 and abs(right - 9333) <= 60 for left, _, right, _ in boxes)


@pytest.mark.parametrize("bars", [(30, 0), (0, 40)])
def test_the_picture_between_bars_has_the_print_it_has_without_them(bars: tuple[int, int]) -> None:
    frames = panned(SCENES[1], 24)
    down, across = bars
    framed = [np.pad(one, ((down, down), (across, across), (0, 0))) for one in frames]
    plain, other = look(film(frames)), look(film(framed))
    panels = [panel for panel in other.frames[0].print.panels if panel.kind is PanelKind.TRIMMED]
    assert kernel.distance(panels[0].turns[0], plain.frames[0].print.bits) <= 16


def test_still_scenes_become_one_moment_and_moving_ones_many() -> None:
    still = film([panned(SCENES[0], 2)[0]] * 60)
    moving = film(panned(SCENES[0], 60))
    (only,) = look(still, Sampling.DENSE).frames
    assert only.until > 4
    assert 10 < len(look(moving, Sampling.DENSE).frames) <= 4 * 5 + 3
    assert len(look(moving, Sampling.GRID).frames) == 5


def test_each_scene_is_seen_at_its_start() -> None:
    video = look(film(story(seconds=1.5)), Sampling.GRID)
    starts = [frame.at for frame in video.frames if frame.scene]
    assert starts == pytest.approx([0, 1.5, 3.0], abs=0.2)


def test_dark_frames_are_few_and_not_usable() -> None:
    rng = np.random.default_rng(3)
    dark = [rng.integers(0, 3, (180, 320, 3), dtype=np.uint8) for _ in range(60)]
    video = look(film(dark), Sampling.DENSE)
    assert video.usable == 0
    assert video.plain
    assert len(video.frames) <= 4


def test_first_looks_take_key_frames_alone() -> None:
    content = film(story(seconds=4), every=24)
    keys = look(content, Sampling.KEYS)
    assert [frame.at for frame in keys.frames] == pytest.approx([0, 2, 4, 6, 8, 10], abs=0.2)
    assert keys.seen == pytest.approx(keys.seconds, abs=0.2)
    dense = look(content, Sampling.DENSE)
    assert max(nearest(frame.print.bits, dense) for frame in keys.frames) <= 8


@pytest.mark.parametrize("kind", ["matroska", "mpegts", "avi", "flv"])
def test_first_looks_work_in_other_kinds_of_file(kind: str) -> None:
    content = film(story(seconds=4), every=24, kind=kind)
    assert is_video(content[:400])
    found = [frame.at for frame in look(content, Sampling.KEYS).frames]
    assert len(found) >= 5
    assert found == sorted(found)


def test_no_more_than_asked_is_looked_at() -> None:
    video = of_video(film(story()), sampling=Sampling.GRID, turns=False, parts=False, most_seconds=2.0)
    assert VideoNote.FIRST_PART in video.how.notes
    assert max(frame.at for frame in video.frames) < 2.0


def test_an_hour_is_read_with_progress() -> None:
    frames = [frame for name in SCENES for frame in panned(name, 1200, (64, 36))]
    told: list[tuple[float, float]] = []
    video = of_video(
        film(frames, 1.0, every=60),
        sampling=Sampling.GRID,
        turns=False,
        parts=False,
        progress=lambda seen, whole: told.append((seen, whole)),
    )
    assert video.seconds == pytest.approx(3600, abs=2)
    assert [seen for seen, _ in told] == sorted(seen for seen, _ in told)
    assert len(told) > 3000
    assert told[-1] == pytest.approx((3599, 3600), abs=2)


def test_without_the_part_that_opens_videos_the_person_is_told_what_to_type(
    monkeypatch: pytest.MonkeyPatch, samples: Path
) -> None:
    monkeypatch.setattr(reader.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UnclearVideo) as refused:
        of_video(samples / "videos" / "h264.mp4")
    assert refused.value.reason is Reason.NEEDS_VIDEO
    assert "pip install 'rescind[video]'" in str(refused.value)
