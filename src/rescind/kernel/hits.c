/* Gathering hits in a list that grows up to what was asked for. */
#include "hits.h"

#include "scan.h"
#include "tables.h"

#include <stdlib.h>

enum { FIRST_ROOM = 32, SCANNED = 4096 };

void hits_open(hits_list *hits, const hits_wish *wish)
{
    *hits = (hits_list){wish, NULL, 0, 0, HITS_OPEN};
}

void hits_close(hits_list *hits)
{
    free(hits->found);
    hits->found = NULL;
}

void hits_clear(hits_list *hits)
{
    hits->count = 0;
    hits->state = HITS_OPEN;
}

/* The greatest distance for a tag; -1: not asked for. */
static int within_for(const hits_wish *wish, uint16_t tag)
{
    size_t low = 0, high = wish->pair_count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (get_16(wish->pairs + 4 * middle) < tag)
            low = middle + 1;
        else
            high = middle;
    }
    return low < wish->pair_count && get_16(wish->pairs + 4 * low) == tag ? get_16(wish->pairs + 4 * low + 2) : -1;
}

static int is_wanted(const hits_wish *wish, uint64_t row, int apart)
{
    if (wish->gone && wish->gone[row >> 3] >> (row & 7) & 1)
        return 0;
    return apart <= (wish->pair_count ? within_for(wish, get_16(wish->tags + 2 * row)) : wish->within);
}

static int grow(hits_list *hits)
{
    size_t room = hits->room ? 2 * hits->room : FIRST_ROOM;
    uint64_t *found = room > SIZE_MAX / sizeof *found ? NULL : realloc(hits->found, room * sizeof *found);

    if (!found)
        return HITS_NO_MEMORY;
    hits->found = found;
    hits->room = room;
    return HITS_OPEN;
}

int hits_offer(hits_list *hits, uint64_t row, int apart)
{
    if (hits->state != HITS_OPEN || !is_wanted(hits->wish, row, apart))
        return hits->state;
    if (hits->count >= hits->wish->at_most)
        return hits->state = HITS_MORE;
    if (hits->count == hits->room && grow(hits) != HITS_OPEN)
        return hits->state = HITS_NO_MEMORY;
    hits->found[hits->count++] = row << 16 | (uint64_t)apart;
    return HITS_OPEN;
}

static int by_hit(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return left < right ? -1 : left > right;
}

void hits_sort(hits_list *hits)
{
    size_t kept = 0;

    if (hits->count > 1)
        qsort(hits->found, hits->count, sizeof *hits->found, by_hit);
    for (size_t k = 0; k < hits->count; k++)
        if (!kept || hits->found[kept - 1] != hits->found[k])
            hits->found[kept++] = hits->found[k];
    hits->count = kept;
}

int hits_scan(hits_list *hits, const uint8_t *prints, size_t rows, const uint8_t query[32])
{
    uint64_t found[SCANNED];
    uint16_t apart[SCANNED];
    size_t reached = 0;

    while (reached < rows && hits->state == HITS_OPEN && hits->wish->within >= 0) {
        size_t count = scan_rows(prints, reached, rows, query, hits->wish->within, found, apart, SCANNED, &reached);
        for (size_t k = 0; k < count && hits->state == HITS_OPEN; k++)
            hits_offer(hits, found[k], apart[k]);
    }
    return hits->state;
}
