"""Write a stored index that every later release must open; a vector that is there is never written again.

    python -m tests.match.write_index_vectors NAME COUNT     for example v1-small 60

NAME.txt beside the folder lists what is in it: id, tag and print of each entry, by ascending id.
"""

import random
import sys
from pathlib import Path

from rescind.match import Index

VECTORS = Path(__file__).parents[2] / "vectors" / "index"


def bits_of(id_: int) -> bytes:
    return random.Random(id_).randbytes(32)


def main(name: str, count: str) -> None:
    folder = VECTORS / name
    if folder.exists():
        raise SystemExit("this vector is there already")
    ids = [n * n * 3 for n in range(int(count))] + [(1 << 64) - 1]
    with Index.open(folder, merge_from=None) as index:
        index.add_many(ids, [bits_of(id_) for id_ in ids], [id_ % 7 for id_ in ids])
        index.discard(12)
        index.merge()
        index.add_many([5, 6, 7], [bits_of(id_) for id_ in (5, 6, 7)], [1, 65535, 0])
        index.discard(6)
        index.discard(27)
        index.add(27, bits_of(28), 9)
        rows = [f"{one.id} {one.tag} {one.bits.hex()}\n" for one in index.entries()]
    for lock in folder.glob("*.lock"):
        lock.unlink()
    folder.with_suffix(".txt").write_text("id tag print\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
