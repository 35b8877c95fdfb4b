"""One picture, saved in many ways, has one fingerprint."""

from io import BytesIO

import pytest
from PIL import Image

from rescind import fingerprint, kernel
from rescind.fingerprint import Note, Reason, Unclear, of_image
from tests.fingerprint import sampled
from tests.fingerprint.sampled import LUMA_ONLY, OPENED_BY_REDUCING, SAME_PIXELS, apart, bits, image

EXACT = ("PNG", "GIF", "BMP", "TIFF")
ROUNDING = 4
HIDDEN_COLOURS = {"images/la.png", "images/rgba.png", "images/palette-alpha.png"}
BROKEN_MIDDLE = {
    "images/corrupt-middle.jpg"
}  # libjpeg guesses at what is broken, once for luma, once for colour


@pytest.mark.parametrize("row", sampled.rows("normalised.csv"), ids=lambda row: row["file"])
def test_every_sample_is_read_as_written_down(row: dict[str, str]) -> None:
    if row["unclear"]:
        with pytest.raises(Unclear) as refused:
            of_image(sampled.content(row["file"]))
        assert refused.value.reason == row["unclear"]
        return
    found = of_image(sampled.content(row["file"]))
    how = found.how
    told = (how.format, str(how.width), str(how.height), str(how.reduced), " ".join(how.notes))
    assert told == (row["format"], row["width"], row["height"], row["reduced"], row["notes"])
    allowed = SAME_PIXELS if how.format in EXACT else ROUNDING
    assert apart(found.bits, bits(row["hash"])) <= allowed
    assert abs(found.quality - int(row["quality"])) <= allowed


def test_every_sample_is_written_down() -> None:
    assert [row["file"] for row in sampled.rows("normalised.csv")] == sampled.all_names()


@pytest.mark.parametrize(
    "row",
    [row for row in sampled.rows("pdq-reference.csv") if row["file"] not in HIDDEN_COLOURS | BROKEN_MIDDLE],
    ids=lambda row: row["file"],
)
def test_the_fingerprint_is_the_reference_algorithm_on_the_upright_picture(row: dict[str, str]) -> None:
    found = of_image(sampled.content(row["file"]))
    allowed = SAME_PIXELS
    if found.how.format == "JPEG":
        allowed = LUMA_ONLY if found.how.reduced == 1 else OPENED_BY_REDUCING
    assert apart(found.bits, bits(row["core_hash"])) <= allowed


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stored_in_any_exif_turn_is_the_upright_one(orientation: int) -> None:
    upright = of_image(image("exif-orientation-1.jpg"))
    stored = of_image(image(f"exif-orientation-{orientation}.jpg"))
    assert all(
        apart(mine, other) <= LUMA_ONLY for mine, other in zip(upright.turns, stored.turns, strict=True)
    )
    assert (stored.how.width, stored.how.height) == (480, 360)
    assert (Note.TURNED_BY_EXIF in stored.how.notes) == (orientation != 1)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_eight_turns_are_those_of_the_upright_picture(orientation: int) -> None:
    """A lossless picture stored in each orientation: every turn equals the fingerprint of turned pixels."""
    with Image.open(BytesIO(image("rgb.png"))) as opened:
        upright = opened.convert("RGB")
    stored, exif = upright.transpose(STORED_AS[orientation]) if orientation > 1 else upright, Image.Exif()
    exif[0x0112] = orientation
    out = BytesIO()
    stored.save(out, "PNG", exif=exif)
    found = of_image(out.getvalue())
    for turn, made in zip(kernel.TURNS, found.turns, strict=True):
        pixels = turned(upright, turn)
        expected, _ = kernel.pdq(pixels.tobytes(), width=pixels.width, height=pixels.height, channels=3)
        assert made == expected, turn


