"""Pictures of a few bytes, and eyes that read them: `mine(3)` is picture 3, `copy(3, distance)` a copy of it."""

from dataclasses import replace
from hashlib import sha256

from rescind.fingerprint import Fingerprint, How, Reason, Shown, Unclear

START = b"GIF89a "


def other(name: str = "other") -> bytes:
    """Return a picture that is like none of mine."""
    return START + b"other " + name.encode()


def copy(number: int, distance: int = 0) -> bytes:
    """Return a copy of my picture of this number, so many bits away."""
    return START + f"copy {number} {distance}".encode()


def row(*numbers: int) -> bytes:
    """Return an animation that shows my pictures of these numbers, one after the other."""
    return START + b"row " + b" ".join(str(number).encode() for number in numbers)


def plain() -> bytes:
    """Return a picture too plain to compare."""
    return START + b"plain"


def unclear() -> bytes:
    """Return a picture that cannot be opened."""
    return START + b"unclear"


def of_image(content: bytes) -> Fingerprint:
    """Read one of the pictures above."""
    kind, *words = content.removeprefix(START).decode("latin-1").split() or [""]
    if not content.startswith(START) or kind == "unclear":
        raise Unclear(Reason.CORRUPT)
    if kind == "row":
        seen = [of_image(copy(int(number))) for number in words]
        shown = tuple(Shown(float(at), one.bits, one.quality) for at, one in enumerate(seen))
        return replace(of_image(other()), row=shown)
    bits = _bits(int(words[0]), int(words[1])) if kind == "copy" else bytes(15) + b"\xff" * 17
    return Fingerprint((bits,) * 8, 3 if kind == "plain" else 100, How("GIF", 30, 20))


def fingerprint(number: int) -> Fingerprint:
    """Return the fingerprint of my picture of this number."""
    return of_image(copy(number))


def _bits(number: int, distance: int) -> bytes:
    """Return 32 bytes that are this number's alone, with so many bits turned over at their end."""
    own = int.from_bytes(sha256(bytes([number])).digest()[:16], "big") << 128
    return (own | ((1 << distance) - 1)).to_bytes(32, "big")
