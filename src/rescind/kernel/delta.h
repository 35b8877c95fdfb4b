/* A growing list of prints in chains, free of Python. */
#ifndef RESCIND_DELTA_H
#define RESCIND_DELTA_H

#include "find.h"

enum { DELTA_CHAINS = 16, DELTA_KEYS = 1 << 16, DELTA_NODE = 8 * DELTA_CHAINS };

/* Prints and tags as in a base; for each chain's key the newest row plus one; for each row and chain the row before it plus
 * one (u32), and its mark (u16). */
typedef struct {
    uint8_t *prints, *tags, *heads, *nodes;
    size_t count;
} delta_list;

/* Writes row `count`. */
void delta_add(const delta_list *list, const uint8_t print[32], uint16_t tag);

int delta_near(const delta_list *list, find_work *work, const uint8_t query[32], hits_list *hits);

#endif
