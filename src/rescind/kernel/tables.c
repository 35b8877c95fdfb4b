/* Making the tables: for each, all rows sorted by key, in two steps so that every write stays near the last ones.
 *
 * First the rows are dealt out by the upper bits of their key into a work area, in order; then each part, small enough
 * for the cache, is sorted by the rest of the key and written. Where the work area would be too big, the parts are done
 * in several rounds over the prints. Buckets that are crowded are cut into shells, as shell.py does it, row for row.
 */
#include "tables.h"

#include "groups.h"
#include "scan.h"

#include <stdlib.h>

enum {
    LINE = 64,
    PART_ROWS = 1 << 15,   /* rows a part, about */
    MOST_PART_BITS = 12,
    FINE_BITS = 16,        /* of a key, kept beside a row in the work area */
    MOST_PIVOTS = 16,
    REACH = 64
};

#define WORK_ROWS ((size_t)1 << 25)

static size_t aligned(size_t place) { return (place + LINE - 1) / LINE * LINE; }

int tables_sound(const tables_plan *plan)
{
    if (plan->count > UINT32_MAX)
        return 0;
    if (plan->tables == 0)
        return 1;
    return plan->tables >= 1 && plan->tables <= TABLES_MOST && plan->key_bits >= 4 && plan->key_bits <= 24 &&
           plan->key_bits <= 256 / plan->tables && plan->group_bits >= 0 && plan->group_bits <= 8 &&
           plan->group_bits <= plan->key_bits - TABLES_CROWDED_BITS;
}

tables_sections tables_sections_of(const tables_plan *plan, int table)
{
    size_t marks = aligned(4 * (((size_t)1 << plan->key_bits) + 2));
    size_t groups = aligned(marks + 2 * plan->count);
    size_t shells = aligned(groups + (tables_group_bits(plan) + 7) / 8 + 8);
    size_t end = aligned(shells + TABLES_SHELL * tables_shell_room(plan));
    size_t first = (size_t)table * end;

    return (tables_sections){first, first + marks, first + groups, first + shells, first + end};
}

size_t tables_size(const tables_plan *plan)
{
    return plan->tables ? tables_sections_of(plan, plan->tables - 1).end : 0;
}

/* One table being made. */
typedef struct {
    const uint8_t *prints;
    const tables_plan *plan;
    uint8_t *starts, *marks, *groups, *shells;
    int first, part_bits, fine_bits;
    size_t shell_count;
    uint64_t *work;   /* row, mark << 32, fine key << 48 */
    uint64_t *sorted; /* one part of it by key */
    size_t *place;    /* for each part: how many rows */
    size_t *fine;     /* for each fine key: where its next row goes */
} making;

static uint32_t key_of(const making *table, const tables_bits *bits)
{
    return bits_field(bits, table->first, table->plan->key_bits);
}

static uint32_t mark_of(const making *table, const tables_bits *bits)
{
    return bits_field(bits, table->first + table->plan->key_bits, TABLES_MARK_BITS);
}

static size_t parts_of(const making *table) { return (size_t)1 << table->part_bits; }

static void choose_parts(making *table)
{
    int bits = table->plan->key_bits, least = bits > FINE_BITS ? bits - FINE_BITS : 0, most = bits;

    table->part_bits = least;
    while (table->part_bits < most && table->part_bits < MOST_PART_BITS &&
           table->plan->count >> table->part_bits > PART_ROWS)
        table->part_bits++;
    table->fine_bits = bits - table->part_bits;
}

static void count_parts(making *table)
{
    memset(table->place, 0, parts_of(table) * sizeof *table->place);
    for (size_t row = 0; row < table->plan->count; row++) {
        tables_bits bits = bits_of_print(table->prints + row * TABLES_ROW);
        table->place[key_of(table, &bits) >> table->fine_bits]++;
    }
}

/* The parts from `from` on that fit the work area together; always one at least. */
static size_t parts_that_fit(const making *table, size_t from, size_t room)
{
    size_t to = from, rows = 0;

    while (to < parts_of(table) && (to == from || rows + table->place[to] <= room))
        rows += table->place[to++];
    return to;
}

/* Deals the rows of parts `from` .. `to` - 1 out into the work area, part by part, rows ascending. */
static void deal_rows(making *table, size_t from, size_t to)
{
    size_t next[1 << MOST_PART_BITS], begin = 0;

    for (size_t part = from; part < to; part++) {
        next[part] = begin;
        begin += table->place[part];
    }
    for (size_t row = 0; row < table->plan->count; row++) {
        tables_bits bits = bits_of_print(table->prints + row * TABLES_ROW);
        uint32_t key = key_of(table, &bits);
        size_t part = key >> table->fine_bits;
        if (part >= from && part < to)
            table->work[next[part]++] = (uint64_t)row | (uint64_t)mark_of(table, &bits) << 32 |
                                        (uint64_t)(key & (((uint32_t)1 << table->fine_bits) - 1)) << 48;
    }
}

