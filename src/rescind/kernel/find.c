/* A query's walk through the tables, arranged so that the memory is always asked ahead.
 *
 * The keys to open come in blocks. While the marks of one block are checked, the marks of the next are on their way, and
 * the starts of the one after. Rows that pass wait until there are many; then their numbers, and then their prints, are
 * fetched together. A row is told only by the first table that finds it, so nothing has to be remembered.
 */
#include "find.h"

#include "scan.h"

#include <stdlib.h>

#if defined(__GNUC__)
#define AHEAD(address) __builtin_prefetch(address, 0, 3)
#else
#define AHEAD(address) ((void)(address))
#endif

enum {
    BLOCK = 256,      /* keys at a time */
    AHEAD_BYTES = 256, /* of a bucket's marks that are asked for */
    WAITING = 1024,   /* rows that passed and wait */
    LINE = 64,
    /* What things cost, in tenths of a nanosecond: enough to tell when asking every row is quicker. */
    COST_KEY = 100,
    COST_MARK = 1,
    COST_PASSED = 150,
    COST_ROW = 25
};

/* Some marks to check, all of the same distance between keys. */
typedef struct {
    uint32_t begin, count;
    int apart;
} stretch;

typedef struct {
    int table;
    size_t from, count, stretches;
    stretch stretch[BLOCK];
} block;

/* One table as it lies in memory. */
typedef struct {
    const uint8_t *starts, *marks, *rows, *shells;
    size_t shell_count;
} lying;

typedef struct {
    const find_base *base;
    const probe_masks *masks;
    const probe_loops *loops;
    hits_list *hits;
    probe aim;
    lying lying[TABLES_MOST];
    int table; /* where the next block begins */
    size_t at;
    double spent, most;
    size_t waiting;
    uint32_t place[WAITING];
    uint8_t from[WAITING];
} walk;

static lying table_at(const find_base *base, int which)
{
    tables_sections at = tables_sections_of(&base->plan, which);
    size_t keys = (size_t)1 << base->plan.key_bits, room = tables_shell_room(base->plan.count);
    size_t told = get_32(base->tables + at.starts + 4 * (keys + 1));

    return (lying){base->tables + at.starts, base->tables + at.marks, base->tables + at.rows, base->tables + at.shells,
                   told < room ? told : room};
}

static size_t masks_for(const walk *way, int table)
{
    int radius = way->aim.table[table].radius, most = way->masks->radius;

    return radius < 0 ? 0 : way->masks->ends[radius < most ? radius : most];
}

/* Begins the next block and asks for the starts of its buckets; an empty one when there is nothing left. */
static void begin_block(walk *way, block *next)
{
    next->count = next->stretches = 0;
    next->table = 0;
    while (way->table < way->base->plan.tables && way->at >= masks_for(way, way->table)) {
        way->table++;
        way->at = 0;
    }
    if (way->table >= way->base->plan.tables)
        return;
    size_t left = masks_for(way, way->table) - way->at;
    next->table = way->table;
    next->from = way->at;
    next->count = left < BLOCK ? left : BLOCK;
    way->at += next->count;
    for (size_t k = 0; k < next->count; k++) {
        uint32_t key = way->aim.table[next->table].key ^ way->masks->mask[next->from + k];
        AHEAD(way->lying[next->table].starts + 4 * (size_t)key);
    }
}

static int bits_in(uint32_t mask)
{
    int bits = 0;

    for (; mask; mask &= mask - 1)
        bits++;
    return bits;
}

/* Reads where the buckets of a block are and asks for their marks. */
static void open_buckets(walk *way, block *here)
{
    const lying *table = &way->lying[here->table];
    uint32_t wanted = way->aim.table[here->table].key, rows = (uint32_t)way->base->plan.count;

    for (size_t k = 0; k < here->count; k++) {
        uint32_t mask = way->masks->mask[here->from + k];
        const uint8_t *start = table->starts + 4 * (size_t)(wanted ^ mask);
        uint32_t begin = get_32(start), end = get_32(start + 4);
        end = end < rows ? end : rows;
        if (begin >= end)
            continue;
        here->stretch[here->stretches++] = (stretch){begin, end - begin, bits_in(mask)};
        for (size_t at = 0; at < 2 * (size_t)(end - begin) && at < AHEAD_BYTES; at += LINE)
            AHEAD(table->marks + 2 * (size_t)begin + at);
    }
    way->spent += COST_KEY * (double)here->count;
}

static uint32_t row_at(const walk *way, int table, uint32_t place)
{
    uint32_t high = get_16(way->lying[table].marks + 2 * (size_t)place);

    high &= (1u << (16 - way->base->plan.check_bits)) - 1;
    return get_24(way->lying[table].rows + 3 * (size_t)place) | high << TABLES_ROW_BITS;
}

static void tell(walk *way, uint32_t row, int apart, int table)
{
    tables_bits bits = bits_of_print(way->base->prints + (size_t)row * TABLES_ROW);

    if (apart <= way->aim.within && !probe_found_before(&way->aim, &bits, table))
        hits_offer(way->hits, row, apart);
}

