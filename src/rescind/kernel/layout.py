"""How the tables of a search are laid out, and how a distance is shared out among them.

A print is 256 bits, read as one little-endian number and cut into as many pieces as there are tables: piece i
begins at bit i * 256 // tables. Table i sorts all rows by the first `key_bits` bits of piece i, its key, and
keeps beside each row its mark: the `check_bits` bits that follow the key, round the end to the start where
needed. Two prints that differ by few bits are close in some piece and stay close from there on (`radii`), so
few buckets have to be opened and few of their rows have to be looked up.

The sections of one table, each at the next multiple of 64 bytes, everything little-endian:

- starts, u32 x (2**key_bits + 2): where each bucket begins in the order of the table, then the number of
  rows, then the number of shells;
- marks, u16 a place: the mark, shifted left by 16 - check_bits, over the row's bits from 24 up;
- rows, 3 bytes a place: the low 24 bits of the row;
- shells, 48 bytes each, `shell_room` of them: see `rescind.kernel.shell`.

Within a bucket or shell, rows ascend.
"""

from dataclasses import dataclass

BITS = 256
LINE = 64  # bytes to which sections are aligned
ROW_BITS = 24  # of a row number, beside the mark
MARK_BITS = 16
CROWDED = 1024  # rows from which on a bucket is cut into shells
ROWS_A_SHELL = 512  # there is room for one shell for so many rows; none but a bucket's last has under CROWDED
SHELL = 48  # bytes
MOST_ROWS = 1 << 32
SMALLEST = 4096  # with fewer rows, looking at all of them is quicker
LARGE = 4_000_000  # from here on memory counts: fewer tables with longer keys
FILL = 48  # rows a bucket, about


@dataclass(frozen=True, slots=True)
class Plan:
    """How many tables, the bits of a key, and the bits of a mark. No tables: every row is looked at."""

    tables: int
    key_bits: int
    check_bits: int


def plan(count: int) -> Plan:
    """The plan that suits so many rows: at most 100 bytes a row from ten million rows on, with id, print and tag.

    Raises ValueError for a negative count and for 2**32 rows or more.
    """
    if not 0 <= count < MOST_ROWS:
        raise ValueError("an index holds at least no and at most 4,294,967,295 rows")
    if count < SMALLEST:
        return Plan(0, 0, 0)
    tables = 16 if count < LARGE else 11
    check_bits = MARK_BITS - max(0, (count - 1).bit_length() - ROW_BITS)
    key_bits = max(8, min((count // FILL).bit_length(), BITS // tables))
    return Plan(tables, key_bits, check_bits)


def proved(chosen: Plan, count: int) -> Plan:
    """The same plan. Raises ValueError when it does not make sense or has no room for so many rows."""
    if chosen.tables == 0 and 0 <= count < MOST_ROWS:
        return chosen
    if not 1 <= chosen.tables <= 16 or not 1 <= chosen.key_bits <= min(24, BITS // chosen.tables):
        raise ValueError("the plan names tables or keys that cannot be")
    if not 8 <= chosen.check_bits <= MARK_BITS or not 0 <= count <= 1 << (
        ROW_BITS + MARK_BITS - chosen.check_bits
    ):
        raise ValueError("the plan has no room for so many rows")
    return chosen


@dataclass(frozen=True, slots=True)
class Sections:
    """Where the sections of one table begin, in bytes from the start of all tables, and where it ends."""

    starts: int
    marks: int
    rows: int
    shells: int
    end: int


def sections(chosen: Plan, count: int, table: int) -> Sections:
    """The sections of one of the tables."""
    starts = 0
    marks = _aligned(starts + 4 * ((1 << chosen.key_bits) + 2))
    rows = _aligned(marks + 2 * count)
    shells = _aligned(rows + 3 * count)
    end = _aligned(shells + SHELL * shell_room(count))
    first = table * end
    return Sections(first, first + marks, first + rows, first + shells, first + end)


def shell_room(count: int) -> int:
    """How many shells a table of so many rows has room for."""
    return count // ROWS_A_SHELL


def tables_bytes(chosen: Plan, count: int) -> int:
    """The size of all tables together. Raises ValueError when the plan does not suit so many rows."""
    proved(chosen, count)
    return sections(chosen, count, chosen.tables - 1).end if chosen.tables else 0


def first_bit(chosen: Plan, table: int) -> int:
    """Where the piece of a table begins. Piece `tables` begins at 256."""
    return table * BITS // chosen.tables


def radii(chosen: Plan, within: int) -> list[int]:
    """How far to look in each table so that nothing within the distance is missed; -1: not at all.

    A print differs from the query by d_i bits in piece i, `within` in all at most. The radii r_i are chosen
    with sum(r_i + 1) == within + 1, so the d_i - (r_i + 1) add up to less than nothing, and by the cycle
    lemma there is a piece from which on every sum of them, round the circle, stays below nothing: d_i <= r_i
    there, and d_i + d_j <= r_i + r_j + 1 with the piece j that follows. Table i therefore finds it by its key
    and its mark, which are looked at by exactly these two conditions.
    """
    each, over = divmod(within + 1 - chosen.tables, chosen.tables)
    return [each + (table < over) for table in range(chosen.tables)]


def _aligned(place: int) -> int:
    return -(-place // LINE) * LINE