/* Sorts one part of the work area by the fine key. */
static void sort_part(making *table, const uint64_t *work, size_t count)
{
    size_t keys = (size_t)1 << table->fine_bits, next = 0;

    memset(table->fine, 0, keys * sizeof *table->fine);
    for (size_t k = 0; k < count; k++)
        table->fine[work[k] >> 48]++;
    for (size_t key = 0; key < keys; key++) {
        size_t rows = table->fine[key];
        table->fine[key] = next;
        next += rows;
    }
    for (size_t k = 0; k < count; k++)
        table->sorted[table->fine[work[k] >> 48]++] = work[k];
}

static void put_bucket(making *table, uint32_t key, const uint64_t *rows, size_t count, size_t begin)
{
    const tables_plan *plan = table->plan;
    int low = tables_low(plan);
    groups_code code = {tables_first_bit(plan, key, begin), count, tables_highs(plan, low), low};

    for (size_t k = 0; k < count; k++) {
        put_16(table->marks + 2 * (begin + k), rows[k] >> 32 & 0xffff);
        groups_put(table->groups, &code, k, (uint32_t)rows[k] >> plan->group_bits);
    }
}

/* A crowded bucket being cut; `rows` are those in no shell yet, `at` is where the next shell's groups go. */
typedef struct {
    making *table;
    size_t place, count, crowd, at;
    uint32_t *rows, *inside;
    uint16_t *far;
} cutting;

