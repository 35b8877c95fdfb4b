/* The innermost loops of blurring, built once for every machine and once for machines with 256-bit registers. */
#ifndef RESCIND_PARTS_LOOPS_H
#define RESCIND_PARTS_LOOPS_H

#include "parts_within.h"

typedef struct {
    /* out = the weighted mean of a line and of pairs of lines beside it */
    void (*blur)(const uint16_t *const pairs[2 * REACH + 1], const uint16_t *weight, int reach, uint16_t *out, ptrdiff_t width);
    /* out = more - less */
    void (*take)(const uint16_t *more, const uint16_t *less, int16_t *out, size_t count);
    /* marks[x] = whether a value may be a peak, from its nearest neighbours */
    void (*mark)(const int16_t *here, const int16_t *less, const int16_t *more, ptrdiff_t width, int16_t low, uint8_t *marks,
                 ptrdiff_t count);
} parts_loops;

/* The best build for this machine. */
const parts_loops *parts_loops_here(void);

#endif
