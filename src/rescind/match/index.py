"""The index of fingerprints: exact, on disk, shared by processes, and never rebuilt by hand.

Of each entry it keeps a fingerprint, an id and a small tag. What was added is found by the very next question. How
it lies on the disk is said in `docs/formats/index.md`, why in `docs/decisions/0011-index-files.md`.
"""

import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from rescind.match.columns import Columns, columns_of, discards_of, numbers_of, records_of
from rescind.match.errors import DamagedIndex, IdTaken, IndexClosed, IndexFilesError
from rescind.match.folder import Folder, flush_names, plain_errors, read_manifest
from rescind.match.journal import ADD, DISCARD
from rescind.match.merging import make_first, merge, merge_with
from rescind.match.shelf import Shelf, open_shelf
from rescind.match.values import Entry, Nearby, Within, checked

MERGE_FROM: Final = 50_000
MERGE_SHARE: Final = 100


class Index:
    """Fingerprints by id. Exact: what lies within the distance is found, all of it, and nothing else.

    What `add` or `discard` acknowledged by returning survives the death of the process at any moment, and is seen by
    every other process at its next question. Surviving a power failure needs `sync`, or `sync=True` at opening. Threads
    may share an index and take turns; processes each open their own.
    """

    def __init__(self, folder: Folder, *, sync: bool, merge_from: int | None) -> None:
        """Use `Index.open`."""
        self._folder = folder
        self._sync = sync
        self._merge_from = merge_from
        self._turn = threading.RLock()
        self._open: Shelf | None = open_shelf(folder)
        self._swept = False
        self._merger: threading.Thread | None = None
        self._next_merge = 0
        self.merge_trouble: IndexFilesError | None = None

    @classmethod
    def open(cls, path: Path, *, sync: bool = False, merge_from: int | None = MERGE_FROM) -> Self:
        """Open the index in a folder, or make one where there is none.

        With `sync` every change is flushed to the disk before it is acknowledged. After `merge_from` changes, and
        at least one for each hundred entries, this process merges by itself, aside; with None never. Reading needs
        no right to write. Raises NotAnIndex, NewerIndex, TornIndex, DamagedIndex, NoRoom or NotAllowedHere.
        """
        folder = Folder(path)
        with plain_errors():
            if not folder.manifest.exists():
                _make(folder)
        index = cls(folder, sync=sync, merge_from=merge_from)
        try:
            len(index)
        except BaseException:
            index.close()
            raise
        return index

    def add(self, id: int, bits: bytes, tag: int = 0) -> None:  # noqa: A002
        """Enter a fingerprint of 32 bytes. Raises IdTaken, NotAFingerprint, NotAnEntry, NoRoom."""
        checked(id, bits, tag)
        with self._changing() as shelf:
            if id in shelf:
                raise IdTaken
            shelf.journal.append(shelf.journal.sealed_one(ADD, id, tag, bits))
            shelf.add(id, bits, tag)

    def add_many(self, ids: Sequence[int], prints: object, tags: int | Sequence[int] = 0) -> None:
        """Enter many, all or none. `prints` is a sequence of 32 bytes each or one buffer of them all, `tags` one for
        all or one for each. Very many are written as a new base at once, while other writers wait.

        Raises as `add` does.
        """
        columns = columns_of(ids, prints, tags)
        if not len(columns):
            return
        if len(columns) >= (self._merge_from or MERGE_FROM):
            self._add_as_base(columns)
            return
        with self._changing() as shelf:
            if shelf.taken(columns.ids):
                raise IdTaken
            shelf.journal.append(shelf.journal.sealed(records_of(columns)))
            shelf.catch_up()

    def discard(self, id: int) -> None:  # noqa: A002
        """Take an entry out; nothing happens when it is not there. Raises NoRoom."""
        with self._changing() as shelf:
            if id in shelf:
                shelf.journal.append(shelf.journal.sealed_one(DISCARD, id))
                shelf.discard(id)

    def discard_many(self, ids: Sequence[int]) -> None:
        """Take many out, all or none; nothing happens for those that are not there. Raises NotAnEntry, NoRoom."""
        numbers = numbers_of(ids)
        with self._changing() as shelf:
            there = [id_ for id_ in dict.fromkeys(numbers.tolist()) if id_ in shelf]
            shelf.journal.append(shelf.journal.sealed(discards_of(there)))
            shelf.catch_up()

    def near(self, bits: bytes, within: Within, *, at_most: int | None = None) -> Nearby:
        """Return the entries at most `within` bits from the fingerprint; `within` may be a distance for each tag.

        With `at_most`, no more than so many, and the answer says when there are more. Raises NotAFingerprint.
        """
        return self.near_many([bits], within, at_most=at_most)[0]

    def near_many(
        self, prints: Sequence[bytes], within: Within, *, at_most: int | None = None
    ) -> list[Nearby]:
        """Return what `near` says of each; quicker than one by one."""
        for bits in prints:
            checked(0, bits, 0)
        with self._looking() as shelf:
            return shelf.near(prints, within, at_most)

    def get(self, id: int) -> Entry | None:  # noqa: A002
        """Return an entry, None when it is not there."""
        with self._looking() as shelf:
            return shelf.get(id)

    @property
    def generation(self) -> str:
        """The state that the next question is answered from at least, as "3.17": how often the index was written anew,
        and how many changes came since. It is another one after every change.
        """
        with self._looking() as shelf:
            return f"{shelf.manifest.generation}.{shelf.unmerged}"

    def __contains__(self, id: int) -> bool:  # noqa: A002
        with self._looking() as shelf:
            return id in shelf

    def __len__(self) -> int:
        """Return how many entries there are."""
        with self._looking() as shelf:
            return len(shelf)

    def entries(self) -> Iterator[Entry]:
        """Return every entry there is at this moment, by ascending id, whatever changes while they are read."""
        with self._looking() as shelf:
            return shelf.entries()

    def sync(self) -> None:
        """Return when the disk has everything that was acknowledged. Raises NotFlushed."""
        with self._looking() as shelf:
            shelf.journal.flush()

    def merge(self) -> None:
        """Write what came since into a new base, now; waits for a merge that is under way elsewhere.

        Other threads and processes go on asking and adding. Raises NoRoom, NotAllowedHere, DamagedIndex; then nothing
        has changed.
        """
        if self._open is None:
            raise IndexClosed
        with plain_errors(), self._folder.merging.held():
            merge(self._folder)

    def verify(self) -> None:
        """Read all files and compare them with their checksums. Raises DamagedIndex, TornIndex."""
        with self._looking() as shelf:
            shelf.verify()

    def close(self) -> None:
        """Wait for a merge of ours, and let go of the files. Closing twice is allowed."""
        if self._merger is not None:
            self._merger.join()
        with self._turn:
            if self._open is not None:
                self._open.close()
                self._open = None
                self._folder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _looking(self) -> Iterator[Shelf]:
        """The newest state there is, for this thread alone."""
        with self._turn:
            try:
                shelf = self._newest()
            except DamagedIndex:
                # A writer may have been at it. When it is not, damage is damage.
                with plain_errors(), self._folder.writing.held():
                    shelf = self._newest()
            yield shelf

    @contextmanager
    def _changing(self) -> Iterator[Shelf]:
        """The newest state there is, for this process and thread alone; the change is acknowledged at the end."""
        with self._turn:
            if not self._swept:
                self._sweep()
            with plain_errors(), self._folder.writing.held():
                shelf = self._newest()
                yield shelf
            if self._sync:
                shelf.journal.flush()
            self._merge_when_due(shelf)

    def _newest(self) -> Shelf:
        if self._open is None:
            raise IndexClosed
        if self._open.outdated:
            old, self._open = self._open, open_shelf(self._folder)
            # Letting go of a large file that has no name any more takes the system a second.
            threading.Thread(target=old.close, name="index-close").start()
        self._open.catch_up()
        return self._open

    def _add_as_base(self, columns: Columns) -> None:
        with self._turn, plain_errors(), self._folder.merging.held(), self._folder.writing.held():
            if self._newest().taken(columns.ids):
                raise IdTaken
            merge_with(self._folder, columns)

    def _sweep(self) -> None:
        """Remove what a writer or a merge that died left behind, unless somebody is merging right now."""
        with plain_errors(), self._folder.merging.held_if_free() as free:
            if free:
                with self._folder.writing.held():
                    self._folder.sweep(read_manifest(self._folder))
                self._swept = True

    def _merge_when_due(self, shelf: Shelf) -> None:
        least = self._merge_from
        if least is None or shelf.unmerged < max(least, shelf.base.count // MERGE_SHARE, self._next_merge):
            return
        if self._merger is None or not self._merger.is_alive():
            self._next_merge = shelf.unmerged + least // 4  # should this one fail
            self._merger = threading.Thread(target=self._merge_aside, name="index-merge", daemon=True)
            self._merger.start()

    def _merge_aside(self) -> None:
        try:
            with plain_errors(), self._folder.merging.held_if_free() as free:
                if free:
                    merge(self._folder)
                    self._next_merge = 0
            self.merge_trouble = None
        except IndexFilesError as error:
            self.merge_trouble = error


def _make(folder: Folder) -> None:
    folder.path.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not folder.is_new():
        return
    with folder.merging.held(), folder.writing.held():
        if folder.is_new():
            make_first(folder, secrets.token_bytes(16))
            flush_names(folder.path.parent)
