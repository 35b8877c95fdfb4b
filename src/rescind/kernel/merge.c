/* Merging from front to end; unbroken runs of old rows are copied as a whole. */
#include "merge.h"

#include "tables.h"

static uint64_t id_of(const merge_rows *rows, size_t row) { return get_64(rows->ids + 8 * row); }

/* Copies rows to place `at` and returns the place behind them; MERGE_NO_ROOM when they do not fit. */
static size_t copy_rows(const merge_rows *from, size_t row, size_t count, const merge_rows *out, size_t at)
{
    if (at > out->count || count > out->count - at)
        return MERGE_NO_ROOM;
    memcpy(out->ids + 8 * at, from->ids + 8 * row, 8 * count);
    memcpy(out->prints + TABLES_ROW * at, from->prints + TABLES_ROW * row, TABLES_ROW * count);
    memcpy(out->tags + 2 * at, from->tags + 2 * row, 2 * count);
    return at + count;
}

static int is_gone(const uint8_t *gone, size_t row) { return gone && gone[row >> 3] >> (row & 7) & 1; }

/* The end of the run of old rows from `row` on that stay and come before the new row, or are behind all new rows. */
static size_t run_end(const merge_rows *old, const uint8_t *gone, size_t row, const merge_rows *new_rows, size_t next)
{
    while (row < old->count && !is_gone(gone, row) &&
           (next == new_rows->count || id_of(old, row) <= id_of(new_rows, next)))
        row++;
    return row;
}

size_t merge_lists(const merge_rows *old, const uint8_t *gone, const merge_rows *new_rows, const merge_rows *out)
{
    size_t row = 0, next = 0, written = 0;

    while (written != MERGE_NO_ROOM && (row < old->count || next < new_rows->count)) {
        size_t end = run_end(old, gone, row, new_rows, next);
        if (end > row)
            written = copy_rows(old, row, end - row, out, written);
        row = end;
        if (written == MERGE_NO_ROOM)
            break;
        if (row < old->count && is_gone(gone, row))
            row++;
        else if (next < new_rows->count)
            written = copy_rows(new_rows, next++, 1, out, written);
    }
    return written;
}
