/* The innermost loops, built once for every machine and once for machines with 256-bit registers.
 *
 * All of them are plain C that compilers turn into wide instructions. None may fuse a product with a sum: the exact way
 * depends on each being rounded. Both builds give the same bits, as no loop adds in another order than it says.
 */
#ifndef RESCIND_LOOPS_H
#define RESCIND_LOOPS_H

#include <stddef.h>
#include <stdint.h>

enum { LOOPS_LANES = 8, LOOPS_ROWS = 8 };

/* Values start .. start + length - 1 and their weights; the length is a multiple of LOOPS_LANES. */
typedef struct {
    size_t start, length;
    const float *weights;
} pdq_span;

typedef struct {
    /* sums[x] += the four rows times their weights; a row every `bytes` bytes */
    void (*add_four)(uint16_t *sums, const uint8_t *rows, const uint16_t weight[4], size_t bytes);
    void (*add_one)(uint16_t *sums, const uint8_t *row, uint16_t weight, size_t bytes);
    /* sums[x] += small[x], and small starts again from zero */
    void (*spill)(float *sums, uint16_t *small, size_t bytes);
    /* for each of 64 spans the sum of products */
    void (*fold)(const float *values, const pdq_span *spans, float *out);
    /* brightness of `count` pixels that lie `apart` bytes apart */
    void (*luma)(const uint8_t *pixels, ptrdiff_t apart, int channels, float *out, size_t count);
    /* the same numbers from the last to the first */
    void (*reverse)(const float *in, float *out, size_t count);
    /* the running window sums of LOOPS_ROWS rows, `stride` apart: steps 0 .. steps - 1 */
    void (*run_rows)(const float *rows, float *sums, size_t stride, size_t window, size_t steps);
    /* one step of the running mean down `width` columns */
    void (*run_down)(float *sum, float *held, const float *row, float *out, size_t width, float count);
    void (*divide)(const float *sums, float count, float *means, size_t count_of_means);
    /* half[x][i] = the sum of table[k][i] * points[k][x] over k, in order; then waves from half the same way */
    void (*waves)(const float table[64][16], const float points[64][64], float waves[256]);
    /* between += the sums of the steps in whole hundredths of full brightness, each made smaller and larger by `slack` */
    void (*steps)(const float *here, const float *there, float slack, size_t count, int32_t between[2]);
} pdq_loops;

/* The best build for this machine. */
const pdq_loops *pdq_loops_here(void);

#endif
