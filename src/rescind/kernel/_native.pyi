"""What the C extension offers; the arguments are checked again there, so that no call can crash."""

from rescind.kernel.agreement import Hits, Three

SCAN: str

def pdq(pixels: object, width: int, height: int, channels: int, turn: int, /) -> tuple[bytes, int]: ...
def pdq_turns(pixels: object, width: int, height: int, channels: int, /) -> tuple[tuple[bytes, ...], int]: ...
def inspect(
    pixels: object, width: int, height: int, channels: int, turn: int, /
) -> tuple[bytes, bytes, float]: ...
def scan(table: object, query: object, within: int, /) -> list[tuple[int, int]]: ...
def distance(a: object, b: object, /) -> int: ...
def search_near(
    prints: object,
    tags: object,
    tables: object,
    chosen: tuple[int, int, int],
    gone: object,
    queries: object,
    pairs: object,
    within: int,
    at_most: int,
    /,
) -> list[Hits]: ...
def search_build(prints: object, chosen: tuple[int, int, int], out: object, /) -> None: ...
def search_merge(old: Three, gone: object, new: Three, out: Three, /) -> int: ...
def delta_add(
    prints: object, tags: object, heads: object, nodes: object, count: int, bits: object, tag: int, /
) -> None: ...
def delta_add_many(
    prints: object, tags: object, heads: object, nodes: object, count: int, bits: object, marks: object, /
) -> None: ...
def delta_near(
    prints: object,
    tags: object,
    heads: object,
    nodes: object,
    count: int,
    gone: object,
    queries: object,
    pairs: object,
    within: int,
    at_most: int,
    /,
) -> list[Hits]: ...
def parts(luma: object, width: int, height: int, most: int, /) -> tuple[bytes, bytes, bytes]: ...
def pairs(mine: object, other: object, within: int, at_most: int, /) -> bytes: ...
