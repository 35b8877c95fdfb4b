"""Pictures as large as phones and cameras make them open within the memory allowed."""

from io import BytesIO

import pytest
from PIL import Image

from rescind.fingerprint import of_image
from tests.fingerprint.sampled import OPENED_BY_REDUCING, apart, image


def enlarged(width: int, height: int, kind: str, mode: str = "RGB", **options: object) -> bytes:
    out = BytesIO()
    with Image.open(BytesIO(image("base-hubble.jpg"))) as opened:
        large = opened.resize((width, height), Image.Resampling.BILINEAR)
    if mode == "RGBA":
        large.putalpha(255)
    large.convert(mode).save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("width", "height", "kind", "options"),
    [
        (8000, 6000, "JPEG", {"quality": 85}),
        (8000, 6000, "JPEG", {"quality": 80, "progressive": True}),
        (6000, 4000, "PNG", {"compress_level": 1}),
        (6000, 4000, "PNG", {"compress_level": 1, "mode": "RGBA"}),
        (4000, 3000, "WEBP", {"quality": 70, "method": 0}),
        (4000, 3000, "AVIF", {"quality": 50, "speed": 10}),
    ],
)
def test_a_picture_from_a_camera_opens(
    width: int, height: int, kind: str, options: dict[str, object]
) -> None:
    found = of_image(enlarged(width, height, kind, **options))
    assert (found.how.width, found.how.height) == (width, height)
    assert apart(found.bits, of_image(image("base-hubble.jpg")).bits) <= OPENED_BY_REDUCING


def test_the_reference_style_value_of_a_large_photo_comes_too() -> None:
    content = enlarged(8000, 6000, "JPEG", quality=85)
    found = of_image(content, reference=True)
    assert found.reference
    assert found.how.reduced == 8
    assert apart(found.bits, found.reference) <= OPENED_BY_REDUCING


def test_many_large_ones_in_a_row_do_not_fill_the_memory_up() -> None:
    content = enlarged(4000, 3000, "BMP")
    prints = {of_image(content).bits for _ in range(8)}
    assert len(prints) == 1
