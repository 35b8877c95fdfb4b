"""What is no picture, or a broken or hostile one, is refused quickly, within bounds, and with a reason."""

import json
import pickle
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rescind.fingerprint import (
    Fingerprint,
    FingerprintError,
    Note,
    Reason,
    Unclear,
    close,
    of_image,
    of_images,
)
from tests.fingerprint import hostile
from tests.fingerprint.sampled import apart, bits, image, processes, rows

QUICK = 15.0  # seconds by the clock, on a busy computer; what tires would take minutes
MEBIBYTES = 200


def refused(content: bytes) -> Reason:
    with pytest.raises(Unclear) as unclear:
        of_image(content)
    return unclear.value.reason


def zipped(name: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), image(name))  # dated 1980, so that it is the same every time
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (image("text.jpg"), Reason.NOT_A_PICTURE),
        (b"\0" * 1000, Reason.NOT_A_PICTURE),
        (b"%PDF-1.7\n", Reason.NOT_A_PICTURE),
        (zipped("rgb.png"), Reason.NOT_A_PICTURE),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", Reason.NOT_A_PICTURE),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', Reason.UNSUPPORTED_FORMAT),
        (b"<SVG onload='x'>", Reason.UNSUPPORTED_FORMAT),
        (b"\0\0\0\x0cJXL \r\n\x87\n", Reason.UNSUPPORTED_FORMAT),
        (b"8BPS\0\1", Reason.UNSUPPORTED_FORMAT),
        (image("truncated.png"), Reason.TRUNCATED),
        (image("truncated-60.jpg"), Reason.TRUNCATED),
        (image("truncated-header.jpg"), Reason.TRUNCATED),
        (image("lossy.webp")[:20_000], Reason.TRUNCATED),
        (image("bomb-400mp.png"), Reason.TOO_LARGE),
        (hostile.png(0, 10), Reason.CORRUPT),
        (b"\xff\xd8\xff" + b"\0" * 500, Reason.CORRUPT),
    ],
    ids=lambda value: value.name if isinstance(value, Reason) else repr(value[:12]),
)
def test_what_cannot_be_opened_is_refused_with_its_reason(content: bytes, reason: Reason) -> None:
    assert refused(content) is reason


@pytest.mark.parametrize("name", hostile.LARGE)
def test_a_header_that_claims_too_much_is_refused_before_any_pixel(name: str) -> None:
    reason = over_quickly(hostile.LARGE[name])
    if name == "heic":  # its library compares the claim with its own limits first
        assert reason in (Reason.CORRUPT, Reason.TOO_MUCH_MEMORY, Reason.TOO_LARGE)
    else:
        assert reason is Reason.TOO_LARGE


@pytest.mark.parametrize("name", hostile.TIRING)
def test_a_file_made_to_tire_is_over_quickly(name: str) -> None:
    assert over_quickly(hostile.TIRING[name]) is not Reason.DECODER_DIED


def over_quickly(content: bytes) -> Reason | None:
    """Why the file was refused, if it was; the time, and for a refusal the memory, stayed within bounds."""
    close()
    of_image(image("rgb.png"))
    before = {process: memory(process, "VmRSS") for process in processes()}
    started = time.perf_counter()
    ((_, answer),) = of_images([(None, content)])
    assert time.perf_counter() - started < QUICK
    if isinstance(answer, Fingerprint):
        return None
    for process in before.keys() & processes():
        assert memory(process, "VmHWM") - before[process] <= MEBIBYTES
    return answer.reason


def test_what_is_hidden_in_a_picture_does_not_hide_the_picture() -> None:
    plain = of_image(image("rgb.png"))
    for name in ("png text", "png profile", "png of many chunks"):
        assert of_image(hostile.TIRING[name]) == plain, name


def test_a_picture_with_something_behind_it_opens_and_says_so() -> None:
    for name in ("base-cat.jpg", "rgb.png", "lossy.webp"):
        alone = of_image(image(name))
        followed = of_image(image(name) + zipped("rgb.png"))
        assert followed.bits == alone.bits
        assert followed.how.notes == (Note.TRAILING_BYTES,)


def test_a_picture_inside_a_picture_counts_as_the_outer_one() -> None:
    inner, out = image("base-dogs.jpg"), BytesIO()
    exif = Image.Exif()
    exif[0x927C] = inner
    with Image.open(BytesIO(image("base-cat.jpg"))) as outer:
        outer.save(out, "JPEG", exif=exif, quality=95)
    assert inner in out.getvalue()
    assert apart(of_image(out.getvalue()).bits, of_image(image("base-cat.jpg")).bits) <= 16


def test_a_copy_broken_in_the_middle_opens_as_browsers_show_it() -> None:
    """Two decodes differ by some bits, because what is broken is guessed for luma and colour apart."""
    (row,) = (row for row in rows("pdq-reference.csv") if row["file"] == "images/corrupt-middle.jpg")
    found = of_image(image("corrupt-middle.jpg"))
    assert not found.plain
    assert apart(found.bits, bits(row["core_hash"])) <= 20


def memory(process: int, what: str) -> int:
    """Mebibytes, as the system counts them."""
    told = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    return int(told[what].split()[0]) // 1024


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_a_sentence_for_a_person_and_survives_travel(reason: Reason) -> None:
    unclear = Unclear(reason)
    said = str(unclear)
    assert said.endswith(".")
    assert reason.value not in said.split()
    assert len({str(Unclear(other)) for other in Reason}) == len(Reason)
    travelled = pickle.loads(pickle.dumps(unclear))
    assert travelled.reason is reason
    assert json.loads(json.dumps(reason)) == reason.value
    assert isinstance(unclear, FingerprintError)
