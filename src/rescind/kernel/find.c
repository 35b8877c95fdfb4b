/* A query's walk through the tables, arranged so that the memory is always asked ahead.
 *
 * The keys to open come in blocks. While the marks of one block are checked, the marks of the next are on their way, and
 * the starts of the one after. Places that pass wait until there are many; then their groups are read and fetched
 * together. Every group is measured once at most, whichever tables lead to it, so no row is told twice and a cluster
 * cannot cost more than its rows.
 */
#include "find.h"

#include "groups.h"
#include "scan.h"

#include <stdlib.h>

#if defined(__GNUC__)
#define AHEAD(address) __builtin_prefetch(address, 0, 3)
#else
#define AHEAD(address) ((void)(address))
#endif

enum {
    BLOCK = 256,       /* keys at a time */
    AHEAD_BYTES = 512, /* of a bucket's marks that are asked for */
    WAITING = 1024,    /* places that passed and wait */
    LINE = 64,
    /* What things cost, in nanoseconds: enough to tell when asking every row is quicker. */
    COST_KEY = 40,
    ROWS_A_COST = 2
};

/* Some marks to check, all of the same distance between keys. */
typedef struct {
    uint32_t begin, count, key;
    int apart;
} stretch;

typedef struct {
    int table;
    size_t from, count, stretches;
    stretch stretch[BLOCK];
} block;

/* A place that passed: the `number`-th of its bucket or shell. */
typedef struct {
    groups_code code;
    uint32_t number;
    int table;
} passed_place;

/* One table as it lies in memory. */
typedef struct {
    const uint8_t *starts, *marks, *groups, *shells;
    size_t shell_count;
} lying;

typedef struct {
    const find_base *base;
    const probe_masks *masks;
    const probe_loops *loops;
    hits_list *hits;
    probe aim;
    lying lying[TABLES_MOST];
    uint64_t *seen;
    int table; /* where the next block begins */
    size_t at;
    size_t marks_left; /* more than there are: these tables are no tables */
    size_t waiting;
    passed_place passed[WAITING];
} walk;

static lying table_at(const find_base *base, int which)
{
    tables_sections at = tables_sections_of(&base->plan, which);
    size_t keys = (size_t)1 << base->plan.key_bits, room = tables_shell_room(&base->plan);
    size_t told = get_32(base->tables + at.starts + 4 * (keys + 1));

    return (lying){base->tables + at.starts, base->tables + at.marks, base->tables + at.groups, base->tables + at.shells,
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
        here->stretch[here->stretches++] = (stretch){begin, end - begin, wanted ^ mask, bits_in(mask)};
        for (size_t at = 0; at < 2 * (size_t)(end - begin) && at < AHEAD_BYTES; at += LINE)
            AHEAD(table->marks + 2 * (size_t)begin + at);
    }
}

/* The groups of the places that wait and that were not seen before. */
static size_t new_groups(walk *way, size_t *fresh)
{
    size_t count = 0, groups = tables_groups(&way->base->plan);
    groups_cursor on = {.bits = NULL};

    for (size_t k = 0; k < way->waiting; k++) {
        const passed_place *place = &way->passed[k];
        size_t group = groups_get(way->lying[place->table].groups, &place->code, place->number, &on);
        if (group >= groups || way->seen[group >> 6] >> (group & 63) & 1)
            continue;
        way->seen[group >> 6] |= (uint64_t)1 << (group & 63);
        AHEAD(way->base->prints + (group << way->base->plan.group_bits) * TABLES_ROW);
        fresh[count++] = group;
    }
    return count;
}

static void ask_group(const walk *way, size_t group)
{
    size_t first = group << way->base->plan.group_bits, rows = (size_t)1 << way->base->plan.group_bits;
    const uint8_t *prints = way->base->prints + first * TABLES_ROW;

    if (first + rows <= way->base->plan.count)
        for (size_t at = LINE; at < rows * TABLES_ROW; at += LINE)
            AHEAD(prints + at);
}

static void measure_group(walk *way, size_t group)
{
    enum { ROOM = 512 };
    uint64_t found[ROOM];
    uint16_t apart[ROOM];
    size_t rows = way->base->plan.count, first = group << way->base->plan.group_bits, reached;
    size_t end = first + ((size_t)1 << way->base->plan.group_bits);
    size_t hits = scan_rows(way->base->prints, first, end < rows ? end : rows, way->aim.print, way->aim.within, found,
                            apart, ROOM, &reached);

    for (size_t k = 0; k < hits && way->hits->state == HITS_OPEN; k++)
        hits_offer(way->hits, found[k], apart[k]);
}

/* Measures the groups of the places that wait. */
static void settle(walk *way)
{
    size_t fresh[WAITING], count = new_groups(way, fresh);

    way->waiting = 0;
    if (count)
        ask_group(way, fresh[0]);
    for (size_t k = 0; k < count && way->hits->state == HITS_OPEN; k++) {
        if (k + 1 < count)
            ask_group(way, fresh[k + 1]);
        measure_group(way, fresh[k]);
    }
}

static int goes_on(const walk *way) { return way->hits->state == HITS_OPEN && way->marks_left; }

