"""A comparison as a sentence that the person and a reviewer read: what is alike, how it was changed, how surely."""

from rescind.fingerprint import WHOLE, Box
from rescind.match.comparing import Comparison, Extent, Likeness
from rescind.words import phrase, phrases

_ALL_OF_IT = 0.9
"""From this share on, a part is spoken of as all of the picture: where a part ends is known to a few hundredths."""

_EDGE = 400
"""So near to the edge of the other (in ten-thousandths), there is nothing around the picture."""


def described(found: Comparison, *, video: bool = False, stills: int = 0) -> str:
    """Return how a copy is like a picture, or a video, to stand after its name: "a crop of it, mirrored, about 70 %
    of it, 31 places agree". `stills` is how many moments of the video are alike in a copy that is a picture.
    """
    if stills and found.likeness is Likeness.SAME and found.extent is Extent.WHOLE:
        alike = phrases("a still of it", "{n} stills of it", stills)
    else:
        alike = _likely(found) if found.likeness is not Likeness.SAME else _same(found, video=video)
    said = (alike, _turn_words(found.turn), _share(found), _evidence(found))
    return ", ".join(part for part in said if part)


def _same(found: Comparison, *, video: bool) -> str:
    if found.extent is Extent.WHOLE:
        return phrase("the same video") if video else phrase("the same picture")
    if found.extent is Extent.TRIMMED and found.box == WHOLE:
        return phrase("the same without its border")
    if found.share >= _ALL_OF_IT and _fills(found.box):
        return phrase("the same, changed in places")
    if found.extent is Extent.TRIMMED or found.share >= _ALL_OF_IT:
        return phrase("the same inside a larger picture")
    return phrase("a crop of it")


def _likely(found: Comparison) -> str:
    if found.extent is Extent.WHOLE:
        return phrase("very like it")
    if found.extent is Extent.TRIMMED and found.box == WHOLE:
        return phrase("very like it, without its border")
    if found.share >= _ALL_OF_IT and _fills(found.box):
        return phrase("very like it, changed in places")
    if found.extent is Extent.TRIMMED or found.share >= _ALL_OF_IT:
        return phrase("very like it, inside a larger picture")
    return phrase("perhaps a crop of it")


def _fills(box: Box) -> bool:
    """Return whether a box is all but a little of the picture it lies in."""
    return all(abs(edge - end) <= _EDGE for edge, end in zip(box, WHOLE, strict=True))


def _share(found: Comparison) -> str:
    if found.extent is not Extent.PART or found.share >= _ALL_OF_IT:
        return ""
    return phrase("about {n} % of it", n=max(1, round(found.share * 100)))


def _evidence(found: Comparison) -> str:
    if found.agreeing:
        return phrases("{n} place agrees", "{n} places agree", found.agreeing)
    return phrase("{n} of 256 bits differ", n=found.distance)


def _turn_words(turn: str) -> str:
    words = {
        "turned_90": phrase("turned right"),
        "turned_180": phrase("upside down"),
        "turned_270": phrase("turned left"),
        "mirrored": phrase("mirrored"),
        "mirrored_turned_90": phrase("mirrored and turned right"),
        "mirrored_turned_180": phrase("mirrored and upside down"),
        "mirrored_turned_270": phrase("mirrored and turned left"),
    }
    return words.get(turn, "")
