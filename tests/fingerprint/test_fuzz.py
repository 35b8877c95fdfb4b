"""Whatever happens to the bytes of a picture, the answer is a fingerprint or a reason, and it comes quickly."""

import random
import time
from collections.abc import Iterator

from rescind.fingerprint import Fingerprint, Reason, Unclear, of_images
from tests.fingerprint import sampled

SEED = 20_261_123
QUICK = 15.0
SMALL = 200_000


def flipped(content: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.choice((1, 8, 64))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return content


def flipped_head(content: bytearray, chance: random.Random) -> bytearray:
    for _ in range(4):
        content[chance.randrange(min(len(content), 200))] = chance.randrange(256)
    return content


def cut(content: bytearray, chance: random.Random) -> bytearray:
    return content[: chance.randrange(len(content))]


def spliced(content: bytearray, chance: random.Random) -> bytearray:
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[:start] + content[end:] + content[start:end]


def filled(content: bytearray, chance: random.Random) -> bytearray:
    start = chance.randrange(len(content))
    content[start : start + 16] = chance.choice((b"\0", b"\xff")) * 16
    return content


def broken() -> Iterator[tuple[str, bytes]]:
    chance = random.Random(SEED)
    for name in sampled.all_names():
        content = sampled.content(name)
        if not content or len(content) > SMALL:
            continue
        for change in (flipped, flipped_head, cut, spliced, filled):
            yield f"{name} {change.__name__}", bytes(change(bytearray(content), chance))


def test_broken_pictures_get_a_fingerprint_or_a_reason_quickly() -> None:
    seen: set[object] = set()
    before = time.perf_counter()
    for name, answer in of_images(broken()):
        assert isinstance(answer, (Fingerprint, Unclear)), name
        seen.add(answer.reason if isinstance(answer, Unclear) else "opened")
        now = time.perf_counter()
        assert now - before < QUICK, name
        before = now
    assert {"opened", Reason.TRUNCATED, Reason.CORRUPT, Reason.NOT_A_PICTURE} <= seen
