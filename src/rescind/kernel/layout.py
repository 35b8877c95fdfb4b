"""How the tables of a search are laid out, and how a distance is shared out among them.

A print is 256 bits, read as one little-endian number and cut into as many pieces as there are tables: piece i
begins at bit i * 256 // tables. Table i sorts all rows by the first `key_bits` bits of piece i, its key, and
keeps beside each row its mark: the 16 bits that follow the key, round the end to the start where needed. Two
prints that differ by few bits are close in some piece and stay close from there on (`radii`), so few buckets
have to be opened, and of their rows only few groups have to be looked at: 2**group_bits rows that follow each
other are one group, and a table names only the group of a row.

The sections of one table, each at the next multiple of 64 bytes, everything little-endian:

- starts, u32 x (2**key_bits + 2): where each bucket begins in the order of the table, then the number of
  rows, then the number of shells;
- marks, u16 a place;
- groups, a string of bits (bit 0 is the lowest of byte 0): the groups of each bucket one after the other,
  coded as told below, and 8 bytes of zero at the end;
- shells, 48 bytes each, `shell_room` of them: see `rescind.kernel.shell`.

Within a bucket or shell rows ascend, so its groups g_0 .. g_n-1 never fall, and are coded with L low bits as
by Elias and Fano: n + high bits in which bit (g_j >> L) + j is set for each j and all others are not, where
high is the greatest group of all >> L, plus one; then the L low bits of each g_j. A bucket has L = low_bits; it
begins at bit (L + 1) * begin + high * key of the section. The shells of a crowded bucket follow each other
from there with L = low_bits - 4.
"""

from dataclasses import dataclass

BITS = 256
LINE = 64  # bytes to which sections are aligned
MARK_BITS = 16
TABLES = 16
CROWDED = 1024  # rows of a bucket from which on it may be cut into shells, and
CROWDED_TIMES = 16  # how many times as many as usual it must have besides
CROWDED_BITS = 4  # fewer low bits in shells
SHELL = 48  # bytes
MOST_ROWS = 1 << 32
SMALLEST = 4096  # with fewer rows, looking at all of them is quicker
LARGE = 8_000_000  # from here on memory counts: bigger groups
FILL = 48  # rows a bucket, about, while keys can be longer


@dataclass(frozen=True, slots=True)
class Plan:
    """How many tables, the bits of a key, and the bits by which a row is more than its group. No tables: every
    row is looked at.
    """

    tables: int
    key_bits: int
    group_bits: int


def plan(count: int) -> Plan:
    """The plan that suits so many rows: at most 100 bytes a row from ten million rows on, with id, print and tag.

    Raises ValueError for a negative count and for 2**32 rows or more.
    """
    if not 0 <= count < MOST_ROWS:
        raise ValueError("an index holds at least no and at most 4,294,967,295 rows")
    if count < SMALLEST:
        return Plan(0, 0, 0)
    key_bits = max(8, min((count // FILL).bit_length(), BITS // TABLES))
    return Plan(TABLES, key_bits, 6 if count >= LARGE else 4)


def proved(chosen: Plan, count: int) -> Plan:
    """The same plan. Raises ValueError when it does not make sense or has no room for so many rows."""
    if not 0 <= count < MOST_ROWS:
        raise ValueError("the plan has no room for so many rows")
    if chosen.tables == 0:
        return chosen
    if not 1 <= chosen.tables <= TABLES or not 4 <= chosen.key_bits <= min(24, BITS // chosen.tables):
        raise ValueError("the plan names tables or keys that cannot be")
    if not 0 <= chosen.group_bits <= min(8, chosen.key_bits - CROWDED_BITS):
        raise ValueError("the plan names groups that cannot be")
    return chosen


@dataclass(frozen=True, slots=True)
class Sections:
    """Where the sections of one table begin, in bytes from the start of all tables, and where it ends."""

    starts: int
    marks: int
    groups: int
    shells: int
    end: int


def sections(chosen: Plan, count: int, table: int) -> Sections:
    """The sections of one of the tables."""
    starts = 0
    marks = _aligned(starts + 4 * ((1 << chosen.key_bits) + 2))
    groups = _aligned(marks + 2 * count)
    shells = _aligned(groups + group_bytes(chosen, count))
    end = _aligned(shells + SHELL * shell_room(chosen, count))
    first = table * end
    return Sections(first, first + marks, first + groups, first + shells, first + end)


def low_bits(chosen: Plan) -> int:
    """The low bits of a group number in buckets that are not crowded."""
    return chosen.key_bits - chosen.group_bits


def highs(chosen: Plan, count: int, low: int) -> int:
    """How many values the number of a group has without its low bits."""
    groups = -(-count >> chosen.group_bits)
    return ((groups - 1) >> low) + 1 if count else 0


def group_bytes(chosen: Plan, count: int) -> int:
    """The length of the section of groups."""
    low = low_bits(chosen)
    bits = (low + 1) * count + highs(chosen, count, low) * (1 << chosen.key_bits)
    return -(-bits // 8) + 8


def crowded(chosen: Plan, count: int) -> int:
    """A bucket with more rows than this is cut into shells, none but the last with fewer."""
    return max(CROWDED, CROWDED_TIMES * -(-count >> chosen.key_bits))


def shell_room(chosen: Plan, count: int) -> int:
    """How many shells a table of so many rows has room for."""
    return 2 * count // crowded(chosen, count)


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
    and its mark, which are looked at by exactly these two conditions. Greater radii do not stand side by side
    where that can be avoided, for a small radius makes the second condition sharp.
    """
    each, over = divmod(within + 1 - chosen.tables, chosen.tables)
    steps = [over * table // chosen.tables for table in range(chosen.tables + 1)]
    return [each + steps[table + 1] - steps[table] for table in range(chosen.tables)]


def _aligned(place: int) -> int:
    return -(-place // LINE) * LINE
