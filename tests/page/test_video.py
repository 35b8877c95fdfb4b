"""Videos in the page: the moments that Python has, as a case keeps them; stopped midway; and refused in plain words."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from rescind.fingerprint import Unclear
from rescind.fingerprint.video import of_video
from rescind.person.casefile.sealing import unseal
from rescind.removal import document
from tests.page.browser import Visitor, agree, say_contact, say_who, start, visit
from tests.page.filmed import ask, beside, film

ROOT = Path(__file__).resolve().parents[2]
WORDS = "these words open the sample file"
NOT_IN_CHROMIUM = {"hevc.mp4": "browser-cannot"}

# Moments of the same time, where Python leaves out other frames than the page does: dav1d tells more of those that
# nothing is made from, and that there are few frames a second is noticed later.
NEARLY = {"av1.webm": 4, "vfr.mp4": 19}

MATRICES = {
    "mirrored": (-1, 0, 0, 1),
    "mirrored, a quarter turned": (0, 1, 1, 0),
    "on its head": (-1, 0, 0, -1),
    "a quarter turned": (0, 1, -1, 0),
}


@pytest.fixture(scope="module")
def worker(browser: Browser, address: str) -> Iterator[Visitor]:
    """A page whose worker is asked directly."""
    one = visit(browser, address)
    yield one
    assert one.broken == []
    one.context.close()


def to_pictures(visitor: Visitor) -> None:
    start(visitor)
    say_who(visitor)


def test_samples_give_the_moments_that_python_has_or_its_refusal(worker: Visitor, samples: Path) -> None:
    wrong: dict[str, Any] = {}
    for path in sorted((samples / "videos").iterdir()):
        said = ask(worker.page, path.read_bytes())
        try:
            mine = of_video(path, parts=False)
        except Unclear as unclear:
            if said.get("fault") != unclear.reason:
                wrong[path.name] = said.get("fault"), unclear.reason
            continue
        if path.name in NOT_IN_CHROMIUM:
            assert said["fault"] == NOT_IN_CHROMIUM[path.name]
            continue
        found, how = beside(said, mine), said["fingerprint"]["how"]
        least = NEARLY.get(path.name, len(mine.frames))
        told = (how["format"], how["codec"], how["width"], how["height"], tuple(how["notes"]), how["stopped"])
        whole = (
            mine.how.format,
            mine.how.codec,
            mine.how.width,
            mine.how.height,
            mine.how.notes,
            mine.how.stopped,
        )
        alike = found.farthest == 0 and found.together >= least and abs(found.page - found.python) <= 1
        if not alike or told != whole or said["sha256"] != (mine.sha256 or b"").hex():
            wrong[path.name] = found, told
    assert wrong == {}


@pytest.mark.parametrize("matrix", MATRICES)
def test_a_video_is_held_as_its_file_asks(
    worker: Visitor, samples: Path, tmp_path: Path, matrix: str
) -> None:
    content = bytearray((samples / "videos" / "copy-trim.mp4").read_bytes())
    at = content.index(b"tkhd") + 4 + 40  # ISO/IEC 14496-12, 8.3.2: the matrix of version 0
    a, b, c, d = (one << 16 for one in MATRICES[matrix])
    for place, value in zip((0, 1, 3, 4), (a, b, c, d), strict=True):
        content[at + 4 * place : at + 4 * place + 4] = value.to_bytes(4, "big", signed=True)
    path = tmp_path / "turned.mp4"
    path.write_bytes(content)
    mine, said = of_video(path, parts=False), ask(worker.page, bytes(content))
    assert tuple(said["fingerprint"]["how"]["notes"]) == mine.how.notes != ()
    assert beside(said, mine).together == len(mine.frames)
    assert beside(said, mine).farthest == 0


PLANES = """async () => {
  const { lumaOf } = await import("./fingerprint/video/frame.js");
  const { reduced, thumbnail } = await import("./fingerprint/video/luma.js");
  const [width, height] = [96, 64];
  const slope = (at) => (at < width * height ? 60 + (at % width) + Math.floor(at / width) : 128);
  const eight = Uint8Array.from({ length: width * height * 1.5 }, (_, at) => slope(at));
  const ten = Uint16Array.from(eight, (value) => value * 4 + 3);
  const colorSpace = { fullRange: false, matrix: "smpte170m", primaries: "smpte170m", transfer: "smpte170m" };
  const init = { codedWidth: width, codedHeight: height, timestamp: 0, colorSpace };
  const frames = [new VideoFrame(eight, { ...init, format: "I420" }), new VideoFrame(ten, { ...init, format: "I420P10" })];
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d").drawImage(frames[0], 0, 0);
  frames.push(new VideoFrame(canvas, { timestamp: 0 }));
  const lumas = await Promise.all(frames.map(lumaOf));
  const [plain, ...others] = lumas.map((luma) => reduced(luma, 0).points);
  const apart = others.map((points) => Math.max(...points.map((value, at) => Math.abs(value - plain[at]))));
  for (const frame of frames) frame.close();
  return { apart, same: String(thumbnail(lumas[0])) === String(thumbnail(lumas[1])), first: plain[0] };
}"""


def test_brightness_is_the_same_from_ten_bits_and_where_the_browser_only_draws(worker: Visitor) -> None:
    said = worker.page.evaluate(PLANES)
    assert said["same"]
    assert said["first"] == round((60 - 16) * 255 / 219)
    assert said["apart"][0] == 0
    assert said["apart"][1] <= 2


def test_a_damaged_video_gives_what_can_be_read_or_a_reason(worker: Visitor, samples: Path) -> None:
    whole = (samples / "videos" / "copy-trim.mp4").read_bytes()
    heard = {}
    for seed in range(8):
        dice = random.Random(seed)
        content = bytearray(whole)
        for _ in range(40):
            content[dice.randrange(100, len(content))] = dice.randrange(256)
        said = ask(worker.page, bytes(content[: dice.randrange(100, len(content))] if seed % 2 else content))
        heard[seed] = said.get("fault") or tuple(said["fingerprint"]["how"]["notes"])
    known = {"corrupt", "truncated", "no-index", "no-pictures", "browser-cannot", "plain", "too-large"}
    assert {seed: one for seed, one in heard.items() if isinstance(one, str) and one not in known} == {}
    assert ask(worker.page, whole)["fingerprint"]["how"]["notes"] == []


def test_a_hole_in_the_middle_is_passed_over(worker: Visitor) -> None:
    content = bytearray(film(24, size=(96, 64), rate=5))
    middle = content.index(b"mdat") + (len(content) - content.index(b"mdat")) // 2
    content[middle : middle + 1200] = b"\xff" * 1200
    said = ask(worker.page, bytes(content))
    assert said["fingerprint"]["how"]["notes"] == ["damaged"]
    assert [one["at"] for one in said["fingerprint"]["frames"]][:: len(said["fingerprint"]["frames"]) - 1][
        1
    ] > 20
    assert said["told"] == sorted(said["told"])


def test_a_case_goes_from_python_through_the_page_and_back_with_a_video(
    visitor: Visitor, samples: Path, tmp_path: Path
) -> None:
    videos, cat = samples / "videos", samples / "images" / "base-cat.jpg"
    shutil.copy(ROOT / "vectors" / "casefile" / "v1-quick.case", tmp_path / "notes.age")
    open_case(visitor, tmp_path / "notes.age")
    visitor.page.set_input_files("#files", [videos / "h264.mp4", cat, videos / "h264.mp4"])
    visitor.reads("3 of 3 done")
    to_the_letters(visitor)
    visitor.page.locator("#with-prints").check()
    visitor.saved("Save the request file").save_as(tmp_path / "request.json")
    visitor.on()
    visitor.saved("Save the file").save_as(tmp_path / "notes.age")

    found = found_by_python(tmp_path, videos / "copy-trim.mp4")
    case = unseal((tmp_path / "notes.age").read_bytes(), WORDS)
    assert case.videos[0].fingerprint == of_video(videos / "h264.mp4", parts=False)
    numbers = [one.number for one in case.videos], [one.number for one in case.pictures], case.next_picture
    assert numbers == ([2], [1, 3], 4)
    request = document.read((tmp_path / "request.json").read_bytes())
    assert request.fingerprints == (case.pictures[1].fingerprint.bits,)
    assert found.startswith("Copy of video 2: the same video")
    assert {one.picture for one in case.sightings} == {1, 2}


def open_case(visitor: Visitor, sealed: Path) -> None:
    """Open a sealed file in the page and begin another request."""
    visitor.page.locator("#adults").click()
    visitor.page.locator("#open").click()
    visitor.page.set_input_files("#case", sealed)
    visitor.page.locator("#passphrase").fill(WORDS)
    visitor.press("Open")
    visitor.page.locator("#more").click(timeout=60_000)
    say_who(visitor)


def to_the_letters(visitor: Visitor) -> None:
    """From the pictures on."""
    visitor.on()
    visitor.fill("Addresses, one on each line", "https://board.example/thread/7")
    visitor.on()
    visitor.on()
    agree(visitor)
    visitor.on()
    say_contact(visitor)


def found_by_python(folder: Path, copy: Path) -> str:
    """What `rescind check` says first of a re-encoded piece of a video, with the case in the folder."""
    (folder / "words").write_text(WORDS + "\n")
    command = [
        sys.executable,
        "-m",
        "rescind",
        "check",
        "--place",
        str(copy),
        "--passphrase-file",
        "words",
        "--json",
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return str(json.loads(done.stdout.splitlines()[0])["sentence"])


def test_ten_minutes_do_not_freeze_the_page_and_stop_in_the_middle(visitor: Visitor, tmp_path: Path) -> None:
    path = tmp_path / "long.mp4"
    path.write_bytes(film(600, size=(64, 48), rate=2))
    to_pictures(visitor)
    visitor.page.evaluate(
        "() => { window.longest = 0; let last = performance.now(); "
        "const tick = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); "
        "last = now; requestAnimationFrame(tick); }; tick(); }"
    )
    visitor.page.set_input_files("#files", path)
    visitor.reads("Video 1, 10:00 min")
    visitor.page.locator("#stop").click()
    visitor.reads("Stopped. No fingerprint was made.")
    visitor.page.locator("#stop").wait_for(state="hidden")
    visitor.press("Take out")
    visitor.page.set_input_files("#files", path)
    visitor.page.get_by_text("Fingerprint made").wait_for(timeout=120_000)
    assert visitor.page.evaluate("() => window.longest") < 1000
    assert visitor.broken == []


def test_a_still_is_shown_only_when_asked_and_in_grey_without_a_player(
    visitor: Visitor, samples: Path
) -> None:
    to_pictures(visitor)
    visitor.page.set_input_files("#files", samples / "videos" / "rotate90.mp4")
    visitor.reads("Fingerprint made")
    visitor.reads("Video 1, 0:06 min")
    assert visitor.page.locator("img, canvas").count() == 0
    visitor.press("Show for 5 seconds")
    shown = visitor.page.locator(".face canvas")
    shown.wait_for()
    assert visitor.page.locator("video, audio").count() == 0
    width, height, coloured, shades = shown.evaluate(
        """one => { const { data } = one.getContext("2d").getImageData(0, 0, one.width, one.height);
        const pixels = Array.from({ length: data.length / 4 }, (_, at) => data.slice(at * 4, at * 4 + 3));
        const coloured = pixels.some(([red, green, blue]) => red !== green || green !== blue);
        return [one.width, one.height, coloured, new Set(pixels.map(([red]) => red)).size]; }"""
    )
    assert (width, height, coloured) == (216, 384, False)
    assert shades > 50
    visitor.press("Hide")
    assert visitor.page.locator("canvas").count() == 0


MOVIE = b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41"
NO_INDEX = "This video was not saved to its end, so no program can play it."
BROKEN = "This video is damaged, so we cannot open it."
REFUSED = {
    "hevc.mp4": "The program on a computer can: type rescind case add.",
    "audio-only.mp4": "This file has sound, but no moving picture.",
    "no-index.mp4": NO_INDEX,
    "truncated.mp4": "Fingerprint made of the first 0:03. The rest of the file is missing.",
}
"""Samples of which there is no whole fingerprint."""

WRITTEN = {
    "rubbish.avi": (b"RIFF....AVI rubbish", "Your browser cannot open this kind of video."),
    "page.mp4": (b"<!doctype html><script>window.ran = 1</script>", "neither a picture nor a video."),
    "empty.mp4": (b"", "This file is empty."),
    "begun.mp4": (MOVIE, NO_INDEX),
    "huge.mp4": (MOVIE, NO_INDEX),
    "endless.mp4": (MOVIE + b"\0\0\0\1mdat" + (1 << 62).to_bytes(8, "big"), NO_INDEX),
    "small-box.mp4": (MOVIE + b"\0\0\0\4moov", BROKEN),
    "rubbish.ts": ((b"\x47" + bytes(187)) * 40, BROKEN),
    "huge.ts": ((b"\x47" + bytes(187)) * 8, BROKEN),
}
"""Files that are not what they say, or not all there; what is huge has two gigabytes, of which nothing is on the disk."""


def test_hostile_files_each_have_their_plain_sentence_or_a_fingerprint(
    visitor: Visitor, samples: Path, tmp_path: Path
) -> None:
    files = {path: REFUSED.get(path.name, "Fingerprint made") for path in (samples / "videos").iterdir()}
    for name, (content, said) in WRITTEN.items():
        (tmp_path / name).write_bytes(content)
        files[tmp_path / name] = said
    for name in ("huge.mp4", "huge.ts"):
        os.truncate(tmp_path / name, 2 << 30)
    (tmp_path / "dark.mp4").write_bytes(dark())
    files[tmp_path / "dark.mp4"] = "so dark or plain that copies of it cannot be told from other videos"
    shutil.copy(samples / "images" / "base-cat.jpg", tmp_path / "cat.mp4")
    files[tmp_path / "cat.mp4"] = "Fingerprint made"
    to_pictures(visitor)
    visitor.page.set_input_files("#files", list(files))
    visitor.page.get_by_text(f"{len(files)} of {len(files)} done").wait_for(timeout=60_000)
    tiles = dict(
        zip((path.name for path in files), visitor.page.locator(".tile").all_inner_texts(), strict=True)
    )
    wrong = {path.name: tiles[path.name] for path, said in files.items() if said not in tiles[path.name]}
    assert wrong == {}
    assert "0:06 min" in tiles["truncated.mp4"]
    assert "Picture" in tiles["cat.mp4"]
    made = [said for said in files.values() if said.startswith("Fingerprint made")]
    assert json.dumps(list(tiles.values())).count("Show for 5 seconds") == len(made)
    visitor.on()
    assert visitor.title() == "Where did you see them?"
    assert visitor.page.evaluate("() => window.ran") is None
    assert visitor.broken == []


def dark() -> bytes:
    """A video in which nothing is to be seen."""
    return film(2, size=(64, 48), rate=5, waves=0)