STORED_AS = {  # what undoes each EXIF orientation (Exif 2.32, table of tag 0x0112)
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def turned(upright: Image.Image, turn: str) -> Image.Image:
    """The picture mirrored first, then turned clockwise, as the name says."""
    if turn.startswith("mirrored"):
        upright = upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    clockwise = {
        "90": Image.Transpose.ROTATE_270,
        "180": Image.Transpose.ROTATE_180,
        "270": Image.Transpose.ROTATE_90,
    }
    quarter = clockwise.get(turn.rpartition("_")[2])
    return upright if quarter is None else upright.transpose(quarter)


@pytest.mark.parametrize("name", ["rgba.png", "la.png", "palette-alpha.png", "lossless-alpha.webp"])
def test_colours_hidden_where_a_picture_is_see_through_do_not_count(name: str) -> None:
    with Image.open(BytesIO(image(name))) as opened:
        seen = opened.convert("RGBA")
    emptied = Image.new("RGBA", seen.size, (255, 255, 255, 0))
    emptied.paste(seen, mask=seen.getchannel("A").point(lambda value: 255 if value else 0))
    out = BytesIO()
    emptied.save(out, "PNG")
    assert apart(of_image(image(name)).bits, of_image(out.getvalue()).bits) <= SAME_PIXELS


def test_a_see_through_picture_lies_on_white() -> None:
    with Image.open(BytesIO(image("rgba.png"))) as opened:
        paper = Image.new("RGBA", opened.size, "white")
        paper.alpha_composite(opened)
    out = BytesIO()
    paper.convert("RGB").save(out, "PNG")
    assert apart(of_image(image("rgba.png")).bits, of_image(out.getvalue()).bits) <= 2


@pytest.mark.parametrize(
    ("name", "plain", "within"),
    [
        ("cmyk.jpg", "yuv444-q95.jpg", 16),
        ("cmyk.tiff", "base-meadow.jpg", 24),
        ("grey16.png", "rgb.png", 4),
        ("rgb16.png", "rgb.png", 31),
        ("palette.png", "rgb.png", 16),
        ("bilevel.png", "rgb.png", 31),
        ("rgb16.tiff", "base-meadow.jpg", 20),
        ("two-pages.tiff", "rgb16.tiff", 16),
        ("static.gif", "base-brushes.jpg", 24),
        ("plain.bmp", "base-fig.jpg", 24),
        ("lossy.webp", "plain.avif", 8),
        ("plain.heic", "plain.avif", 8),
        ("progressive.jpg", "yuv444-q95.jpg", 16),
    ],
)
def test_the_same_picture_in_another_kind_of_file_is_near(name: str, plain: str, within: int) -> None:
    assert apart(of_image(image(name)).bits, of_image(image(plain)).bits) <= within


def test_a_rotation_written_in_the_container_is_done_once() -> None:
    upright = of_image(image("plain.heic"))
    rotated = of_image(image("exif-rotated.heic"))
    assert (rotated.how.width, rotated.how.height) == (upright.how.height, upright.how.width)
    assert apart(rotated.bits, upright.turns[1]) <= LUMA_ONLY
    avif = of_image(image("10bit-irot1.avif"))
    assert apart(avif.bits, of_image(image("plain.avif")).turns[3]) <= LUMA_ONLY


def test_a_picture_is_known_by_its_bytes_not_its_name() -> None:
    assert of_image(image("png-named.jpg")).how.format == "PNG"


def test_a_large_photo_is_reduced_but_never_under_512() -> None:
    how = of_image(image("big-12mp.jpg")).how
    assert how.reduced == 4
    assert min(how.width, how.height) // how.reduced >= 512
    assert of_image(image("base-hubble.jpg")).how.reduced == 1


@pytest.mark.parametrize("name", ["white.jpg", "gradient.png", "1x1.png", "tall3px.png"])
def test_a_picture_without_anything_in_it_is_plain(name: str) -> None:
    assert of_image(image(name)).plain


def test_an_ordinary_picture_is_not_plain() -> None:
    found = of_image(image("base-dogs.jpg"))
    assert not found.plain
    assert found.bits == found.turns[0]
    assert found.hex == found.bits.hex()


def test_nothing_a_camera_wrote_is_kept_but_the_way_up() -> None:
    content = image("exif-gps.jpg")
    assert b"Exif" in content
    said = repr(of_image(content, reference=True))
    assert said == repr(fingerprint.Fingerprint((), 100, fingerprint.How("JPEG", 400, 266)))


def test_a_fingerprint_is_not_printed_by_accident() -> None:
    found = of_image(image("base-dogs.jpg"), reference=True)
    assert found.hex not in repr(found)
    assert repr(found.bits) not in repr(found)


def test_torn_exif_does_not_hide_a_picture() -> None:
    content = (
        image("exif-orientation-6.jpg")
        .replace(b"Exif\0\0MM", b"Exif\0\0XX")
        .replace(b"Exif\0\0II", b"Exif\0\0XX")
    )
    assert content != image("exif-orientation-6.jpg")
    assert of_image(content).how.notes == ()


def test_many_pictures_come_out_in_the_order_they_went_in() -> None:
    names = sampled.all_names()
    for processes in (1, 2):
        answers = list(
            fingerprint.of_images(((name, sampled.content(name)) for name in names), processes=processes)
        )
        assert [key for key, _ in answers] == names
        for (_, answer), row in zip(answers, sampled.rows("normalised.csv"), strict=True):
            if row["unclear"]:
                assert isinstance(answer, Unclear)
                assert answer.reason is Reason(row["unclear"])
            else:
                assert isinstance(answer, fingerprint.Fingerprint)
                assert apart(answer.bits, bits(row["hash"])) <= ROUNDING


def test_a_picture_can_be_looked_at_while_many_are() -> None:
    looking = fingerprint.of_images(
        [(1, image("base-cat.jpg")), (2, image("base-dogs.jpg")), (3, image("base-fig.jpg"))]
    )
    first = next(looking)
    between = of_image(image("base-drum.jpg"))
    rest = list(looking)
    assert [first[0], *(key for key, _ in rest)] == [1, 2, 3]
    assert apart(between.bits, of_image(image("base-drum.jpg")).bits) == 0
    assert rest[0][1] == of_image(image("base-dogs.jpg"))
