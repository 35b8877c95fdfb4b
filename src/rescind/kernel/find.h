/* Searching a base by its tables, free of Python. */
#ifndef RESCIND_FIND_H
#define RESCIND_FIND_H

#include "hits.h"
#include "probe.h"
#include "tables.h"

typedef struct {
    const uint8_t *prints, *tables;
    tables_plan plan;
} find_base;

/* What is kept from one query to the next of the same call. */
typedef struct {
    probe_masks masks;
} find_work;

void find_close(find_work *work);

/* Gathers every row near the query. Whatever the tables hold, nothing outside them is read; the work is at most about
 * twice that of asking every row. Returns the state of the hits. */
int find_near(const find_base *base, find_work *work, const uint8_t query[32], hits_list *hits);

#endif