/* Lets a place wait and asks for its group. */
static void wait_for(walk *way, int which, const groups_code *code, uint32_t number)
{
    const uint8_t *bits = way->lying[which].groups;
    size_t lows = code->at + code->count + code->highs;

    AHEAD(bits + ((code->at + number + code->highs * number / code->count) >> 3));
    AHEAD(bits + ((lows + (size_t)number * (size_t)code->low) >> 3));
    way->passed[way->waiting++] = (passed_place){*code, number, which};
}

static void check_stretch(walk *way, int which, const stretch *here, const groups_code *code)
{
    uint32_t passed[PROBE_CHUNK];

    for (uint32_t done = 0; done < here->count && goes_on(way);) {
        uint32_t count = here->count - done < PROBE_CHUNK ? here->count - done : PROBE_CHUNK;
        const uint8_t *marks = way->lying[which].marks + 2 * ((size_t)here->begin + done);
        size_t passing = way->loops->check_marks(marks, count, &way->aim.table[which], here->apart, done, passed);
        if (way->waiting + passing > WAITING)
            settle(way);
        for (size_t k = 0; k < passing; k++)
            wait_for(way, which, code, passed[k]);
        done += count;
        way->marks_left = way->marks_left > count ? way->marks_left - count : 0;
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
    int low = tables_low(&way->base->plan) - TABLES_CROWDED_BITS;
    size_t highs = tables_highs(&way->base->plan, low), last = tables_group_bits(&way->base->plan);
    uint32_t begin = bucket->begin, end = bucket->begin + bucket->count;
    groups_code code = {tables_first_bit(&way->base->plan, bucket->key, begin), 0, highs, low};

    for (size_t k = find_shell(table, begin); k < table->shell_count && begin < end && goes_on(way); k++) {
        const uint8_t *shell = table->shells + TABLES_SHELL * k;
        int far = scan_distance(shell, way->aim.print);
        uint32_t next = get_32(shell + 36);
        if (get_32(shell + 32) != begin || next <= begin || next > end)
            return;
        code.count = next - begin;
        size_t behind = code.at + (size_t)code.count * (size_t)(low + 1) + highs;
        if (behind > last)
            return;
        if (far <= get_16(shell + 42) + way->aim.within && far + way->aim.within >= get_16(shell + 40))
            check_stretch(way, which, &(stretch){begin, next - begin, bucket->key, bucket->apart}, &code);
        else
            way->marks_left--;
        code.at = behind;
        begin = next;
    }
}

static void check_bucket(walk *way, int which, const stretch *bucket)
{
    const tables_plan *plan = &way->base->plan;
    int low = tables_low(plan);
    groups_code code = {tables_first_bit(plan, bucket->key, bucket->begin), bucket->count, tables_highs(plan, low), low};

    check_stretch(way, which, bucket, &code);
}

static void check_block(walk *way, const block *here)
{
    size_t crowd = tables_crowded(&way->base->plan);

    for (size_t k = 0; k < here->stretches && goes_on(way); k++)
        if (here->stretch[k].count > crowd)
            check_shells(way, here->table, &here->stretch[k]);
        else
            check_bucket(way, here->table, &here->stretch[k]);
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

/* Whether asking every row is quicker, on evenly spread prints. */
static int is_far(const walk *way)
{
    const tables_plan *plan = &way->base->plan;
    double keys = 0;

    for (int table = 0; table < plan->tables; table++)
        keys += probe_mask_count(plan->key_bits, way->aim.table[table].radius);
    return keys * COST_KEY > ROWS_A_COST * (double)plan->count;
}

void find_close(find_work *work)
{
    free(work->masks.mask);
    free(work->seen);
    *work = (find_work){.seen = NULL};
}

/* Gets the masks and the marks of seen groups, all unseen. */
static int prepare(const walk *way, find_work *work)
{
    const tables_plan *plan = &way->base->plan;
    size_t words = tables_groups(plan) / 64 + 1;

    if (!work->seen)
        work->seen = malloc(words * sizeof *work->seen);
    if (!work->seen)
        return TABLES_NO_MEMORY;
    memset(work->seen, 0, words * sizeof *work->seen);
    return probe_make_masks(&work->masks, plan->key_bits, way->aim.farthest < 0 ? 0 : way->aim.farthest);
}

int find_near(const find_base *base, find_work *work, const uint8_t query[32], hits_list *hits)
{
    walk way;

    way.base = base;
    way.hits = hits;
    way.loops = probe_loops_here();
    way.marks_left = (size_t)base->plan.tables * base->plan.count + 1;
    way.table = 0;
    way.at = way.waiting = 0;
    probe_aim(&way.aim, &base->plan, query, hits->wish->within);
    if (!base->plan.tables || is_far(&way))
        return hits_scan(hits, base->prints, base->plan.count, query);
    if (prepare(&way, work) != TABLES_DONE)
        return hits->state = HITS_NO_MEMORY;
    way.masks = &work->masks;
    way.seen = work->seen;
    for (int table = 0; table < base->plan.tables; table++)
        way.lying[table] = table_at(base, table);
    walk_tables(&way);
    if (hits->state != HITS_OPEN || way.marks_left)
        return hits->state;
    hits_clear(hits);
    return hits_scan(hits, base->prints, base->plan.count, query);
}