/* Looks up the rows that wait and measures them. */
static void settle(walk *way)
{
    uint32_t row[WAITING];
    uint16_t apart[WAITING];
    size_t count = 0;

    if (!way->waiting)
        return;
    for (size_t k = 0; k < way->waiting; k++) {
        uint32_t here = row_at(way, way->from[k], way->place[k]);
        if (here >= way->base->plan.count)
            continue;
        AHEAD(way->base->prints + (size_t)here * TABLES_ROW);
        way->from[count] = way->from[k];
        row[count++] = here;
    }
    way->loops->measure(way->base->prints, row, count, way->aim.print, apart);
    for (size_t k = 0; k < count && way->hits->state == HITS_OPEN; k++)
        if (apart[k] <= way->aim.within)
            tell(way, row[k], apart[k], way->from[k]);
    way->spent += COST_PASSED * (double)way->waiting;
    way->waiting = 0;
}

/* Whether to go on: there is room for hits, and asking every row would not be quicker. */
static int goes_on(const walk *way) { return way->hits->state == HITS_OPEN && way->spent <= way->most; }

static void check_stretch(walk *way, int which, const stretch *here)
{
    const lying *table = &way->lying[which];

    for (uint32_t done = 0; done < here->count && goes_on(way);) {
        uint32_t count = here->count - done < PROBE_CHUNK ? here->count - done : PROBE_CHUNK;
        uint32_t begin = here->begin + done;
        if (way->waiting + count > WAITING)
            settle(way);
        size_t passed = way->loops->check_marks(table->marks + 2 * (size_t)begin, count, &way->aim.table[which],
                                                here->apart, begin, way->place + way->waiting);
        for (size_t k = 0; k < passed; k++) {
            AHEAD(table->rows + 3 * (size_t)way->place[way->waiting]);
            way->from[way->waiting++] = (uint8_t)which;
        }
        done += count;
        way->spent += COST_MARK * (double)count;
    }
}

/* The first shell that begins at `begin` or behind it. */
static size_t find_shell(const lying *table, uint32_t begin)
{
    size_t low = 0, high = table->shell_count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (get_32(table->shells + TABLES_SHELL * middle + 32) < begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Checks those shells of a crowded bucket that can hold a row near enough. */
static void check_shells(walk *way, int which, const stretch *bucket)
{
    const lying *table = &way->lying[which];
    uint32_t last = bucket->begin + bucket->count;

    for (size_t k = find_shell(table, bucket->begin); k < table->shell_count && goes_on(way); k++) {
        const uint8_t *shell = table->shells + TABLES_SHELL * k;
        uint32_t begin = get_32(shell + 32), end = get_32(shell + 36);
        int far = scan_distance(shell, way->aim.print);
        if (begin >= last)
            return;
        end = end < last ? end : last;
        way->spent += COST_KEY;
        if (begin < bucket->begin || begin >= end || far > get_16(shell + 42) + way->aim.within ||
            far + way->aim.within < get_16(shell + 40))
            continue;
        check_stretch(way, which, &(stretch){begin, end - begin, bucket->apart});
    }
}

static void check_block(walk *way, const block *here)
{
    int shells = way->lying[here->table].shell_count > 0;

    for (size_t k = 0; k < here->stretches && goes_on(way); k++)
        if (shells && here->stretch[k].count > TABLES_CROWDED)
            check_shells(way, here->table, &here->stretch[k]);
        else
            check_stretch(way, here->table, &here->stretch[k]);
}

static void walk_tables(walk *way)
{
    block blocks[3];

    begin_block(way, &blocks[0]);
    begin_block(way, &blocks[1]);
    open_buckets(way, &blocks[0]);
    for (size_t k = 0; blocks[k % 3].count && goes_on(way); k++) {
        begin_block(way, &blocks[(k + 2) % 3]);
        open_buckets(way, &blocks[(k + 1) % 3]);
        check_block(way, &blocks[k % 3]);
    }
    if (goes_on(way))
        settle(way);
}

/* What the walk would cost on evenly spread prints. */
static double expected(const walk *way)
{
    const tables_plan *plan = &way->base->plan;
    double keys = 0, rows = (double)plan->count / (double)((size_t)1 << plan->key_bits);

    for (int table = 0; table < plan->tables; table++)
        keys += probe_mask_count(plan->key_bits, way->aim.table[table].radius);
    return keys * (COST_KEY + COST_MARK * rows);
}

void find_close(find_work *work)
{
    free(work->masks.mask);
    work->masks.mask = NULL;
}

int find_near(const find_base *base, find_work *work, const uint8_t query[32], hits_list *hits)
{
    walk way;

    way.base = base;
    way.hits = hits;
    way.loops = probe_loops_here();
    way.most = COST_ROW * (double)base->plan.count;
    way.spent = 0;
    way.table = 0;
    way.at = way.waiting = 0;
    probe_aim(&way.aim, &base->plan, query, hits->wish->within);
    if (!base->plan.tables || expected(&way) > way.most)
        return hits_scan(hits, base->prints, base->plan.count, query);
    if (probe_make_masks(&work->masks, base->plan.key_bits, way.aim.farthest < 0 ? 0 : way.aim.farthest) != TABLES_DONE)
        return hits->state = HITS_NO_MEMORY;
    way.masks = &work->masks;
    for (int table = 0; table < base->plan.tables; table++)
        way.lying[table] = table_at(base, table);
    walk_tables(&way);
    if (hits->state != HITS_OPEN || way.spent <= way.most)
        return hits->state;
    hits_clear(hits);
    return hits_scan(hits, base->prints, base->plan.count, query);
}
