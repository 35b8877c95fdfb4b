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
    uint64_t *seen; /* a bit for each group of rows */
} find_work;

void find_close(find_work *work);

/* Gathers every row near the query. Whatever the tables hold, nothing outside them is read; no row is measured twice, and
 * all in all the work is never more than a few times that of asking every row. Returns the state of the hits. */
int find_near(const find_base *base, find_work *work, const uint8_t query[32], hits_list *hits);

#endif
