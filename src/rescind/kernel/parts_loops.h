/* The innermost loops of blurring, built once for every machine and once for machines with 256-bit registers. */
#ifndef RESCIND_PARTS_LOOPS_H
#define RESCIND_PARTS_LOOPS_H

#include "parts_within.h"

typedef struct {
    void (*down)(const uint16_t *const rows[2 * REACH + 1], const uint16_t *weight, int reach, uint16_t *out, int width);
    void (*across)(const uint16_t *in, const uint16_t *weight, int reach, uint16_t *out, int width);
    void (*take)(const uint16_t *more, const uint16_t *less, int16_t *out, size_t count);
    void (*mark)(const int16_t *here, const int16_t *less, const int16_t *more, ptrdiff_t width, int16_t low, uint8_t *marks,
                 ptrdiff_t count);
} parts_loops;

/* The best build for this machine. */
const parts_loops *parts_loops_here(void);

#endif
