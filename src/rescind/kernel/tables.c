/* Making the tables: for each, all rows sorted by key, in two steps so that every write stays near the last ones.
 *
 * First the rows are dealt out by the upper bits of their key into a work area, in order; then each part, small enough
 * for the cache, is sorted by the rest of the key straight into the table. Where the work area would be too big, the
 * parts are done in several rounds over the prints. Buckets that are crowded are cut into shells at last, as shell.py
 * does it, row for row.
 */
#include "tables.h"

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
    if (plan->tables == 0)
        return plan->count <= UINT32_MAX;
    return plan->tables >= 1 && plan->tables <= TABLES_MOST && plan->key_bits >= 1 && plan->key_bits <= 24 &&
           plan->key_bits <= 256 / plan->tables && plan->check_bits >= 8 && plan->check_bits <= 16 &&
           plan->count <= UINT32_MAX && plan->count <= (uint64_t)1 << (TABLES_ROW_BITS + 16 - plan->check_bits);
}

tables_sections tables_sections_of(const tables_plan *plan, int table)
{
    size_t marks = aligned(4 * (((size_t)1 << plan->key_bits) + 2));
    size_t rows = aligned(marks + 2 * plan->count);
    size_t shells = aligned(rows + 3 * plan->count);
    size_t end = aligned(shells + TABLES_SHELL * tables_shell_room(plan->count));
    size_t first = (size_t)table * end;

    return (tables_sections){first, first + marks, first + rows, first + shells, first + end};
}

size_t tables_size(const tables_plan *plan)
{
    return plan->tables ? tables_sections_of(plan, plan->tables - 1).end : 0;
}

/* One table being made. */
typedef struct {
    const uint8_t *prints;
    const tables_plan *plan;
    uint8_t *starts, *marks, *rows, *shells;
    int first, part_bits, fine_bits;
    size_t shell_count;
    uint64_t *work; /* row, mark << 32, fine key << 48 */
    size_t *place;  /* for each part: how many rows, then where the next one goes */
    size_t *fine;
} making;

static uint32_t key_of(const making *table, const tables_bits *bits)
{
    return bits_field(bits, table->first, table->plan->key_bits);
}

