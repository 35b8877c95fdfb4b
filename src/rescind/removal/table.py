"""Read a parsed table (TOML or JSON) strictly: every value is taken by name and type, and nothing may be
left over.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from rescind.removal.errors import RemovalError

Kind = TypeVar("Kind")


class Wrong(RemovalError):
    """A value is absent, of the wrong type, or was not asked for. `field` is its path; `problem` never
    quotes it.
    """

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


class Table:
    """One table whose values are taken one by one; `finish` refuses what is left.

    Used only inside this room, between a file's text and the frozen values it becomes.
    """

    def __init__(self, values: object, path: str = "") -> None:
        if not isinstance(values, Mapping):
            raise Wrong(path, "is not a table")
        self._left = dict(values)
        self._path = path

    def path(self, key: str) -> str:
        """Return the path of a key, as `element[2].title`."""
        return f"{self._path}.{key}" if self._path else key

    def wrong(self, key: str, problem: str) -> Wrong:
        """Return the error that names this key."""
        return Wrong(self.path(key), problem)

    def take(self, key: str, kind: type[Kind]) -> Kind:
        """Take a value of exactly this type (true is not a number); raise Wrong when it is absent or
        another.
        """
        if key not in self._left:
            raise self.wrong(key, "is missing")
        value = self._left.pop(key)
        if type(value) is not kind:
            raise self.wrong(key, f"is not {kind.__name__}")
        return value

    def take_or(self, key: str, default: Kind) -> Kind:
        """Take a value of the default's type, or return the default when it is absent."""
        return self.take(key, type(default)) if key in self._left else default

    def take_if_set(self, key: str, kind: type[Kind]) -> Kind | None:
        """Take a value of this type, or None when it is null."""
        if key in self._left and self._left[key] is None:
            del self._left[key]
            return None
        return self.take(key, kind)

    def table_if_set(self, key: str, read: Callable[["Table"], Kind]) -> Kind | None:
        """Take one table as `table` does, or None when it is null."""
        values = self.take_if_set(key, dict)
        return None if values is None else self._one(Table(values, self.path(key)), read)

    def texts_or_none(self, key: str) -> tuple[str, ...] | None:
        """Take a list of texts, or None when the key is absent."""
        return self.texts(key) if key in self._left else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts."""
        values = self.take(key, list)
        if not all(type(each) is str for each in values):
            raise self.wrong(key, "holds something that is not text")
        return tuple(values)

    def tables(
        self, key: str, read: Callable[["Table"], Kind], *, optional: bool = False
    ) -> tuple[Kind, ...]:
        """Take a list of tables, each read and then finished; absent is empty only if `optional`."""
        values: list[object] = self.take_or(key, []) if optional else self.take(key, list)
        return tuple(self._one(Table(each, f"{self.path(key)}[{n}]"), read) for n, each in enumerate(values))

    def table(self, key: str, read: Callable[["Table"], Kind]) -> Kind:
        """Take one table, read by `read` and then finished."""
        return self._one(Table(self.take(key, dict), self.path(key)), read)

    def finish(self) -> None:
        """Raise Wrong when something is left that nobody asked for."""
        for key in self._left:
            raise self.wrong(key if isinstance(key, str) and key.isidentifier() else "?", "is not known")

    @staticmethod
    def _one(table: "Table", read: Callable[["Table"], Kind]) -> Kind:
        value = read(table)
        table.finish()
        return value
