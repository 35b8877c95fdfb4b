"""The frames of animated pictures: all that differ, with their times, however the file keeps them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rescind import kernel
from rescind.fingerprint import Unclear, frames
from rescind.fingerprint.sniff import Kind, kind_of

SAMPLES = Path(__file__).parents[1] / "samples" / "images"
NAMES = ("cat", "coffee", "meadow")


def picture(name: str) -> Image.Image:
    with Image.open(SAMPLES / f"base-{name}.jpg") as image:
        return image.convert("RGB").resize((200, 150))


def animated(form: str, names: tuple[str, ...], milliseconds: int) -> bytes:
    first, *others = (picture(name) for name in names)
    written = BytesIO()
    first.save(written, form, save_all=True, append_images=others, duration=milliseconds, loop=0)
    return written.getvalue()


def unlimited(_seconds: float) -> None:
    """Grant any time."""


def told(content: bytes, most: int = frames.MOST_FRAMES) -> list[frames.Still]:
    return list(frames.of(kind_of(content), content, unlimited, most))


def bits(image: Image.Image) -> bytes:
    return kernel.pdq(image.tobytes(), width=image.width, height=image.height, channels=3)[0]


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "AVIF"])
def test_every_frame_is_told_with_its_time(form: str) -> None:
    seen = told(animated(form, NAMES, 400))
    assert [round(one.at, 2) for one in seen] == [0.0, 0.4, 0.8]
    for one, name in zip(seen, NAMES, strict=True):
        assert kernel.distance(one.bits, bits(picture(name))) <= 31
        assert (one.pixels.width, one.pixels.height) == (200, 150)


def test_a_frame_that_stands_still_is_told_once_and_the_next_has_its_own_time() -> None:
    seen = told(animated("WEBP", ("cat", "cat", "cat", "meadow"), 100))
    assert len(seen) == 2
    assert seen[1].at == pytest.approx(0.3)


def test_no_more_frames_are_told_than_are_asked_for() -> None:
    assert len(told(animated("GIF", NAMES, 100), most=2)) == 2


def test_a_picture_that_is_not_animated_has_one_frame() -> None:
    (one,) = told((SAMPLES / "base-cat.jpg").read_bytes())
    assert one.at == 0


def test_work_is_bounded_by_the_pixels_of_all_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "MOST_PIXELS", 2 * 200 * 150)
    assert len(told(animated("GIF", NAMES, 100))) == 2


def test_an_animation_larger_than_memory_allows_is_refused_before_it_is_decoded() -> None:
    written = BytesIO()
    Image.new("P", (12_000, 12_000)).save(written, "GIF")
    with pytest.raises(Unclear):
        next(iter(frames.of(Kind.GIF, written.getvalue(), unlimited)))
