/* Following the chains of a growing list, many side by side, so that the memory is asked ahead. */
#include "delta.h"

#include <stdlib.h>

#if defined(__GNUC__)
#define AHEAD(address) __builtin_prefetch(address, 0, 3)
#else
#define AHEAD(address) ((void)(address))
#endif

enum {
    LANES = 64,       /* chains followed at a time */
    COST_CHAIN = 12,  /* against one row of a scan */
    COST_STEP = 8
};

static const tables_plan PLAN = {DELTA_CHAINS, 16, 16, 0};

typedef struct {
    uint32_t row; /* plus one; 0: at its end */
    uint8_t chain, apart;
} lane;

typedef struct {
    const delta_list *list;
    hits_list *hits;
    const probe_loops *loops;
    probe aim;
    size_t steps, most, lanes;
    lane lane[LANES];
} chase;

static uint8_t *head_of(const delta_list *list, int chain, uint32_t key)
{
    return list->heads + 4 * ((size_t)chain * DELTA_KEYS + key);
}

static uint8_t *node_of(const delta_list *list, size_t row, int chain)
{
    return list->nodes + row * DELTA_NODE + 8 * (size_t)chain;
}

void delta_add(const delta_list *list, const uint8_t print[32], uint16_t tag)
{
    size_t row = list->count;
    tables_bits bits = bits_of_print(print);

    memcpy(list->prints + row * TABLES_ROW, print, TABLES_ROW);
    put_16(list->tags + 2 * row, tag);
    for (int chain = 0; chain < DELTA_CHAINS; chain++) {
        uint8_t *head = head_of(list, chain, bits_field(&bits, 16 * chain, 16)), *node = node_of(list, row, chain);
        put_32(node, get_32(head));
        put_16(node + 4, bits_field(&bits, 16 * (chain + 1), 16));
        put_16(node + 6, 0);
        put_32(head, (uint32_t)row + 1);
    }
}

static void measure(chase *hunt, uint32_t row, int chain)
{
    const uint8_t *print = hunt->list->prints + (size_t)row * TABLES_ROW;
    tables_bits bits = bits_of_print(print);
    uint16_t apart;

    hunt->loops->measure(hunt->list->prints, &row, 1, hunt->aim.print, &apart);
    if (apart <= hunt->aim.within && !probe_found_before(&hunt->aim, &bits, chain))
        hits_offer(hunt->hits, row, apart);
}

/* Looks at the node a lane has come to and goes to the one before it; a chain only ever leads to earlier rows. */
static void step(chase *hunt, lane *here)
{
    uint32_t row = here->row - 1, before, passed;
    const uint8_t *node;

    here->row = 0;
    if (row >= hunt->list->count)
        return;
    node = node_of(hunt->list, row, here->chain);
    before = get_32(node);
    if (before <= row && before) {
        here->row = before;
        AHEAD(node_of(hunt->list, before - 1, here->chain));
    }
    if (hunt->loops->check_marks(node + 4, 1, &hunt->aim.table[here->chain], here->apart, 0, &passed))
        measure(hunt, row, here->chain);
    hunt->steps++;
}

static int goes_on(const chase *hunt) { return hunt->hits->state == HITS_OPEN && hunt->steps <= hunt->most; }

/* Follows all lanes to their ends. */
static void follow(chase *hunt)
{
    while (hunt->lanes && goes_on(hunt)) {
        size_t left = 0;
        for (size_t k = 0; k < hunt->lanes && goes_on(hunt); k++) {
            step(hunt, &hunt->lane[k]);
            if (hunt->lane[k].row)
                hunt->lane[left++] = hunt->lane[k];
        }
        hunt->lanes = left;
    }
}

static void enter(chase *hunt, int chain, uint32_t key, int apart)
{
    uint32_t row = get_32(head_of(hunt->list, chain, key));

    if (!row || row > hunt->list->count)
        return;
    AHEAD(node_of(hunt->list, row - 1, chain));
    hunt->lane[hunt->lanes++] = (lane){row, (uint8_t)chain, (uint8_t)apart};
    if (hunt->lanes == LANES)
        follow(hunt);
}

static int bits_in(uint32_t mask)
{
    int bits = 0;

    for (; mask; mask &= mask - 1)
        bits++;
    return bits;
}

static void follow_chains(chase *hunt, const probe_masks *masks)
{
    enum { SOON = 16 };

    for (int chain = 0; chain < DELTA_CHAINS && goes_on(hunt); chain++) {
        const probe_table *table = &hunt->aim.table[chain];
        int radius = table->radius < masks->radius ? table->radius : masks->radius;
        size_t count = radius < 0 ? 0 : masks->ends[radius];
        for (size_t k = 0; k < count && goes_on(hunt); k++) {
            if (k + SOON < count)
                AHEAD(head_of(hunt->list, chain, table->key ^ masks->mask[k + SOON]));
            enter(hunt, chain, table->key ^ masks->mask[k], bits_in(masks->mask[k]));
        }
    }
    follow(hunt);
}

static double chains_of(const chase *hunt)
{
    double chains = 0;

    for (int chain = 0; chain < DELTA_CHAINS; chain++)
        chains += probe_mask_count(16, hunt->aim.table[chain].radius);
    return chains;
}

int delta_near(const delta_list *list, find_work *work, const uint8_t query[32], hits_list *hits)
{
    chase hunt;

    hunt.list = list;
    hunt.hits = hits;
    hunt.loops = probe_loops_here();
    hunt.steps = hunt.lanes = 0;
    hunt.most = list->count / COST_STEP;
    probe_aim(&hunt.aim, &PLAN, query, hits->wish->within);
    if (chains_of(&hunt) * COST_CHAIN > (double)list->count)
        return hits_scan(hits, list->prints, list->count, query);
    if (probe_make_masks(&work->masks, 16, hunt.aim.farthest < 0 ? 0 : hunt.aim.farthest) != TABLES_DONE)
        return hits->state = HITS_NO_MEMORY;
    follow_chains(&hunt, &work->masks);
    if (hits->state != HITS_OPEN || hunt.steps <= hunt.most)
        return hits->state;
    hits_clear(hits);
    return hits_scan(hits, list->prints, list->count, query);
}
