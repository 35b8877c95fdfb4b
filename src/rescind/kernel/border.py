"""What the kernel accepts, checked in one place before any of its implementations runs."""

from rescind.kernel.turn import TURNS

ROW = 32  # bytes in one fingerprint
MOST_PIXELS = 1 << 31  # rows and columns stay in the range every implementation counts in


def plain_bytes(value: object, name: str) -> memoryview:
    """The bytes behind any contiguous buffer, without copying.

    Raises TypeError when `value` is no buffer and ValueError when its bytes do not lie side by side.
    """
    try:
        view = memoryview(value)  # type: ignore[arg-type]  # what is no buffer is refused right here
    except TypeError:
        raise TypeError(f"{name} must be a bytes-like object, not {type(value).__name__}") from None
    if not view.c_contiguous:
        raise ValueError(f"{name} must lie in one contiguous piece")
    return view.cast("B") if view.nbytes else memoryview(b"")


def picture(pixels: object, width: object, height: object, channels: object) -> memoryview:
    """The pixels of a picture, or ValueError when size, channels and number of bytes do not agree."""
    for name, number in (("width", width), ("height", height), ("channels", channels)):
        if not isinstance(number, int):
            raise TypeError(f"{name} must be a whole number, not {type(number).__name__}")
    assert isinstance(width, int)
    assert isinstance(height, int)
    if channels not in (1, 3):
        raise ValueError("channels must be 1 (luma) or 3 (red, green, blue)")
    if width < 1 or height < 1 or width * height >= MOST_PIXELS:
        raise ValueError("width and height must be at least 1 and their product under 2 to the 31st")
    view = plain_bytes(pixels, "pixels")
    if view.nbytes != width * height * channels:
        raise ValueError("pixels must hold exactly width times height times channels bytes")
    return view


def turn(name: str) -> int:
    """The place of a turn in `TURNS`, or ValueError when there is no turn of that name."""
    if name not in TURNS:
        raise ValueError("turn must be one of the names in TURNS")
    return TURNS.index(name)


def fingerprint(value: object, name: str) -> bytes:
    """The 32 bytes of one fingerprint."""
    if type(value) is bytes and len(value) == ROW:
        return value
    view = plain_bytes(value, name)
    if view.nbytes != ROW:
        raise ValueError(f"{name} must be 32 bytes")
    return view.tobytes()


def rows(table: object) -> memoryview:
    """A table of fingerprints, 32 bytes a row, any number of rows."""
    view = plain_bytes(table, "table")
    if view.nbytes % ROW:
        raise ValueError("table must hold a whole number of 32-byte rows")
    return view


def radius(within: object) -> int:
    """A distance, not negative; more than 256 means the same as 256."""
    if not isinstance(within, int):
        raise TypeError(f"within must be a whole number, not {type(within).__name__}")
    if within < 0:
        raise ValueError("within must not be negative")
    return min(within, 256)


def writable(buffer: object, name: str) -> memoryview:
    """The bytes behind a contiguous buffer that may be written to."""
    view = plain_bytes(buffer, name)
    if view.nbytes and view.readonly:
        raise ValueError(f"{name} must be writable")
    return view if view.nbytes else memoryview(bytearray())


def most(number: object) -> int:
    """How many answers are wanted, not negative; more than 2**32 means the same as that."""
    if not isinstance(number, int):
        raise TypeError(f"at_most must be a whole number, not {type(number).__name__}")
    if number < 0:
        raise ValueError("at_most must not be negative")
    return min(number, 1 << 32)
