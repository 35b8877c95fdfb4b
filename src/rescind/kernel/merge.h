/* Two lists of entries made one, free of Python. */
#ifndef RESCIND_MERGE_H
#define RESCIND_MERGE_H

#include <stddef.h>
#include <stdint.h>

/* Ids (u64), prints and tags (u16) of some rows, ids ascending. */
typedef struct {
    uint8_t *ids, *prints, *tags;
    size_t count;
} merge_rows;

#define MERGE_NO_ROOM SIZE_MAX

/* Writes the old rows that are not gone (a bit a row, or NULL) and the new ones into `out` by ascending id, the old one
 * first where ids are equal; returns how many, or MERGE_NO_ROOM when `out` is too small. */
size_t merge_lists(const merge_rows *old, const uint8_t *gone, const merge_rows *new_rows, const merge_rows *out);

#endif
