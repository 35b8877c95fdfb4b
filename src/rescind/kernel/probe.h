/* What one query looks for in each table, and the loops that look, free of Python. */
#ifndef RESCIND_PROBE_H
#define RESCIND_PROBE_H

#include "tables.h"

/* A print is found by a table when its key is at most `radius` bits from the query's, key and the marked bits of the same
 * piece together too, and key and whole mark together at most `both`; layout.py, radii, says why. */
typedef struct {
    int radius, both;
    int key_first, mark_first;
    uint32_t key;
    uint16_t mark, near; /* the query's mark, and which of its bits are of the same piece as the key */
} probe_table;

typedef struct {
    const tables_plan *plan;
    const uint8_t *print;
    tables_bits bits;
    int within, farthest; /* `farthest`: the greatest radius */
    probe_table table[TABLES_MOST];
} probe;

/* What to look for within a distance of the query. */
void probe_aim(probe *aim, const tables_plan *plan, const uint8_t *query, int within);

/* Whether a table before `table` finds the print too. */
int probe_found_before(const probe *aim, const tables_bits *print, int table);

/* All keys' differences of 0 .. radius bits, fewer bits first. */
typedef struct {
    uint32_t *mask;
    size_t ends[26]; /* ends[r]: how many have at most r bits */
    int radius;
} probe_masks;

/* Returns TABLES_DONE or TABLES_NO_MEMORY. `masks` is zero, or was made for the same keys before and is made bigger. */
int probe_make_masks(probe_masks *masks, int key_bits, int radius);

/* How many masks there are with at most `radius` of `key_bits` bits. */
double probe_mask_count(int key_bits, int radius);

enum { PROBE_CHUNK = 512 };

/* The loops for this machine. */
typedef struct {
    /* Writes the numbers from `first` on of those of up to PROBE_CHUNK marks that pass both tests; how many. */
    size_t (*check_marks)(const uint8_t *marks, size_t count, const probe_table *table, int apart, uint32_t first,
                          uint32_t *passed);
    /* The distances of some rows. */
    void (*measure)(const uint8_t *prints, const uint32_t *rows, size_t count, const uint8_t query[32],
                    uint16_t *apart);
} probe_loops;

const probe_loops *probe_loops_here(void);

#endif