static uint32_t mark_of(const making *table, const tables_bits *bits)
{
    return bits_field(bits, table->first + table->plan->key_bits, table->plan->check_bits);
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

static void put_place(making *table, size_t place, uint32_t row, uint32_t mark)
{
    put_16(table->marks + 2 * place, mark << (16 - table->plan->check_bits) | row >> TABLES_ROW_BITS);
    put_24(table->rows + 3 * place, row & 0xffffff);
}

/* Sorts one part of the work area into the table, whose places from `begin` on are its own. */
static void sort_part(making *table, size_t part, const uint64_t *work, size_t count, size_t begin)
{
    size_t keys = (size_t)1 << table->fine_bits, next = begin;
    uint8_t *starts = table->starts + 4 * (part << table->fine_bits);

    memset(table->fine, 0, keys * sizeof *table->fine);
    for (size_t k = 0; k < count; k++)
        table->fine[work[k] >> 48]++;
    for (size_t key = 0; key < keys; key++) {
        size_t rows = table->fine[key];
        put_32(starts + 4 * key, (uint32_t)next);
        table->fine[key] = next;
        next += rows;
    }
    for (size_t k = 0; k < count; k++)
        put_place(table, table->fine[work[k] >> 48]++, (uint32_t)work[k], work[k] >> 32 & 0xffff);
}

/* A crowded bucket being cut; `rows` are those in no shell yet. */
typedef struct {
    making *table;
    size_t place, count;
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

    sort_rows(rows, count);
    memcpy(shell, pivot, TABLES_ROW);
    put_32(shell + 32, (uint32_t)cut->place);
    put_32(shell + 36, (uint32_t)(cut->place + count));
    put_16(shell + 40, (uint32_t)least);
    put_16(shell + 42, (uint32_t)most);
    for (size_t k = 0; k < count; k++) {
        tables_bits bits = bits_of_print(table->prints + (size_t)rows[k] * TABLES_ROW);
        put_place(table, cut->place++, rows[k], mark_of(table, &bits));
    }
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

/* Cuts the rows taken into rings, none with fewer than TABLES_CROWDED rows. */
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
        if (ends[far] == total || (ends[far] - begin >= TABLES_CROWDED && total - ends[far] >= TABLES_CROWDED)) {
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
    if (ends[REACH] >= TABLES_CROWDED) {
        take_inside(cut, ends);
        put_rings(cut, pivot, ends);
        return;
    }
    uint32_t loner = cut->rows[0];
    memmove(cut->rows, cut->rows + 1, (cut->count - 1) * sizeof *cut->rows);
    cut->rows[cut->count - 1] = loner;
}

static int cut_bucket(making *table, size_t begin, size_t end)
{
    static const uint8_t nowhere[TABLES_ROW];
    size_t count = end - begin;
    cutting cut = {table, begin, count, malloc(count * sizeof *cut.rows), malloc(count * sizeof *cut.inside),
                   malloc(count * sizeof *cut.far)};
    int done = cut.rows && cut.inside && cut.far ? TABLES_DONE : TABLES_NO_MEMORY;

    for (size_t k = 0; done == TABLES_DONE && k < count; k++) {
        size_t place = begin + k;
        cut.rows[k] = get_24(table->rows + 3 * place) |
                      (get_16(table->marks + 2 * place) & ((1u << (16 - table->plan->check_bits)) - 1)) << 24;
    }
    for (int k = 0; done == TABLES_DONE && k < MOST_PIVOTS && cut.count >= TABLES_CROWDED; k++)
        try_pivot(&cut);
    if (done == TABLES_DONE && cut.count)
        put_shell(&cut, nowhere, cut.rows, cut.count, 0, 256);
    free(cut.rows);
    free(cut.inside);
    free(cut.far);
    return done;
}

static int cut_crowded(making *table)
{
    size_t keys = (size_t)1 << table->plan->key_bits;
    int done = TABLES_DONE;

    for (size_t key = 0; key < keys && done == TABLES_DONE; key++) {
        size_t begin = get_32(table->starts + 4 * key), end = get_32(table->starts + 4 * (key + 1));
        if (end - begin > TABLES_CROWDED)
            done = cut_bucket(table, begin, end);
    }
    put_32(table->starts + 4 * (keys + 1), (uint32_t)table->shell_count);
    return done;
}

static size_t work_rows(const making *table)
{
    size_t rows = table->plan->count < WORK_ROWS ? table->plan->count : WORK_ROWS;

    for (size_t part = 0; part < parts_of(table); part++)
        rows = table->place[part] > rows ? table->place[part] : rows;
    return rows;
}

static int sort_table(making *table)
{
    size_t room = work_rows(table), begin = 0;

    table->work = malloc((room ? room : 1) * sizeof *table->work);
    if (!table->work)
        return TABLES_NO_MEMORY;
    for (size_t from = 0, to; from < parts_of(table); from = to) {
        const uint64_t *work = table->work;
        to = parts_that_fit(table, from, room);
        deal_rows(table, from, to);
        for (size_t part = from; part < to; part++) {
            sort_part(table, part, work, table->place[part], begin);
            work += table->place[part];
            begin += table->place[part];
        }
    }
    put_32(table->starts + ((size_t)4 << table->plan->key_bits), (uint32_t)table->plan->count);
    free(table->work);
    return TABLES_DONE;
}

/* The bytes between sections are zero, so that equal prints give equal files. */
static void clear_gaps(const making *table, uint8_t *out, const tables_sections *at)
{
    size_t starts = at->starts + 4 * (((size_t)1 << table->plan->key_bits) + 2);
    size_t marks = at->marks + 2 * table->plan->count, rows = at->rows + 3 * table->plan->count;

    memset(out + starts, 0, at->marks - starts);
    memset(out + marks, 0, at->rows - marks);
    memset(out + rows, 0, at->end - rows);
}

static int build_table(const uint8_t *prints, const tables_plan *plan, int which, uint8_t *out)
{
    tables_sections at = tables_sections_of(plan, which);
    making table = {.prints = prints,
                    .plan = plan,
                    .starts = out + at.starts,
                    .marks = out + at.marks,
                    .rows = out + at.rows,
                    .shells = out + at.shells,
                    .first = tables_first(plan, which)};
    int done = TABLES_NO_MEMORY;

    choose_parts(&table);
    clear_gaps(&table, out, &at);
    table.place = malloc(parts_of(&table) * sizeof *table.place);
    table.fine = malloc(((size_t)1 << table.fine_bits) * sizeof *table.fine);
    if (table.place && table.fine) {
        count_parts(&table);
        done = sort_table(&table);
    }
    free(table.place);
    free(table.fine);
    return done == TABLES_DONE ? cut_crowded(&table) : done;
}

int tables_build(const uint8_t *prints, const tables_plan *plan, uint8_t *out)
{
    int done = TABLES_DONE;

    for (int table = 0; table < plan->tables && done == TABLES_DONE; table++)
        done = build_table(prints, plan, table, out);
    return done;
}
