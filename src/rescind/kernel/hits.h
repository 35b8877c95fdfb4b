/* What a search gathers: rows near the query, each held against its tag's distance and the marks of rows that are gone. */
#ifndef RESCIND_HITS_H
#define RESCIND_HITS_H

#include <stddef.h>
#include <stdint.h>

enum { HITS_OPEN = 0, HITS_MORE = 1, HITS_NO_MEMORY = -1 };

/* What is asked, the same for all queries of one call. */
typedef struct {
    const uint8_t *tags;  /* u16 a row */
    const uint8_t *gone;  /* a bit a row, or NULL */
    const uint8_t *pairs; /* tag and distance, u16 each, by ascending tag; none: `within` holds for all */
    size_t pair_count;
    int within;           /* the greatest distance; -1: nothing is asked for */
    uint64_t at_most;
} hits_wish;

typedef struct {
    const hits_wish *wish;
    uint64_t *found; /* row << 16 | distance */
    size_t count, room;
    int state;
} hits_list;

void hits_open(hits_list *hits, const hits_wish *wish);
void hits_close(hits_list *hits);

/* Forgets what was found. */
void hits_clear(hits_list *hits);

/* Takes a row at most `within` away if its tag and the marks allow it. Returns the state: HITS_OPEN to go on, HITS_MORE
 * when there are more than were wanted, HITS_NO_MEMORY. */
int hits_offer(hits_list *hits, uint64_t row, int apart);

/* Brings the rows in ascending order, each once. */
void hits_sort(hits_list *hits);

/* Asks every row of a table; what the indexes do where they would not be quicker. */
int hits_scan(hits_list *hits, const uint8_t *prints, size_t rows, const uint8_t query[32]);

#endif