static int by_row(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

static void sort_rows(uint32_t *rows, size_t count)
{
    for (size_t k = 1; k < count; k++)
        if (rows[k - 1] > rows[k]) {
            qsort(rows, count, sizeof *rows, by_row);
            return;
        }
}

/* Ends a shell: its rows go to the next places of the table. */
static void put_shell(cutting *cut, const uint8_t *pivot, uint32_t *rows, size_t count, int least, int most)
{
    making *table = cut->table;
    uint8_t *shell = table->shells + TABLES_SHELL * table->shell_count++;
    int low = tables_low(table->plan) - TABLES_CROWDED_BITS;
    groups_code code = {cut->at, count, tables_highs(table->plan, low), low};

    sort_rows(rows, count);
    memcpy(shell, pivot, TABLES_ROW);
    put_32(shell + 32, (uint32_t)cut->place);
    put_32(shell + 36, (uint32_t)(cut->place + count));
    put_16(shell + 40, (uint32_t)least);
    put_16(shell + 42, (uint32_t)most);
    for (size_t k = 0; k < count; k++) {
        tables_bits bits = bits_of_print(table->prints + (size_t)rows[k] * TABLES_ROW);
        put_16(table->marks + 2 * cut->place++, mark_of(table, &bits));
        groups_put(table->groups, &code, k, rows[k] >> table->plan->group_bits);
    }
    cut->at += count * (size_t)(low + 1) + code.highs;
}

/* Takes the rows within reach of the pivot, ordered by distance, out of those left; `ends` says how many are that far or
 * nearer. */
static void take_inside(cutting *cut, size_t ends[REACH + 1])
{
    size_t next[REACH + 1], left = 0;

    for (int far = 0; far <= REACH; far++)
        next[far] = far ? ends[far - 1] : 0;
    for (size_t k = 0; k < cut->count; k++)
        if (cut->far[k] <= REACH)
            cut->inside[next[cut->far[k]]++] = cut->rows[k];
        else
            cut->rows[left++] = cut->rows[k];
    cut->count = left;
}

/* Cuts the rows taken into rings, none with fewer rows than make a crowd. */
static void put_rings(cutting *cut, const uint8_t *pivot, const size_t ends[REACH + 1])
{
    size_t total = ends[REACH], begin = 0;
    int least = -1, most = -1;

    for (int far = 0; far <= REACH; far++) {
        size_t held = ends[far] - (far ? ends[far - 1] : 0);
        if (!held)
            continue;
        least = least < 0 ? far : least;
        most = far;
        if (ends[far] == total || (ends[far] - begin >= cut->crowd && total - ends[far] >= cut->crowd)) {
            put_shell(cut, pivot, cut->inside + begin, ends[far] - begin, least, most);
            begin = ends[far];
            least = -1;
        }
    }
}

/* Tries the first row that is left as a pivot. */
static void try_pivot(cutting *cut)
{
    const uint8_t *prints = cut->table->prints;
    const uint8_t *pivot = prints + (size_t)cut->rows[0] * TABLES_ROW;
    size_t ends[REACH + 1] = {0};

    for (size_t k = 0; k < cut->count; k++) {
        cut->far[k] = (uint16_t)scan_distance(prints + (size_t)cut->rows[k] * TABLES_ROW, pivot);
        if (cut->far[k] <= REACH)
            ends[cut->far[k]]++;
    }
    for (int far = 1; far <= REACH; far++)
        ends[far] += ends[far - 1];
    if (ends[REACH] >= cut->crowd) {
        take_inside(cut, ends);
        put_rings(cut, pivot, ends);
        return;
    }
    uint32_t loner = cut->rows[0];
    memmove(cut->rows, cut->rows + 1, (cut->count - 1) * sizeof *cut->rows);
    cut->rows[cut->count - 1] = loner;
}

static int cut_bucket(making *table, uint32_t key, const uint64_t *rows, size_t count, size_t begin)
{
    static const uint8_t nowhere[TABLES_ROW];
    cutting cut = {.table = table,
                   .place = begin,
                   .count = count,
                   .crowd = tables_crowded(table->plan),
                   .at = tables_first_bit(table->plan, key, begin),
                   .rows = malloc(count * sizeof *cut.rows),
                   .inside = malloc(count * sizeof *cut.inside),
                   .far = malloc(count * sizeof *cut.far)};
    int done = cut.rows && cut.inside && cut.far ? TABLES_DONE : TABLES_NO_MEMORY;

    for (size_t k = 0; done == TABLES_DONE && k < count; k++)
        cut.rows[k] = (uint32_t)rows[k];
    for (int k = 0; done == TABLES_DONE && k < MOST_PIVOTS && cut.count >= cut.crowd; k++)
        try_pivot(&cut);
    if (done == TABLES_DONE && cut.count)
        put_shell(&cut, nowhere, cut.rows, cut.count, 0, 256);
    free(cut.rows);
    free(cut.inside);
    free(cut.far);
    return done;
}

/* Writes the buckets of the part that was sorted, whose places are those from `begin` on. */
static int put_part(making *table, size_t part, size_t begin)
{
    size_t keys = (size_t)1 << table->fine_bits, crowd = tables_crowded(table->plan), from = 0;
    int done = TABLES_DONE;

    for (size_t fine = 0; fine < keys && done == TABLES_DONE; fine++) {
        uint32_t key = (uint32_t)(part << table->fine_bits | fine);
        size_t count = table->fine[fine] - from;
        put_32(table->starts + 4 * (size_t)key, (uint32_t)(begin + from));
        if (count > crowd)
            done = cut_bucket(table, key, table->sorted + from, count, begin + from);
        else
            put_bucket(table, key, table->sorted + from, count, begin + from);
        from += count;
    }
    return done;
}

static size_t biggest_part(const making *table)
{
    size_t rows = 0;

    for (size_t part = 0; part < parts_of(table); part++)
        rows = table->place[part] > rows ? table->place[part] : rows;
    return rows;
}

static int sort_parts(making *table, size_t room)
{
    size_t begin = 0;
    int done = TABLES_DONE;

    for (size_t from = 0, to; from < parts_of(table) && done == TABLES_DONE; from = to) {
        const uint64_t *work = table->work;
        to = parts_that_fit(table, from, room);
        deal_rows(table, from, to);
        for (size_t part = from; part < to && done == TABLES_DONE; part++) {
            sort_part(table, work, table->place[part]);
            done = put_part(table, part, begin);
            work += table->place[part];
            begin += table->place[part];
        }
    }
    return done;
}

static int sort_table(making *table)
{
    size_t most = biggest_part(table), room = table->plan->count < WORK_ROWS ? table->plan->count : WORK_ROWS;
    uint8_t *last = table->starts + ((size_t)4 << table->plan->key_bits);
    int done = TABLES_NO_MEMORY;

    room = most > room ? most : room;
    table->work = malloc((room + 1) * sizeof *table->work);
    table->sorted = malloc((most + 1) * sizeof *table->sorted);
    if (table->work && table->sorted)
        done = sort_parts(table, room);
    put_32(last, (uint32_t)table->plan->count);
    put_32(last + 4, (uint32_t)table->shell_count);
    free(table->work);
    free(table->sorted);
    return done;
}

static int build_table(const uint8_t *prints, const tables_plan *plan, int which, uint8_t *out)
{
    tables_sections at = tables_sections_of(plan, which);
    making table = {.prints = prints,
                    .plan = plan,
                    .starts = out + at.starts,
                    .marks = out + at.marks,
                    .groups = out + at.groups,
                    .shells = out + at.shells,
                    .first = tables_first(plan, which)};
    int done = TABLES_NO_MEMORY;

    memset(out + at.starts, 0, at.end - at.starts);
    choose_parts(&table);
    table.place = malloc(parts_of(&table) * sizeof *table.place);
    table.fine = malloc(((size_t)1 << table.fine_bits) * sizeof *table.fine);
    if (table.place && table.fine) {
        count_parts(&table);
        done = sort_table(&table);
    }
    free(table.place);
    free(table.fine);
    return done;
}

int tables_build(const uint8_t *prints, const tables_plan *plan, uint8_t *out)
{
    int done = TABLES_DONE;

    for (int table = 0; table < plan->tables && done == TABLES_DONE; table++)
        done = build_table(prints, plan, table, out);
    return done;
}
