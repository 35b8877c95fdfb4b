"""A letter as a PDF that can be printed, kept and read aloud (PDF/UA-1). Its look is `letter.typ`.

The words go to Typst as one JSON input, never as markup: nothing a person writes is read as an instruction.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, assert_never

from rescind.removal.errors import RemovalError
from rescind.removal.letter_parts import (
    Block,
    Heading,
    Item,
    Letter,
    Paragraph,
    Signature,
    Spot,
    Spots,
    item_name,
)
from rescind.words import phrase

FOLDER: Final = Path(__file__).parent
TEMPLATE: Final = FOLDER / "letter.typ"
FONTS: Final = FOLDER / "fonts"
STANDARD: Final = "ua-1"
_NO_SUCH_LETTER: Final = "could not be displayed"
"""How Typst's PDF/UA check says that no font holds a character."""


class PdfNotInstalled(RemovalError):
    """The part that makes PDF files is not installed."""


class PdfNotPossible(RemovalError):
    """The letter holds a character that no font at hand can print."""


def as_pdf(letter: Letter) -> bytes:
    """Return the letter as PDF/UA-1. Equal letters give equal bytes with the same Typst, on every computer.

    Printed with the packaged fonts alone; only when they lack a character (a name in another script), with
    the computer's fonts too. Raises PdfNotInstalled without the `pdf` extra, PdfNotPossible when no font has
    it. Reads the package's own files, writes none.
    """
    typst = _typst()
    try:
        return _set(typst, letter, own_fonts=False)
    except typst.TypstError as error:
        if _NO_SUCH_LETTER not in str(error):
            raise
    try:
        return _set(typst, letter, own_fonts=True)
    except typst.TypstError as error:
        raise PdfNotPossible(
            phrase("This computer has no font for a letter in your text. Use the mail or the text file.")
        ) from error


def _typst() -> Any:
    try:
        import typst
    except ImportError as error:
        raise PdfNotInstalled(
            phrase("A PDF needs one more part. Install it with: pip install “rescind[pdf]”")
        ) from error
    return typst


def _set(typst: Any, letter: Letter, *, own_fonts: bool) -> bytes:
    pdf: bytes = typst.compile(
        str(TEMPLATE),
        root=str(FOLDER),
        font_paths=[str(FONTS)],
        ignore_system_fonts=not own_fonts,
        sys_inputs={"letter": json.dumps(as_values(letter), ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=letter.written_at.replace(microsecond=0),  # typst takes whole seconds only
    )
    return pdf


def as_values(letter: Letter) -> Mapping[str, object]:
    """Return the letter as the JSON value that `letter.typ` reads."""
    return {
        "subject": letter.subject,
        "title": letter.title,
        "language": letter.language,
        "direction": letter.direction,
        "running": letter.running,
        "paging": letter.paging,
        "facts": [{"name": fact.name, "lines": list(fact.lines)} for fact in letter.facts],
        "blocks": [_block(block) for block in letter.blocks],
    }


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(words, cited):
            return {"kind": "heading", "text": words, "cited": cited}
        case Paragraph(words):
            return {"kind": "paragraph", "text": words}
        case Spots(spots):
            return {
                "kind": "places",
                "places": [_spot(number, spot) for number, spot in enumerate(spots, start=1)],
            }
        case Signature(name, lines):
            return {"kind": "signature", "name": name, "lines": list(lines)}
        case _:
            assert_never(block)


def _spot(number: int, spot: Spot) -> dict[str, object]:
    items = [_listed(item_name(number, count), item) for count, item in enumerate(spot.items, start=1)]
    return {**_listed(str(number), spot), "label": spot.label, "items": items}


def _listed(name: str, it: Spot | Item) -> dict[str, object]:
    return {
        "name": name,
        "addresses": [{"label": address.label, "address": address.words} for address in it.addresses],
        "remarks": list(it.remarks),
    }
